"""A statement in columns of characters, as the tables of text filings stand."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct, structs

from tieout.compose.blocks import Cell, HeaderCell, Row, Table
from tieout.patterns import pattern

_WIDTH = 80
_WIDEST = 132
_GAP = 2
_STEP = 2
_HANG = 1
_EASY = 34
"""Characters that captions have beside unbroken headers; where fewer are left, headers break."""
_LEAST = 24

_DAY = r"[A-Z][a-z]{2,8}\.? [0-9]{1,2},?"
_BREAK = pattern(rf" (?={_DAY})")
_DATED = pattern(rf"{_DAY}(?: [0-9]{{4}})?(?=\s|\Z)|\S+")
_WHOLE = pattern(rf"{_DAY}(?=\s|\Z)|\S+")

Spell: TypeAlias = Callable[[str], str]


class _Column(Struct, frozen=True):
    """A column: where it starts, its width, and the widths of its figures' three parts."""

    start: int
    width: int
    sign: int
    digits: int
    closing: int

    @property
    def stop(self) -> int:
        """The character it ends before."""
        return self.start + self.width

    @property
    def figures(self) -> int:
        """Where its figures start: in the middle, under its header."""
        return self.start + (self.width - self.taken) // 2

    @property
    def taken(self) -> int:
        """The width of its figures, and of the rules over and under them."""
        return _needed(self.sign, self.digits, self.closing)


def set_in_columns(table: Table, spell: Spell) -> Iterator[str]:
    """The lines of a table with its tags; `spell` makes its words ASCII."""
    rows = [_spelled(row, spell) for row in table.rows]
    headers = [
        tuple(HeaderCell(" ".join(spell(cell.text).split()), cell.width) for cell in header)
        for header in table.headers
    ]
    columns = _columns(rows, headers, table.columns)
    room = columns[0].start - _GAP if columns else _WIDTH
    yield "<TABLE>"
    yield "<CAPTION>"
    for level, header in enumerate(headers):
        yield from _header(header, columns, ruled=level < len(headers) - 1)
    if any(cell.text for header in headers for cell in header):
        yield _at((column.figures, "-" * (column.taken)) for column in columns)
    yield _at([(0, "<S>"), *((column.figures, "<C>") for column in columns)])
    for row in rows:
        yield from _row(row, columns, room)
    yield "</TABLE>"


def _spelled(row: Row, spell: Spell) -> Row:
    """The row in ASCII, its caption and cells on one line each."""

    def flat(words: str) -> str:
        return " ".join(spell(words).split())

    cells = tuple(Cell(flat(one.text), flat(one.currency), flat(one.closing)) for one in row.cells)
    return structs.replace(row, caption=flat(row.caption), cells=cells)


def _needed(sign: int, digits: int, closing: int) -> int:
    """The width of figures with signs, digits and brackets of these widths."""
    return (sign + 1 if sign else 0) + digits + closing


def _columns(
    rows: Sequence[Row], headers: Sequence[Sequence[HeaderCell]], count: int
) -> list[_Column]:
    """Where every column stands: as wide as its header, or as a broken one where room is short."""
    held = [[row.cells[n] for row in rows if n < len(row.cells)] for n in range(count)]
    parts = [
        tuple(max((len(text) for text in texts), default=0) for texts in zip(*cells, strict=True))
        for cells in (
            [(one.currency, one.text, one.closing) for one in column] or [("", "", "")]
            for column in held
        )
    ]
    figures = [max(3, _needed(*part)) for part in parts]
    captions = max((len(row.caption) + row.depth * _STEP for row in rows), default=0)
    for split, enough in _SPLITS:
        widths = _widths(figures, headers, split)
        room = _WIDTH - sum(widths) - _GAP * count
        if room >= min(captions, enough):
            break
    most = max(_LEAST, _WIDEST - sum(widths) - _GAP * count)
    if room < min(captions, _LEAST):
        room = min(captions, _LEAST)
    unclear = [row for row in rows if not _caption(row, room)[1]]
    while unclear and room < min(captions, most):
        room += 1
        unclear = [row for row in unclear if not _caption(row, room)[1]]
    start = room + _GAP
    found = []
    for width, (sign, digits, closing) in zip(widths, parts, strict=True):
        digits = max(digits, 3 - closing - (sign + 1 if sign else 0))
        found.append(_Column(start, width, sign, digits, closing))
        start += width + _GAP
    return found


