"""Rows of pipes whose cells do not stand under one another: which column each figure is of.

A copy of a page keeps the cells of its tables and loses how wide they were: "$" and "%" have cells
of their own or none, and what was one cell over five columns is one cell. Rows of the same number
of figures give the columns; a row of fewer is placed where its cells can be counted.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import compress, pairwise
from typing import TypeAlias

from msgspec import Struct, structs

from tieout.lexicon.spoken import is_of_time
from tieout.model.document import Cell, Row
from tieout.patterns import pattern
from tieout.readers.text.bars import STARTS_AMOUNT, Piece, PipeRow, is_amount, is_signs
from tieout.readers.text.names import Name, levels
from tieout.readers.text.pieces import reads_as_figure

_CLOSES = pattern(r"[)\]%*]{1,3}\Z|(?:pts?|bps?|p\.p|pp|x)\.?\)?\Z", re.IGNORECASE)
_MARK = pattern(r"\([0-9a-z]\)\Z")
"""The mark of a note behind a figure's "%": no cell parts it from that, as one would a figure."""

_SHARE = pattern(r"%|\b(?:bps?|pts?|points?|p\.p|pp)\b", re.IGNORECASE)
_BEGINS_CAPTION = pattern(r"\(?[A-Z][a-z]")
# A caption stands so deep at most; so many numbers of columns, and places of names, are tried.
_DEEPEST, _TRIED = 4, 16
_FEW = 4
"""One row in so many may be two that ran together; more are a column of words."""

_PITCH = 4
"""Columns that a figure's takes: its sign, itself, what closes it, and a gap."""


class _Value(Struct, frozen=True, gc=False):
    """A figure with the cells of its signs, and the number of its own cell in the row."""

    cells: tuple[Piece, ...]
    sign: bool
    number: int
    is_share: bool
    is_number: bool


Units: TypeAlias = tuple[_Value | None, ...]
"""What stands behind a caption: figures, and empty cells."""

Head: TypeAlias = tuple[bool, ...]
"""For each cell behind a header's first whether it holds a name."""

Places: TypeAlias = tuple[int, ...]
Placing: TypeAlias = Callable[[Units], Places]
"""A way of counting cells: the place of every figure of a row."""
_Placed: TypeAlias = dict[Placing, list[Places]]


def ragged_rows(text: str, rows: Sequence[PipeRow]) -> Iterator[Row]:
    """The rows with every cell in its column; figures of no known column stay with the caption.

    A header below amounts begins anew: what follows may have other columns.
    """
    body = [_has_amounts(text, row) for row in rows]
    depths = {_caption(text, row) for row in compress(rows, body)}
    held: list[PipeRow] = []
    has_amounts = False
    for printed, is_row in zip(rows, body, strict=True):
        row = printed if is_row else _at_margin(text, printed, depths)
        words = [text[start:end] for start, end in row.cells]
        names = not is_row and any(words[1:])
        if names and has_amounts and (not words[0] or any(map(is_of_time, words[1:]))):
            yield from _aligned(text, held)
            held, has_amounts = [], False
        held.append(row)
        has_amounts = has_amounts or is_row
    yield from _aligned(text, held)


def _aligned(text: str, rows: Sequence[PipeRow]) -> Iterator[Row]:
    """The rows under one header."""
    rows = list(_unjoined(text, rows))
    body = [_has_amounts(text, row) for row in rows]
    captions = [_caption(text, row) for row in rows]
    units = [tuple(_units(text, *one)) for one in zip(rows, captions, strict=True)]
    heads = [row for row, is_row in zip(rows, body, strict=True) if not is_row]
    over = [tuple(start < end for start, end in row.cells[1:]) for row in heads]
    columns = _Columns([one for one, is_row in zip(units, body, strict=True) if is_row], over)
    names = list(levels(text, heads, list(map(columns.told, over)), columns.count))
    is_placed = any(name.first < name.stop for row in names for name in row)
    if columns.is_compact and any(map(any, over)) and not is_placed:
        columns.forget()  # a header that nobody can place leaves the figures without columns
    named = dict(zip((n for n, is_row in enumerate(body) if not is_row), names, strict=True))
    for number, (row, found) in enumerate(zip(rows, units, strict=True)):
        cells = (
            tuple(_body(text, row, captions[number], found, columns))
            if body[number]
            else tuple(_head(named.get(number, ()))) or tuple(_loose(row))
        )
        if not cells:  # a gap between groups of lines
            cells = (Cell(row.start, row.start, 0),)
        yield Row(cells, row.ruled, row.indent + max(0, captions[number]))


