"""Tables of pipes as dumps of pages have them: ragged, wrapped, signs in cells of their own."""

from collections.abc import Callable, Sequence

import pytest

from tieout.model.document import Grid, Heading, Paragraph
from tieout.readers import text as reader

Printed = Sequence[tuple[str, Sequence[str]]]

HEADER = (("Three Months Ended June 30,", "Six Months Ended June 30,"), ("2026", "2025") * 2)
LINES: Printed = (
    ("Revenue", ("$", "1,250", "$", "1,100", "$", "2,400", "$", "2,150")),
    ("Cost of revenue", ("(700)", "(640)", "(1,350)", "(1,260)")),
    ("Gross profit", ("550", "460", "1,050", "890")),
    ("Operating expenses:", ()),
    ("Research and development", ("120", "110", "235", "215")),
    ("Impairment", ("—", "15", "—", "15")),
    ("Total operating expenses", ("120", "125", "235", "230")),
    ("Gross margin", ("44.0", "%", "41.8", "%", "43.8", "%", "41.4", "%")),
    ("Net income", ("$", "430", "$", "335", "$", "815", "$", "660")),
)
WANTED = [
    ["Three Months Ended June 30, 1+7", "Six Months Ended June 30, 9+7"],
    ["2026 1+3", "2025 5+3", "2026 9+3", "2025 13+3"],
    ["Revenue 0+1", "1,250 2+1", "1,100 6+1", "2,400 10+1", "2,150 14+1"],
    ["Cost of revenue 0+1", "(700) 1+2", "(640) 5+2", "(1,350) 9+2", "(1,260) 13+2"],
    ["Gross profit 0+1", "550 1+2", "460 5+2", "1,050 9+2", "890 13+2"],
    ["Operating expenses: 0+1"],
    ["Research and development 0+1", "120 1+2", "110 5+2", "235 9+2", "215 13+2"],
    ["Impairment 0+1", "— 1+2", "15 5+2", "— 9+2", "15 13+2"],
    ["Total operating expenses 0+1", "120 1+2", "125 5+2", "235 9+2", "230 13+2"],
    ["Gross margin 0+1", "44.0 1+2", "41.8 5+2", "43.8 9+2", "41.4 13+2"],
    ["Net income 0+1", "430 2+1", "335 6+1", "815 10+1", "660 14+1"],
]


def _values(cells: Sequence[str]) -> list[list[str]]:
    """The cells by figure: each with its sign and what closes it."""
    found: list[list[str]] = []
    for cell in cells:
        if cell == "%" or (found and found[-1] == ["$"]):
            found[-1].append(cell)
        else:
            found.append([cell])
    return found


def _spaced(caption: str, cells: Sequence[str]) -> list[str]:
    """A row as a filing agent lays it out: a sign, a figure, what closes it, and a gap."""
    row = [caption]
    for number, value in enumerate(_values(cells)):
        tail = [] if value[-1] == "%" else [""]
        row += [*([""] if number else []), *value, *tail]
    return row


def with_rules(header: Sequence[Sequence[str]], lines: Printed) -> str:
    """Empty cells that gave the columns their widths first; every row ends with a pipe."""
    over = ["| " * 24 + "|", *(f"| {' | | '.join(names)} |" for names in header)]
    rows = [" | ".join(_spaced(*line)) + " |" for line in lines]
    return "\n".join([*over, *rows])


def with_captions_above(header: Sequence[Sequence[str]], lines: Printed) -> str:
    """The caption on a line of its own, the figures under it."""
    over = ["| " * 24 + "|", *(f"| {' | | '.join(names)} |" for names in header)]
    rows = [f"{caption}\n| {' | '.join(_spaced('', cells)[1:])} |" for caption, cells in lines]
    return "\n".join([*over, *rows])


def with_a_line_a_cell(header: Sequence[Sequence[str]], lines: Printed) -> str:
    """A line for each cell, and a blank one between rows."""
    over = ["| |\n" + " | | |\n".join(names) + " | |" for names in header]
    rows = [
        f"{caption} | |\n"
        + " | |\n".join("| " + " | ".join(value) for value in _values(cells))
        + " | |"
        for caption, cells in lines
    ]
    return "\n\n".join([*over, *rows])


def with_open_ends(header: Sequence[Sequence[str]], lines: Printed) -> str:
    """No pipe behind the last cell, unless that is empty."""
    over = [" | " + " |  | ".join(names) for names in header]
    rows = [" | ".join(_spaced(*line)).rstrip() for line in lines]
    return "\n".join([*over, *rows])


def without_empty_cells(header: Sequence[Sequence[str]], lines: Printed) -> str:
    """Nothing but what is printed between the pipes."""
    rows = [" | ".join([caption, *cells]) for caption, cells in lines]
    return "\n".join([*(" | ".join(names) for names in header), *rows])


def with_edges(header: Sequence[Sequence[str]], lines: Printed) -> str:
    """A pipe at both edges, as Markdown has it, and no separator."""
    over = [f"|  | {' |  | '.join(names)} |" for names in header]
    rows = [f"| {' | '.join(_spaced(*line))} |" for line in lines]
    return "\n".join([*over, *rows])


KINDS = (
    with_rules,
    with_captions_above,
    with_a_line_a_cell,
    with_open_ends,
    without_empty_cells,
    with_edges,
)


def _grids(text: str) -> list[Grid]:
    """The tables of a text."""
    return [block for block in reader.read(text.encode()).blocks if isinstance(block, Grid)]


