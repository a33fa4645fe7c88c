from datetime import date

import pytest

from tieout.lexicon.periods import (
    PeriodWords,
    days_named,
    is_ambiguous,
    is_trailing_year,
    period_of,
    period_words,
    stretches_named,
)
from tieout.model.period import FiscalCalendar

CALENDAR = FiscalCalendar(2008, 2, date(2007, 9, 30))
NOTHING = PeriodWords()


@pytest.mark.parametrize(
    ("header", "title", "period"),
    [
        ("Three Months Ended September 30, 2007", "", "2007-07-01/2007-09-30"),
        ("Six Months Ended September 30, 2006", "", "2006-04-01/2006-09-30"),
        ("Three Months Ended September 30, 2007 2006", "", "2007-07-01/2007-09-30"),
        ("2006", "Three Months Ended September 30, 2007", "2006-07-01/2006-09-30"),
        ("2006", "Three Months Ended September 30,", "2006-07-01/2006-09-30"),
        ("Thirteen Weeks Ended September 27, 2025", "", "2025-06-29/2025-09-27"),
        ("52 weeks ended December 28, 2024", "", "2023-12-31/2024-12-28"),
        ("September 27, 2025", "Thirteen Weeks Ended", "2025-06-29/2025-09-27"),
        ("Year Ended March 31, 2008", "", "2007-04-01/2008-03-31"),
        ("Quarter ended June 30, 2007", "", "2007-04-01/2007-06-30"),
        ("Two quarters ended June 30, 2007", "", "2007-01-01/2007-06-30"),
        ("Q1 2008", "", "2007-04-01/2007-06-30"),
        ("Second Quarter 2008", "", "2007-07-01/2007-09-30"),
        ("Three months ended September 2007", "", "2007-07-01/2007-09-30"),
        # names of fiscal quarters and years alone: NVIDIA, PNC, Open Text
        ("Q2 FY08", "", "2007-07-01/2007-09-30"),
        ("Q3 FY'07", "", "2006-10-01/2006-12-31"),
        ("4Q07", "", "2007-01-01/2007-03-31"),
        ("2008 Q1", "", "2007-04-01/2007-06-30"),
        ("FY07", "", "2006-04-01/2007-03-31"),
        ("LTM Q2 2008", "", "2006-10-01/2007-09-30"),
        # "Percent" of the next column over a year: Johnson & Johnson, 2022
        ("SECOND QUARTER 2008 Percent to Sales", "", "2007-07-01/2007-09-30"),
        # a part of a year without a date, as the calendar's quarter has it
        ("Six months 2008", "", "2007-04-01/2007-09-30"),
        ("2007", "Six Months", "2006-04-01/2006-09-30"),
        ("FY'08 YTD", "", "2007-04-01/2007-09-30"),
        ("2007", "Full-Year 2008 Financial Results", "2006-04-01/2007-03-31"),
        # breaks lost by copies of web pages: Paltalk and Peapack-Gladstone
        ("Three Months EndedSeptember 30, 2007", "", "2007-07-01/2007-09-30"),
        ("For the Three Months Ended Sept 302007", "", "2007-07-01/2007-09-30"),
        (
            "Three Months Ended September 30, 2023 Predecessor July 1 to July 21",
            "",
            "2023-07-01/2023-07-21",
        ),
        ("January 1 through July 21, 2023", "", "2023-01-01/2023-07-21"),
        # halves by every name
        ("H1 2008", "", "2007-04-01/2007-09-30"),
        ("1H08", "", "2007-04-01/2007-09-30"),
        ("H2 FY07", "", "2006-10-01/2007-03-31"),
        ("HY08", "", "2007-04-01/2007-09-30"),
        ("Half year ended 30 September 2007", "", "2007-04-01/2007-09-30"),
        ("2007FY", "", "2006-04-01/2007-03-31"),
    ],
)
def test_a_column_of_flows(header: str, title: str, period: str) -> None:
    said, over = period_words(header), period_words(title)
    assert str(period_of(said, over, CALENDAR, instant=False)) == period


