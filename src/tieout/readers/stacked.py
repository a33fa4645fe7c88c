"""Tables whose cells came out one under the other, a line each, as copies of web pages do."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.lexicon.markup import trim
from tieout.lexicon.shapes import DASH_SET, MONTH, SIGN, YEAR
from tieout.model.document import Cell, Grid, Row, Span
from tieout.patterns import pattern
from tieout.readers.runon import pieces
from tieout.readers.text.lines import Line
from tieout.readers.text.names import NAMES_CHANGE
from tieout.readers.text.pieces import reads_as_figure

TokenKind: TypeAlias = Literal[
    "opening", "closing", "figure", "year", "day", "period", "change", "name", "prose"
]

_OPENING = pattern(rf"{SIGN}?\s?\(?\Z")
_CLOSING = pattern(r"[)%]{1,2}\Z")
_YEAR = pattern(rf"{YEAR}\Z")
_PERIOD = pattern(
    r"(?:months?|weeks?|quarters?|years?|period)\s*(?:ended|ending)|\bas (?:of|at)\b",
    re.IGNORECASE,
)
_DAY = pattern(
    rf"\A[0-9]{{1,2}}-{MONTH}(?:-[0-9]{{2,4}})?\Z"
    rf"|\b{MONTH}[ \u00a0]?[0-9]{{1,2}}(?:\b|(?={YEAR}\b))",
    re.IGNORECASE,
)
_CHANGES = ("change", "opening", "closing")
_NAMES_COLUMNS = ("year", "day", "period")
_CHANGE = pattern(rf"[(){DASH_SET}\s0-9.,]*(?:%\s*\)?|n/?m)\Z|[{DASH_SET}]+\Z", re.IGNORECASE)
_RULE = pattern(r"[-=_]{3,}\Z")
_LONGEST = 160
_LONGEST_PERIOD = 60
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 2
_SURE = (3, 5)
"""The share of rows with figures that must have the columns most of them have."""
_HEADER = 14


class _Token(Struct, frozen=True):
    """A cell: what its words may be, where they stand, and its first and last line."""

    kind: TokenKind
    start: int
    end: int
    line: int
    last: int


class _Entry(Struct, frozen=True):
    """A caption with the figures under it."""

    caption: _Token | None
    figures: tuple[_Token, ...]
    first: int
    stop: int


class Stack(Struct, frozen=True):
    """The lines [first, stop) of a table, its rows, and the titles that ran into its lines."""

    first: int
    stop: int
    rows: tuple[Row, ...]
    titles: tuple[Span, ...] = ()

    def grid(self, titles: tuple[Span, ...]) -> Grid:
        """The table under its titles."""
        cells = [cell for row in self.rows for cell in row.cells]
        return Grid(cells[0].start, cells[-1].end, self.rows, (*titles, *self.titles))


def stacks(text: str, lines: Sequence[Line]) -> Iterator[Stack]:
    """The tables in which one caption after another has the same number of figures under it."""
    tokens = list(_joined(_tokens(text, lines)))
    begun = 0
    for stop in [*_ends(tokens), len(tokens)]:
        entries = list(_entries(tokens, begun, stop))
        columns = _columns(entries)
        if columns:
            yield _stack(text, tokens, begun, entries, columns)
        begun = stop


def _tokens(text: str, lines: Sequence[Line]) -> Iterator[_Token]:
    """The lines with words as cells."""
    for number, line in enumerate(lines):
        if line.kind in ("words", "row", "rule"):
            start, end = trim(text, line.start, line.end)
            if _RULE.match(text, start, end):
                continue
            for begin, stop in pieces(text, start, end) or [(start, end)]:
                if begin < stop:
                    yield _Token(_kind(text[begin:stop]), begin, stop, number, number)


def _kind(words: str) -> TokenKind:
    """What the words of a line may be as a cell."""
    if _YEAR.match(words):
        return "year"
    if reads_as_figure(words):
        return "figure"
    if _OPENING.match(words):
        return "opening"
    if _CLOSING.match(words):
        return "closing"
    if len(words) > _LONGEST or (len(words) > _LONGEST // 2 and words.endswith((".", ";"))):
        return "prose"
    if len(words) > _LONGEST_PERIOD:
        return "name"
    if NAMES_CHANGE.match(words):
        return "change"
    return "period" if _PERIOD.search(words) else "day" if _DAY.search(words) else "name"


def _joined(tokens: Iterator[_Token]) -> Iterator[_Token]:
    """The cells with signs that stand alone taken in by their figure."""
    held: _Token | None = None
    for token in tokens:
        if held is not None and (
            (held.kind == "opening" and token.kind in ("figure", "year"))
            or (held.kind == "figure" and token.kind == "closing")
        ):
            held = _Token("figure", held.start, token.end, held.line, token.last)
            continue
        if held is not None:
            yield held
        held = token
    if held is not None:
        yield held


def _ends(tokens: Sequence[_Token]) -> Iterator[int]:
    """Where one table ends and the next begins: at prose, and at a header behind figures."""
    has_figures = False
    for place, token in enumerate(tokens):
        following = tokens[place + 1].kind if place + 1 < len(tokens) else "prose"
        heads = token.kind in ("day", "period") and following in (*_NAMES_COLUMNS, "name")
        heads = heads or (token.kind == "year" and following == "year")
        if token.kind == "prose" and following != "figure":
            yield place + 1
            has_figures = False
        elif heads and has_figures:
            yield place
            has_figures = False
        elif token.kind == "figure":
            has_figures = True


def _entries(tokens: Sequence[_Token], begun: int, stop: int) -> Iterator[_Entry]:
    """Every caption with what stands under it; years count once a caption stands over them."""
    caption: _Token | None = None
    first = begun
    figures: list[_Token] = []
    for place in range(begun, stop):
        token = tokens[place]
        if token.kind in ("figure", "year"):
            figures.append(token)
            continue
        if caption is not None or figures:
            yield _Entry(caption, tuple(figures), first, place)
        caption, first, figures = token, place, []
    if caption is not None or figures:
        yield _Entry(caption, tuple(figures), first, stop)


def _columns(entries: Sequence[_Entry]) -> int:
    """How many figures the captions of a table have; 0 where they do not agree on it."""
    counts = Counter(len(one.figures) for one in entries if _has_amounts(one))
    if not counts:
        return 0
    most = max(counts.values())
    likely = [n for n, count in counts.items() if count == most and n >= _FEWEST_COLUMNS]
    if not likely:
        return 0
    # As many rows of twice the figures are rows with an unlabelled total behind them.
    columns = min(likely) if all(n % min(likely) == 0 for n in likely) else max(likely)
    rows = sum(count for length, count in counts.items() if length % columns == 0)
    fewest, sure = _SURE
    if counts[columns] < _FEWEST_ROWS:  # few rows say it themselves: all others must bear it out
        return columns if _FEWEST_ROWS <= rows == counts.total() else 0
    return columns if rows * sure >= counts.total() * fewest else 0


def _has_amounts(entry: _Entry) -> bool:
    """True where not all that stands under a caption are years."""
    return any(figure.kind == "figure" for figure in entry.figures)


def _stack(
    text: str, tokens: Sequence[_Token], begun: int, entries: Sequence[_Entry], columns: int
) -> Stack:
    """The table from its header on to the last row with figures."""
    body = next(place for place, one in enumerate(entries) if _has_amounts(one))
    last = max(place for place, one in enumerate(entries) if _has_amounts(one))
    rows: list[Row] = []
    for entry in entries[body : last + 1]:
        rows += _rows(entry, columns)
    over = entries[body].first
    dated = _dated_columns(text, entries[body : last + 1], columns)
    top, header = _header(tokens, max(begun, over - _HEADER), over, columns, dated)
    between = [Row((_cell(tokens[place], 0),)) for place in range(top[1], over)]
    stop = tokens[entries[last].stop - 1].last + 1
    line = tokens[top[0]].line
    titles = tuple(_run_in(tokens, top[0]))[::-1]
    return Stack(line, stop, (*header, *between, *rows), titles)


def _run_in(tokens: Sequence[_Token], place: int) -> Iterator[Span]:
    """The titles that ran into the line of a table's header, the nearest first."""
    line = tokens[place].line
    for token in reversed(tokens[max(0, place - _HEADER) : place]):
        if token.line != line or token.kind == "figure":
            return
        yield Span(token.start, token.end)


