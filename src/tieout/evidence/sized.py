"""Numbers counted alike in the order of their sizes, found by what they print as."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from tieout.model.amount import Amount

Held = TypeVar("Held")


class Sized(Generic[Held]):
    """What amounts belong to, in the order of their sizes in units of 10^exponent."""

    def __init__(self, held: Iterable[tuple[Amount, Held]]) -> None:
        """Of these amounts, whatever their signs, with what each belongs to."""
        given = list(held)
        self.exponent = min((amount.exponent for amount, _ in given), default=0)
        sized = sorted(
            (abs(amount.at(self.exponent)), number) for number, (amount, _) in enumerate(given)
        )
        self.sizes = [size for size, _ in sized]
        self.held = [given[number][1] for _, number in sized]

    def printing_as(self, printed: Amount) -> Sequence[Held]:
        """What belongs to the amounts that print as this one, or are it, the smallest first."""
        exponent = min(self.exponent, printed.exponent)
        size, half = 2 * abs(printed.at(exponent)), int(10 ** (printed.exponent - exponent))
        scale = 2 * int(10 ** (self.exponent - exponent))
        return self.between(-(-(size - half) // scale), (size + half) // scale)

    def between(self, least: int, most: int) -> Sequence[Held]:
        """What belongs to the amounts of these sizes."""
        return self.held[bisect_left(self.sizes, least) : bisect_right(self.sizes, most)]
