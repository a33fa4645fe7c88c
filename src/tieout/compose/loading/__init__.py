"""A folder to its book; refuses what is not known, missing or of another type, with the place."""

from pathlib import Path

from tieout.compose.book import Book, Company, Form, Heading, Statement, Stored, Style
from tieout.compose.loading.reported import with_reported
from tieout.compose.loading.statements import statements_of
from tieout.compose.loading.workbook import sheets_of
from tieout.errors import Misuse
from tieout.model.period import FiscalCalendar
from tieout.toml.strict import Toml, noun, text_of, toml, unknown

BOOK, FIGURES, WORKBOOK, NARRATIVE = "book.toml", "figures.toml", "figures.xlsx", "narrative.md"
_TABLES = ("company", "quarter", "heading", "form", "style", "store")
_QUARTERS = 4
_MOST_CELLS = 50_000
"""Of all statements: twenty thousand take four seconds to be composed, read back and checked."""


def load(folder: Path) -> Book:
    """The book a folder holds; raises Misuse with file, line and remedy for any other."""
    if not folder.is_dir():
        raise Misuse(f"{folder} is no folder: a book is a folder with {BOOK}, {FIGURES} or "
                     f"{WORKBOOK}, and {NARRATIVE}")  # fmt: skip
    file = toml(_file(folder, BOOK))
    for name in file.table:
        if name not in _TABLES:
            file.refuse(name, unknown(f"table [{name}] in a book", name, list(_TABLES)))
    for name in ("company", "quarter", "heading"):
        if name not in file.table:
            raise Misuse(f"{BOOK} has no [{name}]: write [{name}] and its keys under it")
    statements, places = _statements(folder)
    table = file.table
    book = Book(
        company=noun(Company, file, table["company"], "company"),
        calendar=_calendar(file),
        heading=noun(Heading, file, table["heading"], "heading"),
        form=noun(Form, file, table["form"], "form") if "form" in table else None,
        style=noun(Style, file, table.get("style", {}), "style"),
        store=noun(Stored, file, table["store"], "store") if "store" in table else None,
        statements=statements,
        narrative=text_of(_file(folder, NARRATIVE)),
        places={**_places(file), **places, "narrative": NARRATIVE},
    )
    return with_reported(book, folder)


def _file(folder: Path, name: str) -> Path:
    """A file that every book has; raises Misuse where this one has none."""
    path = folder / name
    if not path.is_file():
        raise Misuse(f"{folder} has no {name}: write one, or give another folder")
    return path


def _statements(folder: Path) -> tuple[tuple[Statement, ...], dict[str, str]]:
    """The statements, from the one file that holds them, and where their lines stand."""
    held = [name for name in (FIGURES, WORKBOOK) if (folder / name).is_file()]
    if len(held) != 1:
        if held:
            raise Misuse(f"{folder} has both {FIGURES} and {WORKBOOK}: keep the figures in one")
        raise Misuse(f"{folder} has no {FIGURES} and no {WORKBOOK}: write one")
    path = folder / held[0]
    statements, places = statements_of(toml(path)) if held[0] == FIGURES else sheets_of(path)
    cells = sum(len(one.columns) * len(one.lines) for one in statements)
    if cells > _MOST_CELLS:
        raise Misuse(f"{held[0]}: {cells:,} cells: a book has up to {_MOST_CELLS:,}")
    return statements, places


def _calendar(file: Toml) -> FiscalCalendar:
    """The quarter announced."""
    calendar = noun(FiscalCalendar, file, file.table["quarter"], "quarter")
    if not 1 <= calendar.fiscal_quarter <= _QUARTERS:
        said = f"there is no fiscal quarter {calendar.fiscal_quarter}"
        file.refuse("quarter.fiscal_quarter", f"{said}: write 1, 2, 3 or 4 (4 for a year too)")
    return calendar


def _places(file: Toml) -> dict[str, str]:
    """Where the parts of book.toml stand."""
    return {path: file.place(path) for path in file.lines}
