"""No date of this release is one on which an earlier release was made, or its call held."""

import re
from collections.abc import Iterator
from datetime import date

from tieout.evidence.gathered import Evidence
from tieout.lexicon.dates import spoken
from tieout.lexicon.words import sentences, tokens
from tieout.model.announcement import Dated
from tieout.model.check import Ref
from tieout.model.relation import announced, is_of_one_quarter
from tieout.model.workpaper import Release
from tieout.patterns import pattern
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.left_behind.earlier import earlier
from tieout.rules.verbs import require

_CALL = pattern(
    r"conference\s+call|webcast|teleconference|earnings\s+call|replay|dial[- ]in", re.IGNORECASE
)
_AHEAD = pattern(
    r"\b(?:will|shall|may|can|to (?:discuss|review|listen|access|participate)|scheduled|available"
    r"|invited?s?)\b",
    re.IGNORECASE,
)
_CALLED = "the call or its replay"


@rule("LB001", "date-is-of-an-earlier-release", tick="LB")
def dates(evidence: Evidence) -> Iterator[Proposal]:
    """Each date of the subject that is past at its period's end and an earlier release's own."""
    yield from _dateline(evidence)
    subject, before = evidence.subject, list(earlier(evidence))
    own = list(_dates(subject)) if before else []
    done: set[int] = set()
    for number, other in before:
        assert subject.calendar is not None  # or nothing is earlier
        theirs = {(what, one.day): one.figure for what, one in _dates(other)}
        for what, one in own:
            figure = theirs.get((what, one.day))
            is_past = one.day <= subject.calendar.period_end
            if figure is None or not is_past or one.figure in done:
                continue
            done.add(one.figure)
            yield require(
                Ref(0, one.figure),
                condition=False,
                reason=f"{what} is dated {spoken(one.day)}, as in the release of the period ended"
                f" {spoken(_end(other))}: before the end of the period announced here",
                reported=subject.document.figures[one.figure].text,
                expected=f"a day after {spoken(subject.calendar.period_end)}",
                severity="warning",
                operands=[Ref(number, figure)],
            )


def _dateline(evidence: Evidence) -> Iterator[Proposal]:
    """The release's own date, where another quarter was announced under it.

    Results are read as of a period before the release's date: with that left behind, both
    releases seem to announce one period, under the names of two quarters.
    """
    subject, dated = evidence.subject, evidence.subject.announcement
    if dated is None or dated.release_date is None:
        return
    for number, other in enumerate(evidence.releases):
        theirs = other.announcement.release_date if other.announcement else None
        if not number or theirs is None or theirs.day != dated.release_date.day:
            continue
        one, two = subject.calendar, other.calendar
        if one is None or two is None or not is_of_one_quarter(subject, other):
            continue
        if (one.fiscal_year, one.fiscal_quarter) > (two.fiscal_year, two.fiscal_quarter):
            yield require(
                Ref(0, dated.release_date.figure),
                condition=False,
                reason=f"the release is dated {spoken(theirs.day)}, the day on which quarter"
                f" {two.fiscal_quarter} of fiscal {two.fiscal_year} was announced; this is quarter"
                f" {one.fiscal_quarter} of fiscal {one.fiscal_year}",
                reported=subject.document.figures[dated.release_date.figure].text,
                expected="the day of this release",
                severity="warning",
                operands=[Ref(number, theirs.figure)],
            )
            return


def _end(release: Release) -> date:
    """The last day of the period announced."""
    assert release.calendar is not None  # or it is no earlier one
    return release.calendar.period_end


def _dates(release: Release) -> Iterator[tuple[str, Dated]]:
    """The dates that a release must move: its own, its form's, and those of the call ahead."""
    heading, form = release.announcement, release.form
    if heading is not None and heading.release_date is not None:
        yield "the release", heading.release_date
    if form is not None and form.date_of_report is not None:
        yield "the report", form.date_of_report
    document, calendar = release.document, release.calendar
    near = announced(release) or (calendar.period_end if calendar is not None else None)
    for passage in document.passages if heading is not None else ():
        if not _CALL.search(document.text, passage.start, passage.end):
            continue
        for sentence in sentences(tokens(document, passage.start, passage.end)):
            words = document.text[sentence[0].start : sentence[-1].end]
            if not (_CALL.search(words) and _AHEAD.search(words)):
                continue
            for token in sentence:
                day = token.said.nearest(near) if token.said is not None else None
                if day is not None:
                    yield _CALLED, Dated(day, token.figure)
