"""Slides: pages that are shown, told by their shape, their type and how few words they have."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, structs

from tieout.lexicon.shapes import BULLETS
from tieout.readers.pdf.figures import is_amount
from tieout.readers.pdf.grids import Region
from tieout.readers.pdf.lines import Line, Piece
from tieout.readers.pdf.pages import Page

# A page as wide as letter paper lying down is the narrowest slide; 4:3 is a little wider.
_WIDE = 1.25
_MOST_WORDS = 300
# Of the page's height: the title's type, and the usual one. A table printed across is smaller.
_TITLE = 1 / 32
_USUAL = 1 / 70
_FEWEST = 2
# What stands so far down, in parts of the page's height, is no title.
_TOP = 0.35
_LARGER = 1.15
_ALIKE = 0.12
_NARROW = 0.25
_GAP = 1.5
_LONG = 24
_NEAR = 3.0
_MOST_COLUMNS = 4
_MOST_GUTTERS = 12


def is_slide(page: Page) -> bool:
    """True for a page that lies down, with few words in large type under a larger title."""
    if page.width < _WIDE * page.height or not 0 < len(page.words) <= _MOST_WORDS:
        return False
    sizes = sorted(word.size for word in page.words)
    usual = sizes[len(sizes) // 2]
    return sizes[-1] >= _TITLE * page.height and usual >= _USUAL * page.height


def are_slides(pages: Sequence[Page]) -> bool:
    """True where a document opens with a slide, and two of three pages with words are slides."""
    shown = [is_slide(page) for page in pages if page.words]
    return len(shown) >= _FEWEST and shown[0] and sum(shown) * 3 >= len(shown) * 2


def title_of(lines: Sequence[Line], height: float) -> range:
    """The lines that are the slide's title: the first larger ones near its upper edge."""
    sizes = sorted(line.size for line in lines)
    for place, line in enumerate(lines):
        if line.base > _TOP * height:
            break
        least = min(_TITLE * height, _LARGER * sizes[len(sizes) // 2])
        if _is_phrase(line) and line.size >= least:
            stop = place + 1
            while stop < len(lines) and _goes_on(lines[stop - 1], lines[stop]):
                stop += 1
            return range(place, stop)
    return range(0)


def below(lines: Sequence[Line], titles: range) -> int:
    """Where what stands on the slide begins: behind the small lines right under its title."""
    stop = titles.stop
    while titles and stop < len(lines):
        above, line = lines[stop - 1], lines[stop]
        is_near = line.base - above.base <= 2 * lines[titles.start].size
        is_at_margin = abs(line.left - lines[titles.start].left) < line.size
        is_entry = line.text[:1] in BULLETS or not _is_phrase(line)
        if not (is_near and is_at_margin) or is_entry:
            break
        stop += 1
    return stop


def arranged(lines: Sequence[Line], width: float, depth: int = 0) -> list[list[Line]]:
    """What stands under a title, side by side: each column's lines by themselves.

    Columns are parted where no word stands between them and one has entries or both have prose; a
    table's columns have neither.
    """
    gutters = _gutters(lines, width)[:_MOST_GUTTERS] if depth < _MOST_COLUMNS else []
    parted = [_parted(lines, gutter) for gutter in gutters]
    ranked = [
        *(sides for sides in parted if _has_entries(sides[0])),
        *(sides for sides in reversed(parted) if _has_entries(sides[1])),
        *(sides for sides in parted if all(_is_prose(side) for side in sides)),
    ]
    if ranked:
        return [one for side in ranked[0] for one in arranged(side, width, depth + 1)]
    return [_with_captions(lines)]


def is_table(lines: Sequence[Line], region: Region) -> bool:
    """True where most rows of figures begin with words: bars and axes of a chart do not."""
    rows = [
        line
        for line in lines[region.start + region.heads : region.stop]
        if any(is_amount(piece.text) for piece in line.pieces)
    ]
    named = sum(_has_words(line.pieces[0].text) for line in rows if not _is_amounts(line))
    return named * 2 > len(rows)


class Look(Struct, frozen=True, gc=False):
    """What most of a slide looks like: the size of its type, and its weight."""

    size: float
    face: int


def look_of(lines: Sequence[Line]) -> Look:
    """What most of the lines of a slide look like; it has one or more."""
    sizes = sorted(line.size for line in lines)
    faces = [line.face for line in lines]
    return Look(sizes[len(sizes) // 2], max(set(faces), key=faces.count))


def stands_over(group: Sequence[Line], look: Look) -> bool:
    """True for a group set apart by its type from most of what stands on the slide."""
    return group[0].size >= _LARGER * look.size or group[0].face != look.face


def _goes_on(above: Line, line: Line) -> bool:
    """True for a further line of a title."""
    is_near = line.base - above.base <= 2 * line.size
    return is_near and abs(above.size - line.size) < _ALIKE * above.size and _is_phrase(line)


def _is_phrase(line: Line) -> bool:
    """True for words without a gap among them."""
    return "\t" not in line.text and _has_words(line.text)


def _has_words(text: str) -> bool:
    """True for what holds letters of more than a unit."""
    return sum(char.isalpha() for char in text) > 2 and not is_amount(text)


def _is_amounts(line: Line) -> bool:
    """True for a line of nothing but amounts."""
    return all(is_amount(piece.text) for piece in line.pieces)


def _gutters(lines: Sequence[Line], width: float) -> list[float]:
    """The stretches across which no word stands, from the left, each by its middle."""
    pieces = sorted((piece.left, piece.right, line.size) for line in lines for piece in line.pieces)
    found: list[float] = []
    end = pieces[0][1] if pieces else 0.0
    for left, right, size in pieces:
        middle = (left + end) / 2
        if left - end > _GAP * size and _NARROW < middle / width < 1 - _NARROW:
            found.append(middle)
        end = max(end, right)
    return found


def _parted(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    """The lines on the left and on the right of a gutter."""
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        for side, is_right in zip(sides, (False, True), strict=True):
            pieces = tuple(piece for piece in line.pieces if (piece.left > gutter) is is_right)
            if pieces:
                side.append(structs.replace(line, pieces=pieces))
    return sides


def _has_entries(lines: Sequence[Line]) -> bool:
    """True where lines are entries of a list."""
    return sum(line.text[:1] in BULLETS for line in lines) > 1


def _is_prose(lines: Sequence[Line]) -> bool:
    """True where two lines and more are long ones of words."""
    long = [line for line in lines if len(line.text) >= _LONG and not is_amount(line.text)]
    return len(long) > 1


def _with_captions(lines: Sequence[Line]) -> list[Line]:
    """The lines, with large figures beside one another parted, each over or under its caption."""
    found: list[Line] = []
    held = False
    for above, line in pairwise([*lines, None]):
        if held or above is None:
            held = False
            continue
        pairs = _pairs(above, line) if line is not None else []
        held = bool(pairs)
        found += pairs or [above]
    return found


def _pairs(above: Line, line: Line) -> list[Line]:
    """Two lines as one a column, where one has amounts alone and the other what each is.

    The amounts stand out; those of a chart are no larger than its other labels.
    """
    if len(above.pieces) != len(line.pieces) or _is_amounts(above) == _is_amounts(line):
        return []
    amounts, named = (above, line) if _is_amounts(above) else (line, above)
    if amounts.size < _LARGER * named.size:
        return []
    is_near = line.base - above.base <= _NEAR * max(above.size, line.size)
    if not is_near or not all(_has_words(piece.text) for piece in named.pieces):
        return []
    columns = list(zip(above.pieces, line.pieces, strict=True))
    if not all(_are_aligned(*column) for column in columns):
        return []
    return [structs.replace(above, pieces=column) for column in columns]


def _are_aligned(above: Piece, below: Piece) -> bool:
    """True where one stands over the other."""
    return above.left < below.right and below.left < above.right
