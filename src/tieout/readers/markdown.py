"""Markdown: pipe tables, headings with #, and whatever plain text holds."""

import re
from collections.abc import Iterator, Sequence

from tieout.lexicon.markup import trim
from tieout.model.document import Block, Cell, Grid, Heading, Row, Span
from tieout.readers.passages import Laid
from tieout.readers.stacked import stacks
from tieout.readers.text.blocks import blocks as plain_blocks
from tieout.readers.text.blocks import title_lines
from tieout.readers.text.characters import decode
from tieout.readers.text.lines import Line, lines
from tieout.readers.text.tabs import reaches

FORMAT = "markdown"

PRECEDENCE = 60
"""Asked before plain text, after every format with a mark."""

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?=\S)")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*\Z")
_PIPE = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r"\s*(?::?[-=]+:?)?\s*\Z")
_SEPARATOR = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*\Z")
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})[^`]*\Z")
_IMAGE = re.compile(r"\s*(?:!\[[^\]\n]*\]\([^)\n]*\)\s*)+\Z")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)\Z")
_SET_IN = re.compile(r"(?:&(?:nbsp|emsp|ensp|#160|#xa0);|[\s\u00a0])+", re.IGNORECASE)
_SAMPLE = 262_144
_LONGEST_ROW = 65_536


def sniff(raw: bytes) -> bool:
    """True for a text that has a heading with # on a line of its own, or a pipe table."""
    if b"\0" in raw[:4096]:
        return False
    above = ""
    blank = True
    for line in raw[:_SAMPLE].decode("utf-8", "replace").lstrip("\ufeff").splitlines():
        if blank and _HEADING.match(line):
            return True
        if "|" in line and "|" in above and len(line) < _LONGEST_ROW and _SEPARATOR.match(line):
            return True
        above, blank = line, not line.strip()
    return False


def read(raw: bytes) -> Laid:
    """The file's text as it stands, with its blocks; raises Unreadable for bytes of no text."""
    text = decode(raw)
    return Laid(FORMAT, text, tuple(_blocks(text, lines(text))))


def _blocks(text: str, found: Sequence[Line]) -> Iterator[Block]:
    """Headings with #, tables of pipes or of stacked cells, and between them plain text."""
    titles: list[Span] = []
    tables = {stack.first: stack for stack in stacks(text, found)}
    begun = position = 0
    while position < len(found):
        line = found[position]
        if (stack := tables.get(position)) is not None:
            yield from plain_blocks(text, found[begun:position], titles)
            yield stack.grid(tuple(titles))
            titles.clear()
            begun = position = stack.stop
            continue
        stop = _end_of_table(text, found, position)
        is_heading = line.kind == "words" and _HEADING.match(text, line.start, line.end)
        is_dropped = line.kind != "blank" and _is_dropped(text[line.start : line.end])
        if stop == position and not is_heading and not is_dropped:
            position += 1
            continue
        yield from plain_blocks(text, found[begun:position], titles)
        if is_heading:
            heading = _heading(text, line)
            if heading is not None:
                titles += title_lines(text, heading)
                yield heading
        elif stop > position:
            yield _grid(text, found[position:stop], tuple(titles))
            titles.clear()
        begun = position = max(stop, position + 1)
    yield from plain_blocks(text, found[begun:], titles)


def _is_dropped(line: str) -> bool:
    """True for a fence, and for a line of pictures."""
    if line.lstrip()[:1] not in ("`", "~", "!"):
        return False
    return _FENCE.match(line) is not None or _IMAGE.match(line) is not None


def _heading(text: str, line: Line) -> Heading | None:
    """The words behind the #."""
    mark = _HEADING.match(text, line.start, line.end)
    words = text[line.start : line.end].rstrip()
    tail = _CLOSING.search(words[-80:])
    end = line.start + len(words) - (len(tail[0]) if tail else 0)
    start, end = trim(text, mark.end() if mark else line.start, end)
    start, end = _unlinked(text, start, end)
    return Heading(start, end) if start < end else None


def _end_of_table(text: str, found: Sequence[Line], start: int) -> int:
    """Where the pipe table that starts here ends; `start` itself where there is none.

    A table's rows begin with a pipe, or its second line is a separator.
    """
    if not _has_pipe(text, found[start]):
        return start
    stop = start + 1
    while stop < len(found) and _has_pipe(text, found[stop]):
        stop += 1
    rows = [text[line.start : line.end] for line in found[start : min(stop, start + 2)]]
    if stop - start > 1 and _SEPARATOR.match(rows[1]):
        return stop
    if stop - start > 1 and all(row.lstrip().startswith("|") for row in rows):
        return stop
    return start


def _has_pipe(text: str, line: Line) -> bool:
    """True for a line that may be a row of a pipe table."""
    if line.kind in ("blank", "tag") or line.end - line.start > _LONGEST_ROW:
        return False
    return text.find("|", line.start, line.end) >= 0


def _grid(text: str, rows: Sequence[Line], titles: tuple[Span, ...]) -> Grid:
    """The rows of a pipe table; the separator under its header is no row."""
    found: list[Row] = []
    ruled = False
    for number, line in enumerate(rows):
        pieces = _pieces(text, line)
        words = [text[start:end] for start, end in pieces]
        if any("-" in word or "=" in word for word in words) and _is_rule(words):
            ruled = ruled or number > 1
            continue
        found.append(_row(text, pieces, ruled=ruled))
        ruled = False
    start, end = trim(text, rows[0].start, rows[-1].end)
    return Grid(start, end, tuple(found), titles)


def _is_rule(words: Sequence[str]) -> bool:
    """True for dashes in every cell, longer than the one that stands for nil."""
    return all(map(_DASHES.match, words)) and any(len(word.strip()) > 1 for word in words)


def _pieces(text: str, line: Line) -> list[tuple[int, int]]:
    """The stretches between pipes, without those outside the table's edges."""
    start, end = line.start, line.end
    bars = [bar.start() for bar in _PIPE.finditer(text, start, end)]
    stretches = list(zip([start, *(bar + 1 for bar in bars)], [*bars, end], strict=True))
    if not text[slice(*stretches[0])].strip():
        stretches.pop(0)
    if stretches and not text[slice(*stretches[-1])].strip():
        stretches.pop()
    return stretches


def _row(text: str, pieces: Sequence[tuple[int, int]], *, ruled: bool) -> Row:
    """A row of cells; in one without a caption a cell reaches over the empty ones behind it."""
    words = [text[start:end] for start, end in pieces]
    wide = reaches(words) if words and not words[0].strip() else [1] * len(words)
    indent = 0
    cells: list[Cell] = []
    for column, (start, end) in enumerate(pieces):
        lead = _SET_IN.match(text, start, end)
        if lead is not None and not column and lead.end() < end:
            indent = max(0, len(lead[0].replace("&nbsp;", "\u00a0").expandtabs(4)) - 1)
        begin, stop = trim(text, lead.end() if lead else start, end)
        cells.append(Cell(*_unlinked(text, begin, stop), column, wide[column]))
    return Row(tuple(cells), ruled, indent)


def _unlinked(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a link's words, where the whole is a link."""
    if text[start : start + 1] != "[":
        return start, end
    link = _LINK.match(text[start:end])
    return (start + link.start(1), start + link.end(1)) if link else (start, end)
