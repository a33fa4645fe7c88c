"""What a date says, and the days it may name."""

from datetime import date

import pytest

from tieout.model.figure import DateSaid


def test_a_date_without_its_year_takes_the_one_given_or_the_nearest() -> None:
    said = DateSaid(9, 30)
    assert said.on() is None
    assert said.on(2007) == date(2007, 9, 30)
    assert said.nearest(date(2008, 1, 5)) == date(2007, 9, 30)
    assert DateSaid(1, 5).nearest(date(2007, 12, 28)) == date(2008, 1, 5)
    assert said.nearest(None) is None
    assert said.month_and_day == (9, 30)


def test_a_printed_year_is_kept() -> None:
    said = DateSaid(9, 30, 2007)
    assert said.on(2001) == said.nearest(date(2001, 1, 1)) == date(2007, 9, 30)


@pytest.mark.parametrize("said", [DateSaid(2, 30, 2007), DateSaid(13, 1, 2007), DateSaid(9, 31)])
def test_what_no_calendar_has_is_no_day(said: DateSaid) -> None:
    assert said.on(2008) is None
    assert said.last() is None
    assert said.month_and_day is None


def test_the_29th_of_february() -> None:
    assert DateSaid(2, 29).on(2007) is None
    assert DateSaid(2, 29).on(2008) == date(2008, 2, 29)
    assert DateSaid(2, 29).month_and_day == (2, 29)


def test_a_month_of_a_year_is_no_day_but_has_a_last_one() -> None:
    said = DateSaid(9, 0, 2007)
    assert said.on() is None
    assert said.month_and_day is None
    assert said.last() == date(2007, 9, 30)
