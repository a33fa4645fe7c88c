from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.lexicon.dates import has_year, month_and_day, month_and_year, month_number, read_date
from tieout.lexicon.tokens import figures

days = st.dates(date(1970, 1, 1), date(2069, 12, 31))
FORMATS = [
    "{:%B} {d}, {:%Y}",
    "{:%b}. {d}, {:%Y}",
    "{:%m/%d/%Y}",
    "{:%m/%d/%y}",
    "{:%Y-%m-%d}",
    "{d} {:%B} {:%Y}",
    "{:%B}\u00a0{d}, {:%Y}",
    "{:%B}\n{d}, {:%Y}",
    "{:%B} {d},{:%Y}",
    "{d}-{:%b}-{:%y}",
    "{d}-{:%b}-{:%Y}",
]


def printed(day: date, form: str) -> str:
    return form.replace("{d}", str(day.day)).replace("{:", "{0:").format(day)


@given(days, st.sampled_from(FORMATS))
def test_a_date_printed_in_any_style_is_one_figure_that_reads_back(day: date, form: str) -> None:
    if day.month == 5:
        form = form.replace("%b}.", "%b}")
    (figure,) = figures(printed(day, form))
    assert figure.kind == "date"
    assert read_date(figure.text) == day
    assert has_year(figure.text)
    assert month_and_day(figure.text) == (day.month, day.day)


def test_a_date_without_its_year_takes_the_one_given() -> None:
    assert read_date("September 30") is None
    assert read_date("September 30", 2007) == date(2007, 9, 30)
    assert not has_year("September 30")
    assert month_and_day("September 30") == (9, 30)


@pytest.mark.parametrize(
    "text", ["February 30, 2007", "13/01/2007", "2007-02-30", "Soon", "", "31"]
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert read_date(text) is None
    assert month_and_day(text) is None


def test_the_29th_of_february() -> None:
    assert read_date("February 29", 2007) is None
    assert read_date("February 29", 2008) == date(2008, 2, 29)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("September", 9),
        ("sept", 9),
        ("SEP.", 9),
        ("May", 5),
        ("Marketing", 0),
        ("Decade", 0),
        ("", 0),
    ],
)
def test_months_are_known_by_name_and_by_nothing_like_it(name: str, number: int) -> None:
    assert month_number(name) == number


def test_a_month_of_a_year() -> None:
    assert month_and_year("September 2007") == (2007, 9)
    assert month_and_year("Sept.  2007") == (2007, 9)
    assert month_and_year("Revenue 2007") is None
    assert month_and_year("September 30, 2007") is None
