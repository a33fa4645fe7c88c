"""Tables whose cells are parted by pipes: where they begin and end, and their rows."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from msgspec import Struct, structs

from tieout.lexicon.periods import NOTHING, period_words
from tieout.patterns import pattern
from tieout.readers.text.bars import (
    SET_IN,
    PipeRow,
    amounts_in,
    cells_of,
    ends,
    has_pipe,
    is_amount,
    is_separator,
    is_signs,
    leads,
    row_of,
)
from tieout.readers.text.lines import Line

Ending: TypeAlias = Literal["line", "pipe", "blank"]
"""What ends a row: its line, a pipe at a line's end, or a blank line."""

_SENTENCE = pattern(r"[a-z]\.\s*\Z")
_LONGEST_GAP = 12
_NEAR = 2
_LONGEST_CAPTION = 400
_MOST_LINES = 4
_SELDOM = 20
# A line as long as this was broken by its width: what follows goes on with it.
_BROKEN = 60


class PipeTable(Struct, frozen=True, gc=False):
    """The lines [first, stop) of a table, and its rows.

    `is_even` is true where every row has as many cells as the others, or a separator says that
    they stand under one another.
    """

    first: int
    stop: int
    rows: tuple[PipeRow, ...]
    is_even: bool


def pipe_tables(text: str, lines: Sequence[Line]) -> Iterator[PipeTable]:
    """Every table of rows parted by pipes, in order; prose with a pipe in it is none."""
    is_open = _is_open(text, lines)
    position = floor = 0
    while position < len(lines):
        if not has_pipe(text, lines[position]):
            position += 1
            continue
        first = position
        stop = _stop(text, lines, first)
        if first > floor and _is_captioned(text, lines, first):
            first -= 1
        for table in _tables(text, lines, first, stop, is_open=is_open):
            yield table
            floor = table.stop
        position = stop


def _is_open(text: str, lines: Sequence[Line]) -> bool:
    """True where rows of figures end without a pipe, if their last cell is no empty one."""
    full = [line for line in lines if amounts_in(text, line) > 1]
    return sum(not ends(text, line) for line in full) * _SELDOM > len(full)


def _is_captioned(text: str, lines: Sequence[Line], first: int) -> bool:
    """True where the line over a table's first is its caption: the row itself has only figures."""
    above = lines[first - 1]
    if above.kind != "words" or above.end - above.start > _LONGEST_CAPTION:
        return False
    if not leads(text, lines[first]):
        return False
    words = [text[start:end] for start, end in cells_of(text, lines[first].start, lines[first].end)]
    return any(map(is_amount, words)) and all(
        is_amount(one) or is_signs(one) for one in words if one
    )


def _stop(text: str, lines: Sequence[Line], first: int) -> int:
    """The line behind the last of a run of pipe rows: with blanks and captions between them."""
    last = position = first + 1
    while position < len(lines):
        line = lines[position]
        if line.kind == "blank":
            position += 1
            if position - last > _LONGEST_GAP:
                return last
        elif has_pipe(text, line):
            last = position = position + 1
        elif line.kind == "tag" or (below := _goes_on(text, lines, position, last)) < 0:
            return last
        else:
            position = below
    return last


def _goes_on(text: str, lines: Sequence[Line], position: int, last: int) -> int:
    """The pipe row that lines of words are the beginning of; -1 where they are a title, or prose.

    Right under a row they are a caption, or the rest of a cell. Under a blank line they are only
    where the row has nothing but figures, or as many as the last one, or was broken.
    """
    below = position
    while below < len(lines) and below - position < _MOST_LINES:
        if lines[below].kind in ("blank", "tag") or has_pipe(text, lines[below]):
            break
        below += 1
    if below == len(lines) or not has_pipe(text, lines[below]):
        return -1
    above = lines[below - 1]
    if above.end - lines[position].start > _LONGEST_CAPTION * 2:
        return -1
    if position == last or (below == position + 1 and _is_captioned(text, lines, below)):
        return below
    amounts = amounts_in(text, lines[below])
    over = amounts_in(text, lines[last - 1]) or amounts
    if amounts and position - last <= _NEAR and amounts == over:
        return below
    begins = text[lines[below].start : lines[below].end].lstrip()[:1]
    is_broken = begins.islower() or above.end - above.start >= _BROKEN
    is_sentence = _SENTENCE.search(text, max(above.start, above.end - 4), above.end)
    return below if begins != "|" and is_broken and not is_sentence else -1


