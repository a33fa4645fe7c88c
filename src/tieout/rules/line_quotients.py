"""Lines that are one line over another, column by column: found by digits, confirmed by columns."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import islice
from typing import TypeAlias

from msgspec import Struct

from tieout.model.amount import Amount
from tieout.model.memo import Memo, afresh
from tieout.model.period import Period
from tieout.model.statement import Dimensions, Fact
from tieout.rules.quotient import ONE, is_near_quotient, weigh_quotient

NEAR = 24
"""The line below is looked for among so many lines above and below, and among the bases."""
_HITS = 6
"""So many lines that may be the line above are tried for each line below."""
_TRIES = 64
"""So many quotients of one line are tried in every column."""
_PIVOTS = 2
"""Columns by which a quotient is looked for: one of them may be the one that is wrong."""
_NAMED = 0
_SEARCHED = 7
"""Bits the search has used up: none where the words name both lines."""

Line: TypeAlias = tuple[int, int]
Place: TypeAlias = tuple[Period, Dimensions]
"""A period, and whose or what a column's figures are: segments stand side by side."""
Facts: TypeAlias = Mapping[Place, Fact]
Lines: TypeAlias = Mapping[Line, Facts]
_Held: TypeAlias = tuple[Sequence[int], Sequence[Line]]


class Quotient(Struct, frozen=True):
    """Two lines, how often a year has their period, and whether words name them."""

    over: Line
    under: Line
    times: Fraction
    is_named: bool

    @property
    def cost(self) -> int:
        """The bits that the search for it has used up."""
        return _NAMED if self.is_named else _SEARCHED + 2 * (self.times != ONE)


class Sizes(Struct, frozen=True):
    """The sizes of the amounts of one place and one statement, in order, with their lines.

    They are counted in units of 10^exponent.
    """

    exponent: int
    held: Mapping[tuple[Place, int], _Held]


class Search(Struct, frozen=True):
    """Where the two lines of a quotient are looked for.

    `bases` are the lines of other statements that may be what is divided by. `is_named` says of
    a line, its figures and two others whether words name them; `times` how often a period's
    quotient may be taken.
    """

    overs: Lines
    unders: Lines
    sizes: Sizes
    bases: Sequence[Line]
    is_named: Callable[[Line, Facts, Line, Line], bool]
    times: Callable[[Period], Sequence[Fraction]]

    def columns(self, stated: Facts, one: Quotient) -> Iterator[tuple[Fact, Fact, Fact]]:
        """Each figure of a line with the two it is divided from, wherever both are told."""
        for place, fact in stated.items():
            over, under = self.overs[one.over].get(place), self.unders[one.under].get(place)
            if over is not None and under is not None:
                yield fact, over, under

    def best(self, line: Line, stated: Facts) -> Quotient | None:
        """The quotient that most columns bear out by most bits, one that is named before others."""
        best: Quotient | None = None
        most = 0
        for one in islice(self._quotients(line, stated), _TRIES):
            weight = self.weight(stated, one)
            if weight > most:
                best, most = one, weight
        return best

    def _quotients(self, line: Line, stated: Facts) -> Iterator[Quotient]:
        """The quotients that give the figure in either column where it has most digits."""
        pivots = sorted(stated, key=lambda place: -abs(stated[place].amount.mantissa))[:_PIVOTS]
        for pivot in pivots:
            yield from self._quotients_at(line, stated, pivot)

    def _quotients_at(self, line: Line, stated: Facts, pivot: Place) -> Iterator[Quotient]:
        """The quotients that give the figure in one column."""
        ratio, sizes = abs(stated[pivot].amount), self.sizes
        up, down = 10 ** max(0, ratio.exponent), 10 ** max(0, -ratio.exponent)
        scaled = [(one, one.denominator * up, one.numerator * down) for one in self.times(pivot[0])]
        for under in self.unders_of(line):
            below = self.unders[under].get(pivot)
            if below is None:
                continue
            size, finer = _sized(below.amount, sizes.exponent)
            held = [
                sizes.held[pivot, statement]
                for statement in dict.fromkeys((line[0], under[0]))
                if (pivot, statement) in sizes.held
            ]
            for times, by, part in scaled:
                whole = size * by
                least = -((1 - ratio.mantissa) * whole // (part * finer))  # rounded up
                most = (ratio.mantissa + 1) * whole // (part * finer)
                for values, lines in held:
                    low, high = bisect_left(values, least), bisect_right(values, most)
                    for over in lines[low : min(high, low + _HITS)]:
                        if over != under:
                            is_named = self.is_named(line, stated, over, under)
                            yield Quotient(over, under, times, is_named)

    def unders_of(self, line: Line) -> Iterator[Line]:
        """The lines that may be divided by, those nearest above first."""
        statement, number = line
        for near in (*range(number - 1, number - NEAR, -1), *range(number + 1, number + NEAR)):
            if (statement, near) in self.unders:
                yield statement, near
        yield from (base for base in self.bases if base[0] != statement)

    def weight(self, stated: Facts, one: Quotient) -> int:
        """The bits by which the columns bear a quotient out; 0 where as many do not."""
        weight = agreed = missed = 0
        for place, fact in stated.items():
            over, under = self.overs[one.over].get(place), self.unders[one.under].get(place)
            if over is None or under is None:
                continue
            sizes = (abs(fact.amount), abs(over.amount), abs(under.amount))
            if is_near_quotient(*sizes, times=one.times):
                weight += weigh_quotient(*sizes)
                agreed += 1
            else:
                missed += 1
        is_borne = agreed > 2 * missed or (one.is_named and agreed == missed == 1)
        return weight - one.cost if is_borne else 0


def sizes_of(tables: Sequence[Lines], memo: Memo = afresh) -> Sizes:
    """The sizes of every amount of the lines of tables."""
    exponents = [memo("exponent", partial(_finest, lines), lines) for lines in tables if lines]
    exponent = min(exponents, default=0)
    held: dict[tuple[Place, int], _Held] = {}
    for lines in tables:
        held |= memo(("sizes", exponent), partial(_sizes, lines, exponent), lines)
    return Sizes(exponent, held)


def _finest(lines: Lines) -> int:
    """The power of ten of the finest amount of lines."""
    return min(fact.amount.exponent for facts in lines.values() for fact in facts.values())


def _sizes(lines: Lines, exponent: int) -> dict[tuple[Place, int], _Held]:
    """The sizes of the amounts of lines, in order, with the lines, by their places."""
    held: dict[tuple[Place, int], list[tuple[int, Line]]] = {}
    for line, facts in lines.items():
        for place, fact in facts.items():
            held.setdefault((place, line[0]), []).append((abs(fact.amount.at(exponent)), line))
    ordered = {key: sorted(pairs) for key, pairs in held.items()}
    return {key: ([size for size, _ in one], [at for _, at in one]) for key, one in ordered.items()}


def _sized(amount: Amount, exponent: int) -> tuple[int, int]:
    """The size in units of 10^exponent, and by what it is then to be divided."""
    finest = min(amount.exponent, exponent)
    return abs(amount.at(finest)), 10 ** (exponent - finest)
