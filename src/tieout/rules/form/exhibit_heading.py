"""An exhibit is headed by the number under which it is filed."""

import re
from collections.abc import Iterator
from itertools import islice

from tieout.evidence.gathered import Evidence
from tieout.model.check import Ref
from tieout.model.document import Document
from tieout.patterns import pattern
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import require

# The lines in front of the first paragraph: EDGAR's type of the document, and its own heading.
_TYPE = pattern(r"EX-([0-9]{1,3}(?:\.[0-9]{1,3})?)", re.IGNORECASE)
_HEADING = pattern(r"\s*exhibit\s+([0-9]{1,3}(?:\.[0-9]{1,3})?)\s*", re.IGNORECASE)
_FIRST = 12
"""So many lines may stand over the words of an exhibit."""
_LONGEST = 60


@rule("FM011", "exhibit-is-headed-by-another-number", tick="FM")
def exhibit_heading(evidence: Evidence) -> Iterator[Proposal]:
    """The number over the exhibit against the type that EDGAR's own lines give it."""
    document = evidence.subject.document
    typed: dict[str, int] = {}
    for line, figures in islice(_lines(document), _FIRST):
        filed, headed = _TYPE.fullmatch(line.strip()), _HEADING.fullmatch(line)
        if filed is not None and figures:
            typed.setdefault(filed[1], figures[0])
        elif headed is not None and figures and len(typed) == 1:
            ((number, figure),) = typed.items()
            yield require(
                Ref(0, figures[-1]), _are_one(headed[1], number),
                f"headed as Exhibit {headed[1]}, and filed as EX-{number}",
                reported=headed[1], expected=number, operands=[Ref(0, figure)],
            )  # fmt: skip
            return


def _are_one(one: str, other: str) -> bool:
    """True for one number however it is spelled, and for one without the part behind its point."""
    first, second = ([int(part) for part in number.split(".")] for number in (one, other))
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter]


def _lines(document: Document) -> Iterator[tuple[str, range]]:
    """The first lines of a document, each with its figures; a long one ends them."""
    start = 0
    while start < len(document.text):
        end = document.text.find("\n", start, start + _LONGEST)
        if end < 0:
            return
        yield document.text[start:end], document.figures_in(start, end)
        start = end + 1
