"""Tables whose heads, scales and periods stand where no rule of thumb looks for them."""

import pytest

from tieout.engine import read
from tieout.model.workpaper import Release

OVER = "EXAMPLE CORP. REPORTS SECOND QUARTER 2026 RESULTS"
DATED = (
    "DENVER, Aug. 4, 2026 -- Example Corp. today announced results for the quarter ended"
    " June 30, 2026. The fiscal year ends December 31."
)


def release(titles: list[str], *tables: list[list[str]]) -> Release:
    """Tables under titles, a cell "a ×2" over two columns."""
    grids = ["".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows) for rows in tables]
    words = [OVER, DATED, *titles]
    page = "".join(f"<p>{one}</p>" for one in words) + "".join(f"<table>{g}</table>" for g in grids)
    return read("page.htm", f"<html><body>{page}</body></html>".encode())


def _cell(words: str) -> str:
    wide = " ×2" in words
    return f"<td{' colspan=2' if wide else ''}>{words.replace(' ×2', '')}</td>"


def told(found: Release, caption: str) -> list[tuple[str, str]]:
    """The periods and the values of a line's facts, in reading order."""
    return [
        (str(fact.period), str(fact.value.value)) for fact in found.facts if fact.caption == caption
    ]


QUARTERS = ["2026-04-01/2026-06-30", "2025-04-01/2025-06-30"]
HALVES = ["2026-01-01/2026-06-30", "2025-01-01/2025-06-30"]
SALES = [
    ["Widgets", "1,200", "1,100"],
    ["Gadgets", "800", "700"],
    ["Total product sales", "2,000", "1,800"],
]


@pytest.mark.parametrize(
    ("names", "periods"),
    [
        ([["", "Six Months Ended June 30, ×2"], ["", "2026", "2025"]], HALVES),
        ([["Six Months Ended June 30,"], ["", "2026", "2025"]], HALVES),
        ([["Products", "Six Months ×2"], ["", "June 30, 2026", "June 30, 2025"]], HALVES),
        # the names the table has already, and a row of days that is one of its lines
        ([["", "2026", "2025"]], QUARTERS),
        ([["Lease ends", "June 30, 2031", "June 30, 2032"]], QUARTERS),
    ],
)
def test_rows_that_name_the_columns_anew(names: list[list[str]], periods: list[str]) -> None:
    # U.S. Bancorp, fourth quarter of 2021: "Three Months Ended" under balances at the same days
    head = [["", "Three Months Ended June 30, ×2"], ["", "2026", "2025"]]
    found = release(["Sales by product", "(in thousands)"], [*head, *SALES, *names, *SALES])
    values = ["2000000", "1800000"]
    both = [*zip(QUARTERS, values, strict=True), *zip(periods, values, strict=True)]
    assert told(found, "Total product sales") == both


def test_an_outlook_is_of_the_whole_year_it_names() -> None:
    # Vistra, second quarter of 2026: a reconciliation in columns "Low" and "High"
    rows = [
        ["", "Low", "High"],
        ["Net income", "$ 310", "$ 370"],
        ["Income tax expense", "80", "100"],
        ["Interest expense", "120", "120"],
        ["Adjusted EBITDA", "$ 510", "$ 590"],
    ]
    found = release(["NON-GAAP RECONCILIATIONS 2026 GUIDANCE", "(Millions of Dollars)"], rows)
    year = "2026-01-01/2026-12-31"
    assert told(found, "Adjusted EBITDA") == [(year, "510000000"), (year, "590000000")]
    assert all(fact.dimensions for fact in found.facts), "no result of the company"
    past = release(["NON-GAAP RECONCILIATIONS 2026", "(Millions of Dollars)"], rows)
    assert not past.facts


TONS = [
    ["", "June 30, 2026", "June 30, 2025"],
    ["Tons sold", "8,428", "7,703"],
    ["Revenue", "$ 489,743", "$ 453,459"],
    ["Revenue per ton sold", "$ 58.11", "$ 58.86"],
]


@pytest.mark.parametrize(
    ("note", "tons"),
    [
        ("(in thousands, except per ton information)", "8428000"),
        ("(In thousands, except per-ton and per share amounts)", "8428000"),
        ("(Dollars and tons in thousands)", "8428000"),
        ("(in thousands, except per share data)", "8428"),
        ("(Dollars in thousands, except per ton amounts)", "8428"),
    ],
)
def test_tons_are_in_the_scale_that_spares_their_price(note: str, tons: str) -> None:
    # Core Natural Resources, second quarter of 2026
    found = release(["Three Months Ended", "Operating data", note], TONS)
    assert told(found, "Tons sold")[0] == (QUARTERS[0], tons)
    assert told(found, "Revenue per ton sold")[0] == (QUARTERS[0], "5811/100")


def test_rows_set_in_under_a_measured_one_are_parts_of_it() -> None:
    text = (
        f"{OVER}\n\n{DATED}\n\nOperating data\n(in millions, except per ton information)\n\n"
        "                                Three Months Ended June 30,\n"
        "                                   2026        2025\n"
        "Tons sold                           2.6         2.2\n"
        "   Coking coal                      2.3         1.9\n"
        "   Thermal byproduct                0.3         0.3\n"
        "Revenue                          $  297      $  233\n"
    )
    found = read("release.txt", text.encode())
    units = [fact.amount.unit.text for fact in found.facts if fact.period][:6]
    assert told(found, "Coking coal")[0] == (QUARTERS[0], "2300000")
    assert units[2:6] == units[:2] * 2 != ["USD"] * 4


def test_the_same_lines_of_another_period_keep_the_scale() -> None:
    first, second = (
        [
            ["", f"Three Months Ended {day}"],
            ["Widgets", "1,200"],
            ["Gadgets", "800"],
            ["All", "2,000"],
        ]
        for day in ("June 30, 2026", "March 31, 2026")
    )
    found = release(["Sales by product", "(in thousands)"], first, second)
    assert [value for _, value in told(found, "All")] == ["2000000", "2000000"]


@pytest.mark.parametrize("title", ["%", "(in percent)", "Percentages", "(%)"])
def test_a_title_may_say_that_all_is_in_percent(title: str) -> None:
    # BP, second quarter of 2026: "%" over the years
    rows = [
        ["", "Q2 2026", "Q2 2025"],
        ["Reported rate", "45", "33"],
        ["Underlying rate", "34", "36"],
    ]
    found = release(["Effective tax rate", title], rows)
    assert told(found, "Underlying rate") == [(QUARTERS[0], "17/50"), (QUARTERS[1], "9/25")]


def test_a_day_over_a_year_is_one_day() -> None:
    # Centene, second quarter of 2026: the head of a page that was cut at its edge
    rows = [
        ["Cash", "27"],
        ["Inventories", "60"],
        ["Total current assets", "87"],
        ["Total assets", "87"],
    ]
    found = release(["BALANCE SHEETS", "(In millions)", "June 30,", "2026"], rows)
    assert {str(fact.period) for fact in found.facts} == {"2026-06-30"}


def test_a_sentence_that_leads_to_a_table_names_no_part() -> None:
    def apart(title: str) -> set[bool]:
        found = release([title, "(in thousands)"], [["", "Q2 2026", "Q2 2025"], *SALES])
        return {bool(fact.dimensions) for fact in found.facts}

    assert apart("The following table presents results by segment of our business:") == {False}
    assert apart("Sales by Widget customers") == {True}
