"""Statements as figures.xlsx keeps them: a sheet a statement.

Over the lines stand rows that say what the statement is, by the word in the first column: kind,
title (one a row), scale, unit, and above the columns of figures header (one a level), period,
derived and from. A sheet of the kind "figures" is never printed. A row that starts with "key" opens
the lines; its words behind the figures name what else is said of a line.
"""

from pathlib import Path
from typing import Any, get_args

from msgspec import Struct

from tieout.compose.book import Column, Kind, Line, LineKind, Statement
from tieout.compose.cells import decimals, is_number
from tieout.compose.loading.lines import Refuse, line_of, period_of, refusing, taken, verify
from tieout.errors import Misuse, Unreadable
from tieout.model.unit import DOLLARS
from tieout.patterns import pattern
from tieout.readers.xlsx.sheets import Sheet, sheets
from tieout.toml.strict import contents, unknown

ABOUT = ("depth", "kind", "sum", "concept", "unit", "scale", "currency", "decimals", "facts")
"""The columns behind the figures, in order."""
OVER = ("kind", "title", "scale", "unit", "header", "period", "derived", "from")
_FACT = pattern(r"\s*(?P<name>\w+)\s*(?:@\s*(?P<period>[^=\s]+)\s*)?=\s*+(?P<text>.*\S)\s*+\Z")
_KINDS: tuple[str, ...] = (*get_args(get_args(Kind)[0]), "figures")
_FIRST = 2
"""Where the figures begin: behind key and caption."""
_MOST_COLUMNS = 64


class Over(Struct):
    """What the rows over the lines say."""

    kind: str = ""
    titles: tuple[str, ...] = ()
    scale: int = 1
    unit: str = DOLLARS.text
    headers: tuple[list[str], ...] = ()
    periods: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def sheets_of(path: Path) -> tuple[tuple[Statement, ...], dict[str, str]]:
    """The statement of every visible sheet, those printed first, and where its lines stand."""
    places: dict[str, str] = {}
    keys: dict[str, str] = {}
    found: list[tuple[str, Statement, list[str]]] = []
    try:
        for sheet in sheets(contents(path)):
            statement, where = _statement(path.name, sheet)
            verify(statement, where, keys)
            found.append((sheet.name, statement, where))
    except Unreadable as reason:
        raise Misuse(f"{path.name}: {reason}") from None
    found.sort(key=lambda one: not one[1].is_printed)
    for number, (name, _, where) in enumerate(found):
        places[f"statements.{number}"] = f"{path.name}, sheet {name}"
        places |= {f"statements.{number}.lines.{n}": place for n, place in enumerate(where)}
    return tuple(statement for _, statement, _ in found), places


def _statement(name: str, sheet: Sheet) -> tuple[Statement, list[str]]:
    """The statement of a sheet, and the place of each of its lines."""
    start = next((n for n, row in enumerate(sheet.rows) if row and row[0] == "key"), None)
    if start is None:
        raise Misuse(f"{name}, sheet {sheet.name}: no row starts with 'key': "
                     "write key, caption, the figures, depth, kind, sum, …")  # fmt: skip
    heads = sheet.rows[start]
    head_refuse = refusing(f"{name}, sheet {sheet.name}, row {start + 1}")
    if heads[1:_FIRST] != ["caption"] or ABOUT[0] not in heads:
        head_refuse(f"the row is to be key, caption, the figures, {', '.join(ABOUT)}")
    count = heads.index(ABOUT[0]) - _FIRST
    for head in heads[_FIRST + count :]:
        if head and head not in ABOUT:
            head_refuse(unknown(f"column {head!r}", head, list(ABOUT)))
    if not 1 <= count <= _MOST_COLUMNS:
        head_refuse(f"{count} columns of figures: a statement has 1 to {_MOST_COLUMNS}")
    over = Over()
    for number, row in enumerate(sheet.rows[:start], 1):
        if any(row):
            _say(over, row, count, refusing(f"{name}, sheet {sheet.name}, row {number}"))
    columns = tuple(_column(over, place, head_refuse) for place in range(count))
    lines: list[Line] = []
    places: list[str] = []
    for number, row in enumerate(sheet.rows[start + 1 :], start + 2):
        place = f"{name}, sheet {sheet.name}, row {number}"
        lines.append(_line(row, heads, columns, refusing(place)))
        places.append(place)
    kind: Any = over.kind
    if kind not in _KINDS:
        head_refuse(unknown(f"kind {kind!r} of statement", kind, [*_KINDS]))
    fields = {"kind": kind, "titles": over.titles, "scale": over.scale, "unit": over.unit}
    return Statement(columns=columns, lines=tuple(lines), **fields), places


