"""The judge: a figure is called wrong only where the reading that makes it wrong is proven.

Rules propose; what agrees by a reading that words or places settle is a tick as it stands. What
agrees by a reading that was searched needs others that agree by it. What differs is a contest of
explanations, in bits: how the operands were bound, what the others of the reading say, and how
like a misprint the difference is, against every other reading under which the figure is right.
"""

from collections.abc import Container, Iterable, Iterator

from msgspec import Struct, structs

from tieout.evidence.gathered import Evidence
from tieout.model.check import Binding, Check, Ground
from tieout.proof.bounds import bounds
from tieout.proof.case import Case, Docket
from tieout.proof.corroboration import Borne, Corroboration
from tieout.proof.explanations import Explained, explanations
from tieout.proof.likeness import likeness
from tieout.proof.powers import is_at_another_power
from tieout.proof.proposal import Proposal, is_searched
from tieout.proof.reserved import Reserved, asked_for
from tieout.proof.slip import is_slip
from tieout.proof.words import is_tick


class Weighed(Struct, frozen=True, gc=False):
    """A difference weighed: each part in bits, and the explanations found."""

    bound: int
    borne: Borne
    like: int
    twice: int
    against: int
    explained: tuple[Explained, ...]

    @property
    def proven(self) -> int:
        """How far the reading is proven, before any other reading is asked."""
        return (
            self.bound + self.borne.bits + self.borne.record + self.like + self.twice - self.against
        )

    @property
    def bits(self) -> int:
        """How far it is proven that the figure is wrong."""
        return self.proven - sum(one.bits for one in self.explained)


def judged(
    evidence: Evidence,
    proposals: Iterable[Proposal | Reserved],
    about: Container[int] | None = None,
) -> Iterator[Check]:
    """The checks of what rules propose: ticks, findings, leads and what is untested."""
    return (check for check, _ in ruled(evidence, proposals, about))


def ruled(
    evidence: Evidence,
    proposals: Iterable[Proposal | Reserved],
    about: Container[int] | None = None,
) -> Iterator[tuple[Check, Proposal]]:
    """The same, each check with the proposal that it is of.

    In the order of the proposals, but for those that words alone bind: they come last, and only of
    figures of which nothing firmer has tied or refuted. Those of some figures alone are judged by
    all that is proposed too.
    """
    held: list[Proposal] = []
    reserved: list[Reserved] = []
    for each in proposals:
        reserved.append(each) if isinstance(each, Reserved) else held.append(each)
    docket = Docket(evidence, held)
    held += asked_for(docket, held, reserved)
    corroboration = Corroboration(docket, held, about)
    refuted: set[int] = set()
    led: set[int] = set()
    checks: list[tuple[Check, Proposal]] = []
    near = [one for one in held if about is None or one.check.subject.figure in about]
    for one in sorted(near, key=lambda each: each.shared is not None):
        figure = one.check.subject.figure
        if one.shared is not None and (figure in docket.tied or figure in refuted):
            continue
        for check in _judged(one, docket, corroboration):
            if check.is_lead and one.shared is not None and figure in led:
                continue
            is_amount = one.formula is not None and not check.subject.document
            if is_amount and check.is_lead:
                led.add(figure)
            elif is_amount and check.outcome == "differs":
                refuted.add(figure)
            checks.append((check, one))
    for check, one in checks:  # a finding has the last word on its figure
        if not (check.is_lead and not check.subject.document and check.subject.figure in refuted):
            yield check, one


def _judged(one: Proposal, docket: Docket, corroboration: Corroboration) -> Iterator[Check]:
    """The check of one proposal, unless nothing is to be said of it."""
    if one.stated is None or one.outcome == "not-tested":
        yield one.check
    elif one.ties:
        if _is_proven(one, corroboration):
            yield one.check
    elif one.formula is not None:
        case = Case(docket, one, one.stated, one.formula)
        yield from _decided(one, weighed(case, corroboration))


def _is_proven(one: Proposal, corroboration: Corroboration) -> bool:
    """True for a tick whose reading words or places settle, or the others of a searched one do."""
    if one.likely is not None:
        return one.likely >= 0
    if one.shared is not None and one.stated is not None:
        return is_tick(one.shared, one.stated.amount, one.cost)
    return not is_searched(one) or _is_borne(one, corroboration.of(one))


