"""A number in hand: printed somewhere, or derived from what is printed."""

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct, structs

from tieout.model import amount
from tieout.model.amount import Amount, fits_exactly, grouped, rounded
from tieout.model.check import Binding, Ref
from tieout.model.interval import Interval
from tieout.model.period import Period

SCALES = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
"""Words of the powers of ten that tables and sentences count in."""


class Style(Struct, frozen=True, gc=False):
    """How a figure is printed: "$7.2 million" has prefix "$", power 6, suffix " million"."""

    prefix: str = ""
    power: int = 0
    suffix: str = ""
    brackets: bool = False

    @property
    def unsaid(self) -> int:
        """The power of ten that the number counts in and its text leaves out: a table's."""
        return self.power if not self.suffix and self.power in SCALES else 0

    def show(self, amount: Amount) -> str:
        """The amount in this style, with the digits it has."""
        digits = grouped(abs(amount.mantissa), amount.exponent - self.power)
        if amount.mantissa >= 0:
            return f"{self.prefix}{digits}{self.suffix}"
        if self.brackets:
            return f"{self.prefix}({digits}{self.suffix})"
        return f"\u2212{self.prefix}{digits}{self.suffix}"

    def apart(self, shown: str) -> str:
        """How far apart two numbers are, shown in this style: two percentages are in points."""
        if self.suffix != "%":
            return shown
        number = shown.removesuffix("%")
        return f"{number} percentage point{'' if number == '1' else 's'}"

    def show_number(self, number: Fraction, exponent: int) -> str:
        """The number in this style to 10^exponent, with up to two more digits where it has them."""
        finer = exponent
        if not fits_exactly(number, exponent):
            finer = exponent - (1 if fits_exactly(number, exponent - 1) else 2)
        return self.show(Amount(rounded(number, finer), finer))


class Quantity(Struct, frozen=True, gc=False):
    """A number in hand: its amount in whole units, where it stands, and how it is shown.

    A printed number has one source; a derived one has the figures it comes from, and a `wider`
    reach than its last digit says. A nil cell is zero and has no source. `says` is the amount as
    it is printed, with the sign it is printed with, the two numbers whose difference it is, or the
    words that show it. `bound` is how it
    was found to be what it is taken for, which says how much a difference from it can prove.
    """

    amount: Amount
    sources: tuple[Ref, ...]
    says: "Amount | str | tuple[Quantity, Quantity]"
    caption: str
    period: Period | None
    style: Style
    wider: Interval | None = None
    is_derived: bool = False
    is_total: bool = False
    bound: Binding = "cell"

    @property
    def shown(self) -> str:
        """How the number is shown; most numbers in hand never are."""
        if isinstance(self.says, tuple):
            whole, part = self.says
            return f"({whole.shown} \u2212 {part.shown})"
        return self.says if isinstance(self.says, str) else self.style.show(self.says)

    @property
    def scaled(self) -> str:
        """The same with the scale in words: "145,440 thousand"."""
        if isinstance(self.says, tuple):
            whole, part = self.says
            return f"({whole.scaled} \u2212 {part.scaled})"
        if isinstance(self.says, str) or not self.style.unsaid:
            return self.shown
        suffix = f" {SCALES[self.style.unsaid]}"
        return structs.replace(self.style, suffix=suffix).show(self.says)

    @property
    def is_turned(self) -> bool:
        """True where it is shown as a negative number and taken without its sign."""
        says = self.says
        if isinstance(says, Amount):
            return says.mantissa < 0 < self.amount.mantissa
        return self.amount.mantissa > 0 and not isinstance(says, str) and _shown_as(self) < 0

    @property
    def ref(self) -> Ref:
        """The figure itself; a derived number's first source."""
        return self.sources[0]

    @property
    def value(self) -> Fraction:
        """The number taken as printed."""
        return self.amount.value

    @property
    def reach(self) -> Interval:
        """Every number it may stand for."""
        return self.amount.interval if self.wider is None else self.wider

    def magnitude(self) -> "Quantity":
        """The same number without its sign."""
        if self.wider is None and self.amount.mantissa >= 0:
            return self
        wider = None if self.wider is None else abs(self.wider)
        return structs.replace(self, amount=abs(self.amount), wider=wider)


def _shown_as(one: Quantity) -> Fraction:
    """A number with the sign it is shown with."""
    if isinstance(one.says, tuple):
        return _shown_as(one.says[0]) - _shown_as(one.says[1])
    return one.says.value if isinstance(one.says, Amount) else one.value


_LOOSER: dict[Binding, int] = {
    "cell": 0,
    "concept": 1,
    "filing": 2,
    "caption": 3,
    "sentence": 4,
    "digits": 5,
}


def loosest(quantities: Iterable[Quantity]) -> Binding:
    """The binding that proves least among theirs; "cell" where there are none."""
    found: Binding = "cell"
    for one in quantities:
        if _LOOSER[one.bound] > _LOOSER[found]:
            found = one.bound
    return found


def bound_by(quantity: Quantity, binding: Binding) -> Quantity:
    """The number as one found in another way."""
    return structs.replace(quantity, bound=binding)


def as_exact(known: Quantity) -> Quantity:
    """The number as one that was never rounded: a par value, a ratio of a split."""
    return structs.replace(known, wider=known.amount.point)


def less(whole: Quantity, part: Quantity, period: Period | None) -> Quantity:
    """The whole less a part: six months less a quarter, its rounding one unit wider."""
    return Quantity(
        amount.less(whole.amount, part.amount),
        (*whole.sources, *part.sources),
        (whole, part),
        whole.caption,
        period,
        whole.style,
        wider=whole.reach - part.reach,
        is_derived=True,
        bound=loosest((whole, part)),
    )
