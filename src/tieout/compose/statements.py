"""A statement of the book laid out in the conventional condensed form."""

import re
from collections.abc import Iterator, Sequence

from tieout.compose.blocks import Cell, HeaderCell, Row, Table
from tieout.compose.book import Column, Line, Statement, Style
from tieout.compose.cells import is_quoted
from tieout.model.unit import PERCENT
from tieout.patterns import pattern

_NUMBER = pattern(r"(-?)(?=\.?[0-9])([0-9][0-9,]*)?(?:\.([0-9]+))?(%?)\Z")
_PERCENT = pattern(r"%|\bper\s?cent", re.IGNORECASE)


def laid_out(statement: Statement, style: Style, captions: Sequence[str] = ()) -> Table:
    """The statement as it is printed: headers, captions, signs, rules.

    `captions` are the lines' captions as rendered, one a line; without them the book's stand. The
    currency sign stands on the first amounts, on those behind a grand total, on grand totals and
    on amounts per share; `Line.currency` overrides. A total has a rule above it, and one that is
    no part of another has a double rule below.
    """
    shown = [n for n, column in enumerate(statement.columns) if _is_printed(column)]
    signed = _signed(statement)
    grand = _grand(statement.lines)
    rows = tuple(
        _row(
            line,
            captions[number] if captions else line.caption,
            tuple(
                _cell(
                    _typed(line, statement.columns, place),
                    line,
                    style,
                    currency=number in signed and _takes_sign(statement.columns[place], line),
                )
                for place in shown
            ),
            is_grand=number in grand,
        )
        for number, line in enumerate(statement.lines)
    )
    headers = tuple(_headers([statement.columns[place] for place in shown]))
    return Table(statement.titles, headers, rows, len(shown))


def _is_printed(column: Column) -> bool:
    """True for a column that stands on the page; one only derived needs a header to."""
    return not column.derived or bool(column.header)


def _typed(line: Line, columns: Sequence[Column], place: int) -> str:
    """What the book has in a column: a line has a cell a column, derived ones perhaps left out."""
    if len(line.cells) < len(columns):
        if columns[place].derived:
            return ""
        place -= sum(bool(column.derived) for column in columns[:place])
    return line.cells[place] if place < len(line.cells) else ""


def _row(line: Line, caption: str, cells: tuple[Cell, ...], *, is_grand: bool) -> Row:
    """The line as a row."""
    if line.kind == "blank":
        return Row("", (Cell(),) * len(cells))
    return Row(
        caption,
        cells,
        line.depth,
        bold=line.kind == "heading" and not line.depth,
        ruled=line.kind == "total",
        closed=is_grand,
    )


def _cell(typed: str, line: Line, style: Style, *, currency: bool) -> Cell:
    """The cell as printed: brackets for a minus, thousands parted, words as they stand."""
    typed = typed.strip()
    if is_quoted(typed):
        return Cell(typed[1:-1])
    sign = style.currency if currency else ""
    if typed and typed == style.nil:
        return Cell(typed, sign)
    match = _NUMBER.match(typed)
    if match is None:
        return Cell(typed)
    minus, whole, part, percent = match.groups()
    percent = percent or ("%" if line.unit == PERCENT.text else "")
    digits = f"{int((whole or '0').replace(',', '')):,}"
    part = (part or "").ljust(line.decimals, "0")
    number = f"{digits}.{part}" if part else digits
    closing = (")" if minus else "") + percent
    return Cell(f"({number}" if minus else number, "" if percent else sign, closing)


# -------------------------------------------------------------------------------- currency signs


def _signed(statement: Statement) -> frozenset[int]:
    """The lines whose amounts have the currency sign."""
    grand = _grand(statement.lines)
    found = set()
    opens = True
    for number, line in enumerate(statement.lines):
        unit = statement.unit_of(line)
        if not unit.currency or not any(cell.strip() for cell in line.cells):
            continue
        is_signed = opens or number in grand or bool(unit.per)
        if is_signed if line.currency is None else line.currency:
            found.add(number)
        opens = number in grand
    return frozenset(found)


def _takes_sign(column: Column, line: Line) -> bool:
    """True where amounts stand in the column: always in a period's, in a change's if told."""
    if column.period is not None:
        return True
    return line.currency is True and not any(_PERCENT.search(words) for words in column.header)


def _grand(lines: Sequence[Line]) -> frozenset[int]:
    """The totals that are no part of another; of those without parts, the last line's alone."""
    parts = {key.removeprefix("-").strip() for line in lines for key in line.sum}
    figures = [number for number, line in enumerate(lines) if line.cells]
    return frozenset(
        number
        for number, line in enumerate(lines)
        if line.kind == "total"
        and not (line.key and line.key in parts)
        and (line.sum or number == figures[-1])
    )


# --------------------------------------------------------------------------------------- headers


def _headers(columns: Sequence[Column]) -> Iterator[tuple[HeaderCell, ...]]:
    """The header row of each level, the lowest right over the figures.

    Neighbours of one column group share the words of every level but the lowest.
    """
    levels = max((len(column.header) for column in columns), default=0)
    words = [("",) * (levels - len(column.header)) + column.header for column in columns]
    for level in range(levels):
        row: list[HeaderCell] = []
        for number, column in enumerate(words):
            is_shared = level < levels - 1 and number and column[level]
            if is_shared and words[number - 1][: level + 1] == column[: level + 1]:
                row[-1] = HeaderCell(row[-1].text, row[-1].width + 1)
            else:
                row.append(HeaderCell(column[level]))
        yield tuple(row)
