"""Counts of prose, now and before, with their change in the same sentence: feet, homes, people."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity, Style
from tieout.lexicon.labels import UNNAMED
from tieout.model.check import Ref
from tieout.model.document import Document
from tieout.model.figure import Figure
from tieout.model.unit import COUNT, COUNTED
from tieout.patterns import pattern
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.verbs import recompute

_AGAINST = pattern(
    r"\s(?:[A-Za-z-]+\s){0,4}(?:versus|vs\.?|compared\s(?:to|with)|up\sfrom|down\sfrom|from)\s"
)
_CHANGE = pattern(r"\b(?:increase|decrease|rise|decline|gain|drop)\sof\s\Z", re.IGNORECASE)
_OR = pattern(r",?\s(?:or|and)\s")
_NOUN = pattern(r"\s[a-z]+(?:\s[a-z]+)?")
_END = pattern(r"[.;:!?]\s|\t|\n\n")
_MOST_BETWEEN = 3
"""So many other figures may stand before the change: a date, a percentage."""
_NAMING = frozenset(["date", "year", "ordinal"])


def changes_of_counts(evidence: Evidence) -> Iterator[Proposal]:
    """Every change of a count that its own sentence tells with both numbers."""
    document = evidence.document
    found = [
        number
        for number, (one, other) in enumerate(pairwise(document.figures), 1)
        if _counts(one) and _counts(other)
        if _AGAINST.fullmatch(document.text, one.end, other.start)
    ]
    if not found:
        return
    claimed = {
        claim.figure
        for claim in evidence.claims()
        if claim.amount.unit is not COUNT
        and (claim.concept != UNNAMED or not claim.amount.unit.is_physical)
    }
    for number in found:
        pair = number - 1, number
        moved = _moved(document, number) if claimed.isdisjoint(pair) else None
        if moved is not None and moved not in claimed:
            now, before, told = (_quantity(document, one) for one in (*pair, moved))
            formula = Formula("{0} \u2212 {1}", (now, before), lambda a, b: a - b, is_size=True)
            yield recompute(told, formula).read(bound="sentence")


def _moved(document: Document, before: int) -> int | None:
    """The count behind "an increase of", as such or behind its percentage, in the sentence."""
    figures, start = document.figures, document.figures[before].end
    for number in range(before + 1, min(before + 2 + _MOST_BETWEEN, len(figures))):
        words = document.text[start : figures[number].start]
        if _END.search(words):
            return None
        if _CHANGE.search(words):
            is_share = figures[number].kind == "percent"
            found = number + 1 if is_share else number
            if is_share and (
                found == len(figures) or not _OR.fullmatch(_between(document, number, found))
            ):
                return None
            return found if _counts(figures[found]) else None
        if figures[number].kind not in _NAMING:
            return None
    return None


def _counts(figure: Figure) -> bool:
    """True for a whole number that is no money, with digits in groups."""
    return figure.kind == "amount" and not figure.currency and "," in figure.text


def _between(document: Document, one: int, other: int) -> str:
    """The text between two figures."""
    return document.text[document.figures[one].end : document.figures[other].start]


def _quantity(document: Document, number: int) -> Quantity:
    """The figure as a number in hand."""
    figure = document.figures[number]
    assert figure.amount is not None  # an amount has one
    amount, style = figure.amount.in_unit(COUNTED), Style()
    noun = _NOUN.match(document.text, figure.end)
    caption = " ".join(noun[0].split()) if noun else "the count"
    return Quantity(amount, (Ref(0, number),), amount, caption, None, style, bound="sentence")
