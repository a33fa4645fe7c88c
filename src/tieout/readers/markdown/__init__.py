"""Markdown: pipe tables, headings with #, and whatever plain text holds."""

from collections.abc import Iterator, Sequence

from tieout.lexicon.markup import trim
from tieout.model.document import Block, Heading, Span
from tieout.patterns import pattern
from tieout.readers.passages import Laid
from tieout.readers.text.bars import is_separator
from tieout.readers.text.blocks import blocks as plain_blocks
from tieout.readers.text.blocks import title_lines
from tieout.readers.text.characters import decode
from tieout.readers.text.lines import Line, lines
from tieout.readers.text.piped import unlinked

FORMAT = "markdown"

PRECEDENCE = 60
"""Asked before plain text, after every format with a mark."""

_HEADING = pattern(r" {0,3}#{1,6}[ \t]+(?=\S)")
_CLOSING = pattern(r"(?<![ \t])[ \t]++#++[ \t]*\Z")
_FENCE = pattern(r" {0,3}(?:`{3,}|~{3,}+)[^`]*\Z")
_IMAGE = pattern(r"\s*(?:!\[[^\]\n]*\]\([^)\n]*\)\s*)+\Z")
_SAMPLE = 262_144


def sniff(raw: bytes) -> bool:
    """True for a text that has a heading with # on a line of its own, or a pipe table."""
    if b"\0" in raw[:4096]:
        return False
    above = ""
    blank = True
    for line in raw[:_SAMPLE].decode("utf-8", "replace").lstrip("\ufeff").splitlines():
        if blank and _HEADING.match(line):
            return True
        if "|" in line and "|" in above and is_separator(line):
            return True
        above, blank = line, not line.strip()
    return False


def read(raw: bytes) -> Laid:
    """The file's text as it stands, with its blocks; raises Unreadable for bytes of no text."""
    text = decode(raw)
    return Laid(FORMAT, text, tuple(_blocks(text, lines(text))))


def _blocks(text: str, found: Sequence[Line]) -> Iterator[Block]:
    """Headings with #, tables of pipes or of stacked cells, and between them plain text."""
    from tieout.readers.stacked import stacks

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
        is_heading = line.kind == "words" and _HEADING.match(text, line.start, line.end)
        is_dropped = line.kind != "blank" and _is_dropped(text[line.start : line.end])
        if not is_heading and not is_dropped:
            position += 1
            continue
        yield from plain_blocks(text, found[begun:position], titles)
        if is_heading:
            heading = _heading(text, line)
            if heading is not None:
                titles += title_lines(text, heading)
                yield heading
        begun = position = position + 1
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
    start, end = unlinked(text, start, end)
    return Heading(start, end) if start < end else None
