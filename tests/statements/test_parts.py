"""Tables that go on from others, as pages of filing agents cut them."""

from tieout.engine import read
from tieout.model.statement import Statement

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


def test_words_between_two_tables_part_them() -> None:
    assert len(statements("<p>The following amounts were paid in cash:</p>")) == 1
