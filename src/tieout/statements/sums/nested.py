"""Subtotals that no word gives away, and signs that no caption tells: found where columns agree."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import structs

from tieout.model.statement import Line, Parts, Sum
from tieout.statements.sums.printed import (
    FOUND,
    FOUND_MISSED,
    Demand,
    Printed,
    slack_left,
    slack_of,
)

MOST = 40
"""No subtotal takes more lines; it bounds the search at each line."""

_FEW = 20
"""Of no more parts is it asked whether two of them have the other sign."""

_PERHAPS = Demand(10**2, least=1, misses=True)
"""What a column alone may show, for the total around it to confirm."""

_TRIED = 10**4
"""So many times as many as are tried must be the numbers that a reading's columns could print."""

_CONFIRMED = 10**7
"""One in so many: that a total and what is nested in it foot together by accident."""


def subtotal(printed: Printed, number: int, parts: Parts) -> Parts:
    """The shortest end of the open parts that the line sums; empty where there is none.

    Their weights are as given, or all as printed; two may be a whole and what it is less.
    """
    return _end(printed, number, parts, (FOUND, FOUND_MISSED))


def headed(printed: Printed, parts: Parts, demand: Demand = FOUND) -> list[tuple[int, Parts]]:
    """The lines among these that sum the lines behind them, each with those lines."""
    found: list[tuple[int, Parts]] = []
    at = 0
    while at < len(parts):
        behind = _begin(printed, parts[at][0], parts[at + 1 : at + 1 + MOST], demand)
        if behind:
            found.append((parts[at][0], behind))
        at += 1 + len(behind)
    return found


def nested(printed: Printed, number: int, parts: Parts) -> tuple[Parts, list[tuple[int, Parts]]]:
    """The parts without those that others among them sum, and these sums; else nothing.

    A column alone may show what is nested, if the line foots by it there too, and the others
    either foot or are as far apart in the line as in what is nested: an error of one figure.
    """
    if len(parts) > 2 * MOST:
        return (), []
    nests = [
        one for one in headed(printed, parts, _PERHAPS) if not printed.lines[one[0]].is_called_total
    ]
    behind = {n for _, under in nests for n, _ in under}
    for at, (part, weight) in enumerate(parts):
        before = tuple((n, w * weight) for n, w in parts[:at] if n not in behind)
        under = () if part in behind else _end(printed, part, before, (_PERHAPS,))
        if under:
            nests = [one for one in nests if one[0] not in {n for n, _ in under}]
            nests.append((part, under))
            behind |= {n for n, _ in under}
    for some in (nests, *([one] for one in nests)) if len(nests) > 1 else (nests,):
        within = {n for _, under in some for n, _ in under}
        rest = tuple((n, w) for n, w in parts if n not in within)
        if some and _is_confirmed(printed, number, rest, some):
            return rest, some
    return (), []


def turned(printed: Printed, number: int, parts: Parts) -> Parts:
    """The parts all as printed, or with one sign or two turned, where the line foots so."""
    if not 2 <= len(parts) <= MOST:
        return ()
    slack = printed.slack(number, parts)
    plain = _as_printed(parts)
    if printed.foots(number, plain, printed.apart(number, plain), slack, FOUND):
        return plain
    for given in (parts, plain):
        apart = printed.apart(number, given)
        for some in _some(given):
            rest = list(apart)
            for part, weight in some:
                for column, value in enumerate(printed.values[part]):
                    rest[column] += 2 * weight * (value or 0)
            demand = Demand(_TRIED * len(parts) ** len(some))
            if printed.foots(number, given, rest, slack, demand):
                return tuple((n, -w if (n, w) in some else w) for n, w in given)
    return ()


