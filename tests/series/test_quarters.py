"""Days to fiscal quarters, whatever weeks they are made of."""

from collections.abc import Callable
from datetime import date

from msgspec import structs

from tieout.model.period import FiscalCalendar, Period
from tieout.model.workpaper import Release
from tieout.series.quarters import ends, year_and_quarter

Make = Callable[..., Release]


def on(release: Release, *calendars: FiscalCalendar) -> list[Release]:
    return [structs.replace(release, calendar=calendar) for calendar in calendars]


def day(words: str) -> date:
    return date.fromisoformat(words)


def period(words: str) -> Period:
    start, _, end = words.rpartition("/")
    return Period(day(end), day(start) if start else None)


def test_a_quarter_named_by_its_month_is_that_of_its_last_saturday(release: Make) -> None:
    # Pericom's quarter of March 2005: "March 31" in its own release, March 26 a year later.
    told = [period("2005-01-01/2005-03-31"), period("2004-12-26/2005-03-26")]
    found = ends(on(release(2024, 1), FiscalCalendar(2005, 3, day("2005-03-31"))), told)
    assert {found.stretch(one) for one in told} == {(2005 * 4 + 2, 2005 * 4 + 2)}


def test_quarters_of_twelve_and_sixteen_weeks_are_quarters(release: Make) -> None:
    # PepsiCo's year of 2022: 12, 12, 12 and 17 weeks.
    told = [
        period("2022-03-20/2022-06-11"),
        period("2021-12-26/2022-06-11"),
        period("2022-09-04/2022-12-31"),
    ]
    calendars = (
        FiscalCalendar(2022, 2, day("2022-06-11")),
        FiscalCalendar(2022, 4, day("2022-12-31")),
    )
    found = ends(on(release(2024, 1), *calendars), told)
    assert [found.stretch(one) for one in told] == [(8089, 8089), (8088, 8089), (8091, 8091)]
    assert year_and_quarter(8089) == (2022, 2)


def test_one_calendar_misread_does_not_carry_a_quarter(release: Make) -> None:
    calendars = (
        FiscalCalendar(2024, 1, day("2024-03-31")),
        FiscalCalendar(2027, 2, day("2024-06-30")),
        FiscalCalendar(2024, 3, day("2024-09-30")),
    )
    found = ends(on(release(2024, 1), *calendars), [])
    assert found.number(day("2024-06-30")) == 2024 * 4 + 1


def test_a_month_is_no_quarter(release: Make) -> None:
    calendar = FiscalCalendar(2024, 1, day("2024-03-31"))
    found = ends(on(release(2024, 1), calendar), [period("2024-01-01/2024-03-31")])
    assert found.stretch(period("2024-02-20/2024-03-31")) is None
    assert found.stretch(period("2024-05-01/2024-05-31")) is None


def test_a_quarter_that_nobody_prints_ends_where_the_next_begins(release: Make) -> None:
    calendar = FiscalCalendar(2024, 2, day("2024-06-30"))
    found = ends(on(release(2024, 1), calendar), [period("2024-04-01/2024-06-30")])
    assert found.ends[2024 * 4] == day("2024-03-31")
