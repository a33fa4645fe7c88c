"""Whether two documents print the same numbers, so that one of them may be read amiss."""

from collections.abc import Hashable

from tieout.evidence.gathered import Evidence
from tieout.model.amount import number_of
from tieout.model.statement import Fact
from tieout.model.workpaper import Release
from tieout.rules.tie.filings.pairs import Pair

_MOST = 64
"""So many columns of a line are looked at."""


def may_be_misread(evidence: Evidence, pair: Pair) -> bool:
    """True where both documents have both numbers, and no line has them the other way round.

    A row whose cells have slipped prints the same numbers in the same order. Where two columns of
    a line were exchanged by hand, the order is another one.
    """
    here, there = _number(pair.fact), _number(pair.other)
    if here not in _printed(evidence, pair.document) or there not in _printed(evidence, 0):
        return False
    mine = _column(evidence, 0, pair.fact, there)
    theirs = _column(evidence, pair.document, pair.other, here)
    if mine is None or theirs is None:
        return True
    return (pair.fact.column < mine) != (pair.other.column < theirs)


def _column(evidence: Evidence, document: int, fact: Fact, number: Hashable) -> int | None:
    """Where a line has a number in another column; None where it has it in none, or several."""
    lines = evidence.once(("lines", document), lambda: _lines(evidence.releases[document]))
    on_line = lines.get((fact.statement, fact.line), ())
    found = [one.column for one in on_line if _number(one) in (number, _number(fact))]
    others = [column for column in found if column != fact.column]
    return others[0] if len(others) == 1 else None


def _lines(release: Release) -> dict[tuple[int, int], list[Fact]]:
    """The facts of each line of each statement; so many of a line."""
    found: dict[tuple[int, int], list[Fact]] = {}
    for fact in release.facts:
        if not fact.in_caption:
            held = found.setdefault((fact.statement, fact.line), [])
            held += [fact] if len(held) < _MOST else []
    return found


def _number(fact: Fact) -> Hashable:
    """The number that a fact prints, whatever its line and period."""
    return fact.amount.unit, *number_of(abs(fact.amount))


def _printed(evidence: Evidence, document: int) -> frozenset[Hashable]:
    """Every number that the statements of a document print, those without a period too."""
    return evidence.once(
        ("printed", document), lambda: frozenset(map(_number, evidence.releases[document].facts))
    )
