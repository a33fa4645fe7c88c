"""Votes on when the fiscal year ends and what it is called."""

from datetime import date

import pytest

from tieout.forms.dates import Ending
from tieout.forms.votes import fiscal_year, quarter_of, year_end_month
from tieout.lexicon.fiscal import Length, years_named
from tieout.model.announcement import Dated, PeriodWords


def ending(day: date, months: int, count: int = 1) -> list[Ending]:
    return [Ending(Dated(day, 0), Length(months), 0)] * count


JUNE, MARCH, DECEMBER = date(2024, 6, 30), date(2024, 3, 31), date(2023, 12, 31)


@pytest.mark.parametrize(
    ("heading", "found", "said", "month"),
    [
        (None, ending(DECEMBER, 12), None, 12),
        (None, ending(JUNE, 6), None, 12),
        (None, ending(JUNE, 9), None, 9),
        (1, [], None, 3),
        (None, [], 3, 3),
        # the trailing twelve months of a table are outvoted by the six months of the statements
        (None, [*ending(JUNE, 12, 2), *ending(JUNE, 6, 3)], None, 12),
        # a heading that names the wrong quarter is outvoted by six months and the year's end
        (1, [*ending(JUNE, 6, 3), *ending(DECEMBER, 12, 4)], None, 12),
        # a balance of the quarter before tells nothing
        (None, ending(MARCH, 0), None, None),
    ],
)
def test_the_month_in_which_the_year_ends(
    heading: int | None, found: list[Ending], said: int | None, month: int | None
) -> None:
    assert year_end_month(JUNE, heading, found, (), said) == month


def test_a_quarter_named_with_its_day_has_a_vote() -> None:
    named = [PeriodWords(3, Dated(JUNE, 0))]
    assert year_end_month(JUNE, None, [], named, None) == 9


@pytest.mark.parametrize(
    ("end", "month", "quarter"),
    [(JUNE, 12, 2), (JUNE, 6, 4), (JUNE, 9, 3), (JUNE, 3, 1), (JUNE, 8, None),
     (date(2024, 2, 3), 1, 4), (date(2023, 7, 1), 6, 4)],
)  # fmt: skip
def test_the_quarter_of_a_day(end: date, month: int, quarter: int | None) -> None:
    assert quarter_of(end, month) == quarter


@pytest.mark.parametrize(
    ("end", "headline", "lead", "year"),
    [
        (date(2024, 2, 3), "Fourth Quarter Results",
         "compared with $201.0 million in the fourth quarter of fiscal 2022", 2023),
        (date(2022, 1, 1), "Fourth Quarter Results",
         "compared with $201.0 million in the fourth quarter of 2020", 2021),
        (date(2024, 2, 3), "Fourth Quarter Fiscal 2023 Results", "", 2023),
        (date(2024, 2, 3), "Fourth Quarter Results", "", 2024),
        (date(2023, 6, 30), "Reports fiscal 2023 results and provides outlook for fiscal 2024", "",
         2023),
        (date(2024, 7, 31), "Year End Results; Issues FY2025 Guidance",
         "earnings per share were $2.23 (Q4 2023: $2.85)", 2024),
    ],
)  # fmt: skip
def test_what_the_fiscal_year_is_called(end: date, headline: str, lead: str, year: int) -> None:
    assert fiscal_year(end, 4, years_named(headline), years_named(lead), ()) == year
