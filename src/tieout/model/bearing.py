"""What each document beside the subject was good for: how many figures it tested, whose it is."""

from msgspec import Struct

from tieout.model.registrant import registrant
from tieout.model.relation import is_of_one_quarter
from tieout.model.workpaper import Release, Workpaper

_REDRAFTED = ("release", "8-K", "10-Q", "10-K", "6-K")
"""Of these a company has one a quarter: a second one is a draft of it, or a copy."""


class Bearing(Struct, frozen=True, gc=False):
    """What a document bears on the subject: how many figures tie to it, and how many differ.

    A figure of which something ties to it and something differs is one that differs. `is_foreign`
    is true of another company's document, `is_redraft` of one that may be a draft of the subject.
    """

    tied: int = 0
    differing: int = 0
    is_foreign: bool = False
    is_redraft: bool = False


def bearings(workpaper: Workpaper) -> tuple[Bearing, ...]:
    """One a document, in their order; the subject bears nothing on itself."""
    tied: list[set[int]] = [set() for _ in workpaper.releases]
    differing: list[set[int]] = [set() for _ in workpaper.releases]
    for check in workpaper.checks:
        if check.subject.document or check.outcome == "not-tested":
            continue
        held = differing if check.outcome == "differs" else tied
        for one in check.operands:
            held[one.ref.document].add(check.subject.figure)
    return (
        Bearing(),
        *(
            _bearing(workpaper, release, tied[number] - differing[number], differing[number])
            for number, release in enumerate(workpaper.releases)
            if number
        ),
    )


def _bearing(workpaper: Workpaper, other: Release, tied: set[int], differing: set[int]) -> Bearing:
    """What one document bears."""
    return Bearing(
        len(tied),
        len(differing),
        not other.is_support and not registrant(workpaper.subject).may_be(registrant(other)),
        not other.is_support and _may_be_redraft(workpaper, other),
    )


def _may_be_redraft(workpaper: Workpaper, other: Release) -> bool:
    """True for the previous draft itself, and for a second document of one kind and quarter."""
    subject, draft = workpaper.subject, workpaper.draft
    if draft is not None and draft.subject.document.sha256 == other.document.sha256:
        return True
    return (
        subject.kind == other.kind
        and subject.kind in _REDRAFTED
        and is_of_one_quarter(subject, other)
        and registrant(subject).is_surely(registrant(other))
    )
