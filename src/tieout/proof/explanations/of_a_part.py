"""The figure is of a part: "included $5 million of" tells what is in the number that words name."""

from tieout.patterns import pattern
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_PART = 24
_LEAD = 80
_INCLUDES = pattern(
    r"\b(?:includ(?:es?|ed|ing)|inclusive of|compris(?:es?|ed|ing)(?: of)?|of which)"
    r"(?:[ ,]+[a-z][a-z-]{0,14}){0,3}[ ,(]*[$\u20ac\u00a3\u00a5A-Z]{0,4}\Z"
)


def explained(case: Case) -> Explained | None:
    """A number bound by words alone, told right behind a word that takes a whole apart."""
    claim = case.claim
    if claim is None or case.proposal.shared is None:
        return None
    document = case.docket.evidence.subject.document
    start = max(claim.sentence.start, document.figures[claim.figure].start - _LEAD)
    before = " ".join(document.text[start : document.figures[claim.figure].start].split())
    if not _INCLUDES.search(before):
        return None
    return Explained(_PART, "this figure may be a part of the one it was compared with")
