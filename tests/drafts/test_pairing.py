"""Pairs: each figure of a draft finds itself in the next one, whatever else has changed."""

import random
from collections.abc import Callable

import pytest

from tieout.drafts.pairing import Pairing
from tieout.engine import read
from tieout.model.workpaper import Release

Draft = Callable[..., Release]
Told = Callable[[str], Release]


def differing(was: Release, now: Release) -> list[tuple[str, str]]:
    """Every figure of both drafts with two values, as printed."""
    pairing = Pairing(was, now)
    return [
        (was.document.figures[a].text, now.document.figures[b].text)
        for a, b in pairing.pairs()
        if not pairing.are_equal((a, b))
    ]


def left(was: Release, now: Release) -> tuple[list[str], list[str]]:
    """The figures that only one of the drafts has: removed, added."""
    pairs = Pairing(was, now).pairs()
    before, after = {a for a, _ in pairs}, {b for _, b in pairs}
    return (
        [one.text for n, one in enumerate(was.document.figures) if n not in before],
        [one.text for n, one in enumerate(now.document.figures) if n not in after],
    )


def test_a_draft_is_wholly_paired_with_itself(draft: Draft) -> None:
    release = draft(name="capstone-fy2008q2-8k")
    whole = [(n, n) for n in range(len(release.document.figures))]
    assert Pairing(release, release).pairs() == whole


def test_another_rendering_has_the_same_figures(draft: Draft) -> None:
    """The exhibit by itself, with page breaks and blank lines, beside the form that holds it."""
    form, release = draft(name="capstone-fy2008q2-8k"), draft()
    assert differing(release, form) == []
    removed, _ = left(release, form)
    assert removed == []


@pytest.mark.parametrize("seed", range(4))
def test_seeded_changes_are_found_and_nothing_else(seed: int, draft: Draft) -> None:
    was = draft(name="capstone-fy2007q2-8k")
    chance, text = random.Random(seed), was.document.text
    long = [
        one
        for one in was.document.figures
        if one.kind in ("amount", "percent") and sum(ch.isdigit() for ch in one.text) > 1
    ]
    picked = sorted(chance.sample(long, 8), key=lambda one: one.start)
    for one in picked:
        at = next(n for n in range(one.end - 1, one.start - 1, -1) if text[n].isdigit())
        text = f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}"
    now = read("now.txt", text.encode())
    assert [a for a, _ in differing(was, now)] == [one.text for one in picked]
    assert left(was, now) == ([], [])


PROSE = "Example Corp. told of the quarter.\n\n{}\n\nIt will tell more in due course.\n"


@pytest.mark.parametrize(
    ("was", "now", "changed", "removed", "added"),
    [
        (
            "Revenue rose 5% to $7.2 million.",
            "Revenue rose 6%, after a gain of $0.3 million, to $7.2 million.",
            [("5%", "6%")],
            [],
            ["0.3 million"],
        ),
        (
            "Revenue rose 5% to $7.2 million. Orders were $9.1 million.",
            "Orders were $9.1 million. Revenue rose 5% to $7.2 million.",
            [],
            [],
            [],
        ),
        (
            "Revenue rose 5%. Orders were $9.1 million. Costs fell 3%.",
            "Revenue rose 5%. Costs fell 3%.",
            [],
            ["9.1 million"],
            [],
        ),
        (
            "\u2022 Revenue of $7.2 million, up 31%\n\u2022 Cash of $4.1 million, up 2%",
            "Revenue of $7.2 million, up 31%; cash of $4.1 million, up 3%",
            [("2%", "3%")],
            [],
            [],
        ),
    ],
)
def test_sentences_rewritten(
    was: str,
    now: str,
    changed: list[tuple[str, str]],
    removed: list[str],
    added: list[str],
    told: Told,
) -> None:
    one, two = told(PROSE.format(was)), told(PROSE.format(now))
    assert differing(one, two) == changed
    assert left(one, two) == (removed, added)


TABLE = """INCOME STATEMENTS
(In thousands)
\tThree Months Ended June 30, 2008\tThree Months Ended June 30, 2007
Revenue\t7,219\t2,946
Cost of sales\t5,975\t2,282
Gross profit\t1,244\t664
"""


def test_a_row_moved_and_a_row_added(told: Told) -> None:
    now = TABLE.replace("Gross profit\t1,244\t664\n", "") + "Orders\t9,100\t8,800\n"
    now = now.replace("Revenue\t", "Gross profit\t1,244\t664\nRevenue\t")
    assert differing(told(TABLE), told(now)) == []
    assert left(told(TABLE), told(now)) == ([], ["9,100", "8,800"])


def test_columns_in_another_order(told: Told) -> None:
    """The header's dates are exchanged where they stand; the figures follow their dates."""
    now = TABLE.replace("2008\t", "2006\t").replace("2007\n", "2008\n").replace("2006", "2007")
    for one, two in (("7,219", "2,946"), ("5,975", "2,282"), ("1,244", "664")):
        now = now.replace(f"{one}\t{two}", f"{two}\t{one}")
    dates = [("June 30, 2008", "June 30, 2007"), ("June 30, 2007", "June 30, 2008")]
    assert differing(told(TABLE), told(now.replace("664", "665"))) == [*dates, ("664", "665")]