def _widths(
    figures: Sequence[int],
    headers: Sequence[Sequence[HeaderCell]],
    split: Callable[[str], list[str]],
) -> list[int]:
    """The columns' widths: figures fit, and every piece that a header is split in."""
    widths = list(figures)
    for header in reversed(headers):
        place = 0
        for cell in header:
            stop = place + cell.width
            taken = sum(widths[place:stop]) + _GAP * (cell.width - 1)
            lacking = max(0, max(map(len, split(cell.text)), default=0) - taken)
            for column in range(place, stop):
                share = -(-lacking // (stop - column))
                widths[column] += share
                lacking -= share
            place = stop
    return widths


def _header(
    header: Sequence[HeaderCell], columns: Sequence[_Column], *, ruled: bool
) -> Iterator[str]:
    """A level of the header, each cell centred over its columns, set down to the lowest line."""
    spans: list[tuple[int, int, list[str]]] = []
    place = 0
    for cell in header:
        first, last = columns[place], columns[place + cell.width - 1]
        spans.append((first.start, last.stop, [cell.text] if cell.text else []))
        place += cell.width
    if any(len(line) > stop - left for left, stop, words in spans for line in words):
        spans = [
            (left, stop, [part for line in words for part in _broken(line, stop - left)])
            for left, stop, words in spans
        ]
    height = max((len(words) for _, _, words in spans), default=0)
    for number in range(height):
        yield _at(
            (left + max(0, (stop - left - len(words[at])) // 2), words[at])
            for left, stop, words in spans
            if (at := number - height + len(words)) >= 0
        )
    if ruled and height:
        yield _at((left, "-" * (stop - left)) for left, stop, words in spans if words)


def _whole(words: str) -> list[str]:
    """A header unbroken."""
    return [words]


_SPLITS: tuple[tuple[Callable[[str], list[str]], int], ...] = (
    (_whole, _EASY),
    (_BREAK.split, _LEAST),
    (_DATED.findall, _LEAST),
    (_WHOLE.findall, 0),
)
"""How headers are split for want of room, and the room that captions then need."""


def _broken(header: str, width: int) -> Iterator[str]:
    """A header in lines: the day it names begins a line; its year follows where there is room."""
    for part in _BREAK.split(header):
        line = ""
        words = _DATED.findall(part)
        if max(map(len, words), default=0) > width:
            words = _WHOLE.findall(part)
        for word in words:
            if line and len(line) + 1 + len(word) > width:
                yield line
                line = ""
            line = f"{line} {word}" if line else word
        if line:
            yield line


def _row(row: Row, columns: Sequence[_Column], room: int) -> Iterator[str]:
    """A row: figures beside the last line of its caption, rules over and under them."""
    cells = list(zip(columns, row.cells, strict=False))
    filled = [column for column, cell in cells if cell.words]
    if row.ruled and filled:
        yield _rule("-", filled)
    lines, _ = _caption(row, room)
    yield from lines[:-1]
    yield _at(
        [(0, lines[-1]), *((column.figures, _figure(column, cell)) for column, cell in cells)]
    )
    if row.closed and filled:
        yield _rule("=", filled)


def _caption(row: Row, room: int) -> tuple[list[str], bool]:
    """A caption in lines, and whether every one of them shows that it goes on.

    A line that ends like a whole caption, over one that begins like the next, reads as a heading:
    a line breaks where it does not, if it has such a place.
    """
    indent = " " * min(row.depth * _STEP, room // 2)
    words = row.caption.split()
    lines: list[str] = []
    is_clear = True
    while words:
        lead = indent + " " * _HANG if lines else indent
        fits, used = 1, len(lead) + len(words[0])
        while fits < len(words) and used + 1 + len(words[fits]) <= room:
            used += 1 + len(words[fits])
            fits += 1
        if fits < len(words):
            ranks = [_shows(words[stop - 1], words[stop]) for stop in range(1, fits + 1)]
            is_clear = is_clear and max(ranks) > 0
            fits -= ranks[::-1].index(max(ranks))
        lines.append(lead + " ".join(words[:fits]))
        words = words[fits:]
    cut = [line[at : at + room] for line in lines for at in range(0, len(line), room)]
    return cut or [""], is_clear and len(cut) == len(lines)


def _shows(last: str, following: str) -> int:
    """How well a line that ends so, over one that begins so, is seen to go on.

    A figure at the end of a line stands near the columns, one at the beginning is no caption.
    """
    goes_on = following[0].islower() or last in ("and", "of") or last.endswith((",", ";", "("))
    is_bare = not any(ch.isdigit() for ch in last + following)
    return (1 + is_bare) if goes_on else 0


def _rule(stroke: str, columns: Sequence[_Column]) -> str:
    """A rule of strokes on the columns' figures."""
    return _at((column.figures, stroke * (column.taken)) for column in columns)


def _figure(column: _Column, cell: Cell) -> str:
    """A figure: its sign to the left of the column, its digits to the right."""
    sign = cell.currency.ljust(column.sign + 1) if column.sign else ""
    return f"{sign}{cell.text.rjust(column.digits)}{cell.closing}"


def _at(pieces: Iterator[tuple[int, str]] | Sequence[tuple[int, str]]) -> str:
    """A line with every piece at its place."""
    line = ""
    for start, words in pieces:
        line = line.ljust(start) + words
    return line.rstrip()
