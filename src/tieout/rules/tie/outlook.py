"""An outlook told in prose and in a table is told alike."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.evidence.mention import noun_of
from tieout.evidence.outlook import Told, ranges
from tieout.evidence.quantity import Quantity
from tieout.lexicon.captions import words_of
from tieout.lexicon.qualifiers import restating
from tieout.lexicon.units import is_per_share
from tieout.model.check import Binding
from tieout.model.claim import Claim
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import agree

_MOST = 32
"""So many ranges of one word are tried."""


@rule("TI013", "outlook-differs-from-its-table", tick="T")
def outlook(evidence: Evidence) -> Iterator[Proposal]:
    """Holds both ends of every range of prose against the range that a table has of it.

    One end bears the other out: where neither agrees, the table's range is another. Both must
    agree with a range whose line says more than the words do.
    """
    lows = {one.figure: one for one in evidence.claims() if one.form == "range"}
    printed = list(ranges(evidence.subject, evidence.memo)) if lows else []
    at: dict[str, list[int]] = {}
    for number, told in enumerate(printed):
        for word in told.caption:
            at.setdefault(word, []).append(number)
    for high in lows.values() if printed else ():
        low = lows.get(high.whole)
        if low is None or high.bound != "high":
            continue
        text = evidence.subject.document.text
        said = words_of(low.sentence.of(text))
        near = sorted({number for word in said for number in at.get(word, ())[:_MOST]})
        strict = [one for one in (printed[number] for number in near) if _is_of(low, one, said)]
        loose = [one for one in (printed[number] for number in near) if _may_be_of(low, one)]
        found = _likeliest(evidence, low, high, strict, "caption")
        looser = [] if found else _likeliest(evidence, low, high, loose, "digits")
        yield from found or (looser if all(one.ties for one in looser) else ())


def _likeliest(
    evidence: Evidence, low: Claim, high: Claim, printed: list[Told], bound: Binding
) -> list[Proposal]:
    """Both ends against the table's range that has most of them; none where none has one."""
    held = [_held(evidence, low, high, one) for one in printed]
    best = max(held, key=lambda ends: sum(one.ties for one in ends), default=[])
    if not any(one.ties for one in best):
        return []
    return [one.read(bound=bound, cost=(len(held) - 1).bit_length()) for one in best]


def _is_of(claim: Claim, told: Told, said: frozenset[str]) -> bool:
    """True where a table's range may be the claim's, and all words of its caption are said."""
    named = noun_of(claim)
    is_said = bool(told.caption) and told.caption <= said and named <= told.wide | said
    return is_said and _is_like(claim, told)


def _may_be_of(claim: Claim, told: Told) -> bool:
    """True where a table's range may be the claim's, whose words are all in its caption.

    Neither is adjusted as the other is not.
    """
    named = noun_of(claim)
    is_named = bool(named) and named <= told.caption
    return (
        is_named
        and _is_like(claim, told)
        and restating(claim.caption) == restating(told.low.caption)
    )


def _is_like(claim: Claim, told: Told) -> bool:
    """True where a table's range is of the kind of the claim's, and may be of its time.

    The growth of an amount per share is in percent, on the line of the amount.
    """
    if claim.period and told.period and not claim.period.is_near(told.period):
        return False
    unit, other = claim.amount.unit, told.low.amount.unit
    if unit.is_pure or other.is_pure:
        return unit.is_pure == other.is_pure
    return unit.is_per_share == is_per_share(told.low.caption)


def _held(evidence: Evidence, low: Claim, high: Claim, told: Told) -> list[Proposal]:
    """Both ends against those of a table's range."""
    key = ("range", low.figure, told.low.ref.figure)
    return [
        _against(evidence, claim, known).read(bindings=(key,))
        for claim, known in ((low, told.low), (high, told.high))
    ]


def _against(evidence: Evidence, claim: Claim, known: Quantity) -> Proposal:
    """An end of the range in prose against the table's."""
    return agree(
        evidence.of_claim(0, claim), known, prose=True, hedge=claim.hedge, severity="warning"
    )
