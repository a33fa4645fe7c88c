"""A calendar that differs in days nobody asks for is as good as the one before."""

from datetime import date

from tieout.model.period import FiscalCalendar, duration
from tieout.prove.heard import heard

ENDS = (date(2020, 12, 26), date(2021, 12, 25))
CALENDAR = FiscalCalendar(2021, 4, date(2021, 12, 25), ENDS)


def with_end(day: date) -> FiscalCalendar:
    return FiscalCalendar(2021, 4, date(2021, 12, 25), (*ENDS, day))


def test_a_day_that_would_have_answered_otherwise_is_told() -> None:
    ears = heard(CALENDAR)
    quarter = duration(date(2021, 9, 25), 3)
    assert ears.back(quarter, 3) == CALENDAR.back(quarter, 3)
    assert ears.is_like(with_end(date(2022, 3, 26)))
    assert not ears.answers_as(with_end(date(2021, 6, 26)))


def test_the_very_day_asked_for_changes_nothing() -> None:
    ears = heard(CALENDAR)
    asked = ears.back(duration(date(2021, 9, 25), 3), 3)
    assert ears.answers_as(with_end(asked.end))


def test_a_calendar_of_another_quarter_is_another() -> None:
    ears = heard(CALENDAR)
    assert not ears.is_like(FiscalCalendar(2021, 3, date(2021, 9, 25), ENDS))
    assert ears != heard(CALENDAR)
