"""Grids understood: columns under their headers, rows behind their captions, cells as read."""

from typing import Literal, TypeAlias

from msgspec import Struct, structs

from tieout.model.amount import Amount
from tieout.model.document import Span

ReadingKind: TypeAlias = Literal["number", "nil", "not-meaningful", "blank", "text"]


class Reading(Struct, frozen=True, gc=False):
    """What a cell says: one of five kinds, never None.

    A number's `amount` has the sign as printed (brackets and minus are negative) and no scale
    applied; its `figure` is the figure's number, −1 for every other kind. `currency` is the
    unit the cell names ("USD"). A percentage is a fraction, 45% is 45 × 10^-2, and `is_percent`;
    `is_points` is true of the change of one, in basis points: "1.9 pts" is 190. `is_per_share` is
    true of an amount per share in a line of money, as its column says.
    """

    kind: ReadingKind
    start: int
    end: int
    figure: int = -1
    amount: Amount = Amount(0, 0)
    currency: str = ""
    is_percent: bool = False
    is_points: bool = False
    is_per_share: bool = False

    def as_percent(self) -> "Reading":
        """The number read as a percentage whose sign is printed elsewhere: 45.2 is 0.452."""
        if self.kind != "number" or self.is_rate or self.currency:
            return self
        amount = Amount(self.amount.mantissa, self.amount.exponent - 2)
        return structs.replace(self, amount=amount, is_percent=True)

    def as_points(self, power: int = 0) -> "Reading":
        """The number read as basis points, of which the printed unit is 10^power."""
        if self.kind != "number" or self.is_points or self.currency:
            return self
        exponent = self.amount.exponent + power + (2 if self.is_percent else 0)
        amount = Amount(self.amount.mantissa, exponent)
        return structs.replace(self, amount=amount, is_percent=False, is_points=True)

    @property
    def is_rate(self) -> bool:
        """True for a percentage, and for the change of one."""
        return self.is_percent or self.is_points


class Header(Struct, frozen=True, gc=False):
    """What stands over a column: the words of every level, joined, and where each was read."""

    text: str
    spans: tuple[Span, ...] = ()


class TableRow(Struct, frozen=True, gc=False):
    """A caption with one reading a column.

    A caption broken over lines or pages has several spans. `indent` is how far it is set in, in
    the format's own units; `ruled` is true where a rule stands right above the row.
    """

    caption: str
    spans: tuple[Span, ...]
    readings: tuple[Reading, ...]
    indent: int = 0
    ruled: bool = False

    @property
    def has_number(self) -> bool:
        """True for a row with a number in a column."""
        for reading in self.readings:  # noqa: SIM110 - asked of every row by every stage
            if reading.kind == "number":
                return True
        return False

    @property
    def is_heading(self) -> bool:
        """True where the row has a caption and no figure, dash or word in any column."""
        if not self.caption:
            return False
        for reading in self.readings:  # noqa: SIM110 - asked of every row by every stage
            if reading.kind != "blank":
                return False
        return True


class Table(Struct, frozen=True, gc=False):
    """A grid understood, or a part of one; `number` counts the document's grids from 1.

    `first_row` is the number in the grid's body of the part's first row, 0 for a whole grid.
    """

    number: int
    start: int
    end: int
    titles: tuple[Span, ...]
    headers: tuple[Header, ...]
    rows: tuple[TableRow, ...]
    first_row: int = 0
