from datetime import date

import pytest

from tieout.lexicon.periods import PeriodWords, period_of, period_words
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
        (
            "Three Months Ended September 30, 2023 Predecessor July 1 to July 21",
            "",
            "2023-07-01/2023-07-21",
        ),
        ("January 1 through July 21, 2023", "", "2023-01-01/2023-07-21"),
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


def test_a_column_that_names_no_end_has_no_period() -> None:
    assert period_of(period_words("Three Months Ended"), NOTHING, CALENDAR, instant=False) is None
    assert period_of(period_words("Change"), NOTHING, CALENDAR, instant=True) is None
    assert period_of(period_words("September 30, 2007"), NOTHING, None, instant=False) is None
    assert period_of(period_words("Q1 2008"), NOTHING, None, instant=False) is None
