"""What an amount is counted in: money of a currency, shares, money per share, or nothing at all."""

from collections.abc import Callable
from functools import cache
from typing import Final

_UNKNOWN = "unknown"


class Unit:
    """A unit, made once for each text by `unit_of`: two that are equal are one.

    `text` names it as XBRL and the workpaper do ("USD", "USD/shares", "ext:Count"). `currency` is
    the ISO code of money and of money per share, empty for the others; `per` what it is divided by.
    Money of which nothing says the currency is "unknown", in text and as currency.
    `is_money` is true of money that is not per share, `is_pure` of ratios and percentages,
    `is_rate` of what compares two amounts: these, and basis points.
    """

    __slots__ = (
        *("text", "currency", "per"),
        *("is_money", "is_per_share", "is_shares", "is_pure", "is_points", "is_rate"),
    )

    def __init__(self, text: str) -> None:
        """The unit of that text."""
        over, _, per = text.partition("/")
        is_iso = len(over) == len("USD") and over.isalpha() and over.isupper()
        is_currency = is_iso or over == _UNKNOWN
        self.text: Final = text
        self.currency: Final = over if is_currency else ""
        self.per: Final = per
        self.is_money: Final = is_currency and not per
        self.is_per_share: Final = per == "shares"
        self.is_shares: Final = text == "shares"
        self.is_pure: Final = text == "pure"
        self.is_points: Final = text == "bps"
        self.is_rate: Final = self.is_pure or self.is_points

    @property
    def is_scaled(self) -> bool:
        """True for what a table prints in its scale: no amount per share, and no ratio."""
        return not (self.per or self.is_pure)

    @property
    def is_of_shares(self) -> bool:
        """True for counts of shares and amounts per share, which a split makes others."""
        return self.is_shares or self.is_per_share

    @property
    def is_physical(self) -> bool:
        """True for barrels, tons and other measures, and for money for each of them."""
        if self.currency:
            return bool(self.per) and not self.is_per_share
        return self.text.startswith("ext:") and self not in (COUNT, COUNTED, UNSAID)

    @property
    def per_share(self) -> "Unit":
        """The same money for each share."""
        return unit_of(f"{self.text}/shares")

    @property
    def is_unknown(self) -> bool:
        """True for money, or money per share, of which nothing says the currency."""
        return self.currency == _UNKNOWN

    def in_currency(self, code: str) -> "Unit":
        """The same kind of unit in another currency; what is of no currency stays as it is."""
        to = code or _UNKNOWN
        if not self.currency or self.currency == to:
            return self
        return unit_of(to + self.text.removeprefix(self.currency))

    def __repr__(self) -> str:
        """The text, in a sentence as in a debugger."""
        return self.text

    def __reduce__(self) -> tuple[Callable[[str], "Unit"], tuple[str]]:
        """Copied and pickled by its text, so that every process has one of each."""
        return unit_of, (self.text,)


@cache
def unit_of(text: str) -> Unit:
    """The one unit of that text."""
    return Unit(text)


def money(currency: str = "") -> Unit:
    """The money of a currency by its ISO code; of an unknown one where there is none."""
    return unit_of(currency or _UNKNOWN)


DOLLARS = unit_of("USD")
"""Money; of a concept, money of whatever currency."""
PER_SHARE = DOLLARS.per_share
SHARES = unit_of("shares")
PURE = unit_of("pure")
"""Ratios, and percentages as fractions: 45% is 45 × 10^-2."""
PERCENT = unit_of("percent")
"""What a book types without its percent sign, which is printed behind it."""
BASIS_POINTS = unit_of("bps")
COUNT = unit_of("ext:Count")
"""Things counted, such as stores and employees."""
COUNTED = unit_of("ext:Counted")
"""Things that one sentence counts twice, and tells the change of."""
UNSAID = unit_of("ext:Unsaid")
"""What nothing says the unit of: figures of a table that no statement kind claims."""
