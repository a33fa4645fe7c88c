"""How many shares a split between two filings made of one, shown by counts or told as done."""

import functools
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity, as_exact
from tieout.lexicon.splits import Split, split_ratios, splits_done
from tieout.model.interval import Interval
from tieout.model.relation import announced, in_time
from tieout.model.statement import Fact
from tieout.model.workpaper import Release
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.verbs import recompute

ONE = Fraction(1)
_FEWEST_DIGITS = 2
_WITNESSES = 2
_MOST = 1000
_TIGHT = Fraction(21, 20)
"""Share counts that leave more room than this for their ratio tell none."""
_SIMPLE = (Fraction(3, 2), Fraction(2, 3))
_COUNTS = (
    "us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding",
    "us-gaap:WeightedAverageNumberOfSharesOutstandingBasic",
)
_SMALL = Fraction(5, 4)
"""Share counts grow by less than this without any split or dividend in shares."""


def splits(evidence: Evidence, documents: Sequence[int]) -> dict[int, Fraction]:
    """The shares that one share of each document is in the subject: 10, 1/8; 1 without a split.

    A document that shows no ratio is like the next one after it that does.
    """
    found: dict[int, Fraction] = {}
    since = ONE
    releases = evidence.releases
    for document in sorted(documents, key=lambda one: in_time(releases[one]), reverse=True):
        ratio = _shown(evidence, document, since)
        if ratio in (None, ONE):
            ratio = _done_since(evidence, document) or ratio
        since = since if ratio is None else ratio
        found[document] = since
    return found


def named(evidence: Evidence, document: int) -> set[Fraction]:
    """The ratios that the words of the subject or of the document name, and their inverses."""
    texts = [evidence.releases[one].document.text for one in (0, document)]
    return {ratio for text in texts for one in split_ratios(text) for ratio in (one, 1 / one)}


def _shown(evidence: Evidence, document: int, since: Fraction) -> Fraction | None:
    """The ratio that a document shows; None where it shows neither a split nor that there is none.

    Two share counts of the same periods must show it, or one where the words name the ratio, or
    amounts per share where the words or a later filing do.
    """
    told = named(evidence, document)
    per_share = list(_ratios(evidence, document, of_counts=False))
    counts = list(_ratios(evidence, document, of_counts=True))
    if any(one.holds(ONE) for one in (*per_share, *counts)):
        return ONE
    if not counts and not per_share:
        return None
    likely = told | {since} - {ONE}
    likely |= set(_whole(counts[0])) if len(counts) >= _WITNESSES else set()
    held = [ratio for ratio in likely if all(one.holds(ratio) for one in counts or per_share)]
    return held[0] if len(held) == 1 else ONE


def _done_since(evidence: Evidence, document: int) -> Fraction | None:
    """The ratio of a split that the subject tells as done and that came after the document.

    The share counts now and then are apart by it, or its day lies between the two documents. Then
    a figure that still is as it was before the split has not been adjusted for it.
    """
    subject, other = evidence.releases[0], evidence.releases[document]
    if in_time(other) >= in_time(subject):
        return None
    known = {split.ratio for split in splits_done(other.document.text)}
    grown = _grown(evidence, document)
    for split in splits_done(subject.document.text):
        if split.ratio in known or _is_outside(split, other, subject):
            continue
        if max(split.ratio, 1 / split.ratio) < _SMALL or grown is None:
            if split.days:
                return split.ratio
            continue
        for ratio in (split.ratio, 1 / split.ratio):
            if _is_by(grown, ratio):
                return ratio
    return None


def _is_outside(split: Split, before: Release, after: Release) -> bool:
    """True where the days told of a split do not lie between two documents."""
    first, last = announced(before), announced(after)
    if not split.days or first is None or last is None:
        return False
    return any(day > last for day in split.days) or all(day <= first for day in split.days)


def _grown(evidence: Evidence, document: int) -> Fraction | None:
    """How many times the weighted shares of the document's own quarter the subject's own are."""
    for concept in _COUNTS:
        now, then = _own_count(evidence, 0, concept), _own_count(evidence, document, concept)
        if now and then:
            return now / then
    return None


