"""A price is the revenue over what was sold; a daily average is the volume over the days."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from msgspec import Struct

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity
from tieout.lexicon.things import base_of, product_of
from tieout.model.statement import Statement
from tieout.patterns import pattern
from tieout.proof.bits import bits
from tieout.proof.formula import Formula
from tieout.proof.guesses import likeliest
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.quotient import so_often
from tieout.rules.verbs import recompute

_EARNED = pattern(r"\b(?:revenues?|sales)\b", re.IGNORECASE)
_DAILY = "PerDay"
_MOST = 6
"""Of one product so many lines of a sort at most: prices before and after hedges, and the like."""


class _Sorts(Struct, frozen=True):
    """The lines of a statement that tell of one product, by sort."""

    volumes: list[int]
    prices: list[int]
    revenues: list[int]
    daily: list[int]


@rule("RX026", "production-does-not-recompute", tick="RX")
def production(evidence: Evidence) -> Iterator[Proposal]:
    """Recomputes prices by revenues and volumes, and daily averages by volumes, in every column."""
    for number, statement in enumerate(evidence.statements):
        if not any(line.unit.is_physical for line in statement.lines):
            continue
        sorts = _sorted(statement)
        for one in sorts.values():
            for price in one.prices[:_MOST]:
                yield from _priced(evidence, statement, one, price, number)
        for one in sorts.values():
            for volume, daily in product(one.volumes[:_MOST], one.daily[:_MOST]):
                yield from _averages(evidence, statement, volume, daily, number)


def _sorted(statement: Statement) -> dict[str, _Sorts]:
    """The lines by the product they name."""
    found: dict[str, _Sorts] = {}
    for number, line in enumerate(statement.lines):
        if line.is_heading:
            continue
        sorts = found.setdefault(product_of(line.caption), _Sorts([], [], [], []))
        unit = line.unit
        if unit.is_money and _EARNED.search(f"{line.heading} {line.caption}"):
            sorts.revenues.append(number)
        elif unit.currency and unit.per and not unit.is_per_share:
            sorts.prices.append(number)
        elif unit.text.startswith("ext:") and base_of(unit.text)[0]:
            (sorts.daily if unit.text.endswith(_DAILY) else sorts.volumes).append(number)
    return found


def _priced(
    evidence: Evidence, statement: Statement, sorts: _Sorts, price: int, number: int
) -> Iterator[Proposal]:
    """A line of prices by the volumes and the revenues that make most of it."""
    guesses = {
        lines: list(_sales(evidence, statement, (lines[0], price, lines[1]), number))
        for lines in product(sorts.volumes[:_MOST], sorts.revenues[:_MOST])
        if _times(statement, lines[0], price) is not None
    }
    best = likeliest(guesses, lambda at: (one.ties for one in guesses[at]), is_said=True)
    if best is not None:
        cost = (len(guesses) - 1).bit_length()
        yield from (one.read(cost=cost) for one in guesses[best])


def _headings(statement: Statement, triple: tuple[int, int, int]) -> tuple[str, ...]:
    """What stands over volume, price and revenue."""
    return tuple(statement.lines[number].heading for number in triple)


def _times(statement: Statement, volume: int, price: int) -> int | None:
    """By which power of ten volume times price is money; None for units of two kinds."""
    counted = base_of(statement.lines[volume].unit.text)
    each = base_of(statement.lines[price].unit.per)
    return counted[1] - each[1] if counted[0] == each[0] else None


def _sales(
    evidence: Evidence, statement: Statement, triple: tuple[int, int, int], number: int
) -> Iterator[Proposal]:
    """The price of a product in every column: the coarsest of the three."""
    factor = Fraction(10) ** -(_times(statement, triple[0], triple[1]) or 0)
    for volume, price, revenue in _columns(evidence, statement, triple):
        text = f"{{0}} / {{1}}{so_often(factor)}"
        formula = Formula(text, (revenue, volume), lambda r, v: r / v * factor)
        yield recompute(price, formula).read(
            bound="caption",
            bindings=(("production", number, _headings(statement, triple)),),
            weight=bits(price.amount, 1),
            is_said=True,
        )


def _averages(
    evidence: Evidence, statement: Statement, volume: int, daily: int, number: int
) -> Iterator[Proposal]:
    """A daily average by the volume of its period, where both are of one kind."""
    whole = base_of(statement.lines[volume].unit.text)
    each = base_of(statement.lines[daily].unit.text.removesuffix(_DAILY))
    if whole[0] != each[0]:
        return
    factor = Fraction(10) ** (whole[1] - each[1])
    for column in statement.dated:
        period = statement.columns[column].period
        cells = _cells(evidence, statement, (volume, daily), column)
        if cells is None or period is None or period.is_instant:
            continue
        days = period.days
        text = f"{{0}} / {days}{so_often(factor)}"
        formula = Formula(text, (cells[0],), lambda v, by=days: v / by * factor)
        yield recompute(cells[1], formula).read(
            bound="caption",
            bindings=(("daily", number, statement.lines[daily].heading),),
            weight=bits(cells[1].amount, 1),
            is_said=True,
        )


def _columns(
    evidence: Evidence, statement: Statement, lines: tuple[int, int, int]
) -> Iterator[tuple[Quantity, ...]]:
    """The lines' numbers in every column that prints them all."""
    for column in statement.dated:
        cells = _cells(evidence, statement, lines, column)
        if cells is not None:
            yield cells


def _cells(
    evidence: Evidence, statement: Statement, lines: tuple[int, ...], column: int
) -> tuple[Quantity, ...] | None:
    """The numbers of the lines in a column; None where one is not printed, or is nil."""
    cells = [evidence.cell(0, statement, line, column) for line in lines]
    told = tuple(
        cell for cell in cells if cell is not None and cell.sources and cell.amount.mantissa
    )
    return told if len(told) == len(lines) else None
