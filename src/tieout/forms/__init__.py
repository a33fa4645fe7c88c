"""Document to what it says it is."""

import re
from datetime import timedelta

from msgspec import structs

from tieout.forms.calendar import Words, Worked, fiscal_calendar
from tieout.forms.call import conference_call, contacts, safe_harbor, sections
from tieout.forms.dates import Ending, endings, period_words, weekdays
from tieout.forms.form_8k import form_8k, form_type
from tieout.forms.heading import HEADING_LINES, Heading, heading
from tieout.forms.lines import Line, opening_lines
from tieout.forms.periodic import PERIODIC, periodic_report
from tieout.lexicon.places import STATES
from tieout.model.announcement import Announcement, Dated, Form8K, PeriodicReport, PeriodWords
from tieout.model.document import Document, Filing
from tieout.model.period import FiscalCalendar
from tieout.model.workpaper import DocumentKind
from tieout.patterns import pattern

_SUPPLEMENT = pattern(
    r"(?<!to )supplement(?:al|ary)?\b|commentary|presentation|prepared\s+remarks", re.IGNORECASE
)
_ANNOUNCING = pattern(r"\b(?:announc|report)(?:ed|ing|s)\b|\bto\s+report\b", re.IGNORECASE)
_SENTENCE = 300
_TITLE_LINES = 30
_OPENING = 12_000
_RESULTS_ITEM = "2.02"
# A release may be dated some days before the form that furnishes it.
_EARLY = timedelta(days=60)
_KINDS: dict[str, DocumentKind] = {"10-Q": "10-Q", "10-K": "10-K", "6-K": "6-K"}


def recognise(
    document: Document,
) -> tuple[
    DocumentKind, Form8K | None, Announcement | None, FiscalCalendar | None, PeriodicReport | None
]:
    """What the document is, its Form 8-K, its heading, its fiscal calendar, its report's cover."""
    lines = opening_lines(document, HEADING_LINES)
    filed = form_type(lines)
    lines = opening_lines(document) if filed.startswith("8-K") else lines
    form, rest = form_8k(document, lines, filed) if filed.startswith("8-K") else (None, 0)
    form = _with_header(form, document.filing) if form is not None else None
    found = endings(document)
    head = None if filed[:4] in PERIODIC else _heading(document, lines[rest:], form, found)
    if form is not None and _reports_no_results(form):
        end = len(document.text) if head else form.end
        found = [one for one in found if one.length is not None and one.at < end]
    named = period_words(document, found)
    worked = fiscal_calendar(document, _words(document, form, head, lines), found, named)
    calendar = worked.calendar if worked else None
    kind = _kind(filed, head, lines, is_slides=document.is_slides)
    announces = head if kind != "supplement" else None
    report = periodic_report(document, lines, filed)
    return kind, form, _announcement(document, form, announces, worked, named), calendar, report


def _with_header(form: Form8K, filing: Filing | None) -> Form8K:
    """The form, with what its cover does not say of who files taken from EDGAR's header."""
    if filing is None:
        return form
    return structs.replace(
        form,
        registrant=form.registrant or filing.registrant,
        state_of_incorporation=form.state_of_incorporation or STATES.get(filing.state, ""),
    )


def _heading(
    document: Document, lines: list[Line], form: Form8K | None, found: list[Ending]
) -> Heading | None:
    """The release's heading; a dateline without a year falls after the period's end it tells."""
    day = form.date_of_report.day if form is not None and form.date_of_report else None
    day = day or (document.filing.reported if document.filing else None)
    if day is not None:
        return heading(document, lines, day - _EARLY)
    text = document.text
    ended = [
        one.dated.day
        for one in found
        if one.length is not None and one.at < _OPENING and "ended" in text[one.at - 10 : one.at]
    ]
    return heading(document, lines, max(ended, default=None))


def _kind(
    filed: str, head: Heading | None, lines: list[Line], *, is_slides: bool = False
) -> DocumentKind:
    """What the document is, by its cover, else by its heading; slides stand beside a release."""
    if filed.startswith("8-K"):
        return "8-K/A" if filed.endswith("/A") else "8-K"
    if (known := _KINDS.get(filed.removesuffix("/A"))) is not None:
        return known
    if is_slides:
        return "supplement"
    titles = [line.text for line in lines[:_TITLE_LINES] if len(line.text) < 120]
    has_dateline = head is not None and (head.ticker or head.city) and head.release_date
    if not has_dateline and any(_SUPPLEMENT.search(title) for title in titles):
        return "supplement"
    return "release" if head is not None else "other"


def _words(
    document: Document, form: Form8K | None, head: Heading | None, lines: list[Line]
) -> Words:
    """The words that name the quarter: headline, lead, the line under the headline, the form's."""
    stretches: list[str] = []
    released: Dated | None = None
    lead = (0, 0)
    if head is not None:
        lead = head.lead
        stretches = [head.headline, document.text[lead[0] : min(lead[1], lead[0] + 900)]]
        stretches.append(head.subheadline)
        released = head.release_date
    elif form is None:
        stretches = [line.text[:300] for line in lines[:_TITLE_LINES]]
    if form is not None:
        stretches.append(_announcing(document, form))
        stretches += [exhibit.description[:_SENTENCE] for exhibit in form.exhibits]
        released = released or form.date_of_report
    filing = document.filing
    day = released.day if released else (filing.reported or filing.filed) if filing else None
    year_end = filing.year_end if filing else None
    return Words(tuple(stretches), day, lead, filing.period_end if filing else None, year_end)


def _reports_no_results(form: Form8K) -> bool:
    """True for a form none of whose items is of results: its days and exhibits are of other events.

    The items of before 2004 are too few to tell.
    """
    numbers = [item.number for item in form.items]
    return bool(numbers) and all("." in one for one in numbers) and _RESULTS_ITEM not in numbers


def _announcing(document: Document, form: Form8K) -> str:
    """The words in which the form's narrative says what was announced; its estimates left out."""
    start = document.figures[form.items[0].figure].end if form.items else form.start
    match = _ANNOUNCING.search(document.text, start, form.end)
    if match is None:
        return ""
    return document.text[match.start() : match.start() + _SENTENCE].partition(". ")[0]


def _announcement(
    document: Document,
    form: Form8K | None,
    head: Heading | None,
    worked: Worked | None,
    named: tuple[PeriodWords, ...],
) -> Announcement | None:
    """The release's heading and furniture; None where the document announces nothing."""
    if head is None:
        return None
    end = len(document.text)
    released = head.release_date or (form.date_of_report if form else None)
    near = released.day if released else None
    days = weekdays(document, near)
    after = max(head.lead[1], head.start)
    return Announcement(
        start=head.start,
        end=end,
        company=head.company or (form.registrant if form else ""),
        ticker=head.ticker,
        exchange=head.exchange,
        headline=head.headline,
        subheadline=head.subheadline,
        city=head.city,
        wire=head.wire,
        release_date=head.release_date,
        fiscal_year=worked.calendar.fiscal_year if worked else None,
        fiscal_quarter=worked.calendar.fiscal_quarter if worked else None,
        period_end=worked.period_end if worked else None,
        sections=sections(document, after, end),
        conference_call=conference_call(document, head.start, near, days),
        contacts=contacts(document, head.start),
        safe_harbor=safe_harbor(document, head.start),
        weekdays=days,
        period_words=named,
    )
