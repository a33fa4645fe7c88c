"""Stock splits, told by what later filings say of the shares and results per share of before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct, structs

from tieout.model.amount import Amount, fits_exactly, rounded
from tieout.model.series import Split, Value
from tieout.series.tellings import Told

_RATIOS = tuple(
    sorted(
        {
            *(Fraction(n) for n in range(2, 51)),
            *(Fraction(1, n) for n in range(2, 101)),
            *(Fraction(n, m) for n, m in ((3, 2), (4, 3), (5, 4), (5, 3), (5, 2), (6, 5), (7, 5))),
            *(Fraction(n, 100) for n in (105, 110)),
        }
    )
)
"""Shares for one: whole splits, reverse splits, the usual fractions, and dividends in stock."""

_FEWEST = 200
"""A count of fewer printed digits than this many units fits more ratios than one."""


class _Pair(Struct, frozen=True):
    """Two filings of which the later tells so many times the shares of the earlier."""

    earlier: int
    later: int
    ratio: Fraction


def splits(tellings: Iterable[Told]) -> tuple[Split, ...]:
    """The splits that shares and results per share bear out together, in order of the filings.

    Each is at the first filing on the new basis: the first that tells of before anew, or one
    before it whose own count of shares is nearer to the new one.
    """
    every = [told for told in tellings if told.is_flow]
    counts = [told for told in every if told.unit.is_shares]
    shares = set(_ratios(counts, inverse=False))
    per_share = [told for told in every if told.unit.is_per_share]
    borne_out = set(_ratios(per_share, inverse=True))
    found: list[Split] = []
    pairs = sorted(shares & borne_out, key=lambda pair: (pair.later - pair.earlier, pair.later))
    own = _own(counts)
    for pair in pairs:
        between = [one for one in found if pair.earlier < one.filing <= pair.later]
        if not between:
            found.append(Split(pair.ratio, _first(pair, own)))
    return tuple(sorted(found, key=lambda one: one.filing))


def _own(counts: Iterable[Told]) -> dict[int, Fraction]:
    """What each filing counts in shares for its own quarter, on one and the same line."""
    longest = max(counts, key=lambda told: len(told.places), default=None)
    own: dict[int, Fraction] = {}
    for (first, last), values in sorted(longest.values.items()) if longest is not None else ():
        own |= {filing: value.amount.value for filing, value in values.items() if first == last}
    return own


def _first(pair: _Pair, own: Mapping[int, Fraction]) -> int:
    """The first filing of those between the two whose count is nearer to the later one's basis."""
    before = own.get(pair.earlier)
    for filing in range(pair.earlier + 1, pair.later) if before else ():
        times = own[filing] / before if before and filing in own else Fraction(1)
        if (times * times > pair.ratio) if pair.ratio > 1 else (times * times < pair.ratio):
            return filing
    return pair.later


def _ratios(tellings: Sequence[Told], *, inverse: bool) -> Iterator[_Pair]:
    """The pairs of filings between which tellings of one period stand in the ratio of a split."""
    for told in tellings:
        for values in told.values.values():
            numbers = sorted(values)
            for earlier, later in pairwise(numbers):
                before, after = values[earlier], values[later]
                for ratio in _fitting(before, after, inverse=inverse):
                    yield _Pair(earlier, later, ratio)


def _fitting(before: Value, after: Value, *, inverse: bool) -> Iterator[Fraction]:
    """The ratios that lead from one value to the other within their rounding.

    Counts of shares must single a ratio out; results per share are too coarse to, and bear out.
    """
    if (
        before.amount.mantissa == 0
        or after.amount.mantissa == 0
        or before.reach.overlaps(after.reach)
    ):
        return
    if not inverse and min(abs(before.amount.mantissa), abs(after.amount.mantissa)) < _FEWEST:
        return
    fits = [
        ratio
        for ratio in _RATIOS
        if (after.reach * (ratio if inverse else 1)).overlaps(
            before.reach * (1 if inverse else ratio)
        )
    ]
    if inverse or len(fits) == 1:
        yield from fits


def factor(found: Sequence[Split], filing: int) -> Fraction:
    """By what a count of shares told in a filing is multiplied to stand on the latest basis."""
    product = Fraction(1)
    for split in found:
        if filing < split.filing:
            product *= split.ratio
    return product


def on_basis(value: Value, ratio: Fraction) -> Value:
    """The value times the ratio: exact where its digits allow, else with two more than it had."""
    if ratio == 1:
        return value
    number, exponent = value.amount.value * ratio, value.amount.exponent
    finer = next((e for e in (exponent, exponent - 1) if fits_exactly(number, e)), exponent - 2)
    amount = Amount(rounded(number, finer), finer, value.amount.unit)
    return structs.replace(value, amount=amount, reach=value.reach * ratio, ratio=ratio)
