"""A book to the files of its folder; loading them gives the same book again."""

import io
from collections.abc import Iterator
from typing import Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tieout.compose.book import Book, Column, Line, Statement
from tieout.compose.cells import decimals, grouped, is_number
from tieout.compose.loading import BOOK, FIGURES, NARRATIVE, WORKBOOK
from tieout.compose.loading.lines import AWAITED, kind_of
from tieout.compose.loading.workbook import ABOUT
from tieout.compose.rows import INDENT, aligned, escaped
from tieout.model.unit import DOLLARS
from tieout.toml.writing import key_in, value_in
from tieout.workbooks import filled

_EXACT_DIGITS = 15


def saved(book: Book, figures: Literal["toml", "xlsx"] = "toml") -> dict[str, bytes]:
    """The files of the book by name; `places` are not kept, since loading tells them anew."""
    files = {BOOK: _book(book).encode(), NARRATIVE: book.narrative.encode()}
    statements = tuple(_typed(book))
    if figures == "toml":
        return files | {FIGURES: "\n".join(map(_statement, statements)).encode()}
    return files | {WORKBOOK: _workbook(statements)}


def _typed(book: Book) -> Iterator[Statement]:
    """The statements without the cells that were taken from the store."""
    for number, statement in enumerate(book.statements):
        lines = tuple(
            replace(
                line,
                cells=tuple(
                    AWAITED if (number, place, column) in book.reported else cell
                    for column, cell in enumerate(line.cells)
                ),
            )
            for place, line in enumerate(statement.lines)
        )
        yield replace(statement, lines=lines)


# --------------------------------------------------------------------------------------- TOML


def _book(book: Book) -> str:
    """book.toml."""
    parts = [_table("company", book.company)]
    if book.calendar is not None:
        parts.append(_table("quarter", book.calendar))
    parts.append(_table("heading", book.heading))
    if book.form is not None:
        parts.append(_table("form", book.form))
    parts.append(_table("style", book.style))
    if book.store is not None:
        parts.append(_table("store", book.store))
    return "\n".join(part for part in parts if part)


def _table(path: str, noun: Struct) -> str:
    """A noun as a table, with the tables inside it behind it; defaults are left out."""
    keys: list[str] = []
    inside: list[str] = []
    for field in msgspec.structs.fields(noun):
        value = getattr(noun, field.name)
        at = f"{path}.{field.name}"
        if not field.required and value == field.default:
            continue
        if isinstance(value, Struct):
            inside.append(_table(at, value))
        elif isinstance(value, tuple) and value and isinstance(value[0], Struct):
            inside += [_table(at, one).replace(f"[{at}]", f"[[{at}]]", 1) for one in value]
        elif value is not None:
            keys.append(f"{field.name} = {value_in(value)}\n")
    if not keys and not inside:
        return ""
    head = f"[{path}]\n{''.join(keys)}" if keys or not inside else ""
    return "\n".join(filter(None, [head, *inside]))


def _statement(statement: Statement) -> str:
    """A statement's table: what it is, its columns one a line, and its lines as rows."""
    head: dict[str, object] = {}
    if statement.is_printed:
        head |= {"kind": statement.kind, "titles": statement.titles}
    head["scale"] = statement.scale
    if statement.unit != DOLLARS.text:
        head["unit"] = statement.unit
    told = "".join(f"{name} = {value_in(value)}\n" for name, value in head.items())
    columns = "".join(f"  {value_in(_column(column))},\n" for column in statement.columns)
    rows = [_row(line, statement.columns) for line in statement.lines]
    about = "".join(
        f"{key_in(line.key or str(number))} = {value_in(said)}\n"
        for number, line in enumerate(statement.lines, 1)
        if (said := _about(line, indented=bool(line.caption)))
    )
    name = "statement" if statement.is_printed else "figures"
    about = f"\n[{name}.about]\n{about}" if about else ""
    return f"[[{name}]]\n{told}columns = [\n{columns}]\nlines = '''\n{aligned(rows)}'''\n{about}"


def _column(column: Column) -> dict[str, Any]:
    """What a column says, but for what it leaves open."""
    told: dict[str, Any] = {}
    if column.period is not None:
        told["period"] = column.period.end if column.period.is_instant else str(column.period)
    if column.header:
        told["header"] = column.header
    if column.derived:
        told["derived"] = column.derived
    if column.is_reported:
        told["from"] = "store"
    return told


