"""The cells of a header row that name columns, each where its column stands."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import structs

from tieout.lexicon.heads import compares_columns
from tieout.lexicon.periods import NOTHING, period_words
from tieout.lexicon.spoken import is_of_time
from tieout.patterns import pattern
from tieout.tables.cells import ReadCell
from tieout.tables.columns import Frame, Lane

# Two names in one measured cell, far apart: "2017             %".
_YEAR_AND_PERCENT = pattern(r"(?P<year>.*(?:19|20)[0-9]{2}(?:\s?FY)?)\s*(?P<percent>%)\Z")
# How unevenly names may stand beside their columns: a part of the way from one to the next.
_UNEVEN = 4
# How far left of a single column its name may stand, in the points of a measured page.
_ALONE = 48


def named(row: Sequence[ReadCell], frame: Frame) -> list[ReadCell]:
    """The cells of a header row that name columns: those beside the stub.

    In a measured grid names may stand left of the figures they name: as many periods as there
    are columns, all as far from them, are theirs in order.
    """
    beside = [one for one in row if not frame.is_stub(one.cell)]
    if not frame.is_measured:
        return _begun_early(row, beside, frame) or beside
    whole = [part for one in row for part in _parted(one, frame.lanes)]
    return _in_order(whole, frame) or [part for one in beside for part in _parted(one, frame.lanes)]


def _begun_early(
    row: Sequence[ReadCell], beside: Sequence[ReadCell], frame: Frame
) -> list[ReadCell]:
    """The row's cells in order, where the first name stands over the captions.

    None where it does not: a name is of a period. Where the last column alone is open, which may
    go without a name, or none is, the first two are periods of one form; and beside them a name
    may compare: "% Change".
    """
    lanes = frame.lanes
    if len(row) != len(lanes) or len(beside) != len(row) - 1 or not beside:
        return []
    open_lanes = [
        number
        for number, lane in enumerate(lanes)
        if all(
            lane.overlap(one.cell.column, one.cell.column + one.cell.width) <= 0 for one in beside
        )
    ]
    words = [one.words for one in row]
    if len(open_lanes) == 1 and 0 < open_lanes[0] < len(lanes) - 1:
        return _placed(row, lanes) if all(map(is_of_time, words)) else []
    if open_lanes not in ([], [len(lanes) - 1]) or not is_of_time(words[0]):
        return []
    first, second = map(_form, words[:2])
    is_begun = first == second and (any(first) or bool(open_lanes))
    named_so = all(is_of_time(one) or compares_columns(one) for one in words)
    return _placed(row, lanes) if is_begun and named_so else []


def _form(words: str) -> tuple[bool, ...]:
    """What the words say of a period, without saying which: a day, a year, a length."""
    return tuple(map(bool, structs.astuple(period_words(words))))


def _placed(row: Sequence[ReadCell], lanes: Sequence[Lane]) -> list[ReadCell]:
    """The cells, each over the column of its number."""
    return [
        structs.replace(
            one, cell=structs.replace(one.cell, column=lane.start, width=lane.end - lane.start)
        )
        for one, lane in zip(row, lanes, strict=True)
    ]


def _in_order(row: Sequence[ReadCell], frame: Frame) -> list[ReadCell]:
    """The row's last cells, each over one column; none where they do not stand evenly."""
    lanes = frame.lanes
    last = row[-len(lanes) :] if lanes else []
    if not lanes or len(last) != len(lanes) or last[0].cell.column <= frame.margin:
        return []
    pitch = min((b.end - a.end for a, b in pairwise(lanes)), default=_ALONE)
    off = [
        lane.end - one.cell.column - one.cell.width for one, lane in zip(last, lanes, strict=True)
    ]
    is_even = _UNEVEN * (max(off) - min(off)) <= pitch and max(off) < pitch and min(off) >= 0
    if not is_even or any(period_words(one.words) == NOTHING for one in last):
        return []
    return _placed(last, lanes)


def _parted(one: ReadCell, lanes: Sequence[Lane]) -> list[ReadCell]:
    """The cell, or the two names in it where they stand over two columns."""
    both = _YEAR_AND_PERCENT.match(one.words)
    if both is None:
        return [one]
    first, last = one.cell.column, one.cell.column + one.cell.width - 1
    if _nearest(first, lanes) == _nearest(last, lanes):
        return [one]
    return [
        structs.replace(
            one, words=both[name], cell=structs.replace(one.cell, column=column, width=1)
        )
        for name, column in (("year", first), ("percent", last))
    ]


def _nearest(column: int, lanes: Sequence[Lane]) -> int:
    """The number of the column of figures nearest to a place; -1 where there is none."""
    return max(
        range(len(lanes)), key=lambda number: lanes[number].overlap(column, column + 1), default=-1
    )
