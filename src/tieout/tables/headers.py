"""The rows over a table's figures: titles, and the words that stand over each column."""

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

from tieout.lexicon.markup import clean
from tieout.lexicon.numbers import COUNTS
from tieout.lexicon.periods import period_words
from tieout.lexicon.shapes import DASH_SET
from tieout.model.document import Span
from tieout.model.table import Header
from tieout.patterns import pattern
from tieout.tables.cells import ReadCell
from tieout.tables.centred import widened
from tieout.tables.columns import Frame, Lane
from tieout.tables.named import named

RowKind: TypeAlias = Literal["amounts", "names", "caption", "blank"]

_TALLEST = 16
_MARK = pattern(r"\([1-9]\)\Z")
"""A note's mark under a column's name: "JUL 1, 2006" over "(1)"."""
_CHANGE = pattern(r"%?\s?change\Z", re.IGNORECASE)
_END = r"[\s(]{0,2}[^\W\d_]{0,3}[$€£¥]?[\s(]{0,2}\d[\d.,]{0,20}[%\s)]{0,3}(?:[mb]illion)?\s{0,2}"
_RANGE = pattern(rf"{_END}(?:[{DASH_SET}]|to\b|and\b){_END}", re.IGNORECASE)
_COUNTS = pattern(r"[$€£¥%.,]|[mb]illion")
"""What a range of years or of days has not."""
_TITLE = pattern(
    r"statements?\b|balance sheets?\b|unaudited|audited|in (?:thousands|millions|billions)|000s?\b"
    r"|\bdollars\b|ended\b|as of\b|reconciliation|supplement|highlights|selected|summary",
    re.IGNORECASE,
)


def is_title(words: str) -> bool:
    """True for what stands over a table: it names a statement, a time or a scale."""
    return _TITLE.search(words) is not None


def kind_of(row: Sequence[ReadCell], frame: Frame) -> RowKind:
    """What a row is: it has amounts, or it names columns, or it has a caption only."""
    if not row:
        return "blank"
    beside = [one for one in row if not frame.is_stub(one.cell)]
    captioned = len(beside) < len(row)
    if any(_is_amount(one, captioned=captioned) for one in beside):
        return "amounts"
    return "names" if beside or named(row, frame) else "caption"


def height(kinds: Sequence[RowKind]) -> int:
    """How many rows stand over the body: up to the last that names columns before an amount."""
    tall = 0
    for number, kind in enumerate(kinds[:_TALLEST]):
        if kind == "amounts":
            return tall
        if kind == "names":
            tall = number + 1
    return tall


def leading_titles(
    rows: Sequence[Sequence[ReadCell]], kinds: Sequence[RowKind], frame: Frame, tall: int
) -> tuple[tuple[Span, ...], int]:
    """The title lines inside a table, and where its body begins.

    Captions over the header are titles, and so is what stands in the header's stub. Without a
    header only captions that read like titles are.
    """
    titles: list[Span] = []
    for number, (row, kind) in enumerate(zip(rows, kinds, strict=True)):
        is_over = number < tall
        words = row[0].words if row else ""
        if not is_over and (kind != "caption" or tall or not is_title(words)):
            return tuple(titles), number
        if row and frame.is_stub(row[0].cell) and not _is_named(row, frame):
            titles.append(Span(row[0].cell.start, row[0].cell.end))
    return tuple(titles), len(rows)


def _is_named(row: Sequence[ReadCell], frame: Frame) -> bool:
    """True where a row's first cell names a column itself."""
    return any(one.cell.start == row[0].cell.start for one in named(row, frame))


def headers(
    rows: Sequence[Sequence[ReadCell]], kinds: Sequence[RowKind], frame: Frame
) -> tuple[Header, ...]:
    """For each column the words over it, every level joined.

    A cell stands over the columns it overlaps; in a measured grid also over one that it stands
    beside, up to half way to the next column, unless it names a single one, as names do that
    stand side by side.
    """
    words: list[list[str]] = [[] for _ in frame.lanes]
    spans: list[list[Span]] = [[] for _ in frame.lanes]
    reach = frame.reach
    for row, kind in zip(rows, kinds, strict=False):
        if kind != "names":
            continue
        names = named(row, frame)
        reaching = widened(names, frame.outer) if frame.is_measured else names
        apart = _side_by_side(reaching, frame.outer, reach) if reach else frozenset[int]()
        for number, lane in enumerate(frame.lanes):
            over = _over(reaching, lane, frame.lanes, reach, apart)
            if over is not None and (over in names or lane.overlap(*_stretch(over)) > 0):
                words[number].append(clean(over.words))
                spans[number].append(Span(over.cell.start, over.cell.end))
    return tuple(
        Header(" ".join(said), tuple(where)) for said, where in zip(words, spans, strict=True)
    )


def _stretch(one: ReadCell) -> tuple[int, int]:
    """The stretch of the grid's columns that a cell takes."""
    return one.cell.column, one.cell.column + one.cell.width


def _over(
    row: Sequence[ReadCell],
    lane: Lane,
    lanes: Sequence[Lane],
    reach: int,
    apart: frozenset[int],
) -> ReadCell | None:
    """The cell of a header row that stands over a column; of two alike, the one further right.

    Those `apart` stand over no column but their own.
    """
    best, most = None, 0
    for number, one in enumerate(row):
        start = one.cell.column
        shared = lane.overlap(start, start + one.cell.width)
        is_over = shared > 0 or (
            -shared < reach and number not in apart and not _is_of_one(one, row, lane, lanes)
        )
        if is_over and (best is None or shared >= most):
            best, most = one, shared
    return best


def _is_of_one(one: ReadCell, row: Sequence[ReadCell], lane: Lane, lanes: Sequence[Lane]) -> bool:
    """True for a sign, or one "Change" of several, that stands over another column or near it.

    A single "Change" may stand over those in money and in percent. So with a count whose unit
    stands on the next line: "Nine" over "Months".
    """
    several = sum(_CHANGE.match(other.words) is not None for other in row) > 1
    is_count = one.words.lower() in COUNTS
    if one.words != "%" and not is_count and not (several and _CHANGE.match(one.words)):
        return False
    middle = one.cell.column + one.cell.width // 2
    nearest = max(lanes, key=lambda other: other.overlap(middle, middle + 1))
    return nearest != lane and (one.words == "%" or nearest.overlap(middle, middle + 1) > 0)


def _side_by_side(row: Sequence[ReadCell], outer: Sequence[Lane], reach: int) -> frozenset[int]:
    """The numbers of the names in the middle of one column each, next to another that is."""
    single: dict[int, int] = {}
    for number, one in enumerate(row):
        start, end = _stretch(one)
        over = [n for n, lane in enumerate(outer) if lane.overlap(start, end) > 0]
        if len(over) == 1:
            lane = outer[over[0]]
            if abs(lane.start + lane.end - start - end) <= reach:
                single[over[0]] = number
    return frozenset(one for n, one in single.items() if n - 1 in single or n + 1 in single)


def _is_amount(one: ReadCell, *, captioned: bool) -> bool:
    """True for a figure that is no year and no note's mark, and for a dash behind a caption.

    Behind a caption a range counts too, "$321.0 - $323.0", if it is none of days.
    """
    if one.reading.kind == "number":
        return not one.is_year and (captioned or not _MARK.match(one.words))
    if captioned and _COUNTS.search(one.words) and _RANGE.fullmatch(one.words.strip()):
        return period_words(one.words).start is None
    return one.reading.kind in ("nil", "not-meaningful") and captioned
