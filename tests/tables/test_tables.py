from tieout.model.table import Table
from tieout.readers import open_document
from tieout.tables import understand


def table(text: str) -> Table:
    return understand(open_document("x.txt", text.encode()), 0)


def test_a_row_is_a_caption_with_a_reading_a_column() -> None:
    made = table("\t2007\t2006\nRevenue\t$ 7,219\t--\nCost\t\tn/m\n")
    assert [header.text for header in made.headers] == ["2007", "2006"]
    assert [row.caption for row in made.rows] == ["Revenue", "Cost"]
    assert [[one.kind for one in row.readings] for row in made.rows] == [
        ["number", "nil"],
        ["blank", "not-meaningful"],
    ]
    assert made.number == 1


def test_currency_signs_in_cells_of_their_own_are_no_columns() -> None:
    made = table("\t\t2007\t\t2006\nRevenue\t$\t7,219\t$\t2,946\nCost\t\t1\t\t2\n")
    assert [len(row.readings) for row in made.rows] == [2, 2]
    assert [one.amount.mantissa for one in made.rows[0].readings] == [7219, 2946]


def test_a_caption_cut_in_two_is_made_whole() -> None:
    made = table("A\t1\nReceivables, net of allowance of\nfive at the end\t2\nB\t3\n")
    assert [row.caption for row in made.rows] == [
        "A", "Receivables, net of allowance of five at the end", "B",
    ]  # fmt: skip
    assert len(made.rows[1].spans) == 2


def test_a_heading_is_not_joined_to_the_line_under_it() -> None:
    made = table("Cash\t1\nCurrent assets:\nInventories\t2\n")
    assert [row.is_heading for row in made.rows] == [False, True, False]


def test_a_rule_marks_the_row_under_it() -> None:
    made = table("Cash\t1\n----\t----\nTotal\t1\n")
    assert [row.ruled for row in made.rows] == [False, True]
