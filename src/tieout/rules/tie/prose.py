"""An amount told in prose ties to the statement that reports it."""

from collections.abc import Iterator, Sequence
from itertools import chain

from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_caption import alike
from tieout.evidence.match_by_sentence import within
from tieout.lexicon.labels import UNNAMED
from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.model.concept import feeds
from tieout.model.period import Period, duration
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.recompute.operands import bases
from tieout.rules.tie.other_side import on_other_side
from tieout.rules.tie.slipped import likeliest_slip, slipped
from tieout.rules.tie.taken import of_another_line, of_another_period
from tieout.rules.verbs import agree, not_tested
from tieout.rules.wording import needs


@rule("TI001", "prose-differs-from-statement", tick="T")
def prose_to_statement(evidence: Evidence) -> Iterator[Proposal]:
    """Holds every level told in prose against the statements, derived quarters included."""
    for claim in evidence.each(evidence.claims()):
        if claim.form not in ("level", "per_share"):
            yield from _in_words(evidence, claim)
            continue
        untold: list[Proposal] = []
        differing: list[Proposal] = []
        held: Proposal | None = None
        for period in _periods(evidence, claim):
            tied = _tied(evidence, claim, period)
            if tied.ties:
                held = tied
                break
            (differing if tied.outcome == "differs" else untold).append(tied)
        turned = [one for one in differing if one.is_defined]
        if held is None and turned:
            yield turned[0]
            continue
        is_open = held is None and _is_open(claim, len(differing))
        if is_open:
            held = not_tested(Ref(0, claim.figure), "the text does not say which line it means")
        if held is None or held.outcome == "not-tested":
            in_words = _in_words(evidence, claim, is_contradicted=bool(differing))
            held = of_another_period(evidence, claim) or next(in_words, held)
        if (held is None or held.outcome == "not-tested") and (is_open or not _is_told(differing)):
            held = slipped(evidence, claim, _then(evidence, claim)) or held
        if held is None and differing:
            held = of_another_line(evidence, claim, likeliest_slip(differing))
        yield held or untold[0]


def _then(evidence: Evidence, claim: Claim) -> list[Period]:
    """The periods that the claim may be of; those compared with where no words name one."""
    named = [one for one in _periods(evidence, claim) if one is not None]
    return named or _compared(evidence, claim)


def _is_told(differing: Sequence[Proposal]) -> bool:
    """True where a statement reports the claim's concept otherwise, by a slip or not."""
    return any(one.bound == "concept" for one in differing)


def _in_words(
    evidence: Evidence, claim: Claim, *, is_contradicted: bool = False
) -> Iterator[Proposal]:
    """The first line of any table that says the same of the claim's period and has its number.

    Where the line of the claim's own concept has another number, only a line named in full counts.
    """
    if claim.form in ("part", "remainder", "range"):
        return
    for period in _then(evidence, claim):
        for known in chain(
            alike(evidence, claim, period), within(evidence, claim, period, in_full=is_contradicted)
        ):
            check = agree(evidence.of_claim(0, claim), known, prose=True, hedge=claim.hedge)
            if check.ties:
                yield on_other_side(evidence, claim, [known]) or check
                return


def _is_open(claim: Claim, count: int) -> bool:
    """True where a flow and a balance go by the same caption, and the words do not say which."""
    return count > 1 and not claim.concept.startswith("us-gaap:")


def _periods(evidence: Evidence, claim: Claim) -> list[Period | None]:
    """The claim's period; where no words name it, the year to date too; a balance's day."""
    calendar, period = evidence.calendar, claim.period
    if period is None or period.is_instant:
        return [period]
    periods: list[Period | None] = [period]
    if claim.is_assumed and calendar is not None:
        lengths = calendar.year_to_date.months, calendar.current.months
        periods += [duration(period.end, months) for months in lengths]
    if not claim.concept.startswith("us-gaap:"):
        periods.append(period.closing())
    return list(dict.fromkeys(periods))


def _compared(evidence: Evidence, claim: Claim) -> list[Period]:
    """The periods that a comparative without one may be of: those before its sentence's own."""
    calendar = evidence.calendar
    told = (one.period for one in evidence.beside(claim) if one.form == claim.form)
    now = next((period for period in told if period is not None), None)
    return list(bases(now, calendar)) if now is not None and calendar is not None else []


def _tied(evidence: Evidence, claim: Claim, period: Period | None) -> Proposal:
    """The claim against what the statements report for a period, on whichever line agrees."""
    concepts = () if claim.concept == UNNAMED else feeds(claim.concept)
    known = [evidence.find_all(concept, period) for concept in concepts]
    held = [one for found in known for one in found if one.amount.unit == claim.amount.unit]
    if not held:
        return not_tested(Ref(0, claim.figure), needs(claim.caption, period))
    spoken = evidence.of_claim(0, claim)
    tied = [agree(spoken, one, prose=True, hedge=claim.hedge) for one in held]
    ties = sorted((one for one in tied if one.ties), key=lambda one: one.outcome != "agrees")
    check = ties[0] if ties else likeliest_slip(tied)
    if check.outcome != "differs":
        fitting = [one for one, by in zip(held, tied, strict=True) if by.ties]
        return on_other_side(evidence, claim, fitting) or check
    if not all(known):
        return not_tested(
            Ref(0, claim.figure), "the text does not say if it means basic or diluted"
        )
    return check