def _end(printed: Printed, number: int, parts: Parts, demands: Sequence[Demand]) -> Parts:
    """The shortest end of the parts that the line sums by the first of the demands that one meets.

    Most ends miss in every column, and are neither made nor asked about.
    """
    if not parts or not printed.is_told(number) or not any(printed.values[parts[-1][0]]):
        return ()
    last = printed.values[parts[-1][0]]
    weighed, plain = printed.apart(number, ()), printed.apart(number, ())
    columns = [column for column, value in enumerate(printed.values[number]) if value]
    least = min(demand.least for demand in demands)
    total = printed.units[number]
    squares = total * total
    held: Parts = ()
    for size in range(1, min(len(parts), MOST) + 1):
        part, weight = parts[-size]
        values = printed.values[part]
        unit = printed.units[part]
        total, squares = total + unit, squares + unit * unit
        for column, value in enumerate(values):
            if value:
                weighed[column] -= weight * value
                plain[column] -= value
        if size < 2 or not any(values):
            continue
        slack = slack_left(total, squares)
        tried = [weighed] if weighed == plain else [weighed, plain]
        if size == 2:
            tried.append([rest + 2 * (value or 0) for rest, value in zip(plain, last, strict=True)])
        for apart in tried:
            if len([column for column in columns if -slack <= apart[column] <= slack]) < least:
                continue
            reading = parts[-size:] if apart is weighed else _as_printed(parts[-size:])
            if apart is not weighed and apart is not plain:
                reading = ((part, 1), (parts[-1][0], -1))
            for at, demand in enumerate(demands):
                if printed.foots(number, reading, apart, slack, demand):
                    held, demands = reading, demands[:at]
                    break
            if not demands:
                return held
    return held


def _begin(printed: Printed, number: int, parts: Parts, demand: Demand) -> Parts:
    """The shortest beginning of the parts, as printed, that the line before them sums."""
    if not parts or not printed.is_told(number) or not any(printed.values[parts[0][0]]):
        return ()
    apart, units = printed.apart(number, ()), [printed.units[number]]
    for size, (part, _) in enumerate(parts, 1):
        units.append(printed.units[part])
        for column, value in enumerate(printed.values[part]):
            apart[column] -= value or 0
        reading = _as_printed(parts[:size])
        if size < 2 or not any(printed.values[part]):
            continue
        slack = slack_of(units)
        if printed.foots(number, reading, apart, slack, demand):
            return reading
    return ()


def _is_confirmed(
    printed: Printed, number: int, parts: Parts, nests: Sequence[tuple[int, Parts]]
) -> bool:
    """True where the line and what is nested foot in all columns, but for a figure in one."""
    weights = dict(parts)
    slack = printed.slack(number, parts)
    apart = printed.apart(number, parts)
    inner = [
        (weights.get(part, 0), printed.apart(part, under), printed.slack(part, under))
        for part, under in nests
    ]
    chance, odd = 1, 0
    for column, whole in enumerate(printed.values[number]):
        if not whole:
            continue
        wrong = [(w, rest[column]) for w, rest, most in inner if abs(rest[column]) > most]
        if abs(apart[column]) <= slack and not wrong:
            chance *= abs(whole) // (2 * slack + 1)
            for part, under in nests:
                if printed.adds(under, column):
                    chance *= max(1, abs(printed.values[part][column] or 0))
        elif (
            len(wrong) == 1
            and min(abs(apart[column]), abs(apart[column] + wrong[0][0] * wrong[0][1])) <= slack
        ):
            odd += 1
        else:
            return False
    return odd < 2 and chance >= _CONFIRMED


def _as_printed(parts: Parts) -> Parts:
    """The parts with the signs that are printed."""
    return tuple((number, 1) for number, _ in parts)


def _some(parts: Parts) -> Iterator[Parts]:
    """Each of the parts, then every two of them where they are few."""
    yield from ((part,) for part in parts)
    if len(parts) <= _FEW:
        yield from combinations(parts, 2)


def borne_out(lines: Sequence[Line], sums: Sequence[Sum]) -> tuple[Sum, ...]:
    """Of a table that shows a choice of lines, the sums that several columns foot by."""
    printed = Printed(lines)
    kept: list[Sum] = []
    for one in sums:
        at = printed.first(one.total, one.readings)
        if at >= 0 and printed.is_exact(one.total, one.readings[at]):
            kept.append(structs.replace(one, readings=one.readings[at : at + 1], firm=False))
    summed = {number for one in kept for number in (one.total, *(n for n, _ in one.readings[0]))}
    rest = tuple((n, 1) for n, line in enumerate(lines) if line.is_money and n not in summed)
    return (*kept, *(Sum(total, (parts,), firm=False) for total, parts in headed(printed, rest)))