def _row(line: Line, columns: tuple[Column, ...]) -> tuple[str, str, list[str]]:
    """The key, the caption set in, and the cells typed."""
    caption = " " * (INDENT * line.depth) + escaped(line.caption) if line.caption else ""
    typed = [
        escaped(grouped(cell))
        for cell, column in zip(line.cells, columns, strict=False)
        if not column.derived and cell != AWAITED
    ]
    return line.key, caption, typed


def _about(line: Line, *, indented: bool) -> dict[str, Any]:
    """What a row does not tell of its line."""
    told: dict[str, Any] = {}
    if line.kind != kind_of(line.key, line.caption, line.cells, line.sum):
        told["kind"] = line.kind
    if line.depth and not indented:
        told["depth"] = line.depth
    for name in ("concept", "sum", "unit", "scale", "currency"):
        value = getattr(line, name)
        if value is not None and value != "" and value != ():
            told[name] = value
    if line.decimals != max((decimals(one) for one in line.cells if is_number(one)), default=0):
        told["decimals"] = line.decimals
    if line.facts:
        told["facts"] = {
            name: texts[""] if list(texts) == [""] else texts for name, texts in line.facts.items()
        }
    return told


# --------------------------------------------------------------------------------------- Excel


def _workbook(statements: tuple[Statement, ...]) -> bytes:
    """figures.xlsx: a sheet a statement, numbers as numbers."""
    file = io.BytesIO()
    with filled(file) as workbook:
        for number, statement in enumerate(statements, 1):
            sheet = workbook.add_worksheet(f"{number} {statement.kind}"[:31])
            last = 2 + len(statement.columns)
            rows = _sheet(statement)
            first = len(rows) - len(statement.lines)
            for row, cells in enumerate(rows):
                is_even = row >= first and _is_even(statement.lines[row - first])
                for column, cell in enumerate(cells):
                    if isinstance(cell, int):
                        sheet.write_number(row, column, cell)
                    elif cell and column < last and is_even and _is_exact(cell):
                        places = decimals(cell)
                        form = "#,##0" + ("." + "0" * places if places else "")
                        face = workbook.add_format({"num_format": form})
                        sheet.write_number(row, column, float(cell), face)
                    elif cell:
                        sheet.write_string(row, column, cell)
            sheet.set_column(1, 1, 48)
    return file.getvalue()


def _is_exact(cell: str) -> bool:
    """True for a number that a workbook holds without loss."""
    digits = cell.removeprefix("-").replace(".", "")
    return is_number(cell) and digits.isdigit() and len(digits) < _EXACT_DIGITS


def _is_even(line: Line) -> bool:
    """True where every number of the line has the line's decimals."""
    return all(decimals(cell) == line.decimals for cell in line.cells if is_number(cell))


def _sheet(statement: Statement) -> list[list[str | int]]:
    """The rows of a sheet."""
    columns = statement.columns
    rows: list[list[str | int]] = [["kind", statement.kind]]
    rows += [["title", title] for title in statement.titles]
    rows += [["scale", statement.scale], ["unit", statement.unit]]
    for level in range(max((len(column.header) for column in columns), default=0)):
        words = [one.header[level] if level < len(one.header) else "" for one in columns]
        rows.append(["header", "", *words])
    rows.append(["period", "", *(str(one.period or "") for one in columns)])
    if any(one.derived for one in columns):
        rows.append(["derived", "", *(one.derived for one in columns)])
    if any(one.is_reported for one in columns):
        rows.append(["from", "", *("store" if one.is_reported else "" for one in columns)])
    rows.append(["key", "caption", *("" for _ in columns), *ABOUT])
    for line in statement.lines:
        told = _about(line, indented=False)
        if _is_even(line):  # a sheet drops zeros behind the point
            told["decimals"] = line.decimals
        told["sum"] = " ".join(line.sum)
        told["facts"] = "; ".join(
            f"{name}{f' @ {period}' if period else ''} = {text}"
            for name, texts in line.facts.items()
            for period, text in texts.items()
        )
        if "currency" in told:
            told["currency"] = str(told["currency"]).upper()
        typed = tuple("" if cell == AWAITED else cell for cell in line.cells)
        cells = typed or ("",) * len(columns)
        rows.append([line.key, line.caption, *cells, *(told.get(name, "") for name in ABOUT)])
    return rows
