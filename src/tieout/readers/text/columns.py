"""Where tables laid out in columns begin and end."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from tieout.patterns import pattern
from tieout.readers.text.page import WIDEST, Page
from tieout.readers.text.pieces import Spread

_OPEN = pattern(r"\s*<TABLE>", re.IGNORECASE)
_CLOSE = pattern(r"</TABLE>\s*\Z", re.IGNORECASE)

_MOST_LINES_BETWEEN = 24
_MOST_WORDS_BETWEEN = 10
_TALLEST_HEADER = 24
_MOST_CAPTIONS = 8
_FEWEST_ROWS = 2
_NEAR = 2
# A header may begin left of its figures, which are often narrower; prose crosses them.
_OVERHANG = 8
_CROSSES = 12
_LONG = 60
_GAP_IN_HEADER = 3


Stretch: TypeAlias = tuple[int, int]


class Region(Struct, frozen=True, gc=False):
    """The lines [first, stop) of a table; `body` is its first row, `edge` where figures start."""

    first: int
    stop: int
    body: int
    edge: int


def regions(page: Page) -> list[Region]:
    """Every table laid out in columns, in order: between <TABLE> tags, or by its columns."""
    found: list[Region] = []
    for start, stop, is_tagged in _stretches(page):
        for rows in _runs(page, start, stop, is_tagged=is_tagged):
            edge = min(piece.column for row in rows for piece in page.spread(row).figures)
            floor = max(start, found[-1].stop if found else 0)
            first = _top(page, rows[0], floor, edge, is_tagged=is_tagged)
            found.append(Region(first, rows[-1] + 1, rows[0], edge))
    return found


def _stretches(page: Page) -> Iterator[tuple[int, int, bool]]:
    """The lines in stretches: those between <TABLE> and </TABLE>, and those outside."""
    begun, opened = 0, -1
    for number, line in enumerate(page.lines):
        if line.kind != "tag":
            continue
        words = page.words(number)
        if _OPEN.match(words):
            opened = number
        elif _CLOSE.search(words) and opened >= 0:
            if begun < opened:
                yield begun, opened, False
            yield opened + 1, number, True
            begun, opened = number + 1, -1
    yield begun, len(page.lines), False


def _runs(page: Page, start: int, stop: int, *, is_tagged: bool) -> Iterator[list[int]]:
    """The rows of each table in a stretch of lines."""
    held: list[int] = []
    columns: list[Stretch] = []
    for number in range(start, stop):
        if not page.is_row(number):
            continue
        line = page.spread(number)
        taken = [(piece.column - _NEAR, piece.stop + _NEAR) for piece in line.figures]
        edge = columns[0][0] + _NEAR if columns else 0
        if held and not (
            (is_tagged or _shares(line, taken, columns, edge))
            and _bridges(page, held[-1], number, edge, is_tagged=is_tagged)
        ):
            if is_tagged or _is_table(page, held):
                yield held
            held, columns = [], []
        held.append(number)
        columns = _merged(columns, taken)
    if held and (is_tagged or _is_table(page, held)):
        yield held


def _shares(line: Spread, taken: list[Stretch], columns: list[Stretch], edge: int) -> bool:
    """True for a row with figures in columns known so far, its caption left of them."""
    caption = line.pieces[0]
    if not caption.is_figure and caption.stop > edge + _CROSSES:
        return False
    return any(low < right and left < high for low, high in taken for left, right in columns)


def _merged(columns: list[Stretch], taken: list[Stretch]) -> list[Stretch]:
    """The columns with those of one more row; overlapping ones are one."""
    found: list[Stretch] = []
    for left, right in sorted(columns + taken):
        if found and left < found[-1][1]:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


def _is_table(page: Page, rows: list[int]) -> bool:
    """True for two rows or more that share columns, not all of them years."""
    if len(rows) < _FEWEST_ROWS:
        return False
    return not all(page.spread(row).is_all_years for row in rows)


def _bridges(page: Page, above: int, below: int, edge: int, *, is_tagged: bool) -> bool:
    """True where the lines between two rows lie inside one table: captions, no prose, no header."""
    if is_tagged:
        is_one = all(page.lines[number].kind != "row" for number in range(above + 1, below))
        return is_one and not _has_prose(page, above + 1, below, edge)
    if below - above > _MOST_LINES_BETWEEN:
        return False
    if _heads_columns(page, below, edge):
        return False
    loose = 0
    for number in range(above + 1, below):
        line = page.lines[number]
        if line.kind == "row":
            return False
        if line.kind != "words":
            continue
        loose += 1
        if _heads_columns(page, number, edge) or line.end - line.start > WIDEST:
            return False
    return loose <= _MOST_WORDS_BETWEEN and not _has_prose(page, above + 1, below, edge)


def _heads_columns(page: Page, number: int, edge: int) -> bool:
    """True for words that stand over columns of figures, and for a row of years."""
    if page.lines[number].end - page.lines[number].start > WIDEST:
        return False
    line = page.spread(number)
    if line.is_row:
        return line.is_all_years and (len(line.figures) > 1 or len(line.pieces) == 1)
    first, *rest = line.pieces or (None,)
    if first is None:
        return False
    if first.column >= edge - _OVERHANG and first.stop > edge:
        return True
    before = first
    for piece in rest:
        if piece.column - before.stop >= _GAP_IN_HEADER and piece.stop > edge:
            return piece.column >= edge - _OVERHANG
        before = piece
    return False


def _has_prose(page: Page, first: int, stop: int, edge: int) -> bool:
    """True where two lines in a row, or one that ends a sentence, run across the columns."""
    above = False
    for number in range(first, stop):
        if not page.is_words(number):
            above = False
            continue
        crosses = _is_prose(page, number, edge)
        if crosses and (above or page.words(number).rstrip().endswith(".")):
            return True
        above = crosses
    return False


def _is_prose(page: Page, number: int, edge: int) -> bool:
    """True for one long piece that runs from the captions well into the columns."""
    words = page.words(number).strip()
    if len(words) < _LONG:
        return False
    if len(words) > WIDEST:
        return True
    pieces = page.spread(number).pieces
    longest = max(pieces, key=lambda piece: piece.stop - piece.column)
    length = longest.stop - longest.column
    return longest.column < edge and longest.stop > edge + _CROSSES and length >= _LONG * 2 // 3


def _top(page: Page, body: int, floor: int, edge: int, *, is_tagged: bool) -> int:
    """The first line of a table: its header, over the captions that have no figures yet."""
    top = captions = number = body
    named = False
    blanks = 0
    while number > max(floor, body - _TALLEST_HEADER):
        number -= 1
        line = page.lines[number]
        if line.kind == "blank":
            blanks += 1
            if "\f" in page.words(number):
                break
        elif line.kind == "rule":
            blanks = 0
        elif line.kind == "tag":
            if not is_tagged:
                break
        elif line.kind == "row" or line.end - line.start > WIDEST:
            break
        elif _is_over(page, number, edge, named=named, blanks=blanks):
            top, named, blanks = number, True, 0
        elif is_tagged and not _is_prose(page, number, edge):
            top, blanks = number, 0
        elif named or not _is_caption(page, number, edge) or body - number > _MOST_CAPTIONS * 2:
            break
        else:
            if not blanks:
                captions = number
            elif captions == body:
                captions = number if blanks < 2 and body - number < 3 else captions
            blanks = 0
    return top if named or is_tagged else captions


def _is_over(page: Page, number: int, edge: int, *, named: bool, blanks: int) -> bool:
    """True for a line of the header; one level may stand apart from the next by a blank line."""
    if blanks > 1 and named:
        return False
    if not _heads_columns(page, number, edge):
        return False
    pieces = page.spread(number).pieces
    return not (named and blanks) or len(pieces) > 1


def _is_caption(page: Page, number: int, edge: int) -> bool:
    """True for words that end before the columns begin."""
    pieces = page.spread(number).pieces
    return bool(pieces) and pieces[-1].stop <= edge + 2
