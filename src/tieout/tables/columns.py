"""The columns of a table: where its figures stand, whatever the grid's own columns are."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from tieout.model.document import Cell
from tieout.tables.cells import ReadCell

# A figure's cell wider than this many times the usual one spans columns and makes none.
_SPANS = 3

MOST_LANES = 128
"""Columns of figures: no statement has a quarter of them, and every row is asked for each."""


class Lane(Struct, frozen=True, gc=False):
    """A column of figures: the stretch [start, end) of the grid's columns it takes."""

    start: int
    end: int

    def overlap(self, start: int, end: int) -> int:
        """How much of a stretch lies in the column; negative is how far away it is."""
        return min(self.end, end) - max(self.start, start)


class Frame(Struct, frozen=True, gc=False):
    """How a table is laid out: its columns of figures, and where its captions begin.

    `outer` are the columns with the room of signs set far left of figures: "$       7,219".
    """

    lanes: tuple[Lane, ...]
    margin: int
    is_measured: bool
    outer: tuple[Lane, ...] = ()

    @property
    def reach(self) -> int:
        """How far beside its column a header may stand: half way to the next one."""
        if not self.is_measured or len(self.lanes) < 2:
            return self.lanes[0].end if self.is_measured and self.lanes else 0
        return min(b.end - a.end for a, b in pairwise(self.lanes)) // 2

    def is_stub(self, cell: Cell) -> bool:
        """True for a cell that stands with the captions, left of every column of figures.

        A header may begin left of the figures it stands over; a caption begins at the margin.
        """
        if not self.lanes:
            return cell.column <= self.margin
        first = self.lanes[0].start
        if cell.column + cell.width <= first or cell.column <= self.margin:
            return True
        return self.is_measured and 2 * (cell.column - self.margin) < first - self.margin


def frame(rows: Sequence[Sequence[ReadCell]], *, is_measured: bool) -> Frame:
    """The frame of a table from its rows."""
    margin = min((one.cell.column for row in rows for one in row), default=0)
    found = tuple(_beside_captions(lanes(rows, is_measured=is_measured), rows))
    outer = tuple(_with_signs(found, rows)) if is_measured else found
    return Frame(found, margin, is_measured, outer)


def lanes(rows: Iterable[Sequence[ReadCell]], *, is_measured: bool) -> list[Lane]:
    """The columns of figures from left to right: figures whose cells overlap share one.

    The stub, which a grid of counted columns has first, holds no figures; years name columns. A
    table of too many columns has none, and is read as words.
    """
    by_row = [
        [
            (one.cell.column, one.cell.column + one.cell.width)
            for one in row
            if one.is_figure and not one.is_year and (is_measured or one.cell.column)
        ]
        for row in rows
    ]
    stretches = [stretch for row in by_row for stretch in row]
    widths = sorted(end - start for start, end in stretches)
    widest = _SPANS * widths[len(widths) // 2] if widths else 0
    found: list[Lane] = []
    for start, end in sorted(stretches):
        if end - start > max(widest, 2):
            continue
        if found and start < found[-1].end:
            found[-1] = Lane(found[-1].start, max(found[-1].end, end))
        else:
            found.append(Lane(start, end))
    found = _parted(found, by_row)
    return found if len(found) <= MOST_LANES else []


def _beside_captions(found: list[Lane], rows: Sequence[Sequence[ReadCell]]) -> list[Lane]:
    """The columns without a first one where captions stand, some of which wrap at a number.

    "10,000,000" alone on a line between "Common stock," and "shares authorized" is no figure.
    """
    if len(found) < 2:
        return found
    words = alone = 0
    for row in rows:
        first = in_lanes(row, found[:1])[0]
        if first is None:
            continue
        if not first.is_figure:
            words += len(row) > 1 and row[0] is first
        elif len(row) > 1 or first.is_year:
            return found
        else:
            alone += 1
    return found[1:] if alone and words > alone else found


def _with_signs(found: Sequence[Lane], rows: Sequence[Sequence[ReadCell]]) -> Iterator[Lane]:
    """The columns, each from where the furthest sign before a figure of its own alone stands."""
    starts: list[list[int]] = [[lane.start] for lane in found]
    for row in rows:
        for one in row:
            if one.reading.currency and not one.is_year:
                end = one.cell.column + one.cell.width
                over = [n for n, lane in enumerate(found) if lane.overlap(one.cell.column, end) > 0]
                if len(over) == 1:
                    starts[over[0]].append(one.cell.column)
    for lane, own in zip(found, starts, strict=True):
        yield Lane(min(own), lane.end)


def _parted(found: Sequence[Lane], rows: Sequence[Sequence[tuple[int, int]]]) -> list[Lane]:
    """The columns, one in which most rows have several figures parted as the most rows part it.

    A single row whose cells span others than the rest's bridges two columns.
    """
    starts = [lane.start for lane in found]
    held_in = [0] * len(found)
    several: list[Counter[tuple[tuple[int, int], ...]]] = [Counter() for _ in found]
    for row in rows:
        numbers = [bisect_right(starts, start) - 1 for start, _ in row]
        held = set(numbers)
        for number in held:
            held_in[number] += 1
            if len(held) < len(numbers) and numbers.count(number) > 1:
                apart = zip(row, numbers, strict=True)
                several[number][tuple([one for one, at in apart if at == number])] += 1
    parted: list[Lane] = []
    for number, lane in enumerate(found):
        usual = several[number].most_common(1)
        if usual and usual[0][1] > 1 and 2 * several[number].total() > held_in[number]:
            parts = [Lane(start, end) for start, end in sorted(usual[0][0])]
            if all(one.end <= other.start for one, other in pairwise(parts)):
                parted += parts
                continue
        parted.append(lane)
    return parted


def in_lanes(row: Sequence[ReadCell], lanes: Sequence[Lane]) -> list[ReadCell | None]:
    """The cell of a row that stands in each column, a figure before words; None for a blank."""
    found: list[ReadCell | None] = [None] * len(lanes)
    most = [0] * len(lanes)
    for one in row:
        start = one.cell.column
        end = start + one.cell.width
        for number, lane in enumerate(lanes):
            if lane.start >= end:
                break
            if lane.end <= start:
                continue
            best, shared = found[number], lane.overlap(start, end)
            is_better = best is None or (one.is_figure, shared) > (best.is_figure, most[number])
            if shared > 0 and is_better:
                found[number], most[number] = one, shared
    return found
