"""Tables that go on from others, as pages of filing agents cut them."""

from tieout.engine import read
from tieout.model.statement import Statement
from tieout.model.workpaper import Release
from tieout.statements.parts import rows_of

HEAD = (
    "<p>EXAMPLE CORP.</p><p>STATEMENTS OF CASH FLOWS</p><p>(In millions)</p>"
    "<table><tr><td></td><td>Year Ended May 31, 2019</td><td>Year Ended May 31, 2018</td></tr>"
)
FIRST = [
    ("Net income", "10", "9"),
    ("Depreciation", "5", "4"),
    ("Inventories", "(2)", "1"),
    ("Net cash provided by operating activities", "13", "14"),
]
SECOND = [
    ("Repurchases of common stock", "(4)", "(3)"),
    ("Payments of dividends", "(1)", "(1)"),
    ("Other", "2", "1"),
    ("Net cash used in financing activities", "(3)", "(3)"),
]


def statements(between: str) -> list[Statement]:
    """NVIDIA, fourth quarter of fiscal 2026: financing activities in a table of their own."""
    first, second = (
        "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
        for rows in (FIRST, SECOND)
    )
    page = f"<html><body>{HEAD}{first}</table>{between}<table>{second}</table></body></html>"
    return list(read("page.htm", page.encode()).statements)


def test_a_table_without_a_head_goes_on_from_the_one_before() -> None:
    one, two = statements("<p>7</p>")
    assert [one.kind, two.kind] == ["cash_flow_statement"] * 2
    assert [column.period for column in two.columns] == [column.period for column in one.columns]
    assert two.calculation == (), "its totals may take lines of the table before"


def test_a_note_on_the_first_table_parts_none() -> None:
    # Farmers National Banc, first quarter of 2020: "* Tangible book value per share is calculated"
    one, two = statements(f"<p>* Cash paid is shown {'in full ' * 8}in the notes</p>")
    assert [column.period for column in two.columns] == [column.period for column in one.columns]


def test_words_between_two_tables_part_them() -> None:
    assert len(statements("<p>The following amounts were paid in cash:</p>")) == 1


def headed_twice(first: str, second: str, between: str = "") -> Release:
    """A table of segments with a second head further down."""
    rows = (
        "<tr><td>Sales</td><td>20</td><td>19</td></tr><tr><td>Profit</td><td>5</td><td>4</td></tr>"
    )
    heads = [
        f"<tr><td></td><td>{now}</td><td>{before}</td></tr>"
        for now, before in (one.split("/") for one in (first, second))
    ]
    table = f"<table>{heads[0]}{rows}{between}{heads[1]}{rows}</table>"
    page = f"<html><body><p>Segment results (In millions)</p>{table}</body></html>"
    return read("page.htm", page.encode())


def test_a_head_of_other_periods_further_down_parts_a_table() -> None:
    # Parker-Hannifin, fourth quarter of fiscal 2026: three months over twelve months
    quarter = "Three Months Ended June 30, 2026/Three Months Ended June 30, 2025"
    years = "Twelve Months Ended June 30, 2026/Twelve Months Ended June 30, 2025"
    one, two = headed_twice(quarter, years).statements
    assert [column.period.months for column in one.columns if column.period] == [3, 3]
    assert [column.period.months for column in two.columns if column.period] == [12, 12]
    # Goldman Sachs, fourth quarter of 2021: balances over the quarter's flows
    one, two = headed_twice("June 30, 2026/June 30, 2025", quarter).statements
    assert str(one.columns[0].period) == "2026-06-30"
    assert str(two.columns[0].period) == "2026-04-01/2026-06-30"


def test_a_title_between_the_two_is_that_of_the_second() -> None:
    # Kingsoft Cloud, second quarter of 2026: cash flows under a note on the reconciliation
    quarter = "Three Months Ended June 30, 2026/Three Months Ended June 30, 2025"
    years = "Twelve Months Ended June 30, 2026/Twelve Months Ended June 30, 2025"
    words = "".join(
        f"<tr><td>{line}</td><td></td><td></td></tr>"
        for line in ("* In cash:", "Statements of cash flows")
    )
    release = headed_twice(quarter, years, words)
    titles = [rows.titles[-1] for rows in rows_of(release.document, release.tables)]
    assert titles == ["Segment results (In millions)", "Statements of cash flows"]


def test_a_head_told_again_parts_no_table() -> None:
    quarter = "Three Months Ended June 30, 2026/Three Months Ended June 30, 2025"
    assert len(headed_twice(quarter, quarter).statements) == 1
    assert len(headed_twice(quarter, "North America/Europe").statements) == 1
