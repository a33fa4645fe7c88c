"""Which lines are tables."""

from collections.abc import Callable

import pytest

from tieout.model.document import Grid
from tieout.readers.passages import Laid

Printed = Callable[..., Laid]


def grids(laid: Laid) -> list[list[str]]:
    """Each grid's rows, their cells joined."""
    return [
        [" | ".join(laid.text[cell.start : cell.end] for cell in row.cells) for row in block.rows]
        for block in laid.blocks
        if isinstance(block, Grid)
    ]


def titles(laid: Laid) -> list[list[str]]:
    return [
        [title.of(laid.text) for title in block.titles]
        for block in laid.blocks
        if isinstance(block, Grid)
    ]


def test_heads_of_several_levels_stand_over_their_columns(printed: Printed) -> None:
    laid = printed("""
               Statements of Income
            (In millions, unaudited)

                        Three Months Ended       Six Months Ended
                             June 30,                June 30,
                          2023      2022          2023      2022
Net sales               $ 9,583  $ 10,329      $ 19,050  $ 20,976
Cost of sales             7,363     8,042        14,680    16,336
""")
    assert grids(laid) == [
        [
            "Three Months Ended | Six Months Ended",
            "June 30, | June 30,",
            "2023 | 2022 | 2023 | 2022",
            "Net sales | $ 9,583 | $ 10,329 | $ 19,050 | $ 20,976",
            "Cost of sales | 7,363 | 8,042 | 14,680 | 16,336",
        ]
    ]
    assert titles(laid) == [["Statements of Income", "(In millions, unaudited)"]]


def test_a_new_head_begins_a_new_table(printed: Printed) -> None:
    laid = printed("""
                          2023      2022
Net sales               $ 9,583  $ 10,329
Cost of sales             7,363     8,042

Other information

                          2023      2022
Stores at year end        1,355     1,325
Employees                12,000    11,000
""")
    assert [len(rows) for rows in grids(laid)] == [3, 3]
    assert titles(laid)[1] == ["Other information"]


def test_captions_without_figures_stay_in_their_table(printed: Printed) -> None:
    laid = printed("""
                          2023      2022
Current assets:
  Cash                  $ 9,583  $ 10,329
  Inventories             7,363     8,042

LIABILITIES AND EQUITY

Current liabilities:
  Accounts payable        5,471     5,406
                        ------   -------
                          5,471     5,406
""")
    assert grids(laid) == [
        [
            "2023 | 2022",
            "Current assets:",
            "Cash | $ 9,583 | $ 10,329",
            "Inventories | 7,363 | 8,042",
            "LIABILITIES AND EQUITY",
            "Current liabilities:",
            "Accounts payable | 5,471 | 5,406",
            "5,471 | 5,406",
        ]
    ]


@pytest.mark.parametrize(
    "page",
    [
        "Net sales were 9,583 in the year and 10,329 in\nthe year before, up by 12\npercent.",
        "1.  Net sales rose by a fifth in the year.\n2.  Costs fell by a tenth in the year.",
        "Minnesota          1-9595          41-0907483",
        "Investor contact:          Media contact:\nA. Person          B. Person",
    ],
    ids=["prose", "list", "cover", "contacts"],
)
def test_what_is_no_table(printed: Printed, page: str) -> None:
    assert grids(printed(page)) == []


def test_tight_heads_are_parted_over_their_columns(printed: Printed) -> None:
    laid = printed("""
                  Domestic Overseas Combined
Net sales           1,234    2,345    3,579
Cost of sales       1,034    2,045    3,079
""")
    assert grids(laid)[0][0] == "Domestic | Overseas | Combined"


def test_a_table_goes_on_over_a_page(printed: Printed) -> None:
    laid = printed(
        """
                          2023      2022
Net sales               $ 9,583  $ 10,329
Cost of sales             7,363     8,042
""",
        """
                          2023      2022
Income taxes                 96        58
Net income              $   274  $    306

The notes are an integral part.
""",
    )
    assert [rows[-2:] for rows in grids(laid)] == [
        ["Income taxes | 96 | 58", "Net income | $ 274 | $ 306"]
    ]
    assert len(grids(laid)[0]) == 5
    assert "\f" in laid.text


def test_a_table_goes_on_under_a_caption_at_the_page_s_head(printed: Printed) -> None:
    laid = printed(
        """
Continuing operations-
Basic                   $  0.24  $   0.05
Diluted                    0.24      0.05
""",
        """
Discontinued operations-
Basic                      0.69     12.16
Diluted                    0.69     12.09
""",
    )
    assert grids(laid) == [
        [
            "Continuing operations-\nBasic | $ 0.24 | $ 0.05",
            "Diluted | 0.24 | 0.05",
            "Discontinued operations-\nBasic | 0.69 | 12.16",
            "Diluted | 0.69 | 12.09",
        ]
    ]


def test_a_table_with_titles_of_its_own_is_another(printed: Printed) -> None:
    first = """
Net sales               $ 9,583  $ 10,329
Cost of sales             7,363     8,042
"""
    laid = printed(first, "Balance Sheets (continued)\n\n" + first)
    assert [len(rows) for rows in grids(laid)] == [2, 2]
    assert titles(laid)[1] == ["Balance Sheets (continued)"]