def _tables(
    text: str, lines: Sequence[Line], first: int, stop: int, *, is_open: bool
) -> Iterator[PipeTable]:
    """The tables of a run of pipe rows, in order: cut where another one's header begins."""
    ending = "line" if is_open else _ending(text, lines, first, stop)
    spans = list(_rows(text, lines, first, stop, ending))
    found = [row_of(text, lines[start:end], is_apart=apart) for start, end, apart in spans]
    heads = _heads(text, found)
    rows: list[PipeRow] = []
    begun = first
    widest = 0
    has_amounts = False
    for (start, end, is_apart), row, is_head in zip(spans, found, heads, strict=True):
        words = [text[begin:finish] for begin, finish in row.cells]
        if is_apart and ending == "pipe" and rows and not _is_framed(text, row):
            yield from _table(text, lines, begun, start, rows)
            rows, begun, widest, has_amounts = [], end, 0, False
            continue
        is_empty = not any(words)
        opens = is_empty and len(words) > max(widest, _MOST_LINES)
        if has_amounts and (opens or (is_apart and is_head and not is_empty)):
            yield from _table(text, lines, begun, start, rows)
            rows, begun, widest, has_amounts = [], start, 0, False
        rows.append(row)
        has_amounts = has_amounts or _has_amount(words)
        widest = 0 if is_empty and not has_amounts else max(widest, len(words))
    yield from _table(text, lines, begun, stop, rows)


def _heads(text: str, rows: Sequence[PipeRow]) -> list[bool]:
    """For each row whether it is of a header: periods are named from there on up to an amount."""
    found: list[bool] = []
    is_head = False
    for row in reversed(rows):
        words = [text[start:end] for start, end in row.cells]
        if _has_amount(words):
            is_head = False
        else:
            names = [one for one in words[1:] if one]
            is_head = is_head or any(period_words(one) != NOTHING for one in names)
            is_head = is_head or (not words[0] and bool(names))
        found.append(is_head)
    return found[::-1]


def _is_framed(text: str, row: PipeRow) -> bool:
    """True for a row that begins or ends with a pipe."""
    return "|" in (text[row.start], text[row.end - 1])


def _has_amount(words: Sequence[str]) -> bool:
    """True for a row with an amount behind its caption, or none but amounts."""
    return any(map(is_amount, words[1:])) or (len(words) > 1 and is_amount(words[0]))


def _table(
    text: str, lines: Sequence[Line], first: int, stop: int, rows: Sequence[PipeRow]
) -> Iterator[PipeTable]:
    """The table these rows are, where they are one; separators are rules and no rows."""
    while stop > first and not has_pipe(text, lines[stop - 1]):
        stop -= 1
    kept: list[PipeRow] = []
    ruled = has_separator = False
    for number, row in enumerate(rows):
        words = [text[start:end].strip() for start, end in row.cells]
        if is_separator(text[row.start : row.end]) and any(len(word) > 1 for word in words):
            has_separator = has_separator or number == 1
            ruled = ruled or number > 1
        elif any(words) or kept:
            kept.append(structs.replace(row, ruled=ruled))
            ruled = False
    while kept and not any(start < end for start, end in kept[-1].cells):
        kept.pop()
    if not kept or not (has_separator or _is_table(text, kept)):
        return
    edged = has_separator or _is_edged(text, kept)
    even = tuple(_unedged(text, row, edged=edged) for row in kept)
    is_even = has_separator or (len(even) > 1 and len({len(row.cells) for row in even}) == 1)
    yield PipeTable(first, stop, even, is_even)


def _is_table(text: str, rows: Sequence[PipeRow]) -> bool:
    """True for rows that begin or end with a pipe, or whose cells mostly are figures."""
    framed = sum(_is_framed(text, row) for row in rows)
    if framed * 4 >= len(rows) * 3:
        return len(rows) > 1 or sum(start < end for start, end in rows[0].cells) > 1
    beside = [[text[start:end] for start, end in row.cells[1:]] for row in rows]
    figures = [sum(is_amount(one) or is_signs(one) for one in row) for row in beside]
    return sum(map(bool, figures)) > 1 and sum(figures) * 2 >= sum(
        bool(one) for row in beside for one in row
    )


