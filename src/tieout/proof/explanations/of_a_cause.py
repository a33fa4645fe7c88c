"""The figure is of a cause: "due to" leads to a part of the change, or to another line."""

import re

from tieout.patterns import pattern
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_CAUSE, _OF_A_LINE = 24, 12
"""Bits that words before a figure lead into causes; fewer where words name the line it is of."""
_CAUSES = pattern(
    r"\b(?:due|(?<!income )(?<!loss )(?<!earnings )attributable|attributed|related)"
    r"\s(?:\w{2,12}\s){0,2}to\b"
    r"|\b(?:driven|offset|caused|led|affected|impacted|reduced|helped)\s(?:\w{2,12}\s)?by\b"
    r"|\b(?:because\sof|as\sa\sresult\sof|resulting\sfrom|reflecting|reflects|including|owing\sto)\b",
    re.IGNORECASE,
)


def explained(case: Case) -> Explained | None:
    """A change told behind words that lead into causes."""
    claim = case.claim
    if claim is None or claim.form not in ("change", "percent_change"):
        return None
    document = case.docket.evidence.subject.document
    before = " ".join(
        document.text[claim.sentence.start : document.figures[claim.figure].start].split()
    )
    if not _CAUSES.search(before):
        return None
    return Explained(
        _CAUSE if case.proposal.shared is None else _OF_A_LINE,
        "this figure may be one cause of the change, and not the change itself",
    )
