"""A company's quarters over many filings: each value with where it comes from, and how it moved."""

from datetime import date
from fractions import Fraction
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.model.amount import Amount, Verdict
from tieout.model.document import Filing
from tieout.model.interval import Interval
from tieout.model.period import Period
from tieout.model.registrant import Registrant
from tieout.model.unit import Unit
from tieout.patterns import pattern

_VAGUE = frozenset({"basic", "diluted", "basic and diluted", "total", "totals", "other", "net"})
_HUMP = pattern(r"(?<=[a-z])(?=[A-Z])")

Cause: TypeAlias = Literal["", "changed", "split"]
"""Why a quarter's last telling is not its first; empty where the two are the same number.

What is changed may be restated, revised or reclassified, or an error in either.
"""


class Source(Struct, frozen=True, gc=False):
    """A figure that a value rests on: as printed, at its place in one of the filings.

    `filing` is the filing's number, `period` what the figure is of, and `amount` what it tells,
    with XBRL's sign. A dash is told without a figure: `figure` is −1.
    """

    filing: int
    figure: int
    anchor: str
    printed: str
    caption: str
    period: Period
    amount: Amount


class Value(Struct, frozen=True, gc=False):
    """A number with its provenance, in whole units and with XBRL's sign.

    `filing` is the latest filing it rests on. A derived value has the formula it is derived by; a
    value on another basis of shares than it was told on has the `ratio` it was multiplied by.
    """

    amount: Amount
    reach: Interval
    filing: int
    sources: tuple[Source, ...]
    formula: str = ""
    ratio: Fraction = Fraction(1)

    @property
    def is_derived(self) -> bool:
        """True where no filing prints it: it follows from what is printed."""
        return bool(self.formula)

    @property
    def is_adjusted(self) -> bool:
        """True where a split since it was told has been allowed for."""
        return self.ratio != 1


class Growth(Struct, frozen=True, gc=False):
    """How a value stands to an earlier one; `rate` is None where a rate would mean nothing."""

    rate: Amount | None
    since: date


class Quarter(Struct, frozen=True, gc=False):
    """A fiscal quarter of a series; what the filings in hand do not give is None.

    `number` is its place in the year, from 1; `end` its last day, where a filing names it.
    `value` is the quarter as last told, on the latest basis of shares. `first` and `last` are as
    told first and last; `basis` is what the first is multiplied by to stand on the latest basis.
    `derived` stands beside what is reported, with how the two agree.
    `trailing` is the sum of twelve months.
    """

    fiscal_year: int
    number: int
    end: date | None = None
    value: Value | None = None
    first: Value | None = None
    last: Value | None = None
    cause: Cause = ""
    basis: Fraction = Fraction(1)
    derived: Value | None = None
    verdict: Verdict | None = None
    trailing: Value | None = None
    on_year: Growth | None = None
    on_quarter: Growth | None = None

    @property
    def label(self) -> str:
        """As filings name it: "FY2008 Q2"."""
        return f"FY{self.fiscal_year} Q{self.number}"


class Series(Struct, frozen=True, gc=False):
    """The quarters of one concept, without a gap: a quarter of which nothing is told has no value.

    `names` are the elements that filings have told it under, the widest first; `captions` what
    they called it, the latest first. `power` is the power of ten that its figures are printed in.
    """

    names: tuple[str, ...]
    captions: tuple[str, ...]
    statement: str
    unit: Unit
    power: int
    is_flow: bool
    quarters: tuple[Quarter, ...]

    @property
    def caption(self) -> str:
        """What the latest filing calls it; the element in words where that says nothing alone."""
        caption = next(iter(self.captions), "")
        if caption and caption.casefold().rstrip(":") not in _VAGUE:
            return caption
        words = _HUMP.sub(" ", self.names[0].partition(":")[2]).lower()
        return words[:1].upper() + words[1:]


class Told(Struct, frozen=True, gc=False):
    """A filing that the series rest on: its name and hash, and what quarter it announces."""

    name: str
    sha256: str
    kind: str
    label: str
    announced: date | None
    edgar: Filing | None = None


class Split(Struct, frozen=True, gc=False):
    """A stock split: so many shares for one, from a filing on; less than one is a reverse split."""

    ratio: Fraction
    filing: int

    @property
    def words(self) -> str:
        """As it is announced: "10-for-1"."""
        return f"{self.ratio.numerator}-for-{self.ratio.denominator}"


class History(Struct, frozen=True, gc=False):
    """A company over its filings, which stand in time: its splits, and a series a concept."""

    registrant: Registrant
    filings: tuple[Told, ...]
    splits: tuple[Split, ...]
    series: tuple[Series, ...]
