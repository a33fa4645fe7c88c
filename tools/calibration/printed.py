"""The tables of what was measured, a line at a time."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from calibration.measured import PLACES, STANDS, Measured
from calibration.tallied import (
    DIFFERS,
    LEAD,
    MOST,
    Tally,
    chosen,
    folds,
    tally,
    weighed_alone,
    wrong,
)

BAND = 4
FEW = 20
"""Of fewer findings, one more that is wrong moves the share by more than five points."""

_SEEDED = f"{'caught in tables':>18} {'in prose':>18}"


def by_bound(measured: Sequence[Measured], *, has_gold: bool) -> Iterator[str]:
    """A line for each bound: what would be reported if a finding began there."""
    known = sum(one.known for one in measured)
    judged = (
        f"{'errors real':>18} {'all real':>18} {'debatable':>9} {'false':>5} {'known found':>11}"
    )
    heads = judged if has_gold else f"{'differences':>11}"
    yield "if a finding began at so many bits (* where it begins now):"
    yield f"{'bits':>5} {heads} {_SEEDED}"
    for bound in sorted({*range(LEAD, MOST + 1, 2), DIFFERS}):
        one = tally(measured, bound)
        found = f"{sum(one.all.values()):11}"
        if has_gold:
            found = (
                f"{share(one.errors):>18} {share(one.all):>18} {one.all['debatable']:9} "
                f"{wrong(one.all):5} {one.all['real']:5} of {known:<2}"
            )
        mark = "*" if bound == DIFFERS else " "
        yield f"{mark}{bound:4} {found} {_seeded(one)}"


def by_band(measured: Sequence[Measured]) -> Iterator[str]:
    """A line for each band of bits: what lies in it, each finding by its strongest difference."""
    yield "in each band of bits:"
    yield f"{'bits':>7} {'real':>5} {'debatable':>9} {'false':>5} {'unjudged':>8} {_SEEDED}"
    starts = range(LEAD, MOST, BAND)
    bands = [(f"{start}-{start + BAND - 1}", start, start + BAND) for start in starts]
    bands.append((f"{bands[-1][2]}+", bands[-1][2], STANDS))
    bands.append(("stands", STANDS, STANDS + 1))
    for name, start, end in bands:
        one = tally(measured, start, end)
        yield (
            f"{name:>7} {one.all['real']:5} {one.all['debatable']:9} {one.all['false']:5} "
            f"{one.all['unjudged']:8} {_seeded(one)}"
        )


def by_fold(measured: Sequence[Measured]) -> Iterator[str]:
    """A line for each fold: the bound the other four choose, and what it makes of this one."""
    yield (
        f"{'fold':>4} {'companies':>9} {'documents':>9} {'bound':>5} {'errors real':>18} "
        f"{'all real':>18} {_SEEDED}"
    )
    parts = folds(measured)
    every = Tally(Counter(), Counter(), Counter(), Counter())
    loose: list[str] = []
    few: dict[str, list[str]] = {}
    for number, part in enumerate(parts, 1):
        bound, is_enough = chosen([one for other in parts if other is not part for one in other])
        one = tally(part, bound)
        every = every.with_more(one)
        yield _fold(str(number), part, str(bound), one)
        if not is_enough:
            loose.append(str(number))
        for words, found in (("errors", one.errors), ("findings", one.all)):
            if found["real"] + wrong(found) < FEW:
                few.setdefault(words, []).append(str(number))
    yield _fold("all", measured, "", every)
    if loose:
        yield (
            f"fold {', '.join(loose)}: on the other four no bound was precise enough, "
            "and the most precise was taken"
        )
    for words, numbers in few.items():
        yield f"fold {', '.join(numbers)}: fewer than {FEW} {words}, too few to mean anything alone"


def _fold(name: str, part: Sequence[Measured], bound: str, one: Tally) -> str:
    """The line of a fold."""
    return (
        f"{name:>4} {len({each.company for each in part}):9} {len(part):9} {bound:>5} "
        f"{share(one.errors):>18} {share(one.all):>18} {_seeded(one)}"
    )


def share(found: Counter[str]) -> str:
    """How many of the findings are real."""
    return _part(found["real"], found["real"] + wrong(found))


def _seeded(one: Tally) -> str:
    """How many of the errors seeded in each place are caught."""
    return " ".join(f"{_part(one.caught[place], one.seeded[place]):>18}" for place in PLACES)


def _part(some: int, whole: int) -> str:
    """How many of so many, and in percent."""
    if not whole:
        return "none"
    tenths = round(Fraction(1000 * some, whole))
    return f"{some} of {whole} {tenths // 10:3}.{tenths % 10}%"


def report(measured: Sequence[Measured], *, has_gold: bool) -> Iterator[str]:
    """Every table, a line at a time."""
    read = [one for one in measured if not one.failure]
    yield from (f"not read: {one.failure}" for one in measured if one.failure)
    why = Counter(one.unseeded for one in read)
    yield (
        f"documents: {len(read)}, companies: {len({one.company for one in read})}; "
        f"seeded errors: {sum(len(one.seeded) for one in read)}, in {why['']} of the documents "
        f"(too long: {why['too long']}, out of time: {why['too late']})"
    )
    if not has_gold:
        yield "no gold file: nobody has judged the differences, and seeded errors alone are told of"
    yield ""
    yield from by_bound(read, has_gold=has_gold)
    if has_gold:
        yield ""
        yield from by_band(read)
        yield ""
        yield "the bound chosen on four folds of companies, and reported on the fifth:"
        yield from by_fold(read)
        yield ""
        yield "the same without what stands unweighed, which no bound can move:"
        yield from by_fold(weighed_alone(read))
