"""Differences that one wrong figure makes: with another number in its place, all of them agree."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct, structs

from tieout.evidence.quantity import Quantity
from tieout.model.amount import Amount, rounded
from tieout.model.check import Blame, Check, Outcome, Ref, Suspect
from tieout.model.interval import Interval, exactly
from tieout.proof.proposal import TIES, Proposal

_SEVERAL = 2
_MOST = 64
"""A figure of more differences is misread, and nothing is tried of it."""
_TRIED = 12
"""So many numbers are tried in the place of a figure."""
_STEPS = 3
"""A number and two next to it show whether a result moves in step with it."""
_ENOUGH = 300_000
"""So many operands are computed with in all: a document of more differences is misread."""
_STATED = -1


class _Part(Struct, frozen=True, gc=False):
    """A figure's part in a check that differs: what it states, or the operand at a place."""

    number: int
    proposal: Proposal
    place: int
    quantity: Quantity


class _Tried(Struct, frozen=True, gc=False):
    """A number in the place of a figure, with which all of these checks agree."""

    figure: int
    numbers: frozenset[int]
    suspect: Suspect


def blames(ruled: Sequence[tuple[Check, Proposal]]) -> tuple[Blame, ...]:
    """The differences that one figure would explain, those of the most checks first.

    A figure that a check ticks is right, and explains nothing.
    """
    parts = _parts(ruled)
    if not any(len(own) >= _SEVERAL for own in parts.values()):
        return ()
    sure = _ticked(ruled)
    found: list[_Tried] = []
    left = _ENOUGH
    for figure, own in parts.items():
        if figure in sure or not _SEVERAL <= len(own) <= _MOST:
            continue
        left -= _cost(own)
        if left < 0:
            break
        tried = _explained(figure, own)
        found += [tried] if tried is not None else []
    return tuple(_chosen(found))


def _cost(own: Sequence[_Part]) -> int:
    """How many operands it takes to find what each check would have, and to try all of that."""
    operands = sum(len(one.proposal.formula.operands) + 1 for one in own if one.proposal.formula)
    return operands * (_STEPS + min(len(own), _TRIED))


def _chosen(found: list[_Tried]) -> Iterator[Blame]:
    """Groups that share no check, the largest first; of equals that do share one, neither."""
    taken: set[int] = set()
    found.sort(key=lambda one: (-len(one.numbers), sorted(one.numbers), one.figure))
    for _, alike in groupby(found, key=lambda one: len(one.numbers)):
        sets: dict[frozenset[int], list[Suspect]] = {}
        for one in alike:
            sets.setdefault(one.numbers, []).append(one.suspect)
        free = {own: suspects for own, suspects in sets.items() if taken.isdisjoint(own)}
        for own, suspects in free.items():
            taken |= own
            if all(own is other or own.isdisjoint(other) for other in free):
                yield Blame(tuple(sorted(own)), tuple(suspects))


def _parts(ruled: Sequence[tuple[Check, Proposal]]) -> dict[int, list[_Part]]:
    """Every part that a figure of the subject has in a difference that can be computed again."""
    parts: dict[int, list[_Part]] = {}
    for number, (check, one) in enumerate(ruled):
        if check.outcome != "differs" or one.again is None:
            continue
        if one.stated is None or one.formula is None:
            continue
        placed = list(enumerate((one.stated, *one.formula.operands), _STATED))
        resting = [ref for _, quantity in placed for ref in quantity.sources]
        for place, quantity in placed:
            ref = quantity.sources[0] if len(quantity.sources) == 1 else None
            if ref is None or ref.document or quantity.is_derived or resting.count(ref) > 1:
                continue
            if quantity.amount.mantissa and _is_plain(quantity):
                parts.setdefault(ref.figure, []).append(_Part(number, one, place, quantity))
    return parts


def _is_plain(quantity: Quantity) -> bool:
    """True for a number whose reach its digits say, or that was never rounded."""
    return quantity.wider is None or quantity.wider == quantity.amount.point


