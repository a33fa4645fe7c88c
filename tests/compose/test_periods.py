"""Periods as narratives name them, beside the second quarter of fiscal 2008."""

from datetime import date

import pytest

from tieout.compose.periods import dated_period, period_named
from tieout.model.period import FiscalCalendar

CALENDAR = FiscalCalendar(2008, 2, date(2007, 9, 30))


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("same period last year", "2006-07-01/2006-09-30"),
        ("the same period last year", "2006-07-01/2006-09-30"),
        ("prior quarter", "2007-04-01/2007-06-30"),
        ("second quarter", "2007-07-01/2007-09-30"),
        ("six months", "2007-04-01/2007-09-30"),
        ("March 31, 2007", "2007-03-31"),
        ("2007-03-31", "2007-03-31"),
        ("2007-04-01/2007-09-30", "2007-04-01/2007-09-30"),
    ],
)
def test_a_period_is_named_as_in_prose_or_in_iso(words: str, period: str) -> None:
    assert str(period_named(words, CALENDAR)) == period


@pytest.mark.parametrize("words", ["", "fortnight", "revenue of the prior quarter", "2007-09-31"])
def test_other_words_name_none(words: str) -> None:
    assert period_named(words, CALENDAR) is None


def test_days_stand_in_their_order() -> None:
    assert dated_period("2007-09-30/2007-07-01") is None
    assert dated_period("x") is None


def test_without_a_calendar_only_days_are_periods() -> None:
    assert period_named("prior quarter", None) is None
    assert str(period_named("March 31, 2007", None)) == "2007-03-31"
