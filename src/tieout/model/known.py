"""A number in hand: printed somewhere, or derived from what is printed."""

from fractions import Fraction

from msgspec import Struct, structs

from tieout.model.amount import Amount, Interval, exactly, grouped, rounded
from tieout.model.check import Ref
from tieout.model.period import Period


class Style(Struct, frozen=True, gc=False):
    """How a figure is printed: "$7.2 million" has prefix "$", power 6, suffix " million"."""

    prefix: str = ""
    power: int = 0
    suffix: str = ""
    brackets: bool = False

    def show(self, number: Fraction, exponent: int) -> str:
        """The number in this style, to the precision of 10^exponent."""
        mantissa = rounded(number, exponent)
        digits = grouped(abs(mantissa), exponent - self.power)
        if mantissa >= 0:
            return f"{self.prefix}{digits}{self.suffix}"
        if self.brackets:
            return f"{self.prefix}({digits}{self.suffix})"
        return f"\u2212{self.prefix}{digits}{self.suffix}"

    def show_exactly(self, number: Fraction, exponent: int) -> str:
        """The number in this style, with up to two more digits where it needs them."""
        for finer in range(3):
            if (
                Fraction(rounded(number, exponent - finer)) * Fraction(10) ** (exponent - finer)
                == number
            ):
                return self.show(number, exponent - finer)
        return self.show(number, exponent - 2)


class Known(Struct, frozen=True, gc=False):
    """A number in hand: its amount in whole units, where it stands, and how it is shown.

    A derived number has the figures it comes from as `sources` and a wider `reach`; a printed
    one has one source. A nil cell is zero and has none.
    """

    amount: Amount
    reach: Interval
    sources: tuple[Ref, ...]
    shown: str
    caption: str
    period: Period | None
    style: Style
    is_derived: bool = False
    is_total: bool = False

    @property
    def ref(self) -> Ref:
        """The figure itself; a derived number's first source."""
        return self.sources[0]

    @property
    def value(self) -> Fraction:
        """The number taken as printed."""
        return self.amount.value

    def magnitude(self) -> "Known":
        """The same number without its sign."""
        return structs.replace(self, amount=abs(self.amount), reach=abs(self.reach))


def as_exact(known: Known) -> Known:
    """The number as one that was never rounded: a par value, a ratio of a split."""
    return structs.replace(known, reach=exactly(known.value))


def less(whole: Known, part: Known, period: Period | None) -> Known:
    """The whole less a part: six months less a quarter, its rounding one unit wider."""
    exponent = min(whole.amount.exponent, part.amount.exponent)
    mantissa = whole.amount.at(exponent) - part.amount.at(exponent)
    return Known(
        Amount(mantissa, exponent, whole.amount.unit),
        whole.reach - part.reach,
        (*whole.sources, *part.sources),
        f"({whole.shown} \u2212 {part.shown})",
        whole.caption,
        period,
        whole.style,
        is_derived=True,
    )