def _rows(entry: _Entry, columns: int) -> Iterator[Row]:
    """A caption's row; as many more without caption as figures are left.

    Figures that do not fill the columns stay in the caption: nobody can tell their columns.
    """
    caption = () if entry.caption is None else (_cell(entry.caption, 0),)
    figures = entry.figures
    if len(figures) % columns:
        yield Row((*caption, *(_cell(figure, 0) for figure in figures)))
        return
    yield Row((*caption, *_numbered(figures[:columns])))
    for start in range(columns, len(figures), columns):
        yield Row(tuple(_numbered(figures[start : start + columns])))


def _numbered(figures: Sequence[_Token]) -> Iterator[Cell]:
    """Figures in the columns behind the caption's."""
    for column, figure in enumerate(figures, 1):
        yield _cell(figure, column)


def _cell(token: _Token, column: int, width: int = 1) -> Cell:
    """A cell that holds a line."""
    return Cell(token.start, token.end, column, width)


def _dated_columns(text: str, entries: Sequence[_Entry], columns: int) -> int:
    """How many columns there are before those at the right that tell only of changes."""
    full = [one.figures for one in entries if len(one.figures) == columns]
    for column in range(columns, 1, -1):
        cells = [text[row[column - 1].start : row[column - 1].end] for row in full]
        if not all(_CHANGE.match(cell) for cell in cells):
            return column
    return columns


