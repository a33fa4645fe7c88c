"""The dates of the form's narrative, exhibits and signature agree with its date of report."""

from collections.abc import Iterator
from datetime import date, timedelta

from tieout.evidence.gathered import Evidence
from tieout.lexicon.dates import spoken
from tieout.model.announcement import Dated, Form8K
from tieout.model.check import Ref
from tieout.model.document import Document
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.form.days import is_of_results_only, is_release, no_such_day, settled
from tieout.rules.verbs import not_tested, require

# A Form 8-K is due within four business days of its event; one more for a holiday.
_BUSINESS_DAYS = 5
# A release's dateline stands within so many characters.
_HEADING = 1500
_MOST = 20


@rule("FM007", "dates-of-the-form-disagree", tick="FM")
def form_dates(evidence: Evidence) -> Iterator[Proposal]:
    """Events and listed releases against the day settled; the signature not before it."""
    subject = evidence.releases[0]
    document, form, announcement = subject.document, subject.form, subject.announcement
    if form is None:
        return
    head = announcement.start if announcement else form.end
    for start, end in ((form.start, form.end), (head, head + _HEADING)):
        for figure in no_such_day(document, start, end)[:_MOST]:
            yield _nothing(document, figure)
    day = settled(form, announcement)
    if day is None:
        return
    if is_of_results_only(form):
        for event in form.event_dates:
            yield _same("Event", event, day)
    released = announcement.release_date if announcement else None
    if released is not None or is_of_results_only(form):
        for exhibit in (*form.exhibits, *form.index):
            if exhibit.dated is not None and is_release(exhibit.description):
                yield _same(f"Exhibit {exhibit.number}, dated", exhibit.dated, day)
    yield from _signature(form, day)


def _nothing(document: Document, figure: int) -> Proposal:
    """A date that is no day of the calendar."""
    printed = document.figures[figure].text
    ref = Ref(0, figure)
    return require(ref, condition=False, reason=f"{printed}: no such day", reported=printed)


def _same(what: str, dated: Dated, day: date) -> Proposal:
    """The date against the day it should be."""
    return require(
        Ref(0, dated.figure), dated.day == day,
        f"{what}: reported {spoken(dated.day)}, expected {spoken(day)}",
        reported=spoken(dated.day), expected=spoken(day),
    )  # fmt: skip


def _signature(form: Form8K, day: date) -> Iterator[Proposal]:
    """The signature's date: the day itself agrees, an earlier or a late one differs."""
    signed = form.signature.signed if form.signature else None
    if signed is None:
        return
    late = _business_days(day, signed.day)
    if signed.day == day or signed.day < day or late > _BUSINESS_DAYS:
        yield require(
            Ref(0, signed.figure), signed.day == day,
            f"Signature: reported {spoken(signed.day)}, expected {spoken(day)} or within four"
            " business days",
            reported=spoken(signed.day), expected=spoken(day),
            severity="error" if signed.day < day else "warning",
        )  # fmt: skip
    else:
        reason = f"signed after {spoken(day)}, within the time allowed"
        yield not_tested(Ref(0, signed.figure), reason)


def _business_days(start: date, end: date) -> int:
    """The weekdays after one day up to another."""
    whole, rest = divmod(max(0, (end - start).days), 7)
    after = (start + timedelta(days=7 * whole + n) for n in range(1, rest + 1))
    return 5 * whole + sum(day.weekday() < 5 for day in after)
