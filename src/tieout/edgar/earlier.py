"""The releases that a draft is held against: of the quarter before, and of the year before."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from tieout.edgar.client import A_DAY, Edgar
from tieout.edgar.exhibits import whole
from tieout.edgar.listed import Listed
from tieout.engine import said, understood
from tieout.errors import Misuse, Unreadable
from tieout.limits import admit, finished
from tieout.model.period import months_before
from tieout.model.workpaper import Release
from tieout.readers import open_document

RESULTS = frozenset({"2.02", "12"})
"""The items of a Form 8-K under which results are reported, today and until August 2004."""

_OTHERWISE = frozenset({"7.01", "8.01", "9", "5"})
"""Those under which some reported them: asked where none of the others is of the quarter."""
_FORMS = ("8-K", "8-K/A")
_LONGEST_WAIT = timedelta(days=150)
"""Results are out so long after the quarter at most: an annual report's may take its time."""
_NEAR = timedelta(days=10)
"""Quarters of weeks end some days before or after those a year before."""
_MOST = 8
"""Filings read in search of one quarter's release."""


class Wanted(Struct, frozen=True):
    """A quarter whose release is wanted: in words, and the day it ended."""

    words: str
    end: date


class Found(Struct, frozen=True):
    """The filing of a release that was wanted, read; `raw` is the document it was read from."""

    wanted: Wanted
    listed: Listed
    raw: bytes
    release: Release


def wanted(subject: Release) -> tuple[Wanted, Wanted]:
    """The two quarters, by the subject's own fiscal calendar; raises Misuse where it has none."""
    if subject.calendar is None:
        raise Misuse(
            f"{subject.document.name} does not say which quarter it announces, so the filings "
            "before it cannot be chosen: name them with --against, by file or accession number"
        )
    end = subject.calendar.period_end
    return (
        Wanted("the quarter before", months_before(end, 3)),
        Wanted("the same quarter a year before", months_before(end, 12)),
    )


def earlier(edgar: Edgar, company: int, subject: Release) -> list[Found]:
    """The company's releases of the quarters wanted, where there are any; never the subject's own.

    Of several filings of a quarter it is the first that reports it in full, unless an amendment
    reports it in full again.
    """
    quarters = wanted(subject)
    since = min(one.end for one in quarters)
    until = max(one.end for one in quarters) + _LONGEST_WAIT
    finished()
    listed = edgar.filings(company, since, until, age=A_DAY)
    own = subject.document.filing.accession_number if subject.document.filing else ""
    others = [one for one in reversed(listed) if one.accession != own and one.form in _FORMS]
    found = []
    for quarter in quarters:
        near = [one for one in others if quarter.end < one.filed <= quarter.end + _LONGEST_WAIT]
        for items in (RESULTS, _OTHERWISE):
            by_item = [one for one in near if not items.isdisjoint(one.items)]
            best = _best([_read(edgar, quarter, one) for one in by_item[:_MOST]])
            if best is not None:
                found.append(best)
                break
    return [one for one in found if one.release.document.sha256 != subject.document.sha256]


def _read(edgar: Edgar, quarter: Wanted, one: Listed) -> Found | None:
    """The filing read; None where it does not announce that quarter, or cannot be read."""
    finished()  # how long the network takes is no fault of a document's
    try:
        cut = whole(one.accession, edgar.filing(one.accession, one.cik))
        admit(cut.name, len(cut.raw))
        document = open_document(cut.name, cut.raw)
    except Unreadable:
        return None
    calendar = said(document).calendar
    if calendar is None or not -_NEAR <= calendar.period_end - quarter.end <= _NEAR:
        return None
    release = understood(document)
    return Found(quarter, one, cut.raw, release) if release.facts else None


def _best(read: Sequence[Found | None]) -> Found | None:
    """The one that reports the quarter in full, as amended where it was."""
    found = [one for one in read if one is not None]
    most = max((len(one.release.facts) for one in found), default=0)
    full = [one for one in found if 2 * len(one.release.facts) >= most]
    amended = [one for one in full if one.listed.form.endswith("/A")]
    return amended[-1] if amended else full[0] if full else None
