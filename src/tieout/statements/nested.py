"""Subtotals that no word gives away, and signs that no caption tells: found where columns agree."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import isqrt, prod

from msgspec import Struct, structs

from tieout.model.statement import Line, Parts, Sum
from tieout.statements.lines import is_money, is_total

_MOST = 40
"""No subtotal takes more lines; it bounds the search at each line."""

_TERMS = 4
"""So many shares, or amounts per share, are added up at most."""

_FEW = 20
"""Of no more parts is it asked whether two of them have the other sign."""


class _Demand(Struct, frozen=True):
    """What columns must show of a reading.

    It is one in `chance` at most that they agree by accident; `least` columns foot; with `misses`
    one in three may miss, or one of two.
    """

    chance: int
    least: int = 2
    misses: bool = False


# Where captions and layout give the reading; where any stretch of lines is tried.
_GIVEN, _GIVEN_MISSED = _Demand(1), _Demand(1, misses=True)
_FOUND, _FOUND_MISSED = _Demand(10**5), _Demand(10**5, misses=True)
_PERHAPS = _Demand(10**2, least=1, misses=True)

_TRIED = 10**4
"""So many times as many as are tried must be the numbers that a reading's columns could print."""

_CONFIRMED = 10**7
"""One in so many: that a total and what is nested in it foot together by accident."""


