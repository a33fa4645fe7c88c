from collections.abc import Callable
from datetime import date

import pytest

from tieout.forms.dates import endings, not_after, period_words, weekdays
from tieout.forms.lines import Line
from tieout.model.document import Document

Opened = Callable[[str], tuple[Document, list[Line]]]


@pytest.mark.parametrize(
    ("text", "quarter", "year"),
    [
        ("its second quarter ended September 30, 2007 in its report", 2, None),
        ("the third fiscal quarter ended September 30, 2007", 3, None),
        ("the fiscal fourth quarter and year ended September 30, 2007.", 4, None),
        ("the first quarter of fiscal 2008 ended September 30, 2007", 1, 2008),
        ("the first quarter of fiscal 2008, which ended on September 30, 2007", 1, 2008),
        ("Q2 ended September 30, 2007", 2, None),
    ],
)
def test_a_quarter_named_with_its_end(
    opened: Opened, text: str, quarter: int, year: int | None
) -> None:
    document, _ = opened(text)
    (words,) = period_words(document, endings(document))
    assert (words.quarter, words.fiscal_year) == (quarter, year)
    assert words.ended.day == date(2007, 9, 30)


@pytest.mark.parametrize(
    "text",
    [
        "compared with the third quarter. In the six months ended September 30, 2007",
        "the quarter ended September 30, 2007",
        "the second quarter, as of September 30, 2007",
    ],
)
def test_a_quarter_only_near_a_date_is_not_said_to_end_on_it(opened: Opened, text: str) -> None:
    document, _ = opened(text)
    assert period_words(document, endings(document)) == ()


def test_the_end_of_a_year_is_not_that_of_a_quarter_before_it(opened: Opened) -> None:
    """Peoples Financial, January 23, 2025: the allowance was reversed in the third quarter."""
    document, _ = opened("Reversed during the third quarter and year ended December 31, 2024.\n")
    assert period_words(document, endings(document)) == ()
    document, _ = opened("Results for the fourth quarter and year ended December 31, 2024.\n")
    assert [words.quarter for words in period_words(document, endings(document))] == [4]


@pytest.mark.parametrize(
    "text", ["Thursday, November 8", "Thurs. Nov. 8, 2007", "Thursday November 8, 2007"]
)
def test_a_weekday_with_its_date(opened: Opened, text: str) -> None:
    document, _ = opened(f"a call on {text}, at noon")
    (named,) = weekdays(document, date(2007, 11, 8))
    assert (named.weekday, named.dated.day) == (3, date(2007, 11, 8))


def test_results_come_out_after_the_period_and_not_long_after() -> None:
    assert not_after(date(2007, 9, 30), date(2007, 11, 8), 200)
    assert not not_after(date(2007, 11, 9), date(2007, 11, 8), 200)
    assert not not_after(date(2006, 9, 30), date(2007, 11, 8), 200)
    assert not_after(date(2006, 9, 30), None, 200)
