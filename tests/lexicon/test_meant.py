from datetime import date

import pytest

from tieout.lexicon.meant import resolve
from tieout.lexicon.spoken import spoken_periods
from tieout.lexicon.tokens import figures
from tieout.lexicon.words import Token, tokens
from tieout.model.document import Document
from tieout.model.period import FiscalCalendar

CALENDAR = FiscalCalendar(2008, 2, date(2007, 9, 30))


def row(text: str) -> list[Token]:
    document = Document("d", "", "text", text, (), (), figures(text))
    return tokens(document, 0, len(text))


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("the second quarter of fiscal 2008", "2007-07-01/2007-09-30"),
        ("the second quarter", "2007-07-01/2007-09-30"),
        ("the first quarter", "2007-04-01/2007-06-30"),
        ("the 1st quarter", "2007-04-01/2007-06-30"),
        ("the 2nd quarter last year", "2006-07-01/2006-09-30"),
        ("the third quarter", "2006-10-01/2006-12-31"),  # the last one that has ended
        ("the same period last year", "2006-07-01/2006-09-30"),
        ("the same quarter last year", "2006-07-01/2006-09-30"),
        ("the year-ago quarter", "2006-07-01/2006-09-30"),
        ("the prior quarter", "2007-04-01/2007-06-30"),
        ("a quarter ago", "2007-04-01/2007-06-30"),
        ("the quarter", "2007-07-01/2007-09-30"),
        ("the six months ended September 30, 2006", "2006-04-01/2006-09-30"),
        ("at September 30, 2007", "2007-09-30"),
        ("the end of the quarter", "2007-09-30"),
        ("fiscal 2007", "2006-04-01/2007-03-31"),
        ("last year's second quarter", "2006-07-01/2006-09-30"),
        ("quarter end", "2007-09-30"),
        ("year over year", "2006-07-01/2006-09-30"),
        ("sequentially", "2007-04-01/2007-06-30"),
        ("year-to-date", "2007-04-01/2007-09-30"),
        ("the first half of fiscal 2008", "2007-04-01/2007-09-30"),
        ("the second half of fiscal 2007", "2006-10-01/2007-03-31"),
        ("H1 2008", "2007-04-01/2007-09-30"),
        ("H2 2007", "2006-10-01/2007-03-31"),
        ("the half year ended 30 September 2007", "2007-04-01/2007-09-30"),
        ("the period 1 April 2007 to 30 September 2007", "2007-04-01/2007-09-30"),
        ("in 2007", "2006-04-01/2007-03-31"),  # a year's number alone is the fiscal year
        ("the 13 weeks ended September 29, 2007", "2007-07-01/2007-09-29"),
        ("the twenty-six weeks ended September 29, 2007", "2007-04-01/2007-09-29"),
        ("six-month", "2007-04-01/2007-09-30"),
        ("2008 second quarter", "2007-07-01/2007-09-30"),
        ("the 2007 quarter", "2006-07-01/2006-09-30"),
        ("the 2007 period", "2006-07-01/2006-09-30"),
        ("Y/Y", "2006-07-01/2006-09-30"),
        ("on a sequential basis", "2007-04-01/2007-06-30"),
        ("year-end", "2007-03-31"),
        ("with 2007 sales", "2006-04-01/2007-03-31"),
        ("for the September 2006 quarter", "2006-07-01/2006-09-30"),  # Peapack-Gladstone, Q3 2025
        ("new tractors year over\nyear", "2006-07-01/2006-09-30"),  # Patriot Transportation, a PDF
    ],
)
def test_a_period_is_what_its_words_mean(words: str, period: str) -> None:
    (said,) = spoken_periods(row(words))
    assert str(resolve(said, CALENDAR, None)) == period


def test_a_comparison_is_with_the_period_spoken_of() -> None:
    (said,) = spoken_periods(row("compared to the same period last year"))
    six_months = CALENDAR.year_to_date
    assert str(resolve(said, CALENDAR, six_months)) == "2006-04-01/2006-09-30"


def test_without_a_calendar_only_dates_have_a_meaning() -> None:
    (said,) = spoken_periods(row("the second quarter"))
    assert resolve(said, None, None) is None
    (said,) = spoken_periods(row("June 30, 2007"))
    assert str(resolve(said, None, None)) == "2007-06-30"


def test_a_bare_year_beside_a_shorter_stretch_is_that_stretch_of_the_year() -> None:
    (said,) = spoken_periods(row("compared with $5 million in 2007"))
    assert said.is_bare
    assert str(resolve(said, CALENDAR, CALENDAR.current)) == "2006-07-01/2006-09-30"