def _placed(text: str, grid: Grid) -> list[list[str]]:
    """The cells of each row with their columns, signs and empty ones apart."""
    rows = [
        [
            f"{' '.join(text[cell.start : cell.end].split())} {cell.column}+{cell.width}"
            for cell in row.cells
            if text[cell.start : cell.end] not in ("", "$", "%", ")")
        ]
        for row in grid.rows
    ]
    return [row for row in rows if row]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_dump_gives_the_same_table(
    kind: Callable[[Sequence[Sequence[str]], Printed], str],
) -> None:
    text = f"STATEMENTS OF OPERATIONS\n(in thousands)\n\n{kind(HEADER, LINES)}\n\nAbout us.\n"
    (grid,) = _grids(text)
    assert [text[title.start : title.end] for title in grid.titles] == [
        "STATEMENTS OF OPERATIONS",
        "(in thousands)",
    ]
    assert _placed(text, grid) == WANTED


@pytest.mark.parametrize(
    "prose",
    [
        "Media: Jane Doe | 555-0100\nWe opened 12 stores | and closed 3 of them in the quarter.",
        "Acme Inc. | Earnings Release | 1",
        "- Revenue of $405.0 million | up 5% on the year\n- Earnings of $0.45 | up 3% on the year",
        "Sales rose 5% to $1.2 million | $1.1 million a year ago, of which 40% came from abroad.",
    ],
)
def test_prose_with_a_pipe_is_no_table(prose: str) -> None:
    blocks = reader.read(f"Acme Reports\n\n{prose}\n".encode()).blocks
    assert blocks
    assert all(isinstance(block, Heading | Paragraph) for block in blocks)


def test_blank_columns_are_told_by_the_empty_cells_of_a_row() -> None:
    text = (
        "| Q2 2026 | | Q2 2025 | | % Change |\n"
        "Revenue | $ | 90 | | | $ | 80 | | | 12.5 | % |\n"
        "Backlog | 30 | | | | | | |\n"
        "Bookings | | | | 20 | | | |\n"
        "Costs | (40 | ) | | (38 | ) | | 5.3 | % |\n"
    )
    (grid,) = _grids(text)
    assert _placed(text, grid)[2:] == [
        ["Backlog 0+1", "30 1+2"],
        ["Bookings 0+1", "20 5+2"],
        ["Costs 0+1", "(40 1+2", "(38 5+2", "5.3 9+2"],
    ]


def test_figures_of_no_known_column_stay_with_their_caption() -> None:
    text = "Item | 2026 | 2025\nRevenue | 90 | 80\nCosts | 40 | 38\nAn award | 7\n"
    (grid,) = _grids(text)
    assert _placed(text, grid)[-1] == ["An award 0+1", "7 0+1"]


def test_an_amount_is_in_no_column_of_percentages() -> None:
    text = (
        "| 2026 | | 2025 | | Change |\n"
        "Revenue | 90 | | 80 | | 12.5% |\n"
        "Costs | 40 | | 38 | | 5.3% |\n"
        "Loans | 40 | | 38 |\n"
    )
    (grid,) = _grids(text)
    assert _placed(text, grid)[-1] == ["Loans 0+1", "40 1+2", "38 5+2"]


def test_two_rows_in_one_are_parted_at_the_caption_between_them() -> None:
    text = (
        "| | 2026 | | 2025 |\n"
        "Revenue | | 90 | | 80 | |\n"
        "Costs | | (40) | | (38) | | Gross profit | | 50 | | 42 | |\n"
        "Rent | | (6) | | (5) | |\n"
        "Wages | | (4) | | (3) | |\n"
        "Result | | 40 | | 34 | |\n"
    )
    (grid,) = _grids(text)
    assert [row[0] for row in _placed(text, grid)[1:]] == [
        *("Revenue 0+1", "Costs 0+1", "Gross profit 0+1", "Rent 0+1", "Wages 0+1", "Result 0+1"),
    ]


def test_names_over_columns_are_told_apart_by_what_stands_below_them() -> None:
    text = (
        "| Three Months Ended | | Change |\n"
        "| 30 JUN 2026 | | 31 MAR 2026 | | 30 JUN 2025 | | QoQ | | YoY |\n"
        "Revenue | 90 | | 85 | | 80 | | 5.9% | | 12.5% |\n"
        "Costs | 40 | | 39 | | 38 | | 2.6% | | 5.3% |\n"
    )
    (grid,) = _grids(text)
    assert _placed(text, grid)[0] == ["Three Months Ended 1+11", "Change 13+7"]


def test_periods_come_again_where_another_name_stands_over_them() -> None:
    text = (
        "| Three Months Ended | | Nine Months Ended |\n"
        "| Sep 30, 2026 | | Jun 30, 2026 | | Sep 30, 2025 | | Sep 30, 2026 | | Sep 30, 2025 |\n"
        "Revenue | 90 | | 85 | | 80 | | 260 | | 235 |\n"
        "Costs | 40 | | 39 | | 38 | | 115 | | 110 |\n"
    )
    (grid,) = _grids(text)
    assert _placed(text, grid)[0] == ["Three Months Ended 1+11", "Nine Months Ended 13+7"]


def test_tables_part_where_another_header_begins() -> None:
    one = "| 2026 | | 2025 |\nRevenue | 90 | | 80 |\nCosts | 40 | | 38 |"
    two = "| June 30, 2026 | | Dec 31, 2025 |\nCash | 9 | | 8 |\nDebt | 4 | | 3 |"
    text = f"{one}\n\n\n{two}\n"
    assert [len(grid.rows) for grid in _grids(text)] == [3, 3]


def test_hostile_pipes_cost_no_more_than_their_length() -> None:
    for text in ("|" * 200_000, "a|\n" * 60_000, "1 |\n\n" * 40_000, "| | |\nx\n" * 30_000):
        reader.read(f"Revenue 1\n{text}".encode())
