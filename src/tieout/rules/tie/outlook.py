"""An outlook told in prose and in a table is told alike."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.evidence.outlook import Told, ranges
from tieout.evidence.quantity import Quantity
from tieout.lexicon.captions import words_of
from tieout.lexicon.units import is_per_share
from tieout.model.claim import Claim
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import agree

_MOST = 16
"""So many ranges of one line's words are tried."""


@rule("TI013", "outlook-differs-from-its-table", tick="T")
def outlook(evidence: Evidence) -> Iterator[Proposal]:
    """Holds both ends of every range of prose against the range that a table has of it.

    One end bears the other out: where neither agrees, the table's range is another.
    """
    printed = list(ranges(evidence.subject))
    lows = {one.figure: one for one in evidence.claims() if one.form == "range"}
    for high in lows.values() if printed else ():
        low = lows.get(high.whole)
        if low is None or high.bound != "high":
            continue
        text = evidence.subject.document.text
        said = words_of(low.sentence.of(text))
        found = [one for one in printed if _is_of(low, one, said, low.caption)][:_MOST]
        held = [_held(evidence, low, high, one) for one in found]
        alike = [ends for ends in held if any(one.ties for one in ends)]
        best = max(alike, key=lambda ends: sum(one.ties for one in ends), default=())
        yield from best


def _is_of(claim: Claim, told: Told, said: frozenset[str], caption: str) -> bool:
    """True where a table's range has the words and the kind of the claim's, and may be of its time.

    All words of its caption stand in the claim's sentence.
    """
    if claim.period and told.period and not claim.period.is_near(told.period):
        return False
    unit = claim.amount.unit
    is_same = unit.is_pure == told.low.amount.unit.is_pure
    is_same &= unit.is_per_share == is_per_share(told.low.caption)
    named = words_of(caption)
    return is_same and bool(told.caption) and told.caption <= said and named <= told.wide | said


def _held(evidence: Evidence, low: Claim, high: Claim, told: Told) -> list[Proposal]:
    """Both ends against those of a table's range."""
    key = ("range", low.figure, told.low.ref.figure)
    return [
        _against(evidence, claim, known).read(bound="caption", bindings=(key,))
        for claim, known in ((low, told.low), (high, told.high))
    ]


def _against(evidence: Evidence, claim: Claim, known: Quantity) -> Proposal:
    """An end of the range in prose against the table's."""
    return agree(
        evidence.of_claim(0, claim), known, prose=True, hedge=claim.hedge, severity="warning"
    )