def _unjoined(text: str, rows: Sequence[PipeRow]) -> Iterator[PipeRow]:
    """The rows, one that holds a caption between its figures as two, where few do."""
    cuts = [_captions_within(text, row) for row in rows]
    if sum(map(bool, cuts)) * _FEW > len(rows):
        yield from rows
        return
    for row, within in zip(rows, cuts, strict=True):
        for first, stop in pairwise([0, *within, len(row.cells)]):
            cells = row.cells[first:stop]
            yield structs.replace(row, cells=cells, start=cells[0][0], end=cells[-1][1])


def _captions_within(text: str, row: PipeRow) -> list[int]:
    """The cells of words that stand between the amounts of a row."""
    words = [text[start:end] for start, end in row.cells]
    amounts = [place for place, said in enumerate(words) if is_amount(said)]
    if not amounts:
        return []
    return [
        place
        for place in range(amounts[0] + 1, amounts[-1])
        if len(words[place].split()) > 1 and _BEGINS_CAPTION.match(words[place])
    ]


def _at_margin(text: str, row: PipeRow, depths: Collection[int]) -> PipeRow:
    """The row of words without the empty cells that set its caption in, as deep as others are."""
    words = [text[start:end] for start, end in row.cells]
    first = next((place for place, said in enumerate(words) if said), 0)
    is_heading = words[first].endswith(":") and not any(words[first + 1 :])
    is_as_deep = first <= max(depths, default=0) and not is_of_time(words[first])
    if not first or not (is_heading or is_as_deep):
        return row
    return structs.replace(row, cells=row.cells[first:], indent=row.indent + first)


def _has_amounts(text: str, row: PipeRow) -> bool:
    """True for a row of the body."""
    return any(is_amount(text[start:end]) for start, end in row.cells)


def _units(text: str, row: PipeRow, caption: int) -> Iterator[_Value | None]:
    """What stands behind a row's caption; a sign and what closes a figure are part of it."""
    cells = row.cells
    place = caption + 1
    has_blanks = any(start == end for start, end in cells)
    while place < len(cells):
        words = text[slice(*cells[place])]
        if not words:
            yield None
            place += 1
            continue
        first = place
        following = text[slice(*cells[place + 1])] if place + 1 < len(cells) else ""
        has_sign = is_signs(words) and bool(following)
        place += 2 if has_sign else 1
        if place < len(cells) and _CLOSES.match(text[slice(*cells[place])]):
            place += 1
            is_marked = place < len(cells) and _MARK.match(text[slice(*cells[place])])
            place += bool(is_marked and has_blanks)
        said = text[cells[first][0] : cells[place - 1][1]]
        is_share = _SHARE.search(said) is not None
        is_number = any(map(str.isdigit, said))
        yield _Value(cells[first:place], has_sign, first + has_sign, is_share, is_number)


def _caption(text: str, row: PipeRow) -> int:
    """The cell of a row's caption, which empty ones may set in; -1 where an amount is the first."""
    words = [text[start:end] for start, end in row.cells]
    if reads_as_figure(words[0]) and is_amount(words[0]):
        return -1
    first = next((place for place, said in enumerate(words) if said), 0)
    is_caption = first <= _DEEPEST and any(map(str.isalpha, words[first]))
    if not is_caption or reads_as_figure(words[first]) or is_signs(words[first]):
        return 0
    return 0 if STARTS_AMOUNT.match(words[first]) else first


class _Way(Struct, frozen=True):
    """A way of counting cells: the column at each place, and how many rows it explains."""

    placing: Placing
    columns: dict[int, int]
    explained: int

    def of(self, row: Units) -> tuple[int, ...]:
        """The column of each figure; empty where one stands at none."""
        places = self.placing(row)
        known = all(place in self.columns for place in places)
        return tuple(self.columns[place] for place in places) if known else ()


