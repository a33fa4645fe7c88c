import pytest

from tieout.lexicon.books import (
    is_otherwise,
    is_planned,
    with_months,
    without_account,
    words_of_name,
)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("1010 - Cash", "Cash"),
        ("1010.20 Cash", "Cash"),
        ("4000 Revenue", "Revenue"),
        ("Cash 1010", "Cash 1010"),
        ("1010", "1010"),
        ("401(k) match", "401(k) match"),
    ],
)
def test_an_account_is_called_by_its_name(label: str, name: str) -> None:
    assert without_account(label) == name


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("Total_backlog", "Total backlog", "Total backlog"),
        ("NetRevenue_Q2FY08", "Net Revenue", "Net Revenue Q2 FY08"),
        ("cash.ytd", "cash", "cash ytd"),
        ("backlog2007", "backlog", "backlog 2007"),
    ],
)
def test_the_name_of_a_cell_is_words_and_a_time(name: str, words: str, said: str) -> None:
    assert words_of_name(name) == (words, said)


def test_a_plan_is_no_book_and_a_time_before_is_another() -> None:
    assert is_planned("IS", "FY08 Budget")
    assert not is_planned("Planned Parenthood".removeprefix("Planned "), "TB PY")
    assert is_otherwise("TB PY")
    assert is_otherwise("Forecast")
    assert not is_otherwise("TB", "Balance")


@pytest.mark.parametrize(
    ("header", "full"),
    [
        ("Sep-07", "September 2007"),
        ("Sept. '07", "September 2007"),
        ("YTD Mar-2020", "YTD March 2020"),
        ("Dec-99", "December 1999"),
        *((same, same) for same in ("Sep 30", "Sep 30, 2007", "30-Sep-07", "Sep-30-07", "Sum-20")),
    ],
)
def test_a_month_with_its_year_is_no_day(header: str, full: str) -> None:
    assert with_months(header) == full
