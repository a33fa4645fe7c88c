"""No sentence tells of this period, word for word, what an earlier release told of its own."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.amount import same
from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.model.period import Period
from tieout.model.workpaper import Release
from tieout.patterns import pattern
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.left_behind.earlier import earlier
from tieout.rules.verbs import require

_FEW, _ENOUGH = 4, 3
"""Digits: of two figures together, and of one alone, that are hardly the same by chance."""
_MOVEMENTS = ("change", "percent_change")
_LEVELS = ("level", "per_share")
_REPEATED = pattern(
    r"dividend|distribution|authoriz|credit facility|par value"
    r"|\b(?:expect|anticipat|forecast|guid|outlook|target|plan)",
    re.IGNORECASE,
)
"""What may rightly be the same in every quarter: what is paid, allowed or expected."""
_FIXED = frozenset(["date", "year", "ordinal"])
"""Figures by which a sentence speaks of one period, whoever repeats it: "in 2006", "the 1st"."""

Told = list[tuple[int, Claim]]
"""Claims of one sentence, each with its place among the sentence's figures."""


@rule("LB002", "sentence-is-of-an-earlier-release", tick="LB")
def sentence(evidence: Evidence) -> Iterator[Proposal]:
    """Each sentence whose words and figures are those of an earlier release, its period moved."""
    before = list(earlier(evidence))
    own = _sentences(evidence.subject) if before else {}
    done: set[str] = set()
    for number, other in before:
        assert other.calendar is not None  # or it is no earlier one
        theirs = _sentences(other)
        for words, told in own.items():
            if words in done or words not in theirs:
                continue
            moved = list(_moved(told, theirs[words], other.calendar.current))
            if not _is_telling([one for one, _ in moved]) or _is_borne_out(evidence, moved):
                continue
            done.add(words)
            yield _left(evidence, number, *moved[0])


def _sentences(release: Release) -> dict[str, Told]:
    """The claims of each sentence that moves with the quarter, by its words."""
    by_start: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in release.claims:
        by_start[claim.sentence.start, claim.sentence.end].append(claim)
    found: dict[str, Told] = {}
    for (start, end), claims in by_start.items():
        words = " ".join(release.document.text[start:end].split())
        inside = release.document.figures_in(start, end)
        is_fixed = any(release.document.figures[n].kind in _FIXED for n in inside)
        if not is_fixed and not _REPEATED.search(words):
            told = found.setdefault(words, [])
            told += [(one.figure - inside.start, one) for one in claims]
    return found


def _moved(own: Told, theirs: Told, announced: Period) -> Iterator[tuple[Claim, Claim]]:
    """Claims of one amount that are put in two periods, or still in the one announced before."""
    held = {(place, one.form): one for place, one in theirs}
    for place, one in own:
        other = held.get((place, one.form))
        if other is None or one.amount != other.amount or not (_is_of_now(one) and one.period):
            continue
        if other.period is None:
            continue
        if other.period.is_near(announced) or not one.period.is_near(other.period):
            yield one, other


def _is_of_now(claim: Claim) -> bool:
    """True where a claim's own words name a period, or tell of a movement, which has one."""
    return not claim.is_assumed or claim.form in _MOVEMENTS


def _is_telling(claims: list[Claim]) -> bool:
    """True where so many digits are hardly the same in two periods by chance."""
    amounts = {str(abs(one.amount.mantissa)).rstrip("0") for one in claims}
    digits = [len(amount) for amount in amounts]
    return max(digits, default=0) >= _ENOUGH or (len(digits) > 1 and sum(digits) >= _FEW)


def _is_borne_out(evidence: Evidence, moved: list[tuple[Claim, Claim]]) -> bool:
    """True where a statement reports a level of the sentence for the subject's own period."""
    for claim, _ in moved:
        known = evidence.find(claim.concept, claim.period) if claim.form in _LEVELS else None
        if known is not None and same(abs(claim.amount), abs(known.amount)).outcome != "differs":
            return True
    return False


def _left(evidence: Evidence, number: int, one: Claim, other: Claim) -> Proposal:
    """The finding at the sentence's first figure that should have moved."""
    period = other.period
    assert period is not None  # or nothing has moved
    when = f"at {period.spoken()}" if period.is_instant else f"for the {period.spoken()}"
    return require(
        Ref(0, one.figure),
        condition=False,
        reason=f"{one.caption or 'the sentence'}: word for word and figure for figure what"
        f" {evidence.releases[number].document.name} states {when}",
        reported=evidence.subject.document.figures[one.figure].text,
        expected="what this period's sentence states",
        severity="warning",
        operands=[Ref(number, other.figure)],
    )
