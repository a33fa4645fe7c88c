"""Every figure held against the cells of support documents that its words name."""

from collections.abc import Hashable, Iterator, Sequence

from msgspec import structs

from tieout.evidence.booked import Booked
from tieout.evidence.gathered import Evidence
from tieout.evidence.printed import short
from tieout.evidence.quantity import Quantity
from tieout.model.amount import grouped, is_printed_as, printed_to
from tieout.model.check import Ref
from tieout.model.period import FiscalCalendar, Period
from tieout.model.sheet import cell_of
from tieout.proof.formula import is_far
from tieout.proof.proposal import Proposal
from tieout.rules.support.pairs import Beside, Pairs, Stated
from tieout.rules.verbs import agree, not_tested

_SCALES = (-6, -3, 3, 6)
_SHOWN = 4
"""So many parts of a sum are told one by one."""


def supported(evidence: Evidence, calendar: FiscalCalendar) -> Iterator[Proposal]:
    """What the books say of each figure: that it agrees, or not, or which cells may be meant."""
    pairs = Pairs(evidence, calendar)
    found = list(pairs)
    flows = _flows(found)
    doubted = _doubted(found)
    for stated, beside in found:
        dated = [one for one in beside if one.is_then]
        loose = [one for one in beside if not one.is_then and one.ties]
        told = dated + [one for one in loose if len(flows[one.booked.at]) == 1]
        ties = [one for one in told if one.ties]
        if ties:  # the books have many a number with either sign
            told = [one for one in told if not one.is_turned and not _is_else(stated, one)]
        if ties and len(ties) == len(told):
            best = min(ties, key=_rank)
            yield _check(evidence, stated, best, doubted)
        elif (both := _apart(stated, told)) is not None:
            yield not_tested(stated.quantity.ref, _offer(evidence, both))
        elif told:
            best = min(told, key=_rank)
            if best.is_turned:
                place = _place(evidence, best.booked)
                yield not_tested(stated.quantity.ref, f"{place} has it with the other sign")
            elif stated.fact is not None and _is_scaled_otherwise(stated, best):
                place = _place(evidence, best.booked)
                yield not_tested(stated.quantity.ref, f"{place} has it in another scale")
            elif pairs.is_sure(stated, best.booked):
                yield _check(evidence, stated, best, doubted)


def _is_scaled_otherwise(stated: Stated, one: Beside) -> bool:
    """True where the number has the figure's digits, so many thousands of times or parts of it.

    Books seldom say their scale for every row, and a table of the release has its own.
    """
    own = abs(stated.quantity.amount)
    return bool(own.mantissa) and any(
        is_printed_as(abs(one.amount).times_power(power), own) for power in _SCALES
    )


def _is_else(stated: Stated, one: Beside) -> bool:
    """True for a number so far off that the row counts something else: "Basic" of the shares."""
    return is_far(stated.quantity.value, one.amount.value)


def _flows(
    found: Sequence[tuple[Stated, Sequence[Beside]]],
) -> dict[Hashable, set[Period]]:
    """The periods for which a balance of no said length prints as a figure of the subject."""
    periods: dict[Hashable, set[Period]] = {}
    for stated, beside in found:
        for one in beside:
            if one.ties and not one.is_then:
                periods.setdefault(one.booked.at, set()).add(stated.period)
    return periods


def _doubted(found: Sequence[tuple[Stated, Sequence[Beside]]]) -> set[Hashable]:
    """The columns that name no period and have other balances than the figures they are named as.

    They may be of another time: what agrees there must be borne out by the others.
    """
    return {
        one.booked.key
        for stated, beside in found
        for one in beside
        if not one.booked.is_dated and one.is_then and not one.ties
    }


def _rank(one: Beside) -> tuple[bool, bool]:
    """The surest first: what says when it is of, on a primary statement."""
    return not one.booked.is_dated, not one.booked.is_face


def _apart(stated: Stated, told: Sequence[Beside]) -> tuple[Beside, Beside] | None:
    """Two numbers that do not print alike where the figure stands, one that ties first; or None."""
    exponent = stated.quantity.amount.exponent
    ordered = sorted(told, key=lambda one: (not one.ties, *_rank(one)))
    first = ordered[0] if ordered else None
    for one in ordered[1:]:
        assert first is not None
        is_one = printed_to(one.amount, exponent) == printed_to(first.amount, exponent)
        if one.ties != first.ties or not is_one:
            return first, one
    return None


def _check(evidence: Evidence, stated: Stated, one: Beside, doubted: set[Hashable]) -> Proposal:
    """The figure against the number, with the cell it stands in."""
    booked, claim = one.booked, stated.claim
    place = _place(evidence, booked)
    style = structs.replace(stated.quantity.style, prefix="")
    known = Quantity(
        one.amount.to_unit(stated.quantity.amount.exponent),
        tuple(Ref(booked.document, figure) for figure in booked.figures),
        f"{_shown(evidence, booked)} ({place})",
        booked.caption,
        booked.period,
        style,
        bound="concept" if booked.is_face else "caption",
    )
    hedge = claim.hedge if claim is not None else ""
    figure = structs.replace(stated.quantity, is_total=False)  # books are not a unit off
    found = agree(figure, known, prose=claim is not None, hedge=hedge)
    name = dict(evidence.support)[booked.document].document.name
    found = found.but(message=f"{found.check.message}; {place} of {name}")
    is_doubted = booked.key in doubted
    fact = stated.fact
    bindings = (("support", *booked.key, fact.statement, fact.column),) if fact is not None else ()
    bound = "digits" if is_doubted and one.ties else found.bound
    return found.read(bound=bound, bindings=bindings)


def _offer(evidence: Evidence, both: tuple[Beside, Beside]) -> str:
    """Both cells that may support a figure, and do not agree."""
    cells = (f"{_shown(evidence, one.booked)} in {_place(evidence, one.booked)}" for one in both)
    return f"two cells may support it, and they disagree: {' and '.join(cells)}"


def _place(evidence: Evidence, booked: Booked) -> str:
    """The cell of a number, or the first and last of those that make it; else its document."""
    document = dict(evidence.support)[booked.document].document
    cells = [cell for one in booked.figures if (cell := cell_of(document, one)) is not None]
    if not cells:
        return f"\u201c{short(booked.caption)}\u201d"
    ends = cells if len(cells) <= _SHOWN else (cells[0], cells[-1])
    sign = " + " if len(cells) <= _SHOWN else " \u2026 "
    return sign.join(one.brief for one in ends)


def _shown(evidence: Evidence, booked: Booked) -> str:
    """A number as its cells have it."""
    document = dict(evidence.support)[booked.document].document
    numbers = [document.figures[one].amount for one in booked.figures]
    shown = [grouped(abs(one.mantissa), one.exponent) for one in numbers if one is not None]
    return " + ".join(shown) if len(shown) <= _SHOWN else f"{len(shown)} cells"