def _own_count(evidence: Evidence, document: int, concept: str) -> Fraction | None:
    """The weighted shares of the quarter that a document announces."""
    calendar = evidence.releases[document].calendar
    if calendar is None:
        return None
    held = evidence.facts_at(concept, calendar.current)
    return next((one.amount.value for number, one in held if number == document), None)


def _is_by(grown: Fraction, ratio: Fraction) -> bool:
    """True where a growth is nearer to a ratio than to none, and not beyond twice as near again."""
    if ratio < 1:
        grown, ratio = 1 / grown, 1 / ratio
    return ratio < grown**2 and grown < ratio**2


def adjusted(
    subject: Quantity, other: Quantity, ratio: Fraction, *, prose: bool = False
) -> Proposal:
    """The subject's figure against another filing's, adjusted for the split between the two.

    What lies outside all that the other figure's rounding allows differs, however coarse it is.
    """
    is_count = other.amount.unit.is_shares
    times = ratio if is_count else 1 / ratio
    if not (other.reach * times).overlaps(subject.reach):
        other = as_exact(other)
    if times.numerator == 1:
        formula = Formula(f"{{0}} / {times.denominator}", (other,), lambda x: x / times.denominator)
    else:
        written = f"{{0}} \u00d7 {times.numerator}"
        written += f" / {times.denominator}" if times.denominator != 1 else ""
        formula = Formula(written, (other,), lambda x: x * times)
    return recompute(subject, formula, prose=prose)


def told(ratio: Fraction) -> str:
    """A split in words: "10-for-1 stock split", "1-for-8 reverse stock split", a dividend."""
    if 1 < ratio < _SMALL:
        return f"{(ratio - 1) * 100}% stock dividend"
    reverse = "reverse " if ratio < 1 else ""
    return f"{ratio.numerator}-for-{ratio.denominator} {reverse}stock split"


def _ratios(evidence: Evidence, document: int, *, of_counts: bool) -> Iterator[Interval]:
    """How many shares one was split in, by every share count or amount per share of both.

    Primary statements are asked, and other tables only where these have no period in common.
    """
    ratios = functools.partial(_compared, evidence, document, of_counts=of_counts)
    yield from list(ratios(on_faces=True)) or ratios(on_faces=False)


def _compared(
    evidence: Evidence, document: int, *, of_counts: bool, on_faces: bool
) -> Iterator[Interval]:
    """The ratio of every such figure to the document's for the period, where it is tight."""
    for fact in evidence.reported:
        if fact.period is None or fact.amount.unit.is_shares != of_counts:
            continue
        if not _is_telling(fact) or evidence.is_face(0, fact) != on_faces:
            continue
        for number, other in evidence.facts_at(fact.concept, fact.period, fact.dimensions):
            if number != document or other.amount.unit != fact.amount.unit:
                continue
            if _is_telling(other):
                one, two = abs(fact.amount.interval), abs(other.amount.interval)
                ratio = one / two if of_counts else two / one
                if ratio.high <= ratio.low * _TIGHT:
                    yield ratio
            break


def _is_telling(fact: Fact) -> bool:
    """True for a weighted share count or an amount per share of a known concept, of two digits."""
    is_long = abs(fact.amount.mantissa) >= 10 ** (_FEWEST_DIGITS - 1)
    is_known = fact.concept.startswith("us-gaap:") and not fact.in_caption
    is_known = is_known and fact.amount.unit.is_of_shares
    is_flow = fact.period is not None and not fact.period.is_instant
    return is_long and is_known and is_flow


def _whole(ratio: Interval) -> Iterator[Fraction]:
    """The whole numbers a ratio may be, from two, or whose inverse it may be; or 3 for 2."""
    yield from (one for one in _SIMPLE if ratio.holds(one))
    for one in (ratio, 1 / ratio):
        low, high = max(2, ceil(one.low)), min(_MOST, floor(one.high))
        if low <= high:
            nearest = round((one.low + one.high) / 2)
            yield Fraction(nearest) if one is ratio else Fraction(1, nearest)
