"""Subtotals that no word gives away, and signs that no caption tells: found where columns agree."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import isqrt

from tieout.model.statement import Line, Parts
from tieout.statements.lines import is_money

_MOST = 40
"""No subtotal takes more lines; it bounds the search at each line."""

_FEW = 20
"""Of no more parts is it asked whether two of them have the other sign."""

# So improbable must it be that the columns agree by chance, one in so many: where captions and
# layout give the reading; where the end of the open lines is tried; where signs are tried too.
_GIVEN, _ENOUGH, _ENOUGH_TURNED, _ENOUGH_TWICE = 1, 10**5, 10**6, 10**8


class Printed:
    """The amounts of a statement's lines, to try readings of its totals on.

    A reading is found only where two columns or more foot by it, and all of them but one in
    three; whether it holds for a column is then for the others to say, as with any reading.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        """The lines of one statement, in order."""
        width = max((len(line.cells) for line in lines), default=0)
        printed = [
            [
                line.printed(n)
                if is_money(line) and n < len(line.cells) and not line.cells[n].is_percent
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
        for position, parts in enumerate(readings):
            if self._foots(number, self._apart(number, parts), self._slack(number, parts), _GIVEN):
                return position
        return -1

    def subtotal(self, number: int, parts: Parts) -> Parts:
        """The shortest end of the open parts that the line sums; empty where there is none.

        Their weights are as given, or all as printed; two may be a whole and what it is less.
        """
        whole = self._values[number]
        if sum(value not in (None, 0) for value in whole) < 2:
            return ()
        weighed, plain = self._apart(number, ()), self._apart(number, ())
        units = [self._units[number]]
        last = self._values[parts[-1][0]] if parts else []
        for size in range(1, min(len(parts), _MOST) + 1):
            part, weight = parts[-size]
            values = self._values[part]
            units.append(self._units[part])
            for column, value in enumerate(values):
                if value:
                    weighed[column] -= weight * value
                    plain[column] -= value
            if size == 1 and not any(values):
                return ()
            if size < 2 or not any(values):
                continue
            tried = [(weighed, parts[-size:]), (plain, _as_printed(parts[-size:]))]
            if size == 2:
                less = [rest + 2 * (value or 0) for rest, value in zip(plain, last, strict=True)]
                tried.append((less, ((part, 1), (parts[-1][0], -1))))
            for apart, reading in tried:
                slack = _slack(units)
                if self._foots(number, apart, slack, _ENOUGH) and self._is_sum(reading):
                    return reading
        return ()

    def turned(self, number: int, parts: Parts) -> Parts:
        """The parts all as printed, or with one sign or two turned, where the line foots so."""
        if not 2 <= len(parts) <= _MOST:
            return ()
        slack = self._slack(number, parts)
        plain = _as_printed(parts)
        if self._foots(number, self._apart(number, plain), slack, _ENOUGH):
            return plain
        for given in (parts, plain):
            apart = self._apart(number, given)
            for turned in _some(given):
                rest = list(apart)
                for part, weight in turned:
                    for column, value in enumerate(self._values[part]):
                        rest[column] += 2 * weight * (value or 0)
                enough = _ENOUGH_TURNED if len(turned) == 1 else _ENOUGH_TWICE
                if self._foots(number, rest, slack, enough):
                    return tuple((n, -w if (n, w) in turned else w) for n, w in given)
        return ()

    def _is_sum(self, parts: Parts) -> bool:
        """True where some column prints more than nil for two of the parts."""
        columns = zip(*(self._values[part] for part, _ in parts), strict=True)
        return any(sum(bool(value) for value in column) > 1 for column in columns)

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

    def _foots(self, number: int, apart: Sequence[int], slack: int, enough: int) -> bool:
        """True where the columns foot that far apart, beyond what chance would do."""
        missed = footed = 0
        evidence = 1
        for whole, rest in zip(self._values[number], apart, strict=True):
            if not whole:
                continue
            if abs(rest) > slack:
                missed += 1
                if missed > 1 and missed > footed:
                    return False
            else:
                footed += 1
                evidence *= max(1, abs(whole) // (2 * slack + 1 if rest else 1))
        return footed > 1 and missed * 3 <= footed + missed and evidence >= enough


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
