"""Tables that came out a cell a line, as they read again."""

import pytest

from tieout.readers.stacked import stacks
from tieout.readers.text.lines import lines

OPERATIONS = """\
Three Months Ended September 30,
Six Months Ended September 30,
2007
2006
2007
2006
Revenues:
Product revenue
$
7,219
$
2,946
$
12,834
$
8,311
Loss from operations
(9,100
)
(10,466
)
(18,312
)
(20,123
)
Interest
-
5
-
9
Total
1
2
3
4
5
6
7
8
"""


def drawn(text: str) -> list[list[list[str]]]:
    """Each table's rows, a cell with its first column and its width where it covers several."""
    return [
        [
            [
                f"{''.join(text[one.start : one.end].split())}@{one.column}"
                + (f"+{one.width}" if one.width > 1 else "")
                for one in row.cells
            ]
            for row in stack.rows
        ]
        for stack in stacks(text, lines(text))
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \u00a0\n"])
def test_captions_with_as_many_figures_each_make_a_table(gap: str) -> None:
    assert drawn("CONDENSED STATEMENTS\n\nWords that end.\n" + OPERATIONS.replace("\n", gap)) == [
        [
            ["ThreeMonthsEndedSeptember30,@1+2", "SixMonthsEndedSeptember30,@3+2"],
            ["2007@1", "2006@2", "2007@3", "2006@4"],
            ["Revenues:@0"],
            ["Productrevenue@0", "$7,219@1", "$2,946@2", "$12,834@3", "$8,311@4"],
            ["Lossfromoperations@0", "(9,100)@1", "(10,466)@2", "(18,312)@3", "(20,123)@4"],
            ["Interest@0", "-@1", "5@2", "-@3", "9@4"],
            ["Total@0", "1@1", "2@2", "3@3", "4@4"],
            ["5@1", "6@2", "7@3", "8@4"],
        ]
    ]


def test_figures_that_do_not_fill_the_columns_stay_with_their_caption() -> None:
    text = "2007\n2006\nA\n1\n2\nB\n3\n4\nC\n5\nD\n6\n7\n"
    assert drawn(text)[0][3] == ["C@0", "5@0"]


def test_a_column_of_changes_has_no_year() -> None:
    text = "2007\n2006\nA\n1\n2\n5%\nB\n3\n4\n6%\nC\n5\n6\nn/m\n"
    assert drawn(text)[0][0] == ["2007@1", "2006@2"]


ROWS_OF_FOUR = "A\n1\n2\n3\n4\nB\n1\n2\n3\n4\nC\n1\n2\n3\n4\n"


def test_names_that_fit_no_columns_name_none() -> None:
    (table,) = drawn(f"Year ended 2007\nYear ended 2006\nYear ended 2005\n{ROWS_OF_FOUR}")
    assert table[0] == ["A@0", "1@1", "2@2", "3@3", "4@4"]


def test_a_name_of_changes_takes_the_columns_that_periods_leave() -> None:
    """Peapack-Gladstone, third quarter of 2025: amounts of two periods, a change in $ and in %."""
    (table,) = drawn(
        f"Nine Months EndedSeptember 30,2025\nNine Months EndedSeptember 30,2024\n"
        f"Increase/(Decrease)\n{ROWS_OF_FOUR}"
    )
    assert [cell.partition("@")[2] for cell in table[0]] == ["1", "2", "3+2"]
    (table,) = drawn(
        f"For the Nine Months EndedSeptember 30,\nChange\n2025\n2024\n$\n%\n{ROWS_OF_FOUR}"
    )
    assert table[:2] == [
        ["FortheNineMonthsEndedSeptember30,@1+2", "Change@3+2"],
        ["2025@1", "2024@2", "$@3", "%@4"],
    ]


def test_a_day_before_its_month_names_a_column() -> None:
    """Silexion, third quarter of 2024: the sheet the page was made from turned a date about."""
    (table,) = drawn("September 30,\n31-Dec\n2024\n2023\nA\n1\n2\nB\n1\n2\nC\n1\n2\n")
    assert table[:2] == [["September30,@1", "31-Dec@2"], ["2024@1", "2023@2"]]


def test_a_header_behind_figures_begins_the_next_table() -> None:
    one = "2007\n2006\nA\n1\n2\nB\n3\n4\nC\n5\n6\n"
    assert [len(table) for table in drawn(one + one)] == [4, 4]


@pytest.mark.parametrize(
    "text",
    [
        "Revenue\n5\nCosts\n6\nProfit\n7\n",  # one column may be a list
        "A\n1\n2\nB\n3\n4\n",  # two rows may be chance
        "A\n1\n2\nB\n3\n4\n5\nC\n6\nD\n7\n8\n9\n1\nE\n1\n2\n",  # no number of columns prevails
        "2007\n2006\n2005\nwords\n2004\n2003\n",
        "",
    ],
)
def test_other_lines_make_none(text: str) -> None:
    assert drawn(text) == []


@pytest.mark.parametrize(
    "text", ["5\n" * 100_000, "A\n5\n6\n" * 50_000, "2007\n" * 100_000, "$\n" * 100_000]
)
def test_cost_is_that_of_the_length(text: str) -> None:
    list(stacks(text, lines(text)))