class _Columns:
    """The columns of a body: how many there are, and where a row's figures stand."""

    def __init__(self, rows: Sequence[Units], heads: Sequence[Head]) -> None:
        """Those that explain the most rows; dashes that went astray make none."""
        self.count = 0
        self._ways: list[_Way] = []
        sizes = [len(_figures(row)) for row in rows]
        counts = Counter(sizes)
        named = Counter(sum(head) for head in heads)
        tried = (count for count, _ in (*counts.most_common(_TRIED), *named.most_common(_TRIED)))
        placed = {placing: list(map(placing, rows)) for placing in _WAYS}
        best = (-1, -1)
        for count in set(tried) - {0}:
            if counts[count] and _is_astray(rows, count, named, counts):
                continue
            full = [place for place, size in enumerate(sizes) if size == count]
            ways = list(_ways(placed, full, heads, count))
            score = (max((way.explained for way in ways), default=-1), count)
            if score > best:
                best, self.count, self._ways = score, count, ways
        self.is_compact = not any(unit is None for row in rows for unit in row)
        if self.is_compact:
            self._ways = []  # blanks have no cells here: a row of fewer figures tells no columns
        self._ways.sort(key=lambda way: -way.explained)
        self._shares = _shares(rows, self.count)

    def of(self, row: Units) -> tuple[int | None, ...]:
        """The column of each figure of a row; none where nobody can tell."""
        figures = _figures(row)
        if len(figures) == self.count:
            return tuple(range(self.count))
        if len(figures) > self.count:
            return self._strayed(figures)
        for explained in dict.fromkeys(way.explained for way in self._ways):
            found = {way.of(row) for way in self._ways if way.explained == explained} - {()}
            fitting = {one for one in found if self._fits(figures, one)}
            if len(fitting) == 1:
                return fitting.pop()
        return self._forced(figures)

    def forget(self) -> None:
        """Nobody can tell what the columns are of, nor then that they are columns."""
        self.count = 0
        self._shares = list[bool]()

    def told(self, head: Head) -> tuple[int, ...]:
        """The column of each name of a header whose cells are as many as a row's; else none."""
        places = [place for place, is_name in enumerate(head) if is_name]
        for way in self._ways:
            if way.placing != _by_cells and len(head) > max(way.columns):
                found = tuple(way.columns[place] for place in places if place in way.columns)
                if len(found) == len(places):
                    return found
        return ()

    def _strayed(self, figures: Sequence[_Value]) -> tuple[int | None, ...]:
        """The columns of a row with more figures than there are columns: dashes too many."""
        if sum(figure.is_number for figure in figures) != self.count:
            return (None,) * len(figures)
        columns = iter(range(self.count))
        return tuple(next(columns) if figure.is_number else None for figure in figures)

    def _fits(self, figures: Sequence[_Value], columns: Sequence[int]) -> bool:
        """True where no amount stands in a column of percentages."""
        return len(set(columns)) == len(columns) and not any(
            self._shares[column] and figure.is_number and not figure.is_share
            for figure, column in zip(figures, columns, strict=True)
        )

    def _forced(self, figures: Sequence[_Value]) -> tuple[int | None, ...]:
        """The columns that figures must be of: the first and last they could be of are one."""
        first = self._packed(figures, range(self.count))
        last = self._packed(figures[::-1], range(self.count - 1, -1, -1))[::-1]
        if len(first) != len(figures) or len(last) != len(figures):
            return (None,) * len(figures)
        return tuple(a if a == b else None for a, b in zip(first, last, strict=True))

    def _packed(self, figures: Sequence[_Value], columns: Sequence[int]) -> list[int]:
        """The columns of figures packed as closely as may be, from one side."""
        left = iter(columns)
        found: list[int] = []
        for figure in figures:
            is_amount = figure.is_number and not figure.is_share
            column = next((n for n in left if not (is_amount and self._shares[n])), None)
            if column is None:
                break
            found.append(column)
        return found


def _figures(row: Units) -> list[_Value]:
    """The figures of a row."""
    return [unit for unit in row if unit is not None]


def _is_astray(
    rows: Sequence[Units], count: int, named: Collection[int], counts: Counter[int]
) -> bool:
    """True where rows have so many figures only by a dash too many: a header names fewer."""
    full = [_figures(row) for row in rows if len(_figures(row)) == count]
    numbers = {sum(one.is_number for one in row) for row in full}
    fewer = max(numbers)
    return fewer < count and fewer in named and counts[fewer] > 2 * len(full)


