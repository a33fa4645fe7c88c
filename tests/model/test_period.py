from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.model.period import FiscalCalendar, Period, duration, month_end, months_before, weeks

days = st.dates(date(1995, 1, 1), date(2035, 12, 31))
quarters = st.sampled_from([3, 6, 9, 12])


@given(days, st.integers(0, 60))
def test_months_before_goes_back_by_months(day: date, months: int) -> None:
    before = months_before(day, months)
    assert (day.year - before.year) * 12 + day.month - before.month == months
    assert before.day <= day.day or before == month_end(before)
    if day == month_end(day):
        assert before == month_end(before)


@given(days, quarters)
def test_a_duration_has_the_months_asked_for(day: date, months: int) -> None:
    for end in (month_end(day), day):
        assert duration(end, months).months == months


@given(days, quarters)
def test_quarters_to_a_month_end_tile_the_year(day: date, months: int) -> None:
    end = month_end(day)
    whole = duration(end, months)
    last = duration(end, 3)
    if months > 3:
        first = duration(last.opening().end, months - 3)
        assert first.start == whole.start
    assert last.closing() == Period(end)


@given(days, st.sampled_from([12, 13, 14, 16, 26, 39, 52, 53]))
def test_weeks_are_weeks(end: date, count: int) -> None:
    assert weeks(end, count).days == 7 * count


@given(days, quarters)
def test_a_period_is_near_itself_and_a_saturday_near_its_month(day: date, months: int) -> None:
    by_month = duration(month_end(day), months)
    saturday = by_month.end - timedelta(days=(by_month.end.weekday() - 5) % 7)
    assert by_month.is_near(by_month)
    assert by_month.is_near(duration(saturday, months))
    assert Period(saturday).is_near(Period(by_month.end))
    assert not by_month.is_near(by_month.closing())
    assert not by_month.is_near(by_month.earlier(3))
    assert not by_month.is_near(duration(by_month.end, months + 3))


@pytest.mark.parametrize(
    ("period", "iso", "spoken"),
    [
        (Period(date(2007, 9, 30)), "2007-09-30", "September 30, 2007"),
        (
            duration(date(2007, 9, 30), 3),
            "2007-07-01/2007-09-30",
            "three months ended September 30, 2007",
        ),
        (
            duration(date(2007, 9, 30), 1),
            "2007-09-01/2007-09-30",
            "30 days ended September 30, 2007",
        ),
        (duration(date(2008, 3, 31), 12), "2007-04-01/2008-03-31", "year ended March 31, 2008"),
        (weeks(date(2025, 9, 27), 13), "2025-06-29/2025-09-27",
         "three months ended September 27, 2025"),
    ],
)  # fmt: skip
def test_a_period_is_written_and_spoken(period: Period, iso: str, spoken: str) -> None:
    assert str(period) == iso
    assert period.spoken() == spoken


def test_an_instant_has_no_length() -> None:
    instant = Period(date(2007, 9, 30))
    assert instant.is_instant
    assert (instant.days, instant.months) == (0, 0)
    assert instant.opening() == instant
    assert instant.earlier(6) == Period(date(2007, 3, 31))


@given(days.map(month_end), st.integers(1, 4), st.integers(2000, 2030))
def test_a_fiscal_year_is_its_quarters(end: date, quarter: int, year: int) -> None:
    calendar = FiscalCalendar(year, quarter, end)
    four = [calendar.quarter(number) for number in (1, 2, 3, 4)]
    assert four[quarter - 1] == calendar.current
    for one, following in pairwise(four):
        assert following.opening().end == one.end
    assert calendar.year().start == four[0].start
    assert calendar.year().end == four[3].end
    assert calendar.year_to_date.start == four[0].start
    assert calendar.year_to_date.end == end
    assert calendar.quarter(quarter, year - 1) == calendar.current.earlier(12)


def test_the_second_quarter_of_a_year_that_ends_in_march() -> None:
    calendar = FiscalCalendar(2008, 2, date(2007, 9, 30))
    assert str(calendar.quarter(1)) == "2007-04-01/2007-06-30"
    assert str(calendar.year()) == "2007-04-01/2008-03-31"
    assert str(calendar.year(2007)) == "2006-04-01/2007-03-31"


def test_a_quarter_of_weeks_ends_on_the_weekday_of_the_quarter_announced() -> None:
    """NVIDIA's first quarter of fiscal 2026 ended on Sunday, April 27, 2025."""
    calendar = FiscalCalendar(2026, 1, date(2025, 4, 27))
    assert calendar.quarter(4, 2025).end == date(2025, 1, 26)
    assert calendar.quarter(1, 2025).end == date(2024, 4, 28)


def test_a_period_named_beside_another_ends_where_the_document_says() -> None:
    ends = (date(2022, 1, 29), date(2023, 1, 28), date(2024, 2, 3))
    calendar = FiscalCalendar(2023, 4, date(2024, 2, 3), ends)
    assert calendar.quarter(4, 2022).end == date(2023, 1, 28)
    assert calendar.quarter(4, 2021).end == date(2022, 1, 29)
    assert calendar.back(calendar.current, 12).end == date(2023, 1, 28)
    assert calendar.back(calendar.current, 12).days == calendar.current.days
    assert calendar.year(2022).end == date(2023, 1, 28)
    # what no day of the document is near to is the calendar's
    assert calendar.quarter(2, 2023).end == date(2023, 8, 5)


def test_what_is_left_of_a_period_beside_a_part_that_shares_an_end() -> None:
    half, first = (
        Period(date(2007, 9, 30), date(2007, 4, 1)),
        Period(date(2007, 6, 30), date(2007, 4, 1)),
    )
    second = Period(date(2007, 9, 30), date(2007, 7, 1))
    assert half.rest(second) == first
    assert half.rest(first) == second
    assert half.rest(Period(date(2006, 9, 30), date(2006, 7, 1))) is None
    assert half.rest(Period(date(2007, 9, 30))) is None
