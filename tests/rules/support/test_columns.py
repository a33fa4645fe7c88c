"""Columns of the books that are headed by a day alone: most of their rows say over which time."""

from collections.abc import Sequence

import pytest

from tieout.engine import check, read_support
from tieout.model.check import Check
from tieout.model.workpaper import Release

ROWS = (
    ("Revenue", 7219, 2946, 12834, 9512),
    ("Cost of goods sold", 7975, 5282, 16063, 13084),
    ("Gross loss", -756, -2336, -3229, -3572),
    ("Research and development", 2433, 2592, 5182, 5398),
    ("Selling, general and administrative", 5910, 6061, 11803, 11976),
    ("Total operating expenses", 8343, 8653, 16985, 17374),
    ("Loss from operations", -9099, -10989, -20214, -20946),
    ("Net loss", -9099, -10989, -20214, -20945),
)
DAYS = ("9/30/2007", "9/30/2006", "9/30/2007", "9/30/2006")
MONTHS = ("Sep-07", "Sep-06", "Sep-07", "Sep-06")
FIRSTS = ("2007-09-01", "2006-09-01", "2007-09-01", "2006-09-01")
IN_A_STATEMENT = 4 * len(ROWS)


def support(
    small: Release, heads: Sequence[str], rows: Sequence[Sequence[object]] = ROWS
) -> list[Check]:
    """What a sheet of these columns says of the release: the rule's checks."""
    told = [("", *heads), *rows]
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in told)
    book = read_support("IS.csv", text.encode(), small)
    return [one for one in check(small, support=[book]).checks if one.rule == "SU001"]


def in_tables(small: Release, checks: Sequence[Check]) -> list[Check]:
    figures = {fact.figure for fact in small.facts}
    return [one for one in checks if one.subject.figure in figures]


@pytest.mark.parametrize("heads", [DAYS, MONTHS, FIRSTS], ids=["days", "months", "first days"])
def test_a_day_alone_is_of_the_quarter_or_the_year_to_date_as_the_rows_show(
    small: Release, heads: Sequence[str]
) -> None:
    found = in_tables(small, support(small, heads))
    assert [one.outcome for one in found] == ["agrees"] * IN_A_STATEMENT


def test_a_row_of_the_same_name_with_another_amount_is_a_finding(small: Release) -> None:
    """It was not mentioned: which length the column has, nothing said."""
    typed = [(name, *((7129, *rest) if name == "Revenue" else (first, *rest)))
             for name, first, *rest in ROWS]  # fmt: skip
    (found,) = (one for one in support(small, DAYS, typed) if one.outcome == "differs")
    assert found.message == (
        "Revenue, three months ended September 30, 2007: reported $7,219, expected $7,129, "
        "$90 too high; B2 of IS.csv"
    )


def test_a_sheet_of_the_quarter_supports_no_figure_of_the_year_to_date(small: Release) -> None:
    """A row of it has the half-year's number by accident, or by mistake."""
    mistaken = [(name, -20_214 if name == "Net loss" else one) for name, one, *_ in ROWS]
    found = support(small, DAYS[:1], mistaken)
    ticked = {one.reported.strip("$ ") for one in found if one.outcome == "agrees"}
    assert "(9,099)" in ticked, "the loss from operations"
    assert "(20,214)" not in ticked


def test_few_rows_say_nothing_of_the_length(small: Release) -> None:
    rows = (("Revenue", 7129), *(row[:2] for row in ROWS[1:4]))
    assert not any(one.outcome == "differs" for one in support(small, DAYS[:1], rows))


def test_accounts_before_the_names_are_no_amounts(small: Release) -> None:
    rows = [(1000 + n, *row) for n, row in enumerate(ROWS)]
    found = in_tables(small, support(small, ("", *DAYS), rows))
    assert [one.outcome for one in found] == ["agrees"] * IN_A_STATEMENT


def test_numbers_under_the_names_that_are_all_others_support_nothing(small: Release) -> None:
    """The columns stand exchanged: nothing ties, and no single figure is called wrong."""
    found = support(small, DAYS, [(name, *cells[::-1]) for name, *cells in ROWS])
    assert not any(one.outcome == "differs" for one in found)
    ticked = {one.reported.strip("$ ") for one in found if one.outcome == "agrees"}
    assert "2,946" not in ticked


def test_a_row_of_the_name_that_counts_something_else_is_no_second_candidate(
    small: Release,
) -> None:
    rows = [*ROWS, ("Revenue", 1_400_000_000, 1_300_000_000, 2_600_000_000, 2_500_000_000)]
    found = in_tables(small, support(small, DAYS, rows))
    assert [one.outcome for one in found] == ["agrees"] * IN_A_STATEMENT


def test_two_rows_of_the_name_are_offered_and_not_ticked(small: Release) -> None:
    rows = [*ROWS, ("Revenue", 7129, 2964, 12384, 9521)]
    revenue = [one for one in support(small, DAYS, rows) if "7,219 in B2" in one.reason]
    assert {(one.outcome, one.reason) for one in revenue} == {
        ("not-tested", "two cells may support it, and they disagree: 7,219 in B2 and 7,129 in B10")
    }
