"""An amount's digits stand in groups of three."""

from collections.abc import Iterator
from itertools import pairwise

from tieout.evidence.gathered import Evidence
from tieout.model.check import Ref
from tieout.model.figure import Figure
from tieout.patterns import pattern
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import require

_WHOLE_GROUPS = pattern(r"[0-9]{1,3}(?:,[0-9]{3})*")
_BY_TWO = pattern(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9,])")
_SUSPECT = pattern(r",[0-9]{2},|,[0-9]{3}0")
"""Every amount that is grouped so has this in it, and so have a few others."""
_RUPEES = "INR"
_TOO_MANY = pattern(r"[0-9]{3}0(?:\.[0-9]+)?")
"""Another last digit, or more of them, may be the mark of a note, raised in print."""


@rule("PR005", "digits-are-misgrouped", tick="PR")
def grouping(evidence: Evidence) -> Iterator[Proposal]:
    """Every amount whose last group, behind a comma, has more digits than three.

    And every one grouped by two, as in India, in a release of another currency than rupees.
    """
    if not _SUSPECT.search(evidence.text(_suspect)):
        return
    document = evidence.subject.document
    for number, figure in enumerate(document.figures):
        if "," in figure.text and _is_by_two(figure, document.currency):
            yield _misgrouped(number, figure.text.split()[0])
    for number, (first, last) in enumerate(pairwise(document.figures)):
        is_joined = last.start == first.end + 1 and document.text[first.end] == ","
        if is_joined and _is_split(first, last):
            yield _misgrouped(number, f"{first.text},{last.text}")


def _suspect(text: str) -> str:
    """All of a stretch of text in which an amount may be grouped so."""
    return text if _SUSPECT.search(text) else ""


def _misgrouped(number: int, printed: str) -> Proposal:
    """The figure of that number, as printed."""
    return require(
        Ref(0, number),
        condition=False,
        reason=f"{printed}: there should be three digits after each comma",
        reported=printed,
    )


def _is_by_two(figure: Figure, currency: str) -> bool:
    """True for "1,23,456" where money is counted by thousands, in dollars, euros or yen."""
    is_ours = currency in ("", _RUPEES) or figure.currency == _RUPEES
    return not is_ours and figure.kind == "amount" and _BY_TWO.match(figure.text) is not None


def _is_split(first: Figure, last: Figure) -> bool:
    """True for one amount read as two, because its last group is longer than a group is.

    It is an amount by its currency sign, or by a whole group before: "6,2020" is part of a date.
    """
    is_amount = bool(first.currency) or "," in first.text
    return (
        is_amount
        and first.kind == last.kind == "amount"
        and _WHOLE_GROUPS.fullmatch(first.text) is not None
        and _TOO_MANY.fullmatch(last.text) is not None
    )
