"""Statements, their columns and lines, the sums they are made of, and facts."""

import re
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.model.amount import Amount
from tieout.model.concept import Likely
from tieout.model.document import Span
from tieout.model.period import Period
from tieout.model.table import Reading
from tieout.model.unit import BASIS_POINTS, DOLLARS, PURE, Unit
from tieout.patterns import pattern

StatementKind: TypeAlias = Literal[
    "balance_sheet",
    "income_statement",
    "cash_flow_statement",
    "equity_statement",
    "comprehensive_income",
    "reconciliation",
    "segments",
    "supplemental",
]

Dimensions: TypeAlias = tuple[tuple[str, str], ...]
"""Qualifiers of a concept, as sorted (axis, member) pairs: ("adjustment", "adjusted")."""

CLASS_OF_STOCK = "StatementClassOfStock"
"""The axis of classes and series of stock."""

DEPOSITARY = "ADS"
"""The member of amounts per American depositary share."""


FACE: frozenset[StatementKind] = frozenset(
    {
        "balance_sheet",
        "income_statement",
        "cash_flow_statement",
        "equity_statement",
        "comprehensive_income",
    }
)
"""The primary statements, which tell of the company as a whole."""


Measure: TypeAlias = Literal["", "share", "change", "percent change"]
"""What a column's figures measure: amounts of its period (""), or a comparison of amounts."""


_TOTAL = pattern(r"\s*total\b", re.IGNORECASE)
_AMOUNT_BEHIND = pattern(r"[0-9](?:,[0-9]{3}|\.[0-9]{1,2})\s?[)%]?\Z")


class Column(Struct, frozen=True, gc=False):
    """A column: its context. `period` is None where the header names none.

    A column that compares has a `measure`; its period is the one it speaks of. `doubt` says why
    a header that names a period gives none: it is also another column's.
    """

    header: str
    period: Period | None
    dimensions: Dimensions = ()
    measure: Measure = ""
    doubt: str = ""


class Line(Struct, frozen=True, gc=False):
    """A line of a statement: its caption, its concept, and a reading a column.

    `power` and `unit` turn a printed cell into whole units: printed × 10^power. `direction` is
    +1 where the printed sign is XBRL's sign of the concept and −1 where it is the opposite.
    `is_total` is true where a sum of the statement makes the line. `dimensions` and `period` are
    the line's own, where it says whose or when its figures are. `likely` is a name for it where
    the lexicon knows none: what it is called, never what it is compared by.
    """

    caption: str
    spans: tuple[Span, ...]
    concept: str
    cells: tuple[Reading, ...]
    depth: int = 0
    power: int = 0
    unit: Unit = DOLLARS
    direction: int = 1
    section: str = ""
    is_heading: bool = False
    is_total: bool = False
    row: int = 0
    dimensions: Dimensions = ()
    period: Period | None = None
    likely: Likely | None = None

    @property
    def heading(self) -> str:
        """The nearest heading that the line stands under; empty for none."""
        return self.section.rpartition(" / ")[2]

    @property
    def is_money(self) -> bool:
        """True for amounts of a currency that are not per share."""
        return self.unit.is_money

    @property
    def is_called_total(self) -> bool:
        """True where the caption says "total", or is missing under a column of figures."""
        return not self.caption or _TOTAL.match(self.caption) is not None

    @property
    def signs(self) -> frozenset[int]:
        """The signs printed on the line: {1}, {-1}, both, or none where nothing but nil is.

        Beside amounts rates say nothing: a cost in brackets may have grown by 8%.
        """
        numbers = [cell for cell in self.cells if cell.kind == "number"]
        amounts = [cell for cell in numbers if not cell.is_rate]
        printed = {cell.amount.mantissa for cell in amounts or numbers}
        return frozenset(1 if mantissa > 0 else -1 for mantissa in printed if mantissa)

    @property
    def is_unread(self) -> bool:
        """True where the caption ends in amounts, whose columns nobody could tell."""
        return self.is_heading and _AMOUNT_BEHIND.search(self.caption) is not None

    def digits(self, column: int) -> tuple[int, int] | None:
        """The mantissa and exponent of what is printed there; None for a rate and for no amount."""
        cell = self.cells[column]
        if cell.is_percent or cell.is_points:
            return None
        if cell.is_per_share:
            return cell.amount.mantissa, cell.amount.exponent
        if cell.kind == "number":
            return cell.amount.mantissa, cell.amount.exponent + self.power
        return (0, self.power) if cell.kind == "nil" else None

    def printed(self, column: int) -> Amount | None:
        """The cell in whole units with the sign as printed; nil reads as zero, else None."""
        cell = self.cells[column]
        amount = cell.amount
        if cell.is_percent:
            return Amount(amount.mantissa, amount.exponent, PURE)
        if cell.is_points:
            return Amount(amount.mantissa, amount.exponent, BASIS_POINTS)
        if cell.is_per_share:
            return Amount(amount.mantissa, amount.exponent, self.unit.per_share)  # nil is 0
        if cell.kind == "number":
            return Amount(amount.mantissa, amount.exponent + self.power, self.unit)
        return Amount(0, self.power, self.unit) if cell.kind == "nil" else None


