"""One series: every quarter as told first and last, derived, adjusted, and how it moved."""

from collections.abc import Mapping, Sequence

from msgspec import structs

from tieout.model.amount import Verdict, judge, same
from tieout.model.series import Cause, Quarter, Series, Split, Value
from tieout.series.derived import derived
from tieout.series.moves import growth, trailing
from tieout.series.quarters import Ends, year_and_quarter
from tieout.series.splits import factor, on_basis
from tieout.series.tellings import KINDS, Told

_ORDER = {"differs": 0, "not-tested": 1, "rounds": 2, "agrees": 3}


def built(names: tuple[str, ...], told: Told, ends: Ends, found: Sequence[Split]) -> Series:
    """The series of what is told of one line, from its first quarter to its last."""
    is_money = told.unit.is_money
    counts = _is_counted(told)
    quarters: dict[int, Quarter] = {}
    years: dict[int, Value] = {}
    for number in sorted(_numbers(told, is_flow=told.is_flow and is_money)):
        values = told.values.get((number, number), {})
        others = derived(told.values, number) if told.is_flow and is_money else []
        at = [values[filing] for filing in sorted(values)] or others
        if at:
            quarters[number] = _quarter(number, ends, at, others if values else [], counts, found)
        year = told.values.get((number - 3, number), {})
        if is_money and told.is_flow and number % 4 == 3 and year:
            years[number] = year[max(year)]
    return Series(
        names,
        tuple(dict.fromkeys(told.captions[filing] for filing in sorted(told.captions)[::-1])),
        KINDS[min(told.places.values())[0]] if told.places else "",
        told.unit,
        max(told.powers, key=lambda power: told.powers[power], default=0),
        told.is_flow,
        tuple(_moving(quarters, years, ends, is_summed=told.is_flow and is_money)),
    )


def _is_counted(told: Told) -> int:
    """How a split moves the series: 1 for counts of shares, −1 for results per share, else 0."""
    if told.unit.is_shares:
        return 1
    return -1 if told.unit.is_per_share and told.is_flow else 0


def _numbers(told: Told, *, is_flow: bool) -> set[int]:
    """The quarters told of, alone or, for flows of money, in a longer stretch."""
    alone = {last for first, last in told.values if first == last}
    if not is_flow:
        return alone
    return alone | {one for first, last in told.values for one in range(first, last + 1)}


def _quarter(
    number: int,
    ends: Ends,
    at: Sequence[Value],
    others: Sequence[Value],
    counts: int,
    found: Sequence[Split],
) -> Quarter:
    """A quarter as told first and last; `others` are derived values beside what is reported."""
    last = _plainest(at)
    verdict, beside = _agreement(at, others)
    return Quarter(
        *year_and_quarter(number),
        ends.ends.get(number),
        value=on_basis(last, factor(found, last.filing) ** counts),
        first=at[0],
        last=last,
        cause=_cause(at, counts, found),
        basis=factor(found, at[0].filing) ** counts,
        derived=beside,
        verdict=verdict,
    )


def _plainest(at: Sequence[Value]) -> Value:
    """The last value; of derived ones that may be the same number, the one from fewest figures."""
    last = at[-1]
    if not last.is_derived:
        return last
    alike = [one for one in reversed(at) if one.reach.overlaps(last.reach)]
    return min(alike, key=lambda one: len(one.sources))


def _cause(at: Sequence[Value], counts: int, found: Sequence[Split]) -> Cause:
    """Why the last telling is not the first: a split that explains it, else a change."""
    first, last = at[0], at[-1]
    if _is_same(first, last):
        return ""
    based = (on_basis(value, factor(found, value.filing) ** counts) for value in (first, last))
    return "split" if _is_same(*based) else "changed"


def _is_same(before: Value, after: Value) -> bool:
    """True where the two may be one number, told to two precisions or derived twice."""
    if before.is_derived or after.is_derived or before.is_adjusted or after.is_adjusted:
        return before.reach.overlaps(after.reach)
    return same(before.amount, after.amount).outcome != "differs"


def _agreement(at: Sequence[Value], others: Sequence[Value]) -> tuple[Verdict | None, Value | None]:
    """The derived value that stands best to the reported one, and how it stands.

    None where derived values rest on tellings from before a change, and agree with those.
    """
    best: tuple[Verdict | None, Value | None] = (None, None)
    for other in reversed(others):
        verdict = judge(at[-1].amount, other.amount.value, other.reach)
        if best[0] is None or _ORDER[verdict.outcome] > _ORDER[best[0].outcome]:
            best = verdict, other
    if best[0] is None or best[0].outcome != "differs":
        return best
    is_older = any(one.reach.overlaps(other.reach) for one in at for other in others)
    return (None, None) if is_older else best


def _moving(
    quarters: Mapping[int, Quarter], years: Mapping[int, Value], ends: Ends, *, is_summed: bool
) -> list[Quarter]:
    """The quarters without a gap, each with its twelve months and its growth."""
    values = {number: one.value for number, one in quarters.items() if one.value is not None}
    known = {*quarters, *years}
    full = []
    for number in range(min(known, default=0), max(known, default=-1) + 1):
        end, now = ends.ends.get(number), values.get(number)
        full.append(
            structs.replace(
                quarters.get(number) or Quarter(*year_and_quarter(number), end),
                trailing=trailing(values, years.get(number), number) if is_summed else None,
                on_year=growth(now, values.get(number - 4), ends.ends.get(number - 4)),
                on_quarter=growth(now, values.get(number - 1), ends.ends.get(number - 1)),
            )
        )
    return full
