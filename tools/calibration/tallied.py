"""Many documents: what a bound makes of them, and the bound that some of them choose."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from calibration.measured import MISSED, STANDS, Measured
from tieout.proof.bounds import bounds

if TYPE_CHECKING:
    from gold import Verdict

LEAD, DIFFERS = bounds().bounds.lead, bounds().bounds.differs
MOST = 40
"""Bounds are tried from where a lead begins up to so many bits."""

FOLDS = 5
ERRORS_RIGHT, ALL_RIGHT = Fraction(90, 100), Fraction(85, 100)
"""The share of errors, and of all findings, that must be real where a bound is chosen."""


class Tally(Struct, frozen=True):
    """What a bound makes of some documents: findings by verdict, and seeded errors caught."""

    errors: Counter[str]
    all: Counter[str]
    caught: Counter[str]
    seeded: Counter[str]

    def with_more(self, other: "Tally") -> "Tally":
        """The tally of other documents added to this one."""
        return Tally(
            self.errors + other.errors,
            self.all + other.all,
            self.caught + other.caught,
            self.seeded + other.seeded,
        )


def folds(measured: Sequence[Measured], count: int = FOLDS) -> list[list[Measured]]:
    """The documents in so many folds, all of one company in the same, the largest dealt first."""
    companies: dict[str, list[Measured]] = {}
    for one in measured:
        companies.setdefault(one.company, []).append(one)
    found: list[list[Measured]] = [[] for _ in range(count)]
    for _, ours in sorted(companies.items(), key=lambda item: (-len(item[1]), item[0])):
        min(found, key=len).extend(ours)
    return found


def tally(measured: Iterable[Measured], bound: int, below: int = STANDS + 1) -> Tally:
    """What is found and caught by at least so many bits (and by fewer than `below`)."""
    best: dict[tuple[str, int, int], tuple[int, bool, Verdict]] = {}
    seen, seeded = Counter[str](), Counter[str]()
    for one in measured:
        for each in one.differences:
            bits, is_error, _ = best.get(each.finding, (MISSED, False, each.verdict))
            is_error |= each.is_error and each.bits >= bound
            best[each.finding] = max(bits, each.bits), is_error, each.verdict
        for error in one.seeded:
            seeded[error.place] += 1
            seen[error.place] += bound <= error.bits < below
    held = [one for one in best.values() if bound <= one[0] < below]
    errors = Counter[str](verdict for _, is_error, verdict in held if is_error)
    return Tally(errors, Counter[str](verdict for _, _, verdict in held), seen, seeded)


def wrong(found: Counter[str]) -> int:
    """The findings that are not right, or that nobody has judged."""
    return found["false"] + found["unjudged"]


def precision(found: Counter[str]) -> Fraction | None:
    """The share of findings that are real; what is debatable counts neither way."""
    told = found["real"] + wrong(found)
    return Fraction(found["real"], told) if told else None


def chosen(measured: Sequence[Measured]) -> tuple[int, bool]:
    """The bound that catches most seeded errors with enough of its findings real; if none, False.

    Of bounds that catch as many, the lowest; where none is precise enough, the most precise.
    """
    tried = [(bound, tally(measured, bound)) for bound in range(LEAD, MOST + 1)]
    enough = [
        (sum(one.caught.values()), -bound)
        for bound, one in tried
        if (precision(one.errors) or 0) >= ERRORS_RIGHT and (precision(one.all) or 0) >= ALL_RIGHT
    ]
    if enough:
        return -max(enough)[1], True
    return max(tried, key=lambda one: (precision(one[1].all) or 0, -one[0]))[0], False


def weighed_alone(measured: Sequence[Measured]) -> list[Measured]:
    """The same documents without the differences that no bound can move."""
    return [
        structs.replace(
            one, differences=tuple(each for each in one.differences if each.bits != STANDS)
        )
        for one in measured
    ]