def _ways(placed: _Placed, full: list[int], heads: Sequence[Head], count: int) -> Iterator[_Way]:
    """The ways of counting cells, as rows that have a figure in every column, or a name, do."""
    for placing, rows in placed.items():
        if full:
            usual = Counter(rows[place] for place in full).most_common(1)
            yield _way(placing, rows, usual[0][0])
    named = (head for head in heads if sum(head) == count > 1)
    told = Counter(tuple(n for n, is_name in enumerate(head) if is_name) for head in named)
    for places, _ in told.most_common(_TRIED):
        yield from (_way(one, placed[one], places) for one in _WAYS if one != _by_cells)


def _way(placing: Placing, rows: Sequence[Places], places: Places) -> _Way:
    """A way of counting cells with the places of its columns."""
    columns = {place: column for column, place in enumerate(places)}
    return _Way(placing, columns, sum(map(frozenset(places).issuperset, rows)))


def _shares(rows: Sequence[Units], count: int) -> list[bool]:
    """For each column whether the full rows have percentages and no amounts in it, mostly."""
    full = [_figures(row) for row in rows if len(_figures(row)) == count]
    return [
        2 * sum(row[column].is_share for row in full) > len(full) if full else False
        for column in range(count)
    ]


def _by_cells(row: Units) -> tuple[int, ...]:
    """Cells counted as they stand."""
    return tuple(unit.number for unit in row if unit is not None)


def _by_units(row: Units) -> tuple[int, ...]:
    """A figure counted as one with its signs."""
    return tuple(place for place, unit in enumerate(row) if unit is not None)


def _by_closed_units(row: Units) -> tuple[int, ...]:
    """A figure counted as one with its signs, and with the empty cell where its last would be."""
    return tuple(_closed(row, lambda _: True))


def _by_gaps(row: Units) -> tuple[int, ...]:
    """The same, where the empty cells up to the next figure are even in number."""
    return tuple(_closed(row, lambda gap: gap % 2 == 0))


def _closed(row: Units, has_tail: Callable[[int], bool]) -> Iterator[int]:
    """The place of each figure, an empty cell behind it taken in where it has one."""
    taken = 0
    for place, unit in enumerate(row):
        if unit is None:
            continue
        yield place - taken
        gap = 0
        while place + 1 + gap < len(row) and row[place + 1 + gap] is None:
            gap += 1
        is_closed = len(unit.cells) > 1 + unit.sign
        if gap and not is_closed and has_tail(gap):
            taken += 1


_WAYS: tuple[Placing, ...] = (_by_cells, _by_units, _by_closed_units, _by_gaps)


def _body(text: str, row: PipeRow, place: int, units: Units, columns: _Columns) -> Iterator[Cell]:
    """A row's caption and its figures, each in its column with its signs around it."""
    figures = [unit for unit in units if unit is not None]
    if place >= 0 and row.cells[place][0] < row.cells[place][1]:
        yield Cell(*row.cells[place], 0)
    for column, figure in zip(columns.of(units), figures, strict=True):
        if column is None:
            yield from (Cell(*cell, 0) for cell in figure.cells)
            continue
        base = 1 + column * _PITCH
        cells = list(figure.cells)
        if figure.sign:
            yield Cell(*cells.pop(0), base)
        yield Cell(*cells.pop(0), base + figure.sign, 2 - figure.sign)
        for cell in cells:
            is_mark = _MARK.match(text[slice(*cell)])
            yield Cell(*cell, 0 if is_mark else base + 2)


def _head(names: Sequence[Name]) -> Iterator[Cell]:
    """A header's cells over the columns they name."""
    for name in names:
        if name.stop <= name.first:
            yield Cell(name.start, name.end, 0)
        else:
            width = (name.stop - name.first) * _PITCH - 1
            yield Cell(name.start, name.end, 1 + name.first * _PITCH, width)


def _loose(row: PipeRow) -> Iterator[Cell]:
    """The cells of a row of words: nobody can tell which columns they are of."""
    return (Cell(start, end, 0) for start, end in row.cells if start < end)
