"""Which filings of a store a release is held against: of its registrant, of its time."""

from datetime import timedelta
from typing import TYPE_CHECKING

from tieout.errors import Misuse
from tieout.model.registrant import Registrant, registrant
from tieout.model.relation import announced
from tieout.model.workpaper import Release

if TYPE_CHECKING:
    from tieout.store import Filing, Store

_NEAR = timedelta(days=45)
"""Quarters of one company end further apart."""
_FAR = timedelta(days=3 * 366)
"""Statements show three years at most; what was reported before is in nobody's comparatives."""


def beside(store: "Store", subject: Release) -> list[Release]:
    """The subject's registrant's other filings: of its quarter, and of the three years before.

    Raises Misuse where the subject does not say who files it, or the store knows several who may.
    """
    who = registrant(subject)
    if who == Registrant():
        raise Misuse(
            f"{subject.document.name} does not say who files it, so its filings cannot be kept "
            f"apart from others in {store.path}: name them one by one with --against FILE"
        )
    own = [one for one in store.filings() if one.files.is_surely(who)]
    numbers = {one.cik.lstrip("0") for one in own if one.cik}
    if len(numbers) > 1:
        raise Misuse(
            f"{who.name} may be any of {len(numbers)} registrants of {store.path} "
            f"(CIK {', '.join(sorted(numbers))}): name its filings with --against FILE"
        )
    return store.read_back([one for one in own if _is_evidence(one, subject)])


def _is_evidence(one: "Filing", subject: Release) -> bool:
    """True for another document, of the subject's quarter or of the years before it.

    Where a document names no quarter, the days on which the two became public tell.
    """
    if one.sha256 == subject.document.sha256:
        return False
    if subject.calendar is not None and one.period_end is not None:
        end = subject.calendar.period_end
        return end - _FAR <= one.period_end <= end + _NEAR
    day = announced(subject)
    if day is None or one.announced is None:
        return True
    return day - _FAR <= one.announced <= day
