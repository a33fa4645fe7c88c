"""The book: everything a release and its Form 8-K are composed from, as a company keeps it.

A book is one folder: `book.toml` (company, form, heading, style, store), `figures.toml` or
`figures.xlsx` (statements, and figures of prose alone), and `narrative.md` (prose whose
numbers are expressions).
"""

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.model.period import FiscalCalendar, Period
from tieout.model.statement import StatementKind
from tieout.model.unit import DOLLARS, Unit, unit_of


class Company(Struct, frozen=True, kw_only=True):
    """The registrant as its filings name it; `name` is the exact name of the charter.

    `security` is the title of the class registered under Section 12(b) of the Exchange Act.
    """

    name: str
    short: str = ""
    ticker: str = ""
    exchange: str = ""
    cik: str = ""
    state: str = ""
    commission_file_number: str = ""
    employer_identification_number: str = ""
    address: tuple[str, ...] = ()
    telephone: str = ""
    security: str = ""


class Signatory(Struct, frozen=True, kw_only=True):
    """Who signs the form: name, and title line by line."""

    name: str = ""
    title: tuple[str, ...] = ()


class Item(Struct, frozen=True, kw_only=True):
    """An item of the form: "2.02", with its text, a paragraph an entry, expressions allowed."""

    number: str
    text: tuple[str, ...] = ()


class Exhibit(Struct, frozen=True, kw_only=True):
    """An exhibit of the form's list."""

    number: str
    description: str


class Form(Struct, frozen=True, kw_only=True):
    """The particulars of the Form 8-K.

    `checked` are the rules (as "230.425") whose boxes are ticked.
    """

    date_of_report: date
    items: tuple[Item, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    signatory: Signatory = Signatory()
    signed: date | None = None
    checked: tuple[str, ...] = ()
    is_emerging_growth: bool | None = None


class Heading(Struct, frozen=True, kw_only=True):
    """A release's heading: headlines may hold expressions, `contacts` are its last lines."""

    date: date
    headline: str
    subheadline: str = ""
    city: str = ""
    wire: str = ""
    contacts: tuple[str, ...] = ()


Differences: TypeAlias = Literal["exact", "printed"]
"""Whether a change told in prose is taken from the figures, or from them as the prose prints them.

"$2.0 million" from 10,419 − 8,453 looks wrong beside "$8.5 million" and "$10.4 million".
"""


class Style(Struct, frozen=True, kw_only=True):
    """The house style of numbers in prose; `nil` is what an empty cell of a statement prints.

    `percent` is what stands behind a percentage's digits: "%" or " percent".
    """

    differences: Differences = "exact"
    money: Literal["million", "thousand", "billion", "whole"] = "million"
    decimals: int = 1
    percent_decimals: int = 0
    percent: str = "%"
    currency: str = "$"
    nil: str = "--"


class Stored(Struct, frozen=True, kw_only=True):
    """The store that comparatives are taken from; `path` is told from the book's folder.

    `company` is a name, CIK or ticker of the store; without one it is the book's own company.
    """

    path: str
    company: str = ""


class Reported(Struct, frozen=True):
    """Where a cell was taken from: a filing by name and hash, and the cell's place in it."""

    filing: str
    sha256: str
    anchor: str
    printed: str
    caption: str


class Column(Struct, frozen=True, kw_only=True):
    """A column of a statement: the header's words level by level, and the period under it.

    Neighbours with the same words on a level share one header. A column without a period
    (a change, a percentage) holds no fact. `derived` names how its flows are computed from other
    columns' periods ("2007-04-01/2007-09-30 - 2007-07-01/2007-09-30"); it is then not typed, and
    not printed unless `header` says so. `is_reported` is true where cells that are not typed are
    taken from what was filed before.
    """

    period: Period | None
    header: tuple[str, ...] = ()
    derived: str = ""
    is_reported: bool = False


LineKind: TypeAlias = Literal["line", "heading", "total", "blank"]


class Line(Struct, frozen=True, kw_only=True):
    """A line of a statement: its caption (expressions allowed) and a cell a column.

    `key` is how the narrative names it; `cells` are printed numbers in the statement's scale,
    the sign as printed ("-756" prints "(756)"), "" for a blank cell, the style's nil for nothing,
    and any other words as they stand. `sum` are the lines (keys, "-" in front of one that is
    subtracted) that make a total: what is printed must be their sum. `unit` and `scale` are the
    line's own where they are not the statement's (per share, shares, percent); an amount per share
    and a percentage have no scale of the statement's. `facts` are the figures inside the caption,
    by name and period ("" for any period), that its expressions print: "$835" is in the line's
    scale, "$.001 per share" and "593,869 shares" are whole.
    """

    caption: str
    key: str = ""
    concept: str = ""
    kind: LineKind = "line"
    depth: int = 0
    cells: tuple[str, ...] = ()
    sum: tuple[str, ...] = ()
    unit: str = ""
    scale: int | None = None
    currency: bool | None = None
    decimals: int = 0
    facts: dict[str, dict[str, str]] = {}


Kind: TypeAlias = StatementKind | Literal["figures"]
"""What a table of the book is: a statement to print, or figures that prose alone speaks of."""


class Statement(Struct, frozen=True, kw_only=True):
    """Lines by columns: the lines of its title, and its scale (a power of ten's value).

    Of the kind "figures" it is never laid out: backlog, headcount, what stands in prose alone.
    """

    kind: Kind
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    scale: int = 1
    unit: str = DOLLARS.text

    @property
    def is_printed(self) -> bool:
        """True for what the release prints as a table."""
        return self.kind != "figures"

    def unit_of(self, line: Line) -> Unit:
        """What the line's amounts are counted in: its own unit, else the statement's."""
        return unit_of(line.unit or self.unit)


class Book(Struct, frozen=True, kw_only=True):
    """Everything a release and its form are composed from.

    `calendar` is the quarter announced; without one, words such as "prior quarter" name no period.
    `statements` has those that are printed first. `narrative` is Markdown with expressions, as the
    file holds it; `places` tell where a part of the book stands ("figures.toml, line 12"), by a key
    such as "statements.0.lines.3". `reported` are the cells taken from the store, by statement,
    line and column.
    """

    company: Company
    heading: Heading
    form: Form | None
    style: Style
    statements: tuple[Statement, ...]
    narrative: str
    calendar: FiscalCalendar | None = None
    store: Stored | None = None
    reported: dict[tuple[int, int, int], Reported] = {}
    places: dict[str, str] = {}
