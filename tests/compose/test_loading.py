"""Folders to books, and every folder that is none, with the sentence that says what to mend."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tieout.compose.book import Book
from tieout.compose.loading import load
from tieout.errors import Misuse
from tieout.model.period import Period
from tieout.toml.strict import LARGEST

Make = Callable[..., Path]


def test_a_folder_is_its_book(small_book: Callable[..., Book]) -> None:
    made = small_book()
    income, sheet = made.statements
    assert made.company.name == "Acme Corporation"
    assert made.calendar is not None
    assert made.calendar.period_end == date(2007, 9, 30)
    assert income.columns[0].period == Period(date(2007, 9, 30), date(2007, 7, 1))
    gross = income.lines[2]
    assert (gross.key, gross.depth, gross.kind) == ("gross_loss", 1, "total")
    assert gross.cells == ("-756", "-2336", "-3229")
    assert income.lines[4].decimals == 2
    assert [line.kind for line in sheet.lines[:2]] == ["heading", "line"]
    assert sheet.lines[2].facts == {"allowance": {"2007-09-30": "$835"}}
    assert made.places["statements.0.lines.2"] == "figures.toml, line 13"


BAD = {
    "unknown key": (
        ('ticker = "ACME"', 'tikcer = "ACME"'),
        "book.toml, line 4: there is no key 'tikcer' in [company]: did you mean 'ticker'?",
    ),
    "missing key": (
        ('name = "Acme Corporation"\n', ""),
        "book.toml, line 1: [company] does not say name: write name = …",
    ),
    "unknown table": (
        ("[style]", "[stile]"),
        "book.toml, line 15: there is no table [stile] in a book: did you mean 'style' or 'store'?",
    ),
    "missing table": (
        ("[heading]\ndate = 2007-11-08\nheadline", "[style]\n#"),
        "book.toml is no TOML",
    ),
    "wrong type": (
        ("fiscal_quarter = 2", 'fiscal_quarter = "2"'),
        "book.toml, line 8: '2' is no fiscal_quarter: write a whole number",
    ),
    "a date that is none": (
        ("date = 2007-11-08", 'date = "2007-11-31"'),
        "book.toml, line 12: '2007-11-31' is no date: write a day that there is, such as 2007-",
    ),
    "no such quarter": (
        ("fiscal_quarter = 2", "fiscal_quarter = 5"),
        "book.toml, line 8: there is no fiscal quarter 5: write 1, 2, 3 or 4 (4 for a year too)",
    ),
    "an option that is none": (
        ("decimals = 1", 'money = "millions"'),
        "book.toml, line 16: 'millions' is no money: "
        "write 'million', 'thousand', 'billion' or 'whole'",
    ),
    "no TOML": (("[company]", "[company"), "book.toml is no TOML: Expected ']'"),
    # Python's reader takes minutes and gigabytes for such a key.
    "a key of a thousand parts": (
        ("[company]", f"{'a.' * 50_000}a = 1\n[company]"),
        "book.toml, line 1: words dotted as no key of a book is: part them",
    ),
    "tables in tables": (
        ("[company]", f"x = {'[' * 50_000}"),
        "book.toml is no TOML of a book: it is nested too deep",
    ),
    "a value without end": (
        ("fiscal_quarter = 2", f"fiscal_quarter = {'2' * 5_000}"),
        "book.toml is no TOML of a book: it holds a number without end",
    ),
    "too few cells": (
        ("|   7,219 |    2,946 |  12,834", "|   7,219 |    2,946"),
        "figures.toml, line 11: 2 cells for 3 columns is too few: "
        "leave a cell empty where nothing is to be printed",
    ),
    "too many cells": (
        ("12,834\n", "12,834 | 1\n"),
        "figures.toml, line 11: 4 cells for 3 columns is too many",
    ),
    "no number": (
        ("7,219", "7,2l9"),
        "figures.toml, line 11: '7,2l9' is no number: write 7,219 or (756) or -- or words",
    ),
    "a number without end": (
        ("7,219", "7" * 5_000),
        "figures.toml, line 11: a number of 5,000 characters is longer than any figure",
    ),
    "thousands cut wrongly": (("7,219", "7,21"), "figures.toml, line 11: '7,21' is no number"),
    "half a level": (
        ("|   Gross loss", "|  Gross loss"),
        "figures.toml, line 13: 'Gross loss' is set in by half a level: two blanks are a level",
    ),
    "no bar": (
        ("revenue         | Revenue                  |   7,219 |    2,946 |  12,834", "revenue"),
        "figures.toml, line 11: 'revenue' has no bar: write key | caption | cells",
    ),
    "a sum of no line": (
        ('["revenue", "-cost"]', '["revenue", "-costs"]'),
        "figures.toml, line 13: there is no line 'costs' in this statement to sum: "
        "did you mean 'cost'?",
    ),
    "a sum of itself": (
        ('["revenue", "-cost"]', '["revenue", "-gross_loss"]'),
        "figures.toml, line 13: 'gross_loss' is summed into itself: name its parts",
    ),
    "a key twice": (
        ("cash             |", "revenue          |"),
        "figures.toml, line 34: key 'revenue' is taken by the line at figures.toml, line 11: "
        "choose another",
    ),
    "a key that is none": (
        ("cash             |", "Cash             |"),
        "figures.toml, line 34: 'Cash' is no key: write small letters, digits and _",
    ),
    "about no line": (
        ("both = {", "bth = {"),
        "figures.toml, line 45: there is no line 'bth' to write about: did you mean 'both'?",
    ),
    "no period": (
        ('"2007-07-01/2007-09-30"', '"2007-07-01/2007-06-30"'),
        "figures.toml, line 5: '2007-07-01/2007-06-30' is no period: "
        "write a day, 2007-09-30, or two, 2007-07-01/2007-09-30",
    ),
    "no scale": (
        ("scale = 1000", "scale = 1001"),
        "figures.toml, line 11: scale 1001 is no power of ten: write 1, 1000 or 1000000",
    ),
    "a scale beyond all": (
        ("scale = 1000", f"scale = 0x{'f' * 9_000}"),  # Python would not print it in digits
        "figures.toml, line 4: scale is larger than any number of a book",
    ),
    "a depth beyond all": (
        ("both = {", "both = { depth = 100000000, "),
        "figures.toml, line 40: depth 100,000,000: a line has 0 to 20",
    ),
    "decimals beyond all": (
        ("both = {", "both = { decimals = 100000000, "),
        "figures.toml, line 40: decimals 100,000,000: a line has 0 to 20",
    ),
    "no kind": (
        ('"income_statement"', '"income"'),
        "figures.toml, line 2: 'income' is no kind: write 'balance_sheet'",
    ),
}


@pytest.mark.parametrize(("change", "sentence"), BAD.values(), ids=BAD)
def test_a_bad_book_is_refused_with_place_and_remedy(
    book_folder: Make, change: tuple[str, str], sentence: str
) -> None:
    with pytest.raises(Misuse) as refused:
        load(book_folder(change))
    assert str(refused.value).startswith(sentence)


def test_files_that_are_missing_or_doubled_are_named(book_folder: Make) -> None:
    path = book_folder()
    (path / "figures.xlsx").write_bytes(b"")
    with pytest.raises(
        Misuse, match=r"has both figures.toml and figures.xlsx: keep the figures in"
    ):
        load(path)
    (path / "figures.xlsx").unlink()
    (path / "narrative.md").unlink()
    with pytest.raises(Misuse, match=r"has no narrative.md: write one"):
        load(path)
    with pytest.raises(Misuse, match=r"is no folder: a book is a folder with book.toml"):
        load(path / "book.toml")


def test_more_cells_than_any_release_are_refused(book_folder: Make) -> None:
    row = f"  | Revenue | {' | '.join(['1'] * 3)}\n"
    folder = book_folder(("revenue         | Revenue ", f"{row * 4_000}revenue | Revenue "))
    assert len(load(folder).statements) == 2
    columns = "".join(
        f'  {{ period = 2007-09-{day + 1:02}, header = "x" }},\n' for day in range(28)
    )
    rows = f"  | Revenue | {' | '.join(['1'] * 28)}\n" * 1_000
    one = (
        '[[statement]]\nkind = "balance_sheet"\ntitles = []\n'
        f"columns = [\n{columns}]\nlines = '''\n{rows}'''\n"
    )
    (folder / "figures.toml").write_text(one * 4)
    with pytest.raises(Misuse, match=r"figures.toml: 112,000 cells: a book has up to 50,000"):
        load(folder)


def test_a_file_larger_than_any_book_is_refused(book_folder: Make) -> None:
    path = book_folder()
    (path / "narrative.md").write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(Misuse, match=r"narrative.md is larger than 4 MB"):
        load(path)
    (path / "narrative.md").write_bytes(b"10\xa2")
    with pytest.raises(Misuse, match=r"narrative.md: byte 2 is no UTF-8: save it as UTF-8"):
        load(path)


def test_a_broken_workbook_is_refused(book_folder: Make) -> None:
    path = book_folder()
    (path / "figures.toml").unlink()
    (path / "figures.xlsx").write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(Misuse, match=r"figures.xlsx: the archive is broken"):
        load(path)


def workbook(at: Path, rows: list[list[object]]) -> Path:
    """A workbook of one sheet in place of figures.toml."""
    import xlsxwriter

    (at / "figures.toml").unlink()
    with xlsxwriter.Workbook(str(at / "figures.xlsx")) as book:
        sheet = book.add_worksheet("Income")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return at


def sheet(*changes: tuple[int, list[object]]) -> list[list[object]]:
    """The rows of a statement, some of them changed."""
    rows: list[list[object]] = [
        ["kind", "income_statement"],
        ["title", "ACME CORPORATION"],
        ["scale", 1000],
        ["header", "", "2007"],
        ["period", "", "2007-07-01/2007-09-30"],
        ["key", "caption", "", "depth", "sum", "unit", "decimals", "facts"],
        ["revenue", "Revenue", 7219],
        ["loss", "Loss per share", -0.1, 1, "", "USD/shares", 2, "par = $.001 per share"],
    ]
    for place, row in changes:
        rows[place] = row
    return rows


def test_a_sheet_is_a_statement(book_folder: Make) -> None:
    (income,) = load(workbook(book_folder(), sheet())).statements
    assert income.columns[0].header == ("2007",)
    assert income.lines[0].cells == ("7219",)
    assert income.lines[1].cells == ("-0.10",)  # sheets drop zeros
    assert income.lines[1].facts == {"par": {"": "$.001 per share"}}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ((0, ["kin", "x"]), "row 1: there is no row 'kin' over the lines: did you mean 'kind'?"),
        ((0, ["kind", "incme"]), "row 6: there is no kind 'incme' of statement: it may be"),
        ((2, ["scale", "1k"]), "row 3: '1k' is no whole number: write one, such as 1000"),
        ((4, ["period", "", "Q2"]), "row 6: 'Q2' is no period: write a day, 2007-09-30, or two"),
        ((5, ["ky"]), "no row starts with 'key': write key, caption, the figures, depth, kind"),
        ((5, ["key", "x", "", "depth"]), "row 6: the row is to be key, caption, the figures, dep"),
        ((6, ["revenue", "Revenue", "7,2l9"]), "row 7: '7,2l9' is no number: write 7,219 or"),
        ((6, ["a", "A", 1, "x"]), "row 7: 'x' is no whole number: write one, such as 1000"),
        ((6, ["a", "A", 1, 0, "b"]), "row 7: there is no line 'b' in this statement to sum"),
        ((6, ["a", "A", 1, "", "", "", "", "5"]), "row 7: '5' is no figure of a caption: write"),
    ],
)
def test_a_bad_sheet_is_refused_with_its_row(
    book_folder: Make, change: tuple[int, list[object]], sentence: str
) -> None:
    with pytest.raises(Misuse) as refused:
        load(workbook(book_folder(), sheet(change)))
    place = "figures.xlsx, sheet Income" + (", " if sentence.startswith("row") else ": ")
    assert str(refused.value).startswith(place + sentence)


def test_no_typed_cell_is_one_to_be_reported(book_folder: Make) -> None:
    """TOML spells a NUL in double quotes; a cell of it would be taken from the store."""
    folder = book_folder(("7,219", "\\u0000"))
    figures = folder / "figures.toml"
    figures.write_text(figures.read_text("utf-8").replace("'''", '"""'))
    with pytest.raises(Misuse, match=r"line 11: '\\x00' is no cell: leave it empty"):
        load(folder)