def _say(over: Over, row: list[str], count: int, refuse: Refuse) -> None:
    """Adds what a row over the lines says."""
    word, figures = row[0], row[_FIRST : _FIRST + count]
    if word not in OVER:
        refuse(unknown(f"row {word!r} over the lines", word, list(OVER)))
    if word == "title":
        over.titles += (row[1],)
    elif word == "header":
        over.headers += (figures,)
    elif word == "period":
        over.periods = tuple(figures)
    elif word == "derived":
        over.derived = tuple(figures)
    elif word == "from":
        over.sources = tuple(figures)
    elif word == "scale":
        over.scale = _count(row[1], refuse)
    else:
        setattr(over, word, row[1])


def _count(words: str, refuse: Refuse) -> int:
    """The whole number a cell holds."""
    digits = words.replace(",", "").removesuffix(".0")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 12:
        refuse(f"{words!r} is no whole number: write one, such as 1000")
    return int(digits)


def _column(over: Over, place: int, refuse: Refuse) -> Column:
    """The column at a place."""
    header = tuple(level[place] if place < len(level) else "" for level in over.headers)
    while header and not header[-1]:
        header = header[:-1]
    words = over.periods[place] if place < len(over.periods) else ""
    derived = over.derived[place] if place < len(over.derived) else ""
    period = period_of(words, refuse) if words else None
    source = over.sources[place] if place < len(over.sources) else ""
    is_reported = taken(source, period, derived, refuse)
    return Column(period=period, header=header, derived=derived, is_reported=is_reported)


def _line(row: list[str], heads: list[str], columns: tuple[Column, ...], refuse: Refuse) -> Line:
    """The line of a row; numbers are padded to the decimals said of it, since sheets drop zeros."""
    last = _FIRST + len(columns)
    said = {head: cell for head, cell in zip(heads[last:], row[last:], strict=False) if cell}
    about = _about(said, refuse)
    printed = [(cell, column.is_reported)
               for cell, column in zip(row[_FIRST:last], columns, strict=False)
               if not column.derived]  # fmt: skip
    is_short = not any(cell for cell, is_reported in printed if is_reported)
    typed = [cell for cell, is_reported in printed if not (is_reported and is_short)]
    if not any(typed) and said.get("kind", "heading") in ("heading", "blank"):
        typed = []
    wanted = about.get("decimals", 0)
    return line_of(
        row[0], row[1], [_padded(cell, wanted) for cell in typed], columns, refuse, about=about
    )


def _padded(cell: str, wanted: int) -> str:
    """The number with so many decimals at least."""
    missing = wanted - decimals(cell)
    if not is_number(cell) or missing <= 0 or not cell[-1].isdigit():
        return cell
    return f"{cell}{'' if '.' in cell else '.'}{'0' * missing}"


def _about(said: dict[str, str], refuse: Refuse) -> dict[str, Any]:
    """What the cells behind the figures say, by the names that a line has for it."""
    told: dict[str, Any] = {}
    for name, words in said.items():
        if name in ("depth", "scale", "decimals"):
            told[name] = _count(words, refuse)
        elif name == "sum":
            told[name] = tuple(words.split())
        elif name == "currency":
            if words.lower() not in ("true", "false"):
                refuse(f"{words!r} is no currency: write TRUE or FALSE")
            told[name] = words.lower() == "true"
        elif name == "facts":
            told[name] = _facts(words, refuse)
        elif name == "kind" and words not in get_args(LineKind):
            refuse(unknown(f"kind {words!r} of line", words, list(get_args(LineKind))))
        else:
            told[name] = words
    return told


def _facts(words: str, refuse: Refuse) -> dict[str, dict[str, str]]:
    """Figures of a caption: "allowance @ 2007-09-30 = $835; par = $.001 per share"."""
    facts: dict[str, dict[str, str]] = {}
    for one in filter(None, map(str.strip, words.split(";"))):
        found = _FACT.match(one)
        if found is None:
            refuse(f"{one!r} is no figure of a caption: write name @ 2007-09-30 = $835")
        facts.setdefault(found["name"], {})[found["period"] or ""] = found["text"]
    return facts
