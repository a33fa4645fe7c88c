"""A grid made a table: its titles, its headers, its rows behind their captions."""

from collections.abc import Sequence

from msgspec import structs

from tieout.lexicon.markup import clean
from tieout.lexicon.periods import NOTHING, period_words
from tieout.model.document import Document, Span
from tieout.model.table import Reading, Table, TableRow
from tieout.tables.above import headed_above
from tieout.tables.cells import ReadCell, read_row
from tieout.tables.columns import Frame, in_lanes
from tieout.tables.columns import frame as frame_of
from tieout.tables.headers import headers, height, is_title, kind_of, leading_titles
from tieout.tables.percents import in_percent

# A caption in more pieces is no caption, and joining them one by one takes their square.
_MOST_PIECES = 16


def understood(document: Document, number: int) -> Table:
    """The document's grid of that number (from 0), understood.

    Columns are where the figures stand; the rows over them are titles and headers; captions cut
    by a page or a line are rejoined.
    """
    grid = document.grids[number]
    rows = [read_row(document, row) for row in grid.rows]
    frame = frame_of(rows, is_measured=grid.is_measured)
    kinds = [kind_of(row, frame) for row in rows]
    tall = height(kinds)
    titles, body = leading_titles(rows, kinds, frame, tall)
    read = [
        _row(cells, frame, row.indent, ruled=row.ruled)
        for row, cells in zip(grid.rows[body:], rows[body:], strict=True)
        if cells
    ]
    above, over = headed_above(
        document.text, (*grid.titles, *titles), headers(rows[:tall], kinds, frame)
    )
    start = grid.start
    if above and not any(header.text for header in over) and _lacks_caption(read):
        caption, words = above[-1], clean(above[-1].of(document.text))
        if period_words(words) == NOTHING and not is_title(words):
            start, above = caption.start, above[:-1]
            read[0] = structs.replace(read[0], caption=words, spans=(caption,))
    return Table(
        number + 1,
        start,
        grid.end,
        above,
        over,
        in_percent(over, _rejoined(read)),
    )


def _lacks_caption(rows: Sequence[TableRow]) -> bool:
    """True where the first row alone has figures without a caption: a page's end parted them."""
    uncaptioned = [number for number, row in enumerate(rows) if not row.caption]
    return len(rows) > 1 and uncaptioned == [0] and rows[0].has_number


def _row(cells: Sequence[ReadCell], frame: Frame, indent: int, *, ruled: bool) -> TableRow:
    """A row behind its caption: the words left of the first column of figures."""
    stub: list[ReadCell] = []
    beside: list[ReadCell] = []
    for one in cells:
        (stub if frame.is_stub(one.cell) else beside).append(one)
    at = cells[0].cell.start
    blank = Reading("blank", at, at)
    return TableRow(
        " ".join([clean(one.words) for one in stub]),
        tuple([Span(one.cell.start, one.cell.end) for one in stub]),
        tuple([one.reading if one else blank for one in in_lanes(beside, frame.lanes)]),
        indent,
        ruled,
    )


def _rejoined(rows: list[TableRow]) -> list[TableRow]:
    """The rows with captions that ran over into the next row made whole again."""
    whole: list[TableRow] = []
    for row in rows:
        above = whole[-1] if whole else None
        is_open = above is not None and above.is_heading and len(above.spans) < _MOST_PIECES
        if above is not None and is_open and _goes_on(above.caption, row.caption):
            whole[-1] = TableRow(
                f"{above.caption} {row.caption}",
                (*above.spans, *row.spans),
                row.readings,
                above.indent,
                above.ruled,
            )
        else:
            whole.append(row)
    return whole


def _goes_on(above: str, below: str) -> bool:
    """True where a caption without figures is continued by the next one."""
    if not below or above.endswith(":"):
        return False
    return below[0].islower() or above.endswith((",", ";", "(", " and", " of"))