def _is_borne(one: Proposal, borne: Borne) -> bool:
    """True where the others of a searched reading bear a tick out."""
    return borne.bits >= bounds().bounds.ticks + one.cost and borne.agreed + 1 > 2 * borne.missed


def weighed(case: Case, corroboration: Corroboration) -> Weighed:
    """A difference weighed; explanations are asked only where the reading itself is proven."""
    table, one = bounds(), case.proposal
    claim = case.claim
    against = one.cost - table.doubt.defined * one.is_defined + table.doubt.said * bool(one.doubt)
    against += table.doubt.assumed * (claim is not None and claim.is_assumed)
    like = likeness(case.amount, case.formula, is_copy=case.is_copy, is_taken=one.taken is not None)
    twice = corroboration.of_others(one)
    if twice:
        like = max(0, like)  # how far off is no matter where two sums expect one number
    found = Weighed(_bound(one), corroboration.of(one), like, twice, against, ())
    if found.proven < table.bounds.lead:
        return found
    case = structs.replace(case, agreed=found.borne.agreed)
    asked = (explain(case) for explain in explanations())
    return structs.replace(found, explained=tuple(each for each in asked if each is not None))


def _bound(one: Proposal) -> int:
    """What it says how the operands were bound."""
    table = bounds()
    if one.shared is not None:
        return table.words.fit + one.shared
    is_said = one.is_said and is_searched(one)
    return table.bound["caption" if is_said else one.bound]


def _decided(one: Proposal, found: Weighed) -> Iterator[Check]:
    """A finding, a lead, or why the figure is not tested."""
    band, check = bounds().bounds, one.check
    if found.bits >= band.differs:
        yield structs.replace(check, ground=_ground(one, found))
        return
    best = max(found.explained, key=lambda each: each.bits, default=None)
    reason = best.says if best is not None else one.doubt or _UNPROVEN
    is_lead = found.bits >= band.lead
    if is_lead or not (is_searched(one) or (one.bindings and one.doubt and one.bound != "cell")):
        yield structs.replace(
            check,
            outcome="not-tested",
            operands=tuple(structs.replace(each, pinned=False) for each in check.operands),
            reason=reason,
            ground=_ground(one, found) if is_lead else None,
            is_lead=is_lead,
        )


_ALIKE = "other figure, read in the same way, agrees"
_ALL_ALIKE = "other figures, read in the same way, agree"
_BOUND: dict[Binding, str] = {
    "cell": "the figures stand in its own row or column",
    "concept": "a primary statement reports the same line and period",
    "filing": "another filing reports the same line and period",
    "caption": "a line is called the same",
    "sentence": "the words of its own sentence or paragraph say so",
    "digits": "its digits are found again",
}
_SLIPPED = "the figure looks like the expected one with a typing error"
_UNPROVEN = "the figures it was compared with may be for something else"


def _ground(one: Proposal, found: Weighed) -> Ground:
    """How the operands were bound, and what corroborates the reading."""
    operands = one.formula.operands if one.formula is not None else ()
    bound = tuple(operand.bound for operand in operands for _ in operand.sources)
    return Ground(bound, found.bits, _says(one, found))


def _is_slipped(one: Proposal) -> bool:
    """True where a digit, or two exchanged, or a power of ten, set the figure apart."""
    if one.stated is None or one.formula is None:
        return False
    computed = one.formula.computed()
    return is_slip(one.stated.amount, computed) or is_at_another_power(one.stated.amount, computed)


def _says(one: Proposal, found: Weighed) -> str:
    """What corroborates the reading, in words."""
    said = [] if one.shared is None else ["the same words stand beside both figures"]
    if one.shared is None and not found.borne.agreed:
        said.append(_BOUND[one.bound])
    if found.borne.agreed:
        count = found.borne.agreed
        others = _ALIKE if count == 1 else _ALL_ALIKE
        said.append(f"{count} {others}")
    if found.twice:
        said.append("a sum of other figures gives the expected number as well")
    taken = one.taken
    if taken is not None and taken.period is not None:
        said.append(f"{taken.shown} is {taken.caption!r}, {taken.period.spoken()}")
    elif found.like > 0:
        said.append(_SLIPPED if _is_slipped(one) else "the figure is near the expected one")
    return "; ".join(said)
