"""Statements as figures.toml keeps them: a table a statement, its lines as rows with bars."""

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from tieout.compose.book import Column, Line, LineKind, Statement
from tieout.compose.loading.lines import line_of, period_of, refusing, taken, verify
from tieout.compose.rows import depth_of, plain, split
from tieout.errors import Misuse
from tieout.model.statement import StatementKind
from tieout.model.unit import DOLLARS
from tieout.toml.strict import Toml, noun, unknown

_TABLES = ("statement", "figures")
_COLUMN = ("period", "header", "derived", "from")
_MOST_LINES = 5_000
_MOST_COLUMNS = 64


class About(Struct, frozen=True, kw_only=True):
    """What is said of a line beside its row."""

    concept: str = ""
    kind: LineKind | None = None
    depth: int | None = None
    sum: tuple[str, ...] = ()
    unit: str = ""
    scale: int | None = None
    currency: bool | None = None
    decimals: int | None = None
    facts: dict[str, str | dict[str, str]] = {}

    def told(self) -> dict[str, Any]:
        """What it says, by the names that a line has for it."""
        said = {name: getattr(self, name) for name in self.__struct_fields__}
        said["facts"] = {
            name: {"": fact} if isinstance(fact, str) else fact for name, fact in self.facts.items()
        }
        return {name: value for name, value in said.items() if value is not None}


class Typed(Struct, frozen=True, kw_only=True):
    """A table of figures in the file."""

    columns: tuple[dict[str, Any], ...]
    lines: str
    scale: int = 1
    unit: str = DOLLARS.text
    about: dict[str, Any] = {}


class TypedStatement(Typed, frozen=True, kw_only=True):
    """A statement's table in the file."""

    kind: StatementKind
    titles: tuple[str, ...]


def statements_of(file: Toml) -> tuple[tuple[Statement, ...], dict[str, str]]:
    """Every [[statement]] of the file, then every [[figures]], and where their lines stand."""
    for name, tables in file.table.items():
        if name not in _TABLES:
            file.refuse(name, unknown(f"table [{name}] among the figures", name, [*_TABLES]))
        if not isinstance(tables, list):
            file.refuse(name, f"{name} is to be a list: write [[{name}]] once for each")
    if "statement" not in file.table:
        raise Misuse(f"{file.name} has no [[statement]]: write one for each statement")
    places: dict[str, str] = {}
    keys: dict[str, str] = {}
    found = []
    paths = [f"{name}.{at}" for name in _TABLES for at in range(len(file.table.get(name, ())))]
    for number, path in enumerate(paths):
        typed, what = _table(file, path)
        columns = tuple(_column(file, one, f"{path}.columns") for one in typed.columns)
        if not 1 <= len(columns) <= _MOST_COLUMNS:
            file.refuse(f"{path}.columns", f"{len(columns)} columns: a statement has 1 to 64")
        lines, where = _lines(file, typed, columns, path)
        scaled = replace(what, scale=typed.scale, unit=typed.unit)
        statement = replace(scaled, columns=columns, lines=lines)
        verify(statement, where, keys)
        found.append(statement)
        places[f"statements.{number}"] = file.place(path)
        places |= {f"statements.{number}.lines.{n}": place for n, place in enumerate(where)}
    return tuple(found), places


def _table(file: Toml, path: str) -> tuple[Typed, Statement]:
    """A table as typed, and the statement it is, without its columns and lines."""
    name, _, at = path.partition(".")
    table = file.table[name][int(at)]
    if name == "figures":
        return noun(Typed, file, table, path), Statement(
            kind="figures", titles=(), columns=(), lines=()
        )
    typed = noun(TypedStatement, file, table, path)
    return typed, Statement(kind=typed.kind, titles=typed.titles, columns=(), lines=())


def _column(file: Toml, table: dict[str, Any], path: str) -> Column:
    """A column: its period as a day or in quotes, its header as words or a list of them."""
    for key in table:
        if key not in _COLUMN:
            file.refuse(path, unknown(f"key {key!r} of a column", key, [*_COLUMN]))
    header, period = table.get("header", ()), table.get("period")
    words = tuple(header) if isinstance(header, (list, tuple)) else (header,)
    derived = table.get("derived", "")
    if not all(isinstance(word, str) for word in (*words, derived)):
        file.refuse(path, f"{header!r} is no header: write words in quotes")
    refuse = refusing(file.place(path))
    if period is not None and not isinstance(period, (str, date)):
        refuse(f"{period!r} is no period: write a day, 2007-09-30, or two, 2007-07-01/2007-09-30")
    when = None if period is None else period_of(str(period), refuse)
    while words and not words[-1]:
        words = words[:-1]
    is_reported = taken(table.get("from", ""), when, derived, refuse)
    return Column(period=when, header=words, derived=derived, is_reported=is_reported)


def _lines(
    file: Toml, typed: Typed, columns: tuple[Column, ...], path: str
) -> tuple[tuple[Line, ...], list[str]]:
    """The lines of the rows, and the place of each."""
    first = file.lines.get(f"{path}.lines", 0)
    rows = typed.lines.split("\n")
    if len(rows) > _MOST_LINES:
        file.refuse(f"{path}.lines", f"{len(rows):,} rows: a statement has up to {_MOST_LINES:,}")
    # A newline right behind the opening quotes is no part of the string.
    shift = 1 if _opens_a_line(file, first) else 0
    lines: list[Line] = []
    places: list[str] = []
    used: set[str] = set()
    for number, row in enumerate(rows):
        if not row.strip():
            continue
        place = f"{file.name}, line {first + number + shift}"
        refuse = refusing(place)
        cells = split(row)
        if len(cells) == 1:
            refuse(f"{row.strip()!r} has no bar: write key | caption | cells")
        key, caption, depth = plain(cells[0]), plain(cells[1]), depth_of(cells[1])
        if depth is None:
            refuse(f"{caption!r} is set in by half a level: two blanks are a level")
        name = key or str(len(lines) + 1)
        about: dict[str, Any] = {}
        if name in typed.about:
            used.add(name)
            about = noun(About, file, typed.about[name], f"{path}.about.{name}").told()
        lines.append(
            line_of(
                key, caption, list(map(plain, cells[2:])), columns, refuse, depth=depth, about=about
            )
        )
        places.append(place)
    for name in typed.about:
        if name not in used:
            known = [line.key for line in lines if line.key]
            file.refuse(
                f"{path}.about.{name}", unknown(f"line {name!r} to write about", name, known)
            )
    return tuple(lines), places


def _opens_a_line(file: Toml, line: int) -> bool:
    """True where the rows begin on the line behind their key's."""
    return line in file.opening
