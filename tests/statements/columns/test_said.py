"""What headers say of their periods, with the headers and titles around them."""

import pytest

from tieout.statements.columns.said import said_of_columns


def said(headers: list[str], *titles: str, is_flow: bool = True) -> list[str]:
    """Each header's length, quarter, last day and year, those it has."""
    found = said_of_columns(headers, titles, is_flow=is_flow)
    return [
        " ".join(
            str(part)
            for part in (
                f"{one.months}m" if one.months else "",
                f"{one.weeks}w" if one.weeks else "",
                f"q{one.quarter}" if one.quarter else "",
                "ytd" if one.to_date else "",
                one.end or one.year or "",
            )
            if part
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("headers", "titles", "expected"),
    [
        # Salesforce, second quarter of fiscal 2024: a page number before the stretches, over years
        (["2023", "2022", "2023", "2022"],
         ["2 Three Months Ended July 31, Six Months Ended July 31,"],
         ["3m 2023-07-31", "3m 2022-07-31", "6m 2023-07-31", "6m 2022-07-31"]),
        # the oldest first, in weeks
        (["2022", "2023", "2022", "2023"],
         ["Thirteen Weeks Ended July 1, Twenty-Six Weeks Ended July 1,"],
         ["13w 2022-07-01", "13w 2023-07-01", "26w 2022-07-01", "26w 2023-07-01"]),
        # Albemarle, second quarter of 2026: the day over the first two years only
        (["June 30, 2026", "June 30, 2025", "2026", "2025"],
         ["Three Months Ended Six Months Ended"],
         ["3m 2026-06-30", "3m 2025-06-30", "6m 2026-06-30", "6m 2025-06-30"]),
        (["2023", "2022", "2023", "2022"], ["Quarter Ended June 30, Year to Date June 30,"],
         ["3m 2023-06-30", "3m 2022-06-30", "ytd 2023-06-30", "ytd 2022-06-30"]),
        # years that do not repeat are of no two stretches
        (["2023", "2022", "2021", "2020"],
         ["Three Months Ended July 31, Six Months Ended July 31,"],
         ["2023", "2022", "2021", "2020"]),
        # FRP Holdings, second quarter of 2019: a length over two columns in halves, from a PDF
        (["THREE ENDED JUNE 30, 2019", "MONTHS ENDED JUNE 30, 2018"], [],
         ["3m 2019-06-30", "3m 2018-06-30"]),
        # eBay, first quarter of 2023: as many days as years
        (["2023", "2022", "2022"], ["March 31, December 31, September 30,"],
         ["2023-03-31", "2022-12-31", "2022-09-30"]),
        # Jack Henry, fiscal 2026: the stretch stands over its first column alone
        (["Three Months Ended June 30, 2026", "2025", "% Change", "Year Ended June 30, 2026",
          "2025"], [], ["3m 2026-06-30", "3m 2025-06-30", "", "12m 2026-06-30", "12m 2025-06-30"]),
        # MDC Partners, first quarter of 2020: a year to date beside the year's quarters
        (["2019 Q1", "2019 Q2", "2019 Q3", "2019 Q4", "2019 YTD", "2020 Q1"], [],
         ["q1 2019", "q2 2019", "q3 2019", "q4 2019", "12m q4 2019", "q1 2020"]),
    ],
)  # fmt: skip
def test_headers_take_what_stands_around_them(
    headers: list[str], titles: list[str], expected: list[str]
) -> None:
    assert said(headers, *titles) == expected


def test_days_of_balances_go_on_with_no_length() -> None:
    headers = ["Year Ended June 30, 2026", "June 30, 2025"]
    assert said(headers, is_flow=False) == ["12m 2026-06-30", "2025-06-30"]


def test_a_length_over_two_columns_read_over_the_second() -> None:
    # McDonald's, first quarter of 2023: "Quarters Ended March 31," over "2023" and "2022"
    assert said(["2023", "3 Months Ended March 31, 2022"]) == ["3m 2023-03-31", "3m 2022-03-31"]
    before = said(["2021", "3 Months Ended March 31, 2022"], is_flow=False)
    assert before[0] == "2021", "a year before the quarter is a year of its own"
