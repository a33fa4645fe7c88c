"""Statements laid out in the conventional condensed form."""

from datetime import date

import pytest

from tieout.compose.blocks import Cell, HeaderCell, Row, Table
from tieout.compose.book import Book, Column, Line, Statement, Style
from tieout.compose.statements import laid_out
from tieout.model.period import Period

THIS, LAST = (
    Period(date(2007, 9, 30), date(2007, 7, 1)),
    Period(date(2006, 9, 30), date(2006, 7, 1)),
)


def statement(*lines: Line, columns: tuple[Column, ...] = (), unit: str = "USD") -> Statement:
    columns = columns or (Column(period=THIS, header=("2007",)),)
    return Statement(
        kind="income_statement", titles=("Title",), columns=columns, lines=lines, unit=unit
    )


def rows(*lines: Line, style: Style | None = None, columns: tuple[Column, ...] = ()) -> list[Row]:
    return list(laid_out(statement(*lines, columns=columns), style or Style()).rows)


def signs(table: Table) -> list[str]:
    """The captions of the rows whose first figure has a currency sign."""
    return [row.caption for row in table.rows if row.cells and row.cells[0].currency]


@pytest.mark.parametrize(
    ("typed", "told", "cell"),
    [
        ("7219", {}, Cell("7,219", "$")),
        ("7,219", {}, Cell("7,219", "$")),
        ("-756", {}, Cell("(756", "$", ")")),
        ("--", {}, Cell("--", "$")),
        ("0", {}, Cell("0", "$")),
        ("", {}, Cell()),
        ("n/m", {}, Cell("n/m")),
        (".06", {"decimals": 2, "unit": "USD/shares"}, Cell("0.06", "$")),
        ("-0.1", {"decimals": 2, "unit": "USD/shares"}, Cell("(0.10", "$", ")")),
        ("0.125", {"decimals": 2, "unit": "USD/shares"}, Cell("0.125", "$")),
        ("145440", {"unit": "shares"}, Cell("145,440")),
        ("10.5%", {"unit": "pure"}, Cell("10.5", "", "%")),
        ("-3", {"unit": "percent", "decimals": 1}, Cell("(3.0", "", ")%")),
        ("1" * 40, {}, Cell("1" + ",111" * 13, "$")),
    ],
)
def test_a_cell_as_printed(typed: str, told: dict[str, object], cell: Cell) -> None:
    line = Line(caption="Line", cells=(typed,), **told)  # type: ignore[arg-type]
    assert rows(line)[0].cells == (cell,)


def test_the_sign_stands_first_on_grand_totals_behind_them_and_per_share(book: Book) -> None:
    balance, operations = (laid_out(one, book.style) for one in book.statements)
    assert signs(balance) == [
        "Cash and cash equivalents",
        "Total assets",
        "Accounts payable",
        "Total liabilities and stockholders' equity",
    ]
    assert signs(operations) == [
        "Revenue",
        "Net loss",
        "Net loss per share of common stock -- Basic and Diluted",
    ]


def test_the_book_says_where_a_sign_stands_otherwise() -> None:
    first = Line(caption="First", cells=("1",), currency=False)
    second = Line(caption="Second", cells=("2",), currency=True)
    assert [row.cells[0].currency for row in rows(first, second)] == ["", "$"]


def test_a_column_of_changes_has_no_sign_unless_told() -> None:
    change = Column(period=None, header=("Change",))
    percent = Column(period=None, header=("% Change",))
    columns = (Column(period=THIS, header=("2007",)), change, percent)
    line = Line(caption="Revenue", cells=("7", "5", "12"))
    told = Line(caption="Revenue", cells=("7", "5", "12"), currency=True)
    assert [cell.currency for cell in rows(line, columns=columns)[0].cells] == ["$", "", ""]
    assert [cell.currency for cell in rows(told, columns=columns)[0].cells] == ["$", "$", ""]


def test_totals_are_ruled_and_those_that_are_no_part_closed(book: Book) -> None:
    balance = laid_out(book.statements[0], book.style)
    found = [(row.caption, row.closed) for row in balance.rows if row.ruled]
    assert found == [
        ("Total current assets", False),
        ("Total assets", True),
        ("Total liabilities and stockholders' equity", True),
    ]


def test_of_totals_without_parts_only_the_last_line_is_closed() -> None:
    lines = [Line(caption=name, cells=("1",), kind="total") for name in ("Subtotal", "Total")]
    assert [row.closed for row in rows(*lines)] == [False, True]


def test_captions_depth_headings_and_blanks_stand_as_told() -> None:
    lines = (
        Line(caption="ASSETS", kind="heading"),
        Line(caption="{{ raw }}", cells=("1",), depth=2),
        Line(caption="", kind="blank"),
    )
    table = laid_out(statement(*lines), Style(), ("ASSETS", "Cash of $835", ""))
    heading, line, blank = table.rows
    assert (heading.caption, heading.bold, heading.cells) == ("ASSETS", True, (Cell(),))
    assert (line.caption, line.depth, line.bold) == ("Cash of $835", 2, False)
    assert blank == Row("", (Cell(),))


def test_neighbours_share_the_words_of_upper_levels_only() -> None:
    columns = tuple(
        Column(period=period, header=(over, year))
        for over, year, period in (
            ("Three Months Ended", "2007", THIS),
            ("Three Months Ended", "2006", LAST),
            ("Six Months Ended", "2006", None),
        )
    )
    table = laid_out(
        statement(columns=(*columns, Column(period=None, header=("Change",)))), Style()
    )
    assert table.headers == (
        (HeaderCell("Three Months Ended", 2), HeaderCell("Six Months Ended"), HeaderCell("")),
        (HeaderCell("2007"), HeaderCell("2006"), HeaderCell("2006"), HeaderCell("Change")),
    )


def test_a_derived_column_is_printed_only_under_a_header() -> None:
    hidden = Column(period=LAST, derived="a - b")
    shown = Column(period=LAST, derived="a - b", header=("Derived",))
    typed = Column(period=THIS, header=("2007",))
    line = Line(caption="Revenue", cells=("7",))
    assert rows(line, columns=(hidden, typed))[0].cells == (Cell("7", "$"),)
    assert rows(line, columns=(shown, typed))[0].cells == (Cell(), Cell("7", "$"))
    both = Line(caption="Revenue", cells=("5", "7"))
    assert rows(both, columns=(hidden, typed))[0].cells == (Cell("7", "$"),)


def test_the_style_names_currency_and_nil() -> None:
    style = Style(currency="\u20ac", nil="\u2014")
    first, second = rows(
        Line(caption="A", cells=("5",)), Line(caption="B", cells=("\u2014",)), style=style
    )
    assert first.cells == (Cell("5", "\u20ac"),)
    assert second.cells == (Cell("\u2014"),)


def test_words_in_double_quotes_print_without_them() -> None:
    """nVent's release of April 29, 2020 has changes of margins in basis points."""
    statement = Statement(
        kind="supplemental",
        titles=(),
        columns=(Column(period=None, header=("change",)),),
        lines=(Line(caption="Return on sales", cells=('"-230 bps"',)),),
    )
    assert laid_out(statement, Style()).rows[0].cells[0].words == "-230 bps"
