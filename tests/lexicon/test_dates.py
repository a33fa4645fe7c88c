from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.lexicon.dates import date_said, month_number
from tieout.lexicon.tokens import figures
from tieout.model.figure import DateSaid

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
    assert figure.said == date_said(figure.text) == DateSaid(day.month, day.day, day.year)
    assert figure.said.on() == figure.said.last() == day
    assert figure.said.month_and_day == (day.month, day.day)


@pytest.mark.parametrize("text", ["Soon", "", "31", "November 0, 2007", "Revenue 2007"])
def test_other_words_are_no_date(text: str) -> None:
    assert date_said(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("September 30", DateSaid(9, 30)),
        ("11/8/07", DateSaid(11, 8, 2007)),
        ("8-Nov-99", DateSaid(11, 8, 1999)),
        ("1/1/00", DateSaid(1, 1, 2000)),
        ("Sept.  2007", DateSaid(9, 0, 2007)),
        ("31st March, 2023", DateSaid(3, 31, 2023)),
        ("March 31st, 2023", DateSaid(3, 31, 2023)),
        ("31-Mar-25", DateSaid(3, 31, 2025)),
        ("30.06.2025", DateSaid(6, 30, 2025)),
        ("30/06/2025", DateSaid(6, 30, 2025)),  # the first number is no month
    ],
)
def test_a_date_says_what_is_printed(text: str, said: DateSaid) -> None:
    assert date_said(text) == said


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
