"""Rows of tables whose cells stand in one line of words each, under a line of their columns' names.

"Q4 FY26 Q4 FY25 Y/Y" over "Revenue $58.8 billion $55.4 billion 6%" is a table of three columns.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from tieout.lexicon.shapes import MONTH, SCALE_WORD, SIGN, YEAR
from tieout.model.document import Block, Cell, Grid, Heading, Row, Span
from tieout.patterns import pattern
from tieout.readers.passages import Laid
from tieout.readers.text.pieces import reads_as_figure

_CHANGE = r"(?:[YQ]/[YQ]|[YQ]o[YQ]|[YQ]-o-[YQ]|%?\s?change|%\s?chg\.?)"
_SHORT = r"'?(?:[0-9]{2}|(?:19|20)[0-9]{2})"
_PERIOD = (
    rf"(?:(?:Q[1-4]|[1-4]Q|H[12]|[12]H)(?:\s?FY)?\s?{_SHORT}|FY\s?{_SHORT}|{MONTH}\s[0-9]{{1,2}},\s{YEAR}"
    rf"|{YEAR})"
)
_NAME = pattern(rf"(?:(?P<period>{_PERIOD})|{_CHANGE})(?=\s|\Z)", re.IGNORECASE)
_WORD = pattern(r"\S+")
_BEHIND = pattern(rf"(?:{SCALE_WORD}|[)%]{{1,2}})\Z", re.IGNORECASE)
_BEFORE = pattern(rf"{SIGN}?\(?\Z")
_LETTER = pattern(r"[^\W\d_]")
_LONGEST, _LONGEST_CAPTION = 240, 100
_FEWEST_COLUMNS = _FEWEST_ROWS = 2
_TITLES = 2


def with_flat_tables(laid: Laid) -> tuple[Block, ...]:
    """The blocks, lines that are a table's rows under the names of its columns made the table."""
    blocks = laid.blocks
    made: list[Block] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        names = _names(laid.text, block)
        rows = list(_rows(laid.text, _from(blocks, place + 1), len(names))) if names else []
        if len(rows) < _FEWEST_ROWS:
            made.append(block)
            place += 1
            continue
        over = Row(tuple(Cell(one.start, one.end, n) for n, one in enumerate(names, 1)))
        end = rows[-1].cells[-1].end
        made.append(Grid(block.start, end, (over, *rows), tuple(_titles(made))))
        place += 1 + len(rows)
    return tuple(made)


def _from(blocks: Sequence[Block], place: int) -> Iterator[Block]:
    """The blocks from a place on, one by one."""
    return (blocks[number] for number in range(place, len(blocks)))


def _titles(before: Sequence[Block]) -> list[Span]:
    """The headings right over a table, from the first on."""
    found: list[Span] = []
    for block in reversed(before[-_TITLES:]):
        if not isinstance(block, Heading):
            break
        found.insert(0, Span(block.start, block.end))
    return found


def _is_line(text: str, block: Block) -> bool:
    """True for words in one line, no longer than a row of a table is."""
    is_short = not isinstance(block, Grid) and block.end - block.start <= _LONGEST
    return is_short and "\n" not in text[block.start : block.end]


def _names(text: str, block: Block) -> list[Span]:
    """The names of columns that a line consists of; none where it has other words."""
    if not _is_line(text, block):
        return []
    names: list[Span] = []
    periods = 0
    at = block.start
    while at < block.end:
        name = _NAME.match(text, at, block.end)
        if name is None:
            return []
        names.append(Span(name.start(), name.end()))
        periods += name["period"] is not None
        at = name.end()
        while at < block.end and text[at].isspace():
            at += 1
    return names if periods >= _FEWEST_COLUMNS else []


def _rows(text: str, blocks: Iterable[Block], columns: int) -> Iterator[Row]:
    """The rows that follow: a caption and as many figures as there are columns."""
    for block in blocks:
        row = _row(text, block, columns)
        if row is None:
            return
        yield row


def _row(text: str, block: Block, columns: int) -> Row | None:
    """A line as a row: so many figures end it, and words stand before them."""
    if not _is_line(text, block):
        return None
    words = [Span(*one.span()) for one in _WORD.finditer(text, block.start, block.end)]
    cells: list[Span] = []
    while words and len(cells) < columns:
        figure = _figure(text, words)
        if figure is None:
            return None
        cells.insert(0, figure)
    if len(cells) < columns or not words or reads_as_figure(words[-1].of(text)):
        return None
    caption = Span(words[0].start, words[-1].end)
    if caption.end - caption.start > _LONGEST_CAPTION or not _LETTER.search(caption.of(text)):
        return None
    figures = (Cell(one.start, one.end, n) for n, one in enumerate(cells, 1))
    return Row((Cell(caption.start, caption.end, 0), *figures))


def _figure(text: str, words: list[Span]) -> Span | None:
    """The last figure of the words, taken off them, with the signs and the scale around it."""
    end = words[-1].end
    if len(words) > 1 and _BEHIND.match(words[-1].of(text)):
        words.pop()
    if not reads_as_figure(words[-1].of(text)):
        return None
    start = words.pop().start
    if words and _BEFORE.match(words[-1].of(text)):
        start = words.pop().start
    return Span(start, end)