def _ticked(ruled: Sequence[tuple[Check, Proposal]]) -> set[int]:
    """The figures of the subject that a check ticks, of themselves or as operands."""
    found: set[Ref] = set()
    for check, _ in ruled:
        if check.outcome in TIES:
            found.add(check.subject)
            found.update(one.ref for one in check.operands if one.pinned)
    return {ref.figure for ref in found if not ref.document}


def _explained(figure: int, parts: list[_Part]) -> _Tried | None:
    """The number with which several of a figure's checks agree, and none of them differs.

    What could not be tested with it says nothing.
    """
    first = parts[0].quantity
    alike = [one for one in parts if abs(one.quantity.value) == abs(first.value)]
    exponent = min(one.quantity.amount.exponent for one in alike)
    numbers = dict.fromkeys(_numbers(alike, exponent))
    for mantissa in list(numbers)[:_TRIED]:
        ends = [_outcome(one, mantissa, exponent, _way(one, first)) for one in alike]
        own = {one.number for one, end in zip(alike, ends, strict=True) if end in TIES}
        if "differs" not in ends and len(own) >= _SEVERAL:
            suspect = Suspect(Ref(0, figure), first.shown, _shown(first, mantissa, exponent))
            return _Tried(figure, frozenset(own), suspect)
    return None


def _way(part: _Part, first: Quantity) -> int:
    """-1 where the check has the figure with the other sign."""
    return 1 if part.quantity.value == first.value else -1


def _numbers(parts: Sequence[_Part], exponent: int) -> Iterator[int]:
    """What each check would have in the figure's place, as printed, where it says it to a unit."""
    first = parts[0].quantity
    for one in parts:
        number = _wanted(one, exponent)
        if number is not None:
            yield number * _way(one, first)


def _wanted(part: _Part, exponent: int) -> int | None:
    """The number that a check would have; None where its operands do not say it to a unit."""
    formula, stated = part.proposal.formula, part.proposal.stated
    if formula is None or stated is None:
        return None
    try:
        if part.place == _STATED:
            return rounded(formula.computed(), exponent)
        points = [operand.amount.point for operand in formula.operands]
        own = part.quantity.amount.at(exponent)
        given = []
        for step in range(_STEPS):
            points[part.place] = _point(own + step, exponent)
            given.append(exactly(formula.of(points)).low)
    except ZeroDivisionError:
        return None
    slope = given[1] - given[0]
    if not slope or given[2] - given[1] != slope or abs(slope) < stated.amount.last_unit:
        return None
    return own + rounded((stated.value - given[0]) / slope, 0)


def _point(mantissa: int, exponent: int) -> Interval:
    """A number as printed, as an interval of its own."""
    return Amount(mantissa, exponent).point


def _outcome(part: _Part, mantissa: int, exponent: int, way: int) -> Outcome:
    """How the check comes out with this number in the figure's place."""
    formula, stated, again = part.proposal.formula, part.proposal.stated, part.proposal.again
    if formula is None or stated is None or again is None:
        return "not-tested"
    other = _other(part.quantity, way * mantissa, exponent)
    operands = list(formula.operands)
    if part.place == _STATED:
        stated = other
    else:
        operands[part.place] = other
    return again(stated, operands)


def _other(quantity: Quantity, mantissa: int, exponent: int) -> Quantity:
    """The quantity with another number, printed as finely."""
    was = quantity.amount
    amount = Amount(mantissa, exponent, was.unit).to_unit(was.exponent)
    wider = None if quantity.wider is None else amount.point
    return structs.replace(quantity, amount=amount, wider=wider)


def _shown(quantity: Quantity, mantissa: int, exponent: int) -> str:
    """The number as the figure is printed."""
    says = quantity.says
    printed = says if isinstance(says, Amount) else quantity.amount
    way = 1 if (printed.mantissa < 0) == (quantity.amount.mantissa < 0) else -1
    scale = printed.exponent - quantity.amount.exponent
    return quantity.style.show(Amount(way * mantissa, exponent + scale, printed.unit))