def _header(
    tokens: Sequence[_Token], floor: int, over: int, columns: int, dated: int
) -> tuple[tuple[int, int], list[Row]]:
    """The tokens [first, stop) of a header, and its rows.

    The level above the figures names every column, or every one but those of changes at the
    right, which may have names of their own; names further up that divide them take as many
    columns each. What fits neither way names none.
    """
    stop = over
    while stop > floor and tokens[stop - 1].kind not in _NAMES_COLUMNS:
        stop -= 1
    while stop < over and tokens[stop].kind in _CHANGES:
        stop += 1
    rows: list[Row] = []
    first = stop
    while first > floor:
        start = first
        while start > floor and tokens[start - 1].kind in _CHANGES:
            start -= 1
        changes = tokens[start:first]
        begin = start
        while begin > floor and _names(tokens[begin - 1]) and _alike(tokens, begin - 1, start):
            begin -= 1
        names = tokens[begin:start]
        if changes and names and not rows and len(names) < columns <= len(names) + 2 * len(changes):
            dated = len(names)
        wide = columns if len(names) == columns else dated
        if not names or wide % len(names) or not (rows or len(names) == wide):
            break
        rows.insert(0, Row(tuple(_level(names, changes, wide, columns))))
        first = begin
    return ((first, stop) if rows else (over, over)), rows


def _names(token: _Token) -> bool:
    """True for a cell that names a period."""
    return token.kind in _NAMES_COLUMNS


def _alike(tokens: Sequence[_Token], place: int, stop: int) -> bool:
    """True where a cell is of the kind of the last one before `stop`."""
    return tokens[place].kind == tokens[stop - 1].kind


def _level(
    names: Sequence[_Token], changes: Sequence[_Token], wide: int, columns: int
) -> Iterator[Cell]:
    """One level of a header: names over the first columns, changes over those that are left."""
    width = wide // len(names)
    for place, one in enumerate(names):
        yield _cell(one, 1 + place * width, width)
    left = columns - wide
    if changes and left and left % len(changes) == 0:
        width = left // len(changes)
        for place, one in enumerate(changes):
            yield _cell(one, 1 + wide + place * width, width)
