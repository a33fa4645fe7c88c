"""One series, quarter by quarter."""

from collections.abc import Callable

from tieout.model.workpaper import Release
from tieout.series.history import history

Make = Callable[..., Release]


def test_a_series_has_no_gap_and_says_where_nothing_is_in_hand(release: Make) -> None:
    (series,) = history([release(2024, 1), release(2025, 1)], ["revenue"]).series
    assert [(q.label, q.value is None) for q in series.quarters] == [
        ("FY2023 Q1", False),
        ("FY2023 Q2", True),
        ("FY2023 Q3", True),
        ("FY2023 Q4", True),
        ("FY2024 Q1", False),
        ("FY2024 Q2", True),
        ("FY2024 Q3", True),
        ("FY2024 Q4", True),
        ("FY2025 Q1", False),
    ]


def test_twelve_months_need_four_quarters_or_the_year(release: Make) -> None:
    (series,) = history([release(2024, 4)], ["revenue"]).series
    assert [(q.label, str(q.trailing.amount)) for q in series.quarters if q.trailing] == [
        ("FY2023 Q4", "4600000"),
        ("FY2024 Q4", "6204000"),
    ]


def test_growth_is_on_the_year_and_on_the_quarter(two_years: list[Release]) -> None:
    (series,) = history(two_years, ["revenue"]).series
    quarter = next(q for q in series.quarters if q.label == "FY2024 Q1")
    assert quarter.on_year is not None
    assert quarter.on_quarter is not None
    assert (str(quarter.on_year.rate), str(quarter.on_quarter.rate)) == ("0.400", "0.077")


def test_earnings_per_share_have_growth_and_no_sum(two_years: list[Release]) -> None:
    (series,) = history(two_years, ["EarningsPerShareBasic"]).series
    assert any(quarter.on_year for quarter in series.quarters)
    assert not any(quarter.trailing for quarter in series.quarters)
