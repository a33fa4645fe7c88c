from datetime import date

from tieout.model.period import Period
from tieout.model.statement import Column
from tieout.statements.contexts import settled, year_ends


def balances(*days: str) -> list[Column]:
    return [Column(day, Period(date.fromisoformat(day))) for day in days]


def flows(*stretches: str) -> list[Column]:
    ends = [tuple(map(date.fromisoformat, one.split("/"))) for one in stretches]
    return [Column("", Period(end, start)) for start, end in ends]


def test_a_calendar_of_months_is_left_alone() -> None:
    columns = flows("2007-07-01/2007-09-30")
    ends = year_ends([balances("2007-09-30", "2007-03-31")], [columns])
    assert settled(columns, ends) == tuple(columns)


def test_a_quarter_of_weeks_that_ends_with_a_month_begins_after_the_year() -> None:
    columns = flows("2023-02-01/2023-04-30", "2022-01-31/2022-05-01")
    ends = year_ends([balances("2023-04-30", "2023-01-29")], [columns])
    assert [str(one.period) for one in settled(columns, ends)] == [
        "2023-01-30/2023-04-30",
        "2022-01-31/2022-05-01",
    ]


def test_a_half_year_begins_with_the_year_though_quarters_end_on_sundays() -> None:
    columns = flows("2023-01-02/2023-07-02", "2022-01-03/2022-07-03", "2023-04-03/2023-07-02")
    ends = year_ends([balances("2023-07-02", "2022-12-31")], [columns])
    assert [str(one.period) for one in settled(columns, ends)] == [
        "2023-01-01/2023-07-02",
        "2022-01-01/2022-07-03",
        "2023-04-03/2023-07-02",
    ]


def test_a_column_without_a_period_stays_without() -> None:
    ends = year_ends([balances("2023-07-02", "2022-12-31")], [])
    assert settled([Column("Change", None)], ends) == (Column("Change", None),)
