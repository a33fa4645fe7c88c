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


def test_a_title_over_figures_without_a_caption_is_theirs() -> None:
    # BP, second quarter of 2026: a page ended between a caption and its figures
    page = "<p>Taxes paid</p><table><tr><td></td><td>151</td><td>126</td></tr>{}</table>"
    rest = "<tr><td>Net cash</td><td>201</td><td>215</td></tr>"

    def made(rows: str) -> Table:
        return understand(open_document("x.htm", page.format(rows).encode()), 0)

    assert [row.caption for row in made(rest).rows] == ["Taxes paid", "Net cash"]
    assert not made(rest).titles
    bare = "<tr><td></td><td>9</td><td>8</td></tr>"
    assert made(rest + bare).rows[0].caption == "", "rows may all be without one"


def test_a_scale_over_figures_without_a_caption_stays_a_title() -> None:
    rows = (
        "<tr><td></td><td>151</td><td>126</td></tr><tr><td>Cash</td><td>201</td><td>215</td></tr>"
    )
    document = open_document("x.htm", f"<p>(in thousands)</p><table>{rows}</table>".encode())
    table = understand(document, 0)
    assert [row.caption for row in table.rows] == ["", "Cash"]
    assert [span.of(document.text) for span in table.titles] == ["(in thousands)"]
