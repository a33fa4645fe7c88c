"""The scale of a table that says none, proven by figures that a primary statement reports too."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tieout.lexicon.units import Scale
from tieout.model.amount import Amount
from tieout.model.statement import Column, Fact, Line

_POWERS = (0, 3, 6, 9)
# Figures of one or two digits are alike by chance.
_FEWEST_DIGITS = 100


def proven_scale(
    lines: Sequence[Line], columns: Sequence[Column], facts: Iterable[Fact]
) -> Scale | None:
    """The one power of ten under which the table's figures are those of the facts; else None."""
    reported: dict[tuple[str, str], set[Amount]] = {}
    for fact in facts:
        if fact.period is not None and not fact.dimensions:
            reported.setdefault((fact.concept, str(fact.period)), set()).add(fact.amount)
    found: Counter[int] = Counter()
    for line in lines:
        if len(line.unit) != 3 or not line.concept.startswith("us-gaap:"):
            continue
        for cell, column in zip(line.cells, columns, strict=True):
            if cell.kind != "number" or abs(cell.amount.mantissa) < _FEWEST_DIGITS:
                continue
            for other in reported.get((line.concept, str(column.period)), ()):
                found.update(power for power in _POWERS if _is_same(cell.amount, power, other))
    if not found or len(found) > 1:
        return None
    (power,) = found
    return Scale(power, power, is_said=True)


def needs_scale(fact: Fact, lines: Sequence[Line]) -> bool:
    """True for an amount that means nothing without a scale.

    Amounts per share, percentages and lines that name their own scale need none.
    """
    line = lines[fact.line]
    return not line.power and (len(fact.amount.unit) == 3 or fact.amount.unit == "shares")


def _is_same(amount: Amount, power: int, other: Amount) -> bool:
    """True where the printed number, so many powers of ten up, is the other's magnitude."""
    return abs(amount.times_power(power).value) == abs(other.value)
