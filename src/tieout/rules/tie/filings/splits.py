"""How many shares a stock split between two filings made of one, shown by their share counts."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from tieout.lexicon.splits import split_ratios
from tieout.model.amount import Amount, Interval
from tieout.model.check import Check
from tieout.model.evidence import Evidence
from tieout.model.known import Known
from tieout.rules.formula import Formula
from tieout.rules.verbs import recompute

ONE = Fraction(1)
_FEWEST_DIGITS = 3
_WITNESSES = 2
_MOST = 1000
_TIGHT = Fraction(21, 20)
"""Share counts that leave more room than this for their ratio tell none."""
_SIMPLE = (Fraction(3, 2), Fraction(2, 3))


def is_of_shares(amount: Amount) -> bool:
    """True for a number of shares or an amount per share: what a split changes."""
    return amount.unit == "shares" or amount.unit.endswith("/shares")


def split_between(evidence: Evidence, document: int) -> Fraction:
    """The shares that one share of the document is in the subject: 10, 1/8; 1 without a split.

    Two share counts of the same columns must show it, or one where the words name the ratio.
    """
    ratios = list(_ratios(evidence, document, of_faces=True))
    ratios = ratios or list(_ratios(evidence, document, of_faces=False))
    if not ratios or any(one.holds(ONE) for one in ratios):
        return ONE
    releases = evidence.releases
    told = split_ratios(releases[0].document.text) | split_ratios(releases[document].document.text)
    likely = {ratio for one in told for ratio in (one, 1 / one)}
    likely |= set(_whole(ratios[0])) if len(ratios) >= _WITNESSES else set()
    held = [ratio for ratio in likely if all(one.holds(ratio) for one in ratios)]
    return held[0] if len(held) == 1 else ONE


def adjusted(subject: Known, other: Known, ratio: Fraction, *, prose: bool = False) -> Check:
    """The subject's figure against another filing's, adjusted for the split between the two."""
    is_count = other.amount.unit == "shares"
    times = ratio if is_count else 1 / ratio
    if times.numerator == 1:
        formula = Formula(f"{{0}} / {times.denominator}", (other,), lambda x: x / times.denominator)
    else:
        written = f"{{0}} \u00d7 {times.numerator}"
        written += f" / {times.denominator}" if times.denominator != 1 else ""
        formula = Formula(written, (other,), lambda x: x * times)
    return recompute(subject, formula, prose=prose)


def told(ratio: Fraction) -> str:
    """A split in words: "10-for-1 stock split", "1-for-8 reverse stock split"."""
    reverse = "reverse " if ratio < 1 else ""
    return f"{ratio.numerator}-for-{ratio.denominator} {reverse}stock split"


def _ratios(evidence: Evidence, document: int, *, of_faces: bool) -> Iterator[Interval]:
    """The ratio of every weighted share count to the document's for the period."""
    for fact in evidence.subject.facts:
        is_count = fact.amount.unit == "shares" and fact.amount.mantissa >= 10**_FEWEST_DIGITS // 10
        if not is_count or fact.in_caption or fact.period is None or fact.period.is_instant:
            continue
        if not fact.concept.startswith("us-gaap:") or evidence.is_face(0, fact) != of_faces:
            continue
        for number, other in evidence.facts_at(fact.concept, fact.period, fact.dimensions):
            is_like = number == document and other.amount.unit == "shares" and not other.in_caption
            if is_like and other.amount.mantissa >= 10**_FEWEST_DIGITS // 10:
                ratio = fact.amount.interval / other.amount.interval
                if ratio.high <= ratio.low * _TIGHT:
                    yield ratio
                break


def _whole(ratio: Interval) -> Iterator[Fraction]:
    """The whole numbers a ratio may be, from two, or whose inverse it may be; or 3 for 2."""
    yield from (one for one in _SIMPLE if ratio.holds(one))
    for one in (ratio, Interval(1 / ratio.high, 1 / ratio.low)):
        low, high = max(2, ceil(one.low)), min(_MOST, floor(one.high))
        if low <= high:
            nearest = round((one.low + one.high) / 2)
            yield Fraction(nearest) if one is ratio else Fraction(1, nearest)
