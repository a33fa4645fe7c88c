from datetime import date

from tieout.model.period import Period
from tieout.model.statement import Column
from tieout.readers import open_document
from tieout.statements.columns.contexts import rolled_days, settled, year_ends
from tieout.tables import understand


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


def test_a_day_to_which_equity_is_rolled_forward_ends_a_year_of_53_weeks() -> None:
    # Intel, Form 10-Q for July 1, 2023: "Balance as of December 25, 2021"
    columns = flows("2023-01-01/2023-07-01", "2022-01-02/2022-07-02")
    rolled = [date(2021, 12, 25), date(2021, 12, 31)]
    ends = year_ends([balances("2023-07-01", "2022-12-31")], [columns], rolled)
    assert [str(one.period) for one in settled(columns, ends)] == [
        "2023-01-01/2023-07-01",
        "2021-12-26/2022-07-02",
    ]


def test_days_that_balances_name() -> None:
    text = "Balance as of December 25, 2021\t5\t6\nBalances at May 31, 2022\t7\t8\nCash\t2\t3\n"
    table = understand(open_document("x.txt", text.encode()), 0)
    assert list(rolled_days([table])) == [date(2021, 12, 25), date(2022, 5, 31)]


def test_a_part_of_a_quarter_makes_no_calendar_of_weeks() -> None:
    # AEON Biopharma, Form 10-Q for September 30, 2023: bought on July 21
    columns = flows("2023-07-01/2023-07-21", "2023-07-22/2023-09-30", "2022-07-01/2022-09-30")
    ends = year_ends([balances("2023-09-30", "2022-12-31")], [columns])
    assert settled(columns, ends) == tuple(columns)
