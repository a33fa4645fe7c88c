"""Whether two documents print the same numbers, so that one of them may be read amiss."""

from collections.abc import Hashable

from tieout.evidence.gathered import Evidence
from tieout.model.amount import number_of
from tieout.model.statement import Fact, Statement
from tieout.rules.tie.filings.pairs import Pair


def may_be_misread(evidence: Evidence, pair: Pair) -> bool:
    """True where both documents have both numbers, and no line has them the other way round.

    A row whose cells have slipped prints the same numbers in the same order. Where two columns of
    a line were exchanged by hand, the order is another one.
    """
    here, there = _number(pair.fact), _number(pair.other)
    if here not in _printed(evidence, pair.document) or there not in _printed(evidence, 0):
        return False
    one = evidence.releases[0].statements[pair.fact.statement]
    two = evidence.releases[pair.document].statements[pair.other.statement]
    return not _are_exchanged(one, pair.fact, here, two, pair.other, there)


def _are_exchanged(
    one: Statement, fact: Fact, here: Hashable, two: Statement, other: Fact, there: Hashable
) -> bool:
    """True where each line has the other's number, in another order."""
    mine, theirs = _column(one, fact, there), _column(two, other, here)
    if mine is None or theirs is None:
        return False
    return (fact.column < mine) == (other.column < theirs)


def _column(statement: Statement, fact: Fact, number: Hashable) -> int | None:
    """Where a line has a number in another column; None where it has it in none, or several."""
    on_line = [one for one in statement.facts if one.line == fact.line and not one.in_caption]
    found = [one.column for one in on_line if _number(one) in (number, _number(fact))]
    others = [column for column in found if column != fact.column]
    return others[0] if len(others) == 1 else None


def _number(fact: Fact) -> Hashable:
    """The number that a fact prints, whatever its line and period."""
    return fact.amount.unit, *number_of(abs(fact.amount))


def _printed(evidence: Evidence, document: int) -> frozenset[Hashable]:
    """Every number that the statements of a document print, those without a period too."""
    return evidence.once(
        ("printed", document), lambda: frozenset(map(_number, evidence.releases[document].facts))
    )
