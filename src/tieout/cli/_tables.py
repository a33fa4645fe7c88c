"""Rows of a store as a table for the terminal, as CSV or as JSON lines; amounts stay exact."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from tieout.harmless import in_a_cell, kept

if TYPE_CHECKING:
    from tieout.reports.terminal._text import Text

FORMS = ("terminal", "csv", "json")
MOST = 1000
"""So many rows are drawn for the terminal; more are for a file."""

_GAPS = ("  ", " ")
_SHORT = 12
"""A column of so many characters is never cut."""

Styles = dict[str, Callable[[object], str]]
"""By column, the style of a field for what it holds."""


def rendered(
    form: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    width: int,
    colour: bool,
    styles: Styles | None = None,
) -> bytes:
    """The rows in the format asked for; JSON is an array of one object a row."""
    if form == "csv":
        return _csv(columns, rows)
    if form == "json":
        import msgspec

        kept = [dict(zip(columns, map(_plain, row), strict=True)) for row in rows]
        return msgspec.json.encode(kept) + b"\n"
    return _drawn(columns, rows, width, styles or {}, colour=colour)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The rows as CSV (RFC 4180)."""
    sheet = io.StringIO(newline="")
    write = csv.writer(sheet).writerow
    write(map(in_a_cell, columns))
    for row in rows:
        write(map(_in_a_cell, row))
    return sheet.getvalue().encode()


def _in_a_cell(field: object) -> object:
    """A field as CSV has it, harmless; amounts are no formulas."""
    if isinstance(field, str):
        return in_a_cell(field)
    plain = _plain(field)
    return kept(plain) if isinstance(plain, str) else plain


def _drawn(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    width: int,
    styles: Styles,
    *,
    colour: bool,
) -> bytes:
    """The rows under their columns, or one under the other where the page is too narrow."""
    from tieout.reports.terminal._canvas import QUIET, Canvas, said

    held = list(rows)
    shown = [[_line(one) for one in row] for row in held[:MOST]]
    canvas = Canvas(width, colour=colour)
    heads = [_line(name) for name in columns]
    gap, widths = _widths(heads, shown, width)
    right = [any(isinstance(row[n], (int, Decimal)) for row in held) for n in range(len(columns))]
    if widths:
        canvas.put(_row(heads, gap, widths, right, lambda _: "bold"))
    for row, cells in zip(held, shown, strict=False):
        fields = dict(zip(columns, row, strict=True))

        def style(name: str, fields: dict[str, object] = fields) -> str:
            return styles[name](fields[name]) if name in styles else ""

        if widths:
            canvas.put(_row(cells, gap, widths, right, style, columns))
            continue
        for head, name, cell in zip(heads, columns, cells, strict=True):
            canvas.put(said(f"{head}: ", QUIET).append_text(said(cell, style(name))), hang=2)
        canvas.gap()
    if len(held) > MOST:
        words = f"{len(held) - MOST:,} more rows: --format csv or json gives all"
        canvas.put(said(words, QUIET))
    return canvas.bytes()


def _widths(
    columns: Sequence[str], shown: Sequence[Sequence[str]], width: int
) -> tuple[str, list[int]]:
    """What stands between columns and how wide each is; no widths where the page is too narrow.

    What is short keeps its width, and what is long shares what is left.
    """
    from tieout.reports.terminal._text import cells

    full = [max([cells(name), *(cells(row[n]) for row in shown)]) for n, name in enumerate(columns)]
    long = sum(one > _SHORT for one in full)
    for gap in _GAPS:
        left = width - len(gap) * (len(columns) - 1)
        if sum(full) <= left:
            return gap, full
        share = (left - sum(one for one in full if one <= _SHORT)) // max(long, 1)
        if share >= _SHORT:
            return gap, [min(one, share) if one > _SHORT else one for one in full]
    return "", []


def _row(
    cells: Sequence[str],
    gap: str,
    widths: Sequence[int],
    right: Sequence[bool],
    style: Callable[[str], str],
    columns: Sequence[str] = (),
) -> "Text":
    """Cells side by side, cut to their columns' widths, numbers to the right."""
    from tieout.reports.terminal._canvas import said
    from tieout.reports.terminal._text import Text

    line = Text()
    for number, cell in enumerate(cells):
        piece = said(cell, style((columns or cells)[number]))
        piece.truncate(widths[number])
        space = " " * (widths[number] - piece.cell_len)
        line.append(gap if number else "").append(space if right[number] else "")
        line.append_text(piece).append("" if right[number] else space)
    return line


def _line(field: object) -> str:
    """A field on one line."""
    return " ".join(_shown(field).split())


def _shown(field: object) -> str:
    """A field as people read it: digits in groups, nothing for what is not there."""
    if isinstance(field, bool) or field is None:
        return "" if field is None else str(field).lower()
    if isinstance(field, Decimal) and field.is_finite():
        return f"{Decimal(_digits(field)):,f}"
    return str(_plain(field))


def _plain(field: object) -> object:
    """A field as CSV and JSON have it: amounts as digits, days in ISO form, bytes as hex."""
    if isinstance(field, Decimal):
        return _digits(field)
    if isinstance(field, (date, datetime)):
        return field.isoformat()
    if isinstance(field, (bytes, bytearray, memoryview)):
        return bytes(field).hex()
    if field is None or isinstance(field, (bool, int, str)):
        return field
    return str(field)


def _digits(amount: Decimal) -> str:
    """The digits of an amount, without the zeros that only its column's type has."""
    plain = format(amount, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