Parts: TypeAlias = tuple[tuple[int, int], ...]
"""Lines and their weights: ((1, 1), (2, -1)) is line 1 less line 2."""


class Sum(Struct, frozen=True, gc=False):
    """A total line and the lines that make it, in the readings the layout allows, best first.

    `firm` is true where captions and layout alone settle the first reading; otherwise a reading
    holds for a column only if the other columns foot by it. `kind` is "total" for a group's
    subtotal and "result" for a line that nets what stands above it. `is_unsigned` is true where
    every column foots but for the sign that the total's caption promises and its figures lack.
    """

    total: int
    readings: tuple[Parts, ...]
    firm: bool
    kind: Literal["total", "result"] = "total"
    is_unsigned: bool = False


NamedBy: TypeAlias = Literal["lexicon", "caption", "filers"]


class Fact(Struct, frozen=True, gc=False):
    """A concept in a context with an amount, at a figure.

    `amount` has XBRL's sign, `printed` the sign as printed; both are in whole units. `line` is
    the line's number in its statement; `statement` is the statement's number in the release.
    `period` is None where the column names none. `likely` is a name that the lexicon does not
    know; `name` and `value` are what is reported by it, where there is one.
    """

    concept: str
    caption: str
    period: Period | None
    dimensions: Dimensions
    amount: Amount
    printed: Amount
    figure: int
    anchor: str
    statement: int
    line: int
    column: int
    in_caption: bool = False
    likely: Likely | None = None

    @property
    def name(self) -> str:
        """The concept as it is reported: by a likely name where the lexicon knows none."""
        return self.concept if self.likely is None else self.likely.name

    @property
    def named_by(self) -> NamedBy:
        """Who names the concept: the lexicon, the line's caption, or filers of such lines."""
        if self.likely is not None:
            return "filers"
        return "caption" if self.concept.startswith("ext:") else "lexicon"

    def shown(self, text: str) -> str:
        """The figure's text, in brackets where it is printed as a negative number."""
        return f"({text})" if self.printed.mantissa < 0 else text

    @property
    def value(self) -> Amount:
        """The amount with XBRL's sign under that name."""
        if self.likely is None:
            return self.amount
        return -self.printed if self.likely.direction < 0 else self.printed


class Statement(Struct, frozen=True, gc=False):
    """A table classified. `scale` is a power of ten's value (1000), `table` the table's number."""

    kind: StatementKind
    title: str
    table: int
    scale: int
    unit: Unit
    audited: bool | None
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    calculation: tuple[Sum, ...]
    facts: tuple[Fact, ...] = ()

    @property
    def is_face(self) -> bool:
        """True for a primary statement; other tables show parts and restate measures."""
        return self.kind in FACE

    @property
    def dated(self) -> tuple[int, ...]:
        """The columns of amounts that name a period, if one in doubt; all of amounts for none.

        Figures in a column of changes or percentages do not add up.
        """
        plain = tuple(n for n, column in enumerate(self.columns) if not column.measure)
        named = (n for n in plain if self.columns[n].period is not None or self.columns[n].doubt)
        return tuple(named) or plain
