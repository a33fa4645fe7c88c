"""Markdown: what differs from plain text."""

import pytest

from tieout.model.document import Grid
from tieout.readers import markdown as reader

STATEMENT = """\
# Acme Reports **Second** Quarter #

[Source](https://acme.example/1)

![logo](a.png)

**Revenue** was \\$5 million, see [the call](https://acme.example/2).

- one of 5
* two of 6
1. Three of 7

### Statements of Income
(in thousands)

|  | Three Months Ended | | Six Months Ended | |
|:--|--:|--:|--:|---:|
|  | 2024 | 2023 | 2024 | 2023 |
| **Revenue** | $ | 1,234 | $ | 1,100 |
| &nbsp;&nbsp;Cost \\| goods | ( | 900 | ) | - |
| --- | --- | --- | --- | --- |
| Net | | | - | [7](https://acme.example/9) |
"""


def test_headings_paragraphs_and_entries() -> None:
    laid = reader.read(STATEMENT.encode())
    assert laid.text == STATEMENT
    assert [
        (type(one).__name__, laid.text[one.start : one.end])
        for one in laid.blocks
        if not isinstance(one, Grid)
    ] == [
        ("Heading", "Acme Reports **Second** Quarter"),
        ("Heading", "[Source](https://acme.example/1)"),
        ("Paragraph", "Revenue** was \\$5 million, see [the call](https://acme.example/2)."),
        ("Paragraph", "- one of 5"),
        ("Paragraph", "* two of 6"),
        ("Paragraph", "1. Three of 7"),
        ("Heading", "Statements of Income"),
        ("Heading", "(in thousands)"),
    ]


def test_a_pipe_table() -> None:
    laid = reader.read(STATEMENT.encode())
    grid = laid.blocks[-1]
    assert isinstance(grid, Grid)
    assert [title.of(laid.text) for title in grid.titles] == [
        "Statements of Income",
        "(in thousands)",
    ]
    assert [[laid.text[one.start : one.end] for one in row.cells] for row in grid.rows] == [
        ["", "Three Months Ended", "", "Six Months Ended", ""],
        ["", "2024", "2023", "2024", "2023"],
        ["Revenue", "$", "1,234", "$", "1,100"],
        ["Cost \\| goods", "(", "900", ")", "-"],
        ["Net", "", "", "-", "7"],
    ]
    assert [one.width for one in grid.rows[0].cells] == [1, 2, 1, 2, 1]
    assert [row.ruled for row in grid.rows] == [False, False, False, False, True]
    assert [row.indent for row in grid.rows] == [0, 0, 0, 2, 0]


def test_pipes_at_the_edges_may_be_left_out() -> None:
    (grid,) = reader.read(b"Line | 2024\n--- | ---\nNet | 45\n").blocks
    assert isinstance(grid, Grid)
    assert [len(row.cells) for row in grid.rows] == [2, 2]


def test_a_pipe_in_a_line_of_words_makes_no_table() -> None:
    assert not any(isinstance(one, Grid) for one in reader.read(b"Contact: A | B, 5\n").blocks)


def test_columns_in_a_fence_are_read_as_in_plain_text() -> None:
    fenced = b"```\nNet sales     $1,234   $1,100\nCost             900      800\n```\n"
    (grid,) = reader.read(fenced).blocks
    assert isinstance(grid, Grid)
    assert grid.is_measured


@pytest.mark.parametrize(
    ("text", "is_markdown"),
    [
        ("# Acme Reports\n\n5", True),
        ("Words.\n\n## Outlook\n5", True),
        ("| a | b |\n|---|---|\n| 1 | 2 |", True),
        ("Words\n# of shares 5", False),
        ("**Bold** words of 5", False),
        ("A | B\n-----\n5", False),
        ("#5", False),
        ("\0# a", False),
    ],
)
def test_it_is_told_from_plain_text_by_its_content(text: str, *, is_markdown: bool) -> None:
    assert reader.sniff(text.encode()) == is_markdown


HOSTILE = [
    "|" * 400_000 + "\n|---|",
    "| a | 1 |\n" * 40_000,
    "| a" * 60_000 + "\n" + "|-" * 60_000 + "|\n",
    "#" * 400_000,
    "# " * 200_000,
    "*" * 400_000,
    "[" * 400_000,
    "| [a](" * 60_000 + "\n|---|",
    "![" * 200_000,
    "`" * 400_000,
    "\\|" * 200_000,
    "&nbsp;" * 60_000 + "|5\n-|-",
    "a\n---\n" * 60_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_cost_is_that_of_the_length(text: str) -> None:
    reader.sniff(text.encode())
    reader.read(text.encode())
