import pytest

from tieout.lexicon.fiscal import (
    Length,
    ended_before,
    fiscal_year_named,
    half_named,
    quarters_named,
    speaks_of_full_year,
    year_end_named,
    years_named,
)


@pytest.mark.parametrize(
    ("words", "quarter", "year"),
    [
        ("second quarter of fiscal 2008", 2, 2008),
        ("fiscal 2007 second quarter", 2, 2007),
        ("Second Quarter Fiscal Year 2008 Results", 2, 2008),
        ("third quarter ended September 30", 3, None),
        ("Q2 FY24", 2, 2024),
        ("1Q22", 1, 2022),
        ("2nd quarter 2019", 2, 2019),
        ("fourth-quarter 2010", 4, 2010),
        ("first quarter's 2010", 1, 2010),
        ("2021 fiscal third quarter", 3, 2021),
    ],
)
def test_a_quarter_is_named_with_its_year(words: str, quarter: int, year: int | None) -> None:
    (named,) = quarters_named(words)
    assert (named.quarter, named.fiscal_year) == (quarter, year)
    assert "uarter" in words[named.start : named.end] or "Q" in words[named.start : named.end]


def test_quarters_are_found_in_order_and_only_in_the_stretch() -> None:
    words = "the first quarter of 2007 and the second quarter of 2008"
    assert [q.quarter for q in quarters_named(words)] == [1, 2]
    assert [q.quarter for q in quarters_named(words, 20)] == [2]
    assert quarters_named("quarterly dividends of 5 cents; Q5; headquarters") == []


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("fiscal 2008", 2008),
        ("full-year 2021", 2021),
        ("FY24 results", 2024),
        ("2019 annual report", 2019),
        ("annual results for 2019", 2019),
        ("in 2019", None),
        ("fiscal discipline", None),
    ],
)
def test_a_fiscal_year_is_named(words: str, year: int | None) -> None:
    assert fiscal_year_named(words) == year


def test_words_speak_of_a_full_year() -> None:
    assert speaks_of_full_year("Fourth Quarter and Full Year Results")
    assert speaks_of_full_year("the year ended March 31")
    assert not speaks_of_full_year("the quarter ended March 31")
    assert not speaks_of_full_year("Half Year Results 2025")
    assert not speaks_of_full_year("Semi-annual results for 2025")


@pytest.mark.parametrize(
    ("words", "half"),
    [
        *(("Half Year Results", 1), ("Half-yearly Report", 1), ("Interim Results", 1)),
        *(("H1 2025", 1), ("1H25", 1), ("HY25", 1), ("the first half", 1)),
        *(("second-half 2025", 2), ("H2 FY24", 2), ("Second Quarter Results", 0), ("", 0)),
    ],
)
def test_the_half_of_a_year_that_words_name(words: str, half: int) -> None:
    assert half_named(words) == half


@pytest.mark.parametrize(
    ("before", "length"),
    [
        ("second quarter ended ", Length(3)),
        ("the six months ended ", Length(6)),
        ("thirteen weeks ended ", Length(3)),
        ("fifty-two weeks ended ", Length(12)),
        ("26 weeks ended ", Length(6)),
        ("the half year ended ", Length(6)),
        ("six months to ", Length(6)),
        ("the fiscal year ended ", Length(12)),
        ("for the period ending ", Length(0)),
        ("a lease that ended ", None),
        ("", None),
    ],
)
def test_the_length_of_what_ended(before: str, length: Length | None) -> None:
    assert ended_before(before) == length


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025/Q4", [(2025, 4, False)]),
        ("Q4/2025", [(2025, 4, False)]),
        ("2025FY", [(2025, 0, False)]),
        ("results for fiscal 2023 and outlook for fiscal 2024", [(2023, 0, False)]),
        ("2026 First Quarter Outlook", []),
        ("up from $5 million, compared with $4 million in Q2 2022", [(2022, 2, True)]),
    ],
)
def test_the_years_named(text: str, years: list[tuple[int, int, bool]]) -> None:
    assert [(one.year, one.quarter, one.compares) for one in years_named(text)] == years


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Our fiscal year ends on March 31.", 3),
        ("The fiscal year ends on the Saturday closest to January 31 of each year.", 1),
        ("Our financial year-end is June 30.", 6),
        ("for the fiscal year ended June 30, 2024", None),
        ("fiscal year 2024", None),
    ],
)
def test_the_month_in_which_years_are_said_to_end(text: str, month: int | None) -> None:
    assert year_end_named(text) == month
