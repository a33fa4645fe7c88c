"""The amounts of a statement's lines, to try readings of its totals on."""

from collections.abc import Sequence
from math import isqrt, prod

from msgspec import Struct

from tieout.model.statement import Line, Parts
from tieout.model.unit import Unit


class Demand(Struct, frozen=True):
    """What columns must show of a reading.

    It is one in `chance` at most that they agree by accident; `least` columns foot; with `misses`
    one in three may miss, or one of two.
    """

    chance: int
    least: int = 2
    misses: bool = False


# Where captions and layout give the reading; where any stretch of lines is tried.
GIVEN, GIVEN_MISSED = Demand(1), Demand(1, misses=True)
FOUND, FOUND_MISSED = Demand(10**5), Demand(10**5, misses=True)


class Printed:
    """The amounts of a statement's lines, to try readings of its totals on.

    A reading is found only where two columns or more foot by it, and all of them but one in
    three; whether it holds for a column is then for the others to say, as with any reading.
    """

    def __init__(self, lines: Sequence[Line], unit: Unit | None = None) -> None:
        """The lines of one statement, in order: those of money, or of another unit."""
        self.lines = lines
        width = max((len(line.cells) for line in lines), default=0)
        blank: list[None] = [None] * width
        printed: list[Sequence[tuple[int, int] | None]] = [
            _digits(line, width) if (line.unit is unit if unit else line.is_money) else blank
            for line in lines
        ]
        exponents = [[one[1] for one in row if one is not None] for row in printed]
        finest = min([min(row) for row in exponents if row], default=0)
        self.values: list[Sequence[int | None]] = [
            [None if one is None else one[0] * 10 ** (one[1] - finest) for one in row]
            if told
            else blank
            for row, told in zip(printed, exponents, strict=True)
        ]
        self.units = [10 ** (max(row) - finest) if row else 1 for row in exponents]

    def first(self, number: int, readings: Sequence[Parts]) -> int:
        """Which of a total's readings foots first, by position; −1 where none does."""
        for demand in (GIVEN, GIVEN_MISSED):
            for position, parts in enumerate(readings):
                slack = self.slack(number, parts)
                apart = self.apart(number, parts)
                if self.foots(number, parts, apart, slack, demand):
                    return position
        return -1

    def is_exact(self, number: int, parts: Parts) -> bool:
        """True where no chance would make the columns foot so, and none misses."""
        apart, slack = self.apart(number, parts), self.slack(number, parts)
        return self.foots(number, parts, apart, slack, FOUND)

    def foots_throughout(self, number: int, parts: Parts) -> bool:
        """True where several columns print the line, and all of them foot."""
        apart, slack = self.apart(number, parts), self.slack(number, parts)
        return self.foots(number, parts, apart, slack, GIVEN)

    def bears(self, number: int, parts: Parts) -> bool:
        """True where the line is its parts in some column, or two columns exchanged figures."""
        apart, slack = self.apart(number, parts), self.slack(number, parts)
        shown = [
            rest
            for column, rest in enumerate(apart)
            if self.values[number][column] and any(self.values[part][column] for part, _ in parts)
        ]
        missed = {rest for rest in shown if abs(rest) > slack}
        return len(missed) < len(set(shown)) or any(-rest in missed for rest in missed)

    def foots_nowhere(self, number: int, readings: Sequence[Parts]) -> bool:
        """True where several columns print the line or its parts, and none foots by any reading."""
        columns = [n for n, value in enumerate(self.values[number]) if value]
        others = {
            n
            for parts in readings
            for part, _ in parts
            for n, value in enumerate(self.values[part])
            if value
        }
        return (len(columns) > 1 or len(columns) < len(others)) and all(
            abs(apart[column]) > slack
            for parts in readings
            for apart, slack in [(self.apart(number, parts), self.slack(number, parts))]
            for column in columns
        )

    def is_told(self, number: int) -> bool:
        """True where two columns or more print the line."""
        return len([value for value in self.values[number] if value]) > 1

    def adds(self, parts: Parts, column: int) -> bool:
        """True where the column prints more than nil for two of the parts."""
        told = 0
        for part, _ in parts:
            if self.values[part][column]:
                told += 1
                if told > 1:
                    return True
        return False

    def apart(self, number: int, parts: Parts) -> list[int]:
        """In every column, the total less its parts."""
        apart = [value or 0 for value in self.values[number]]
        for part, weight in parts:
            for column, value in enumerate(self.values[part]):
                if value:
                    apart[column] -= weight * value
        return apart

    def slack(self, number: int, parts: Parts) -> int:
        """What the rounding of these lines usually leaves."""
        return slack_of([self.units[number], *(self.units[part] for part, _ in parts)])

    def foots(
        self, number: int, parts: Parts, apart: Sequence[int], slack: int, demand: Demand
    ) -> bool:
        """True where the columns, that far apart, foot as demanded.

        Where some may miss, none of these prints a part that only it prints.
        """
        missed: list[int] = []
        footed: dict[int, int] = {}
        for column, (whole, rest) in enumerate(zip(self.values[number], apart, strict=True)):
            if not whole:
                continue
            if abs(rest) <= slack:
                footed[column] = max(1, abs(whole) // (2 * slack + 1 if rest else 1))
            else:
                missed.append(column)
                if not demand.misses or len(missed) > 1 + len(footed):
                    return False
        if demand.chance > 1:  # a column that prints one part adds nothing up
            footed = {n: weight for n, weight in footed.items() if self.adds(parts, n)}
        most = max(len(footed) // 2, len(footed) if demand.least == 1 else 0)
        if len(footed) < demand.least or len(missed) > most:
            return False
        if prod(footed.values()) < demand.chance:
            return False
        return not missed or all(
            any(self.values[part][n] for n in footed)
            for part, _ in parts
            if any(self.values[part][n] for n in missed)
        )


def slack_of(units: Sequence[int]) -> int:
    """What the rounding of numbers with these last units usually leaves of their sum."""
    return slack_left(sum(units), sum([unit * unit for unit in units]))


def slack_left(units: int, squares: int) -> int:
    """The same of the sum of the last units, and of the sum of their squares."""
    return min(units // 2, isqrt(3 * squares // 4))


def _digits(line: Line, width: int) -> list[tuple[int, int] | None]:
    """What a line prints in each of so many columns, without its rates."""
    printed = [line.digits(column) for column in range(len(line.cells))]
    return printed + [None] * (width - len(printed))
