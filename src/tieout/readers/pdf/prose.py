"""Lines outside tables, grouped into paragraphs and headings."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tieout.lexicon.shapes import BULLETS, DASH_SET
from tieout.patterns import pattern
from tieout.readers.pdf.lines import Line

BULLET = pattern(
    rf"(?:[{BULLETS}*{DASH_SET}o]"
    r"|\(?(?:[0-9]{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])\s"
)

_USUAL = 1.2
_LOOSEST = 2.6
_LONG = 60
_APART = 1.28
_OTHER_SIZE = 0.12
_CENTRED = 1.5


def leading(lines: Sequence[Line]) -> float:
    """How far the lines of the document's prose are apart, in parts of the font's size."""
    steps = sorted(
        (below.base - above.base) / above.size
        for above, below in pairwise(lines)
        if len(above.text) > _LONG
        and abs(above.size - below.size) < _OTHER_SIZE * above.size
        and 0 < below.base - above.base < _LOOSEST * above.size
    )
    return steps[len(steps) // 2] if steps else _USUAL


def paragraphs(lines: Sequence[Line], usual: float, width: float) -> Iterator[list[Line]]:
    """The lines of a stretch of prose, in groups that are one paragraph or heading each."""
    margin = max((line.right for line in lines if len(line.text) > _LONG), default=width * 0.88)
    group: list[Line] = []
    for line in lines:
        if group and _parts(group[-1], line, usual, margin):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parts(above: Line, line: Line, usual: float, margin: float) -> bool:
    """True where a new paragraph begins with the line."""
    step, size = line.base - above.base, max(above.size, line.size)
    if step < 0 or step > _APART * max(usual, 1.0) * size:
        return True
    if abs(above.size - line.size) > _OTHER_SIZE * size or BULLET.match(line.text):
        return True
    if "\t" in line.text or ("\t" in above.text and abs(above.pieces[-1].left - line.left) > size):
        return True
    is_short = above.right + _first_word(line) < margin - size / 2
    if above.face != line.face and is_short:
        return True
    return is_short and not line.text[0].islower() and not _are_centred(above, line)


def _first_word(line: Line) -> float:
    """How much room a line's first word takes, with a blank before it."""
    piece = line.pieces[0]
    letters = len(piece.text.split(" ", 1)[0]) + 1
    return (piece.right - piece.left) * letters / max(1, len(piece.text))


def _are_centred(above: Line, line: Line) -> bool:
    """True for two lines on one axis that do not begin at one margin."""
    axis = abs((above.left + above.right) - (line.left + line.right)) / 2
    return axis < _CENTRED * line.size and abs(above.left - line.left) > line.size / 2
