"""Work is done again only where what it asks is answered otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.evidence.mentions import mentions
from tieout.evidence.moves import moves
from tieout.evidence.watched import Watched
from tieout.model.statement import Statement
from tieout.model.workpaper import Release

EXAMPLE = Path(__file__).with_name("example-corp.txt")
SAID = "Revenue was $7.2 million, compared with $2.9 million. Gross profit was $4.2 million."
TEXT = EXAMPLE.read_text("utf-8").replace("{said}", SAID).encode()


def altered(old: bytes, new: bytes) -> Release:
    assert TEXT.count(old) == 1
    return read("release.txt", TEXT.replace(old, new))


@pytest.fixture
def before() -> Watched:
    return Watched((read("release.txt", TEXT),))


def found(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """What a rule that looks at each claim by itself might find."""
    for claim in evidence.each(evidence.claims()):
        known = evidence.find(claim.concept, claim.period)
        yield claim.caption, known.shown if known is not None else ""


def looked_at(evidence: Watched) -> list[str]:
    """The captions of the claims whose work is done again."""
    done: list[str] = []

    def rule(seen: Evidence) -> Iterator[tuple[str, str]]:
        for claim in seen.each(seen.claims()):
            done.append(claim.caption)
            known = seen.find(claim.concept, claim.period)
            yield claim.caption, known.shown if known is not None else ""

    evidence.work("found", rule)
    return done


def test_only_claims_of_a_fact_that_differs_are_looked_at_again(before: Watched) -> None:
    whole = before.work("found", found)
    assert len(whole) == 3
    now = Watched((altered(b"4,219", b"4,819"),), before)
    assert looked_at(now) == ["gross profit"]
    assert Watched((now.subject,), before).work("found", found) == list(
        found(Evidence.gather((now.subject,)))
    )


def test_work_of_which_nothing_differs_is_not_begun(before: Watched) -> None:
    whole = before.work("found", found)
    now = Watched((altered(b"1,201", b"1,301"),), before)
    assert now.work("found", lambda _: pytest.fail("begun")) == whole


def test_what_asks_for_a_whole_release_is_always_done_again(before: Watched) -> None:
    def counted(evidence: Evidence) -> Iterator[int]:
        yield len(evidence.subject.facts)

    assert before.work("counted", counted) == [10]
    now = Watched((altered(b"1,201", b"1,301"),), before)
    assert now.work("counted", lambda _: iter([0])) == [0]


def test_a_look_at_an_index_is_noted_by_its_key(before: Watched) -> None:
    def by_line(evidence: Evidence) -> Iterator[int]:
        index = evidence.indexed(
            "lines", {fact.line: fact.amount.mantissa for fact in evidence.subject.facts}
        )
        for line in evidence.each([(0,), (1,), (2,)]):
            yield index[line[0]]

    assert before.work("lines", by_line) == [2946, 2000, 946]
    now = Watched((altered(b"\t946", b"\t996"),), before)
    assert now.work("lines", by_line) == [2946, 2000, 996]


def test_mentions_are_those_before_but_for_what_differs(before: Watched) -> None:
    old = mentions(before)
    now = Watched((altered(b"3,000", b"3,100"),), before)
    new, fresh = mentions(now), mentions(Evidence.gather((now.subject,)))
    assert [one for one in new.claims if one not in old.claims] == []
    assert new.claims == fresh.claims
    assert list(new.lines()) == list(fresh.lines())
    claim = new.claims[0]
    assert list(new.printed(claim.amount, "level")) == list(fresh.printed(claim.amount, "level"))
    assert moves(now).by_line == moves(Evidence.gather((now.subject,))).by_line


def test_a_document_of_other_figures_is_looked_at_anew(before: Watched) -> None:
    before.work("found", found)
    now = Watched((altered(b"Gross profit was $4.2 million.", b"It grew."),), before)
    assert now.changes is not None
    assert not now.changes.is_alike
    assert len(looked_at(now)) == 2


def test_work_that_looks_for_words_is_done_again_where_they_differ(before: Watched) -> None:
    def dollars(text: str) -> list[str]:
        return [word for word in text.split() if word.startswith("$")]

    def rule(seen: Evidence) -> Iterator[str]:
        yield from dollars(seen.text(dollars))

    done = before.work("dollars", rule)
    assert "$7.2" in done
    assert Watched((altered(b"4,219", b"4,319"),), before).work("dollars", rule) is done
    now = Watched((altered(b"$4.2", b"$4.3"),), before)
    assert now.work("dollars", rule) == list(rule(Evidence.gather((now.subject,))))


def test_work_that_asks_where_words_stand_is_done_again_where_they_move(before: Watched) -> None:
    def rule(seen: Evidence) -> Iterator[int]:
        yield from (row.spans[0].start for table in seen.spanned() for row in table.rows)

    done = before.work("places", rule)
    assert Watched((altered(b"4,219", b"4,319"),), before).work("places", rule) is done
    now = Watched((altered(b"4,219", b"14,219"),), before)
    assert now.work("places", rule) == list(rule(Evidence.gather((now.subject,))))


def test_work_on_days_is_done_again_where_more_than_amounts_differs(before: Watched) -> None:
    def days(seen: Evidence) -> Iterator[str]:
        document = seen.dated().document
        yield from (figure.text for figure in document.figures if figure.kind == "date")

    before.work("days", days)
    amount = Watched((altered(b"4,219", b"4,819"),), before)
    amount.work("days", lambda _: pytest.fail("begun"))
    day = Watched((altered(b"November 8", b"November 9"),), before)
    assert "November 9" in " ".join(day.work("days", days))


def test_what_statements_tell_is_noted_by_its_key(before: Watched) -> None:
    looks: list[str] = []

    def rule(seen: Evidence) -> Iterator[int]:
        told = seen.told_by_all(amounts)
        for caption, _ in seen.each([("Revenue", 1), ("Gross profit", 1)]):
            looks.append(caption)
            yield sum(told[caption])

    before.work("amounts", rule)
    looks.clear()
    now = Watched((altered(b"4,219", b"4,319"),), before)
    assert now.work("amounts", rule) == [7219 + 2946, 4319 + 946]
    assert looks == ["Gross profit"]


def amounts(_: int, statement: Statement) -> dict[str, list[int]]:
    """The amounts of each line of a statement."""
    found: dict[str, list[int]] = {}
    for fact in statement.facts:
        found.setdefault(fact.caption, []).append(fact.amount.mantissa)
    return found
