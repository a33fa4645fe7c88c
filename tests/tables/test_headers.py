import pytest

from tieout.model.document import Cell, Span
from tieout.model.table import Reading
from tieout.readers import open_document
from tieout.tables import understand
from tieout.tables.cells import ReadCell
from tieout.tables.columns import Frame, Lane
from tieout.tables.headers import leading_titles

CASES = [
    (
        "\tSeptember 30,\tMarch 31,\n\t2007\t2007\nCash\t5\t6\n",
        2, ["September 30, 2007", "March 31, 2007"],
    ),
    (
        "\tThree Months Ended\t\tSix Months Ended\t\n\t2007\t2006\t2007\t2006\n"
        "Revenue\t1\t2\t3\t4\n",
        2,
        ["Three Months Ended 2007", "Three Months Ended 2006", "Six Months Ended 2007",
         "Six Months Ended 2006"],
    ),
    ("Revenue\t5\t6\nCost\t1\t2\n", 0, ["", ""]),
    ("\t\t2007\t\t2006\nRevenue\t$\t7\t$\t2\n", 1, ["2007", "2006"]),
    ("(Unaudited)\t2007\t2006\nRevenue\t--\t6\n", 1, ["2007", "2006"]),
    # Pericom, January 31, 2007: a note's mark under a column's name is no loss of one
    ("\t2007\t2006\n\t(unaudited)\t(1)\nRevenue\t5\t6\n", 2, ["2007 (unaudited)", "2006 (1)"]),
]  # fmt: skip


@pytest.mark.parametrize("row", ["$ 321.0 - $ 323.0", "4% to 6%", "$1.2 billion - $1.4 billion"])
def test_a_row_of_ranges_is_of_the_body(row: str) -> None:
    page = f"<table><tr><td></td><td>FY 2025</td></tr><tr><td>Revenue</td><td>{row}</td></tr>"
    page += "<tr><td>Shares</td><td>188</td></tr></table>"
    table = understand(open_document("x.htm", page.encode()), 0)
    assert [one.caption for one in table.rows] == ["Revenue", "Shares"]


def test_a_range_of_years_names_a_column() -> None:
    page = b"<table><tr><td>Due</td><td>2025 - 2026</td></tr><tr><td>Debt</td><td>$ 188</td></tr>"
    table = understand(open_document("x.htm", page + b"</table>"), 0)
    assert [header.text for header in table.headers] == ["2025 - 2026"]


@pytest.mark.parametrize(("text", "height", "words"), CASES)
def test_the_words_over_a_column(text: str, height: int, words: list[str]) -> None:
    document = open_document("x.txt", text.encode())
    table = understand(document, 0)
    assert [header.text for header in table.headers] == words
    assert len(table.rows) == len(document.grids[0].rows) - height
    for header in table.headers:
        spoken = " ".join(span.of(document.text) for span in header.spans)
        assert " ".join(spoken.split()) == header.text


def test_what_stands_over_the_header_is_a_title() -> None:
    page = b"<table><tr><td colspan=3>Balance Sheets</td></tr><tr><td>(in millions)</td><td>2007"
    page += b"</td><td>2006</td></tr><tr><td>Cash</td><td>$5</td><td>6</td></tr></table>"
    document = open_document("x.htm", page)
    table = understand(document, 0)
    assert [s.of(document.text) for s in table.titles] == ["Balance Sheets", "(in millions)"]
    assert [header.text for header in table.headers] == ["2007", "2006"]


def test_a_scale_beside_years_and_percent_signs_in_one_cell_is_a_title() -> None:
    # FRP Holdings, second quarter of 2019: two cells name four columns
    names = [(21, 107, "(dollars in thousands)"), (242, 314, "2019%"), (356, 425, "2018%")]
    row = [
        ReadCell(Cell(start, end, start, end - start), words, Reading("text", 0, 0))
        for start, end, words in names
    ]
    lanes = tuple(Lane(*one) for one in [(231, 268), (301, 332), (364, 379), (412, 443)])
    frame = Frame(lanes, 21, is_measured=True, outer=lanes)
    titles, body = leading_titles([row], ["names"], frame, 1)
    assert titles == (Span(21, 107),)
    assert body == 1


def test_names_side_by_side_reach_over_no_third_column() -> None:
    # OpenText, second quarter of fiscal 2024: "Q2 FY'24" over "in CC*", beside "% Change"
    lines = (
        ("", "", "", "", "Q2 FY'24", "% Change"),
        ("", "Q2 FY'24", "Q2 FY'23", "% Change", "", ""),
        ("", "", "", "", "in CC", "in CC"),
        ("Licenses", "450.1", "408.7", "10.1%", "446.1", "9.2%"),
        ("Support", "695.8", "316.5", "119.8%", "682.3", "115.6%"),
    )
    text = "".join("".join(f"{cell:^10}" for cell in line) + "\n" for line in lines)
    made = understand(open_document("x.txt", text.encode()), 0)
    assert [header.text for header in made.headers[2:]] == [
        *("% Change", "Q2 FY'24 in CC", "% Change in CC")
    ]