class Printed:
    """The amounts of a statement's lines, to try readings of its totals on.

    A reading is found only where two columns or more foot by it, and all of them but one in
    three; whether it holds for a column is then for the others to say, as with any reading.
    """

    def __init__(self, lines: Sequence[Line], unit: str = "") -> None:
        """The lines of one statement, in order: those of money, or of another unit."""
        self._totals = {number for number, line in enumerate(lines) if is_total(line)}
        width = max((len(line.cells) for line in lines), default=0)
        printed = [
            [
                line.printed(n)
                if (line.unit == unit if unit else is_money(line))
                and n < len(line.cells)
                and not line.cells[n].is_percent
                else None
                for n in range(width)
            ]
            for line in lines
        ]
        finest = min((one.exponent for row in printed for one in row if one), default=0)
        self._values = [[one.at(finest) if one else None for one in row] for row in printed]
        self._units = [
            max((10 ** (one.exponent - finest) for one in row if one), default=1) for row in printed
        ]

    def first(self, number: int, readings: Sequence[Parts]) -> int:
        """Which of a total's readings foots first, by position; −1 where none does."""
        for demand in (_GIVEN, _GIVEN_MISSED):
            for position, parts in enumerate(readings):
                slack = self._slack(number, parts)
                apart = self._apart(number, parts)
                if self._foots(number, parts, apart, slack, demand):
                    return position
        return -1

    def is_exact(self, number: int, parts: Parts) -> bool:
        """True where no chance would make the columns foot so, and none misses."""
        apart, slack = self._apart(number, parts), self._slack(number, parts)
        return self._foots(number, parts, apart, slack, _FOUND)

    def foots_nowhere(self, number: int, readings: Sequence[Parts]) -> bool:
        """True where several columns print the line or its parts, and none foots by any reading."""
        columns = [n for n, value in enumerate(self._values[number]) if value]
        others = {
            n
            for parts in readings
            for part, _ in parts
            for n, value in enumerate(self._values[part])
            if value
        }
        return (len(columns) > 1 or len(columns) < len(others)) and all(
            abs(apart[column]) > slack
            for parts in readings
            for apart, slack in [(self._apart(number, parts), self._slack(number, parts))]
            for column in columns
        )

    def subtotal(self, number: int, parts: Parts) -> Parts:
        """The shortest end of the open parts that the line sums; empty where there is none.

        Their weights are as given, or all as printed; two may be a whole and what it is less.
        """
        for demand in (_FOUND, _FOUND_MISSED):
            found = self._end(number, parts, demand)
            if found:
                return found
        return ()

    def _is_told(self, number: int) -> bool:
        """True where two columns or more print the line."""
        return sum(bool(value) for value in self._values[number]) > 1

    def _end(self, number: int, parts: Parts, demand: _Demand) -> Parts:
        """The shortest end of the parts that the line sums, as far as is demanded."""
        if not self._is_told(number):
            return ()
        weighed, plain = self._apart(number, ()), self._apart(number, ())
        units = [self._units[number]]
        last = self._values[parts[-1][0]] if parts else []
        if not any(last):
            return ()
        for size in range(1, min(len(parts), _MOST) + 1):
            part, weight = parts[-size]
            values = self._values[part]
            units.append(self._units[part])
            for column, value in enumerate(values):
                if value:
                    weighed[column] -= weight * value
                    plain[column] -= value
            if size < 2 or not any(values):
                continue
            tried = [(weighed, parts[-size:]), (plain, _as_printed(parts[-size:]))]
            if size == 2:
                less = [rest + 2 * (value or 0) for rest, value in zip(plain, last, strict=True)]
                tried.append((less, ((part, 1), (parts[-1][0], -1))))
            for apart, reading in tried:
                slack = _slack(units)
                if self._foots(number, reading, apart, slack, demand):
                    return reading
        return ()

    def headed(self, parts: Parts, demand: _Demand = _FOUND) -> list[tuple[int, Parts]]:
        """The lines among these that sum the lines behind them, each with those lines."""
        found: list[tuple[int, Parts]] = []
        at = 0
        while at < len(parts):
            behind = self._begin(parts[at][0], parts[at + 1 : at + 1 + _MOST], demand)
            if behind:
                found.append((parts[at][0], behind))
            at += 1 + len(behind)
        return found

    def _begin(self, number: int, parts: Parts, demand: _Demand) -> Parts:
        """The shortest beginning of the parts, as printed, that the line before them sums."""
        if not parts or not self._is_told(number) or not any(self._values[parts[0][0]]):
            return ()
        apart, units = self._apart(number, ()), [self._units[number]]
        for size, (part, _) in enumerate(parts, 1):
            units.append(self._units[part])
            for column, value in enumerate(self._values[part]):
                apart[column] -= value or 0
            reading = _as_printed(parts[:size])
            if size < 2 or not any(self._values[part]):
                continue
            slack = _slack(units)
            if self._foots(number, reading, apart, slack, demand):
                return reading
        return ()

    def nested(self, number: int, parts: Parts) -> tuple[Parts, list[tuple[int, Parts]]]:
        """The parts without those that others among them sum, and these sums; else nothing.

        A column alone may show what is nested, if the line foots by it there too, and the others
        either foot or are as far apart in the line as in what is nested: an error of one figure.
        """
        nests = [one for one in self.headed(parts, _PERHAPS) if one[0] not in self._totals]
        behind = {n for _, under in nests for n, _ in under}
        for at, (part, weight) in enumerate(parts):
            before = tuple((n, w * weight) for n, w in parts[:at] if n not in behind)
            under = () if part in behind else self._end(part, before, _PERHAPS)
            if under:
                nests = [one for one in nests if one[0] not in {n for n, _ in under}]
                nests.append((part, under))
                behind |= {n for n, _ in under}
        for some in (nests, *([one] for one in nests)) if len(nests) > 1 else (nests,):
            within = {n for _, under in some for n, _ in under}
            rest = tuple((n, w) for n, w in parts if n not in within)
            if some and self._is_confirmed(number, rest, some):
                return rest, some
        return (), []

    def _is_confirmed(self, number: int, parts: Parts, nests: Sequence[tuple[int, Parts]]) -> bool:
        """True where the line and what is nested foot in all columns, but for a figure in one."""
        weights = dict(parts)
        slack = self._slack(number, parts)
        apart = self._apart(number, parts)
        inner = [
            (weights.get(part, 0), self._apart(part, under), self._slack(part, under))
            for part, under in nests
        ]
        chance, odd = 1, 0
        for column, whole in enumerate(self._values[number]):
            if not whole:
                continue
            wrong = [(w, rest[column]) for w, rest, most in inner if abs(rest[column]) > most]
            if abs(apart[column]) <= slack and not wrong:
                chance *= abs(whole) // (2 * slack + 1)
                for part, under in nests:
                    if self._adds(under, column):
                        chance *= max(1, abs(self._values[part][column] or 0))
            elif (
                len(wrong) == 1
                and min(abs(apart[column]), abs(apart[column] + wrong[0][0] * wrong[0][1])) <= slack
            ):
                odd += 1
            else:
                return False
        return odd < 2 and chance >= _CONFIRMED

    def turned(self, number: int, parts: Parts) -> Parts:
        """The parts all as printed, or with one sign or two turned, where the line foots so."""
        if not 2 <= len(parts) <= _MOST:
            return ()
        slack = self._slack(number, parts)
        plain = _as_printed(parts)
        if self._foots(number, plain, self._apart(number, plain), slack, _FOUND):
            return plain
        for given in (parts, plain):
            apart = self._apart(number, given)
            for turned in _some(given):
                rest = list(apart)
                for part, weight in turned:
                    for column, value in enumerate(self._values[part]):
                        rest[column] += 2 * weight * (value or 0)
                demand = _Demand(_TRIED * len(parts) ** len(turned))
                if self._foots(number, given, rest, slack, demand):
                    return tuple((n, -w if (n, w) in turned else w) for n, w in given)
        return ()

    def _adds(self, parts: Parts, column: int) -> bool:
        """True where the column prints more than nil for two of the parts."""
        return sum(bool(self._values[part][column]) for part, _ in parts) > 1

    def _apart(self, number: int, parts: Parts) -> list[int]:
        """In every column, the total less its parts."""
        apart = [value or 0 for value in self._values[number]]
        for part, weight in parts:
            for column, value in enumerate(self._values[part]):
                if value:
                    apart[column] -= weight * value
        return apart

    def _slack(self, number: int, parts: Parts) -> int:
        """What the rounding of these lines usually leaves."""
        return _slack([self._units[number], *(self._units[part] for part, _ in parts)])

    def _foots(
        self, number: int, parts: Parts, apart: Sequence[int], slack: int, demand: _Demand
    ) -> bool:
        """True where the columns, that far apart, foot as demanded.

        Where some may miss, none of these prints a part that only it prints.
        """
        missed: list[int] = []
        footed: dict[int, int] = {}
        for column, (whole, rest) in enumerate(zip(self._values[number], apart, strict=True)):
            if not whole:
                continue
            if abs(rest) <= slack:
                footed[column] = max(1, abs(whole) // (2 * slack + 1 if rest else 1))
            else:
                missed.append(column)
                if not demand.misses or len(missed) > 1 + len(footed):
                    return False
        if demand.chance > 1:  # a column that prints one part adds nothing up
            footed = {n: weight for n, weight in footed.items() if self._adds(parts, n)}
        most = max(len(footed) // 2, len(footed) if demand.least == 1 else 0)
        if len(footed) < demand.least or len(missed) > most:
            return False
        if prod(footed.values()) < demand.chance:
            return False
        return not missed or all(
            any(self._values[part][n] for n in footed)
            for part, _ in parts
            if any(self._values[part][n] for n in missed)
        )


def _slack(units: Sequence[int]) -> int:
    """What the rounding of numbers with these last units usually leaves of their sum."""
    return min(sum(units) // 2, isqrt(3 * sum(unit * unit for unit in units) // 4))


def _as_printed(parts: Parts) -> Parts:
    """The parts with the signs that are printed."""
    return tuple((number, 1) for number, _ in parts)


def _some(parts: Parts) -> Iterator[Parts]:
    """Each of the parts, then every two of them where they are few."""
    yield from ((part,) for part in parts)
    if len(parts) <= _FEW:
        yield from combinations(parts, 2)


def borne_out(lines: Sequence[Line], sums: Sequence[Sum]) -> tuple[Sum, ...]:
    """Of a table that shows a choice of lines, the sums that several columns foot by."""
    printed = Printed(lines)
    kept: list[Sum] = []
    for one in sums:
        at = printed.first(one.total, one.readings)
        if at >= 0 and printed.is_exact(one.total, one.readings[at]):
            kept.append(structs.replace(one, readings=one.readings[at : at + 1], firm=False))
    summed = {number for one in kept for number in (one.total, *(n for n, _ in one.readings[0]))}
    rest = tuple((n, 1) for n, line in enumerate(lines) if is_money(line) and n not in summed)
    return (*kept, *(Sum(total, (parts,), firm=False) for total, parts in printed.headed(rest)))


def counted(lines: Sequence[Line], unit: str) -> list[Sum]:
    """The sums among lines of a unit that is not money: shares, or amounts per share."""
    numbers = [n for n, line in enumerate(lines) if line.unit == unit and not line.is_heading]
    printed = Printed(lines, unit)
    found: list[Sum] = []
    for at, number in enumerate(numbers):
        before = tuple((n, 1) for n in numbers[max(0, at - _TERMS) : at])
        parts = printed.subtotal(number, before)
        if parts:
            found.append(Sum(number, (parts,), firm=False))
    return found
