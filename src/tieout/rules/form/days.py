"""The day a form is about, as most of its dates say."""

from collections import Counter
from datetime import date

from tieout.model.announcement import Announcement, Dated, Form8K
from tieout.model.document import Document
from tieout.model.figure import Figure
from tieout.patterns import pattern

_FOUR_DIGITS = pattern(r" ?, ?(?!19|20)[0-9]{4}(?![0-9])")

RESULTS_ONLY = frozenset({"2.02", "7.01", "9.01", "7", "9", "12"})
"""Items that bring no event of their own beside the announcement of results."""


def reported(form: Form8K) -> Dated | None:
    """The date of the earliest event: printed apart, or else the date of report."""
    return form.earliest_event or form.date_of_report


def is_of_results_only(form: Form8K) -> bool:
    """True where the results are the only event the form reports."""
    return all(item.number in RESULTS_ONLY for item in form.items)


def settled(form: Form8K, announcement: Announcement | None) -> date | None:
    """The day most dates of the form and its release name; of equals, the date of report.

    None where the cover prints no date of report.
    """
    report = reported(form)
    if report is None:
        return None
    dates: list[Dated | None] = [report, *form.event_dates]
    dates += [exhibit.dated for exhibit in form.exhibits if is_release(exhibit.description)]
    dates += [announcement.release_date] if announcement else []
    counts = Counter(one.day for one in dates if one is not None)
    most = max(counts.values())
    if counts[report.day] == most:
        return report.day
    return next(day for day, count in counts.items() if count == most)


def is_release(description: str) -> bool:
    """True for an exhibit listed as a press release."""
    return "release" in description.lower()


def no_such_day(document: Document, start: int, end: int) -> list[int]:
    """The date figures in [start, end) that name no day: "September 31", "November 8, 0207"."""
    numbers = document.figures_in(start, end)
    return [
        number
        for number, figure in enumerate(
            document.figures[numbers.start : numbers.stop], numbers.start
        )
        if figure.kind == "date" and _is_no_day(document, figure)
    ]


def _is_no_day(document: Document, figure: Figure) -> bool:
    """True for a day its month has not, and for a year of four digits that nobody means."""
    said = figure.said
    if said is None or said.month_and_day is None:
        return said is None or said.day > 0
    # The scanner takes 1900 to 2099 as a date's year; other digits stand after the day.
    return not said.year and _FOUR_DIGITS.match(document.text, figure.end) is not None
