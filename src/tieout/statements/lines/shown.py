"""How the figures of a row are printed: amounts or rates, and how many digits behind the point."""

from collections.abc import Iterable

from msgspec import Struct

from tieout.model.table import Reading


class Shown(Struct, frozen=True, gc=False):
    """How many amounts, rates and dashes a row prints, and how fine its amounts are.

    `least` and `most` are the exponents of its finest amount and of its coarsest; of none, 0.
    """

    amounts: int
    rates: int
    nils: int
    least: int
    most: int

    @property
    def is_whole(self) -> bool:
        """True where no amount has a digit behind the point."""
        return self.least >= 0

    @property
    def is_in_cents(self) -> bool:
        """True where every amount, of one or more, has two digits or more behind the point."""
        return self.most <= -2

    @property
    def is_ratio(self) -> bool:
        """True where all that is printed is percentages."""
        return self.rates > 0 and not (self.amounts or self.nils)


def shown_by(readings: Iterable[Reading]) -> Shown:
    """How these figures of a row are printed."""
    exponents: list[int] = []
    rates = nils = 0
    for cell in readings:
        if cell.kind == "nil":
            nils += 1
        elif cell.kind == "number":
            if cell.is_percent or cell.is_points:
                rates += 1
            else:
                exponents.append(cell.amount.exponent)
    if not exponents:
        return Shown(0, rates, nils, 0, 0)
    return Shown(len(exponents), rates, nils, min(exponents), max(exponents))