def _is_edged(text: str, rows: Sequence[PipeRow]) -> bool:
    """True where every row begins with a pipe and one of them has a caption behind it."""
    if any(text[row.start] != "|" for row in rows):
        return False
    seconds = [text[slice(*row.cells[1])] for row in rows if len(row.cells) > 1]
    captions = [one for one in seconds if any(map(str.isalpha, one)) and not is_amount(one)]
    return len(captions) * 2 > len(rows)


def _unedged(text: str, row: PipeRow, *, edged: bool) -> PipeRow:
    """The row without the empty cells that pipes at its edges make."""
    cells = row.cells
    if cells and text[row.end - 1] == "|":
        cells = cells[:-1]
    if len(cells) > 1 and edged and text[row.start] == "|":
        cells = cells[1:]
    indent = 0
    if cells and cells[0][0] < cells[0][1]:
        lead = max(text.rfind("|", row.start, cells[0][0]) + 1, row.start)
        blanks = SET_IN.match(text, lead, cells[0][0])
        indent = _set_in(blanks[0]) if blanks else 0
    return structs.replace(row, cells=cells, indent=indent)


def _set_in(lead: str) -> int:
    """How far blanks before a caption set it in, the one behind a pipe aside."""
    return max(0, len(lead.replace("&nbsp;", "\u00a0").expandtabs(4)) - 1)


def _ending(text: str, lines: Sequence[Line], first: int, stop: int) -> Ending:
    """What ends the rows of a run of lines.

    A blank line does where every cell has a line of its own; a pipe where most lines end with one.
    """
    whole = lines[first:stop]
    piped = [line for line in whole if has_pipe(text, line)]
    if sum(ends(text, line) for line in piped) * 2 <= len(piped):
        return "line"
    chunks = several = single = 0
    held: list[Line] = []
    for line in [*whole, None]:
        if line is not None and line.kind != "blank":
            held.append(line)
            continue
        counts = [amounts_in(text, one) for one in held]
        if sum(counts):
            chunks += 1
            behind = [one for one, count in zip(held[1:], counts[1:], strict=True) if count]
            is_one = max(counts) == 1 and not any(_has_caption(text, one) for one in behind)
            single += is_one and not any(_opens(text, *two) for two in pairwise(held))
            several += sum(counts) > 1
        held = []
    return "blank" if chunks > 1 and single * 3 >= chunks * 2 and several * 2 >= chunks else "pipe"


def _has_caption(text: str, line: Line) -> bool:
    """True for a line whose first cell has words and no amount."""
    start, end = next(cells_of(text, line.start, line.end))
    return start < end and not is_amount(text[start:end])


def _opens(text: str, above: Line, line: Line) -> bool:
    """True where a row has ended and words without a pipe begin another."""
    return ends(text, above) and not has_pipe(text, line)


def _rows(
    text: str, lines: Sequence[Line], first: int, stop: int, ending: Ending
) -> Iterator[tuple[int, int, bool]]:
    """The lines [first, stop) of each row, and whether blank lines stand above it."""
    begun = -1
    is_apart = was_apart = False
    for number in range(first, stop):
        line = lines[number]
        if line.kind == "blank":
            if begun >= 0:
                yield begun, number, was_apart
            begun, is_apart = -1, True
            continue
        if begun < 0:
            begun, was_apart, is_apart = number, is_apart, False
        following = lines[number + 1] if number + 1 < stop else None
        if following is None or following.kind == "blank" or ending == "blank":
            continue
        if _closes(text, line, following, ending):
            yield begun, number + 1, was_apart
            begun = -1
    if begun >= 0:
        yield begun, stop, was_apart


def _closes(text: str, line: Line, following: Line, ending: Ending) -> bool:
    """True where a row ends with its line: a caption alone does not, nor a line left open.

    Where rows are lines, a line without a pipe is a caption of its own, if none goes on with it.
    """
    if not has_pipe(text, line):
        words = text[line.start : line.end].strip()
        begins = text[following.start : following.end].lstrip()[:1]
        is_heading = words.endswith(":") or words.isupper()
        return begins != "|" and not begins.islower() and (ending == "line" or is_heading)
    return ending == "line" or ends(text, line) or amounts_in(text, line) > 1
