"""Runs of lines with no blank between: paragraphs, headings, entries of a list."""

import re
from collections.abc import Iterator, Sequence

from tieout.lexicon.markup import trim
from tieout.model.document import Heading, Paragraph
from tieout.patterns import pattern
from tieout.readers.passages import reads_as_heading
from tieout.readers.text.lines import Line

_BULLET = pattern(
    r"[ \t\u00a0]*(?:(?:--|[-*\u2022\u00b7\u25cf])\s+(?=\S)|o {2,}(?=\S)"
    r"|(?P<lettered>\([a-z0-9]{1,3}\)\s+|[0-9]{1,2}[.)] +(?=[A-Z\"\u201c])))"
)
_STOPS = (".", ":", "!", "?", '."', ".)", ";", ".\u201d")
_STEP = 2
_FIRM = pattern(r"(?<=[, ](?:inc|ltd|n\.a|l\.p))\.\Z|(?<= corp)\.\Z|(?<= co)\.\Z", re.IGNORECASE)
_MOST_LINES = 16
_FULL = 60
# A line this long was broken by no margin, and so is none beside it.
_UNBROKEN = 300
_NEAR = 12


def prose(text: str, lines: Sequence[Line]) -> Iterator[Heading | Paragraph]:
    """The headings and paragraphs of a run of lines of words."""
    starts = [0, *_starts(text, lines)]
    for first, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield from _block(text, lines[first:stop])


def _starts(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """The lines, the first aside, that begin a paragraph: at a bullet, or set in after a stop.

    So does a line in capitals after a stop: the title of a table that follows.
    """
    if any(line.end - line.start > _UNBROKEN for line in lines):
        yield from _unbroken(text, lines)
        return
    hang = 0
    before = _indent(text, lines[0])
    bullet = _BULLET.match(text, lines[0].start, lines[0].end)
    if bullet:
        hang = bullet.end() - lines[0].start
    for number in range(1, len(lines)):
        above, line = lines[number - 1], lines[number]
        bullet = _BULLET.match(text, line.start, line.end)
        indent = _indent(text, line)
        if bullet and (not bullet["lettered"] or _may_end(text, above)):
            hang = bullet.end() - line.start
            yield number
        elif _is_title(text, line) and _ends(text, above) and not _in_capitals(text, above):
            yield number
        elif indent >= before + _STEP and indent != hang and _ends(text, above):
            hang = 0
            yield number
        before = indent


def _unbroken(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """The lines that begin a paragraph where no line is broken by its width: all but the rest."""
    for number in range(1, len(lines)):
        above, line = lines[number - 1], lines[number]
        begins = text[line.start : line.end].lstrip()[:1]
        if not begins.islower() or _ends(text, above) or _BULLET.match(text, line.start, line.end):
            yield number


def _is_title(text: str, line: Line) -> bool:
    """True for a line of several words, all in capitals, that ends no sentence."""
    words = text[line.start : line.end].split()
    return len(words) > 1 and _in_capitals(text, line) and not _ends(text, line)


def _in_capitals(text: str, line: Line) -> bool:
    """True for a line without small letters."""
    return text[line.start : line.end].isupper()


def _indent(text: str, line: Line) -> int:
    """How far a line is set in."""
    words = text[line.start : line.end]
    return len(words) - len(words.lstrip())


def _ends(text: str, line: Line) -> bool:
    """True where a line ends a sentence."""
    return text[line.start : line.end].rstrip()[-2:].endswith(_STOPS)


def _may_end(text: str, line: Line) -> bool:
    """True where a line ends a sentence, or short of the margin."""
    return _ends(text, line) or line.end - line.start < _FULL


def _block(text: str, lines: Sequence[Line]) -> Iterator[Heading | Paragraph]:
    """One heading, one paragraph, or a heading in capitals and the paragraph under it."""
    start, end = trim(text, lines[0].start, lines[-1].end)
    if start == end:
        return
    is_entry = _BULLET.match(text, lines[0].start) is not None
    if not is_entry and _is_heading(text[start:end]):
        yield Heading(start, end)
        return
    head = 0 if is_entry else _capitals(text, lines)
    if not head:
        yield Paragraph(start, end)
        return
    yield Heading(*trim(text, lines[0].start, lines[head - 1].end))
    yield Paragraph(*trim(text, lines[head].start, lines[-1].end))


def _capitals(text: str, lines: Sequence[Line]) -> int:
    """How many lines in capitals stand as a heading over lines that are not."""
    head = 0
    while head < len(lines) and text[lines[head].start : lines[head].end].isupper():
        head += 1
    if not head or head == len(lines):
        return 0
    words = text[lines[0].start : lines[head - 1].end].strip()
    below = text[lines[head].start : lines[head].end].strip()
    is_prose = any(word[:1].islower() for word in below.split()[:4]) and len(lines) - head > 1
    return head if is_prose and not below[0].islower() and _is_heading(words) else 0


def _is_heading(words: str) -> bool:
    """True for a heading's few lines; a firm's name may end in a stop, wrapped prose is none."""
    pieces = [piece.strip() for piece in words.split("\n", _MOST_LINES) if piece.strip()]
    if not reads_as_heading(_FIRM.sub("", "\n".join(pieces))):
        return False
    return not any(
        len(above) >= _FULL and (below[0].islower() or (above.split()[-1].islower() and is_flush))
        for above, below, is_flush in zip(pieces, pieces[1:], _flush(words), strict=False)
    )


def _flush(words: str) -> Iterator[bool]:
    """For each line but the first, blank ones apart, whether it begins near the margin."""
    for line in words.split("\n", _MOST_LINES)[1:]:
        if line.strip():
            yield len(line) - len(line.lstrip()) <= _NEAR
