"""Where each figure stands in the workbook, as what number, and how it looks there."""

from fractions import Fraction

from msgspec import Struct

from tieout.evidence.quantity import Quantity
from tieout.model.amount import Amount, number_of
from tieout.model.sheet import letters as letters_of

_MOST_DECIMALS = _MOST_DIGITS = 15
"""Of more digits a workbook keeps no count."""
_POINTS = -4
_LARGEST = 10**300
_PERCENT = -2


class Look(Struct, frozen=True, gc=False):
    """How a number is printed: what stands before and behind it, its decimals, its minus.

    `nil` is what stands for nothing.
    """

    prefix: str = ""
    decimals: int = 0
    suffix: str = ""
    brackets: bool = True
    nil: str = ""

    @property
    def is_percent(self) -> bool:
        """True for a fraction shown in percent."""
        return self.suffix.startswith("%")

    @property
    def format(self) -> str:
        """The same as a spreadsheet's number format."""
        digits = "#,##0" + ("." + "0" * self.decimals if self.decimals else "")
        before = f'"{self.prefix}"' if self.prefix else ""
        sign, words = ("%", self.suffix[1:]) if self.is_percent else ("", self.suffix)
        behind = sign + (f'"{words}"' if words else "")
        plain = f"{before}{digits}{behind}"
        zero = f';"{self.nil}"_)' if self.nil else ""
        if self.brackets:
            return f"{plain}_);({plain}){zero}"
        return f"{plain};-{plain}{zero}"

    def to(self, exponent: int, nil: str = "") -> "Look":
        """The same with the decimals of another last unit, 10^exponent."""
        places = -exponent - (2 if self.is_percent else 0)
        decimals = min(max(places, 0), _MOST_DECIMALS)
        return Look(self.prefix, decimals, self.suffix, self.brackets, nil)


class Cell(Struct, frozen=True, gc=False):
    """A figure in the workbook: its cell, and the number there, of which 10^power are a whole unit.

    `amount` is as printed: in thousands where the statement is, with the sign it is printed with.
    A percentage is a fraction.
    """

    sheet: str
    row: int
    column: int
    amount: Amount
    power: int
    look: Look

    @property
    def value(self) -> Fraction:
        """The number in the cell, exact."""
        return self.amount.value

    @property
    def name(self) -> str:
        """The cell in its own sheet: "B5"."""
        return f"{letters(self.column)}{self.row + 1}"

    def seen_from(self, sheet: str) -> str:
        """The cell as a formula on that sheet names it."""
        return self.name if sheet == self.sheet else f"'{self.sheet}'!{self.name}"


def cell_of(quantity: Quantity, sheet: str, row: int, column: int) -> Cell | None:
    """The cell of a number in hand, shown as it is printed; None where no workbook can hold it."""
    style = quantity.style
    says = quantity.says if isinstance(quantity.says, Amount) else Amount(0, style.power)
    power = 0 if style.power == _PERCENT else style.power
    amount = says.times_power(-power)
    if abs(number_of(amount)[0]) >= 10**_MOST_DIGITS or as_float(amount.value) is None:
        return None
    nil = "" if quantity.sources else "\u2014"
    look = Look(style.prefix, 0, style.suffix, style.brackets).to(amount.exponent, nil)
    points = _POINTS if quantity.amount.unit.is_points else 0
    return Cell(sheet, row, column, amount, power + points, look)


def letters(column: int) -> str:
    """The letters of a column, counted from 0 as xlsxwriter counts: "A", "Z", "AA"."""
    return letters_of(column + 1)


def as_float(number: Fraction) -> float | None:
    """The number as a workbook holds numbers, which has no other kind; None for one too large.

    All is computed exactly before: nothing is computed with what comes out here.
    """
    if abs(number) >= _LARGEST or (number and abs(number) * _LARGEST <= 1):
        return None
    return float(number)