@pytest.mark.parametrize(
    ("header", "title", "day"),
    [
        ("September 30, 2007", "", "2007-09-30"),
        ("2006", "September 30,", "2006-09-30"),
        ("", "As of September 30, 2007", "2007-09-30"),
    ],
)
def test_a_column_of_balances(header: str, title: str, day: str) -> None:
    said, over = period_words(header), period_words(title)
    assert str(period_of(said, over, None, instant=True)) == day


def test_words_that_name_two_quarters_name_none() -> None:
    said = period_words("Change 4Q20 vs 3Q20")
    assert (said.quarter, said.year) == (0, None)


def test_nine_months_of_a_year_are_no_period_in_a_second_quarter() -> None:
    said = period_words("Nine months 2008")
    assert period_of(said, NOTHING, CALENDAR, instant=False) is None


def test_a_day_without_a_length_may_be_a_balance_where_columns_are_of_either_sort() -> None:
    said = period_words("September 30, 2007")
    assert str(period_of(said, NOTHING, None, instant=None)) == "2007-09-30"


@pytest.mark.parametrize(
    ("title", "ambiguous"),
    [
        ("Full Year and Fourth Quarter 2021 Earnings Results", True),
        ("Three and six months ended September 30, 2007", False),
        ("Third Quarter of Fiscal Year 2020", False),
        ("Results for the second quarter and six months", True),
    ],
)
def test_a_title_of_a_quarter_and_a_longer_period_settles_neither(
    title: str,
    ambiguous: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    assert is_ambiguous(title) is ambiguous


def test_a_column_that_names_no_end_has_no_period() -> None:
    assert period_of(period_words("Three Months Ended"), NOTHING, CALENDAR, instant=False) is None
    assert period_of(period_words("Change"), NOTHING, CALENDAR, instant=True) is None
    assert period_of(period_words("September 30, 2007"), NOTHING, None, instant=False) is None
    assert period_of(period_words("Q1 2008"), NOTHING, None, instant=False) is None


def test_cash_flows_of_no_said_length_start_with_the_fiscal_year() -> None:
    # Forian Inc., November 13, 2024: "For the Period Ended" over nine months of cash flows
    said = period_words("For the Period Ended September 30, 2007")
    assert period_of(said, NOTHING, CALENDAR, instant=False) is None
    told = period_of(said, NOTHING, CALENDAR, instant=False, to_date=True)
    assert str(told) == "2007-04-01/2007-09-30"
    before = period_words("For the Period Ended June 30, 2007")  # another quarter: of what year?
    assert period_of(before, NOTHING, CALENDAR, instant=False, to_date=True) is None
    assert period_of(said, NOTHING, None, instant=False, to_date=True) is None


@pytest.mark.parametrize(
    ("line", "lengths"),
    [
        ("2 Three Months Ended July 31, Six Months Ended July 31,", [3, 6]),
        ("Quarter Ended June 30, Nine Months Ended June 30,", [3, 9]),
        ("Three Months Ended March 31, Year Ended December 31,", [3, 12]),
        ("Quarter Ended June 30, Year to Date June 30,", [3, 0]),
        ("Three Months Ended July 31, Three Months Ended April 30,", []),
        ("Three Months Ended July 31,", []),
        ("Condensed Consolidated Statements of Operations", []),
    ],
)
def test_the_stretches_a_line_names(line: str, lengths: list[int]) -> None:
    assert [one.months for one in stretches_named(line)] == lengths


def test_the_days_a_line_names_without_years() -> None:
    assert days_named("March 31, December 31, September 30,") == [(3, 31), (12, 31), (9, 30)]
    assert days_named("March 31, 2023 and December 31,") == []
    assert days_named("Balance Sheets") == []


@pytest.mark.parametrize(
    "caption",
    ["Operating income -- TTM", "Net income, trailing twelve months", "Revenue, last 12 months"],
)
def test_a_caption_of_trailing_twelve_months(caption: str) -> None:
    assert is_trailing_year(caption)
    assert not is_trailing_year("Net income")
    assert not is_trailing_year("Twelve months ended June 30")


@pytest.mark.parametrize("year", ["July 21, 2008", "July 21, in FY2008", "July 21 2008"])
def test_a_part_of_a_period_is_in_the_year_that_a_date_or_a_year_names(year: str) -> None:
    said = period_words(f"July 1 to {year}")
    assert (said.start is None) == ("FY" in year)
