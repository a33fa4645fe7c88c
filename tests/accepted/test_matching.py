"""Entries held against drafts: what holds, what has lapsed and why, what nothing is like."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tieout.accepted.matching import applied
from tieout.accepted.standing import Candidate, Standings
from tieout.engine import check, read
from tieout.model.accepted import Accepted, Entry
from tieout.model.workpaper import Release, Workpaper

Draft = Callable[..., Workpaper]
PARAGRAPH = "We sold 8,434 units at 154% of plan. Operating expenses will be 9,099 next year.\n\n"


def entries(paper: Workpaper, *rules: str) -> list[Entry]:
    """What a person says of every difference by these rules, or by all."""
    return [
        structs.replace(one.entry, reason="as agreed", by="AB", on=date(2026, 11, 30))
        for one in Standings(paper).differences
        if not rules or one.entry.rule in rules
    ]


def tick(paper: Workpaper, text: str) -> Entry:
    """What a person says of the first figure printed so."""
    found = next(one for one in Standings(paper).figures if one.entry.reported == text)
    return structs.replace(found.entry, support="backlog report", by="AB")


def the_only(paper: Workpaper) -> Accepted:
    (one,) = paper.accepted
    return one


def test_what_is_accepted_differs_still_and_is_no_finding(draft: Draft) -> None:
    paper = draft()
    held = applied(paper, entries(paper))
    assert [one.standing for one in held.accepted] == ["holds"] * 4
    assert (held.findings, held.leads, held.notices) == ((), (), ())
    assert len(paper.findings) == 3
    assert (held.endings, held.coverage) == (paper.endings, paper.coverage)


def test_nothing_said_is_nothing_changed(draft: Draft) -> None:
    paper = draft()
    assert applied(paper, ()) is paper


def test_it_holds_in_a_draft_with_paragraphs_added_and_lines_moved(draft: Draft) -> None:
    said = entries(draft())
    later = draft(
        ("approximately 145%", "about 145%"),
        ("Financial Summary", f"Financial Summary\n\n{PARAGRAPH}"),
        ("Operating expenses:", "All of our expenses:"),
    )
    held = applied(later, said)
    assert [(one.standing, one.why) for one in held.accepted] == [("holds", "")] * 4
    assert held.findings == ()


def test_it_lapses_when_the_figure_is_another(draft: Draft) -> None:
    held = applied(draft(("154%", "155%")), entries(draft(), "RX003"))
    one = the_only(held)
    assert (one.standing, one.why) == ("lapsed", "it was 154% and is now 155%")
    assert held.notices == (one,)
    assert "RX003" in {check.rule for check in held.findings}


def test_it_lapses_when_an_operand_is_another(draft: Draft) -> None:
    one = the_only(applied(draft(("5,910", "5,930")), entries(draft(), "FT001")))
    assert (one.standing, one.why) == (
        "lapsed", "it rested on 5,910, and it rests on 5,930 now",
    )  # fmt: skip


def test_it_lapses_when_nothing_differs_any_more(draft: Draft) -> None:
    one = the_only(applied(draft(("8,434", "8,343")), entries(draft(), "FT002")))
    assert (one.standing, one.why) == (
        "lapsed",
        "FT002 finds no difference there: it agrees; "
        "it rested on 8,434, which no document given prints",
    )


def test_what_nothing_is_like_is_told(draft: Draft) -> None:
    (said,) = entries(draft(), "FT001")
    lie = structs.replace(said, concept="us-gaap:Goodwill", words="goodwill _")
    one = the_only(applied(draft(), [lie]))
    assert one.standing == "unmatched"
    assert one.why.startswith("FT001 finds nothing like it in this document; if it rests on")


def test_an_entry_that_lies_about_its_rule_accepts_nothing(draft: Draft) -> None:
    (said,) = entries(draft(), "FT001")
    held = applied(draft(), [structs.replace(said, rule="RX006")])
    assert the_only(held).standing == "lapsed"
    assert len(held.findings) == 3


def test_what_is_of_another_document_is_left_alone(draft: Draft) -> None:
    (said,) = entries(draft(), "FT001")
    held = applied(draft(), [structs.replace(said, document="acme, earnings release")])
    assert the_only(held).standing == "elsewhere"
    assert (held.notices, len(held.findings)) == ((), 3)


def test_a_dismissed_lead_that_is_proven_by_now_lapses(draft: Draft) -> None:
    (said,) = entries(draft(), "FT001")
    one = the_only(applied(draft(), [structs.replace(said, said="dismissed")]))
    assert (one.standing, one.why) == (
        "lapsed", "it was dismissed as a lead, and is proven by now",
    )  # fmt: skip


def test_an_accepted_difference_may_be_a_lead_by_now(draft: Draft) -> None:
    (said,) = entries(draft(), "TI002")
    assert the_only(applied(draft(), [structs.replace(said, said="accepted")])).standing == "holds"


def test_a_dismissed_lead_that_is_none_any_more_does_no_harm(draft: Draft) -> None:
    said = entries(draft(), "TI002")
    paper = draft(("2.9 million", "2.2 million"))
    one = the_only(applied(paper, said))
    assert (one.standing, one.checks) == ("holds", ())
    assert one.why.startswith("TI002 finds no difference there")
    moved = the_only(applied(draft(("154%", "153%")), said))
    assert moved.standing == "lapsed"


def test_a_tick_by_hand_is_counted_apart_and_never_agrees(draft: Draft) -> None:
    paper = draft()
    held = applied(paper, [tick(paper, "9.9 million")])
    assert the_only(held).standing == "holds"
    assert held.coverage == paper.coverage
    (figure,) = held.ticked
    assert held.endings[figure].outcome == "not-tested"
    assert sum(map(len, held.untested.values())) == paper.coverage["not-tested"] - 1


def test_a_tick_lapses_when_its_figure_is_another_or_gone(draft: Draft) -> None:
    said = [tick(draft(), "9.9 million")]
    moved = the_only(applied(draft(("9.9 million", "9.7 million")), said))
    assert (moved.standing, moved.why) == ("lapsed", "it was 9.9 million and is now 9.7 million")


def test_a_tick_of_what_is_tested_by_now_stands_and_counts_no_more(small: Release) -> None:
    paper = check(small)
    said = tick(paper, "7,219")
    held = applied(paper, [said])
    assert the_only(held).why == "tested by now: it agrees"
    assert held.ticked == {}


def test_figures_alike_are_told_by_the_words_around_them() -> None:
    raw = "We opened 17 stores.\n\nWe closed 17 plants.\n"
    before = check(read("note.txt", raw.encode()))
    closed = Standings(before).figures[1].entry
    later = check(read("note.txt", f"Our 17 drivers hired help.\n\n{raw}".encode()))
    one = the_only(applied(later, [closed]))
    assert one.ref is not None
    assert (one.standing, one.ref.figure) == ("holds", 2)
    gone = check(read("note.txt", b"Our 17 drivers hired help.\n"))
    assert the_only(applied(gone, [closed])).standing == "unmatched"


def test_what_is_said_of_one_place_never_speaks_for_another() -> None:
    raw = b"Revenue for the second quarter was $7.2 million.\n\nRevenue of $7.2 million was good.\n"
    before = check(read("note.txt", raw))
    first = Standings(before).figures[0].entry
    mended = check(read("note.txt", raw.replace(b"was $7.2", b"was $7.3")))
    one = the_only(applied(mended, [first]))
    assert (one.standing, one.why) == ("lapsed", "it was 7.2 million and is now 7.3 million")
    moved = check(read("note.txt", raw.replace(b"quarter was", b"quarter, all in all, was")))
    assert the_only(applied(moved, [first])).standing == "holds"


def test_what_two_rules_say_of_one_figure_lapses_together(draft: Draft) -> None:
    (said,) = entries(draft(), "RX003")
    other = structs.replace(said, rule="RX006")
    held = applied(draft(("154%", "145%")), [said, other])
    assert [one.why for one in held.accepted] == ["it was 154% and is now 145%"] * 2


def test_two_entries_never_stand_for_one_difference(draft: Draft) -> None:
    (said,) = entries(draft(), "FT001")
    held = applied(draft(), [said, said])
    assert [one.standing for one in held.accepted] == ["holds", "lapsed"]


# --------------------------------------------------------------------------------- properties


def rests_on(paper: Workpaper, one: Candidate) -> set[int]:
    """The figures that a difference is of and is computed from."""
    operands = {ref.ref.figure for n in one.checks for ref in paper.checks[n].operands}
    return {one.ref.figure, *operands}


def altered(text: str, start: int, end: int, by: int) -> str:
    """The text with the last digit of a figure moved."""
    at = max(place for place in range(start, end) if text[place].isdigit())
    return f"{text[:at]}{(int(text[at]) + by) % 10}{text[at + 1 :]}"


@pytest.fixture(scope="module")
def slipped(small: Release) -> Workpaper:
    """The small release with three figures typed wrong."""
    text = small.document.text
    for old, new in (("145%", "154%"), ("8,343", "8,434"), ("16,063", "16,083")):
        text = text.replace(old, new, 1)
    return check(read("small.txt", text.encode()))


def figures(paper: Workpaper) -> list[int]:
    """Those that are amounts or percentages."""
    told = enumerate(paper.subject.document.figures)
    return [number for number, one in told if one.kind in ("amount", "percent")]


@settings(max_examples=40)
@given(st.data(), st.integers(1, 9))
def test_accepting_every_finding_leaves_none_and_changes_no_figure(
    small: Release, data: st.DataObject, by: int
) -> None:
    one = small.document.figures[data.draw(st.sampled_from(figures(check(small))))]
    text = altered(small.document.text, one.start, one.end, by)
    paper = check(read("small.txt", text.encode()))
    held = applied(paper, entries(paper))
    assert (held.findings, held.leads, held.notices) == ((), (), ())
    assert held.endings == paper.endings


@settings(max_examples=40)
@given(st.data(), st.integers(1, 9))
def test_altering_a_figure_lapses_exactly_what_rests_on_it(
    slipped: Workpaper, data: st.DataObject, by: int
) -> None:
    document, told = slipped.subject.document, Standings(slipped).differences
    number = data.draw(st.sampled_from(figures(slipped)))
    one = document.figures[number]
    text = altered(document.text, one.start, one.end, by)
    held = applied(check(read("small.txt", text.encode())), entries(slipped))
    for candidate, found in zip(told, held.accepted, strict=True):
        assert (found.standing == "holds") is (number not in rests_on(slipped, candidate))
