"""Names of periods set centred over several measured columns: "13 Weeks Ended" over four."""

from collections.abc import Sequence

from msgspec import structs

from tieout.lexicon.periods import NOTHING, period_words
from tieout.tables.cells import ReadCell
from tieout.tables.columns import Lane

# How far off the middle of its columns a name may stand: a part of the way from one to the next,
# and of the width of all columns where it stands over all.
_OF_PITCH = 6
_OF_ALL = 20


def widened(named: Sequence[ReadCell], lanes: Sequence[Lane]) -> list[ReadCell]:
    """The cells of a header row, each name of a period over all the columns it is centred on.

    A name may reach over the columns that no other name of its row is nearer to: over the most of
    them that have it in their middle.
    """
    return [_reaching(one, named, lanes) for one in named]


def _reaching(one: ReadCell, named: Sequence[ReadCell], lanes: Sequence[Lane]) -> ReadCell:
    """The cell over its columns; as it was where it names no period or stands over one only."""
    if period_words(one.words) == NOTHING:
        return one
    own = [lane for lane in lanes if _nearest(lane, named) is one]
    if len(own) < 2:
        return one
    middle = _twice_middle(one.cell.column, one.cell.column + one.cell.width)
    room = 2 * (own[-1].start - own[0].start) // ((len(own) - 1) * _OF_PITCH)
    whole = max(room, 2 * (own[-1].end - own[0].start) // _OF_ALL)
    found: tuple[int, int, int] | None = None
    for first, last in _stretches(len(own)):
        start, end = own[first].start, own[last].end
        off = abs(_twice_middle(start, end) - middle)
        is_whole = (first, last) == (0, len(own) - 1)
        if off <= (whole if is_whole else room) and (found is None or off < found[0]):
            found = (off, start, end)
            if is_whole:
                break
    if found is None:
        return one
    _, start, end = found
    return structs.replace(one, cell=structs.replace(one.cell, column=start, width=end - start))


def _stretches(count: int) -> list[tuple[int, int]]:
    """The first and last of all, then of every stretch of two or more without some at one side."""
    all_but_last = [(0, last) for last in range(count - 1, 0, -1)]
    return [*all_but_last, *((first, count - 1) for first in range(1, count - 1))]


def _nearest(lane: Lane, named: Sequence[ReadCell]) -> ReadCell:
    """The name whose middle is nearest to the column's."""
    middle = _twice_middle(lane.start, lane.end)
    return min(
        named,
        key=lambda one: abs(
            _twice_middle(one.cell.column, one.cell.column + one.cell.width) - middle
        ),
    )


def _twice_middle(start: int, end: int) -> int:
    """Twice the middle of a stretch, a whole number."""
    return start + end
