"""The visible sheets of a workbook, their cells as words."""

import io
import re
import zipfile
from collections.abc import Iterator

from msgspec import Struct

from tieout.errors import Unreadable
from tieout.readers.xlsx.display import shown
from tieout.readers.zipped import open_archive, part_of

MOST_CELLS = 4_000_000
"""The cells of a sheet's whole range, empty ones counted: the reader allots them all."""

_MISSING = "a workbook needs python-calamine: pip install 'tieout[excel]'"
_PLACE = re.compile(rb"<(?:\w+:)?(?:c|row)\b[^>]*?\br=[\"']([A-Z]{0,3})([0-9]{1,7})[\"']")
_EMPTY_ROWS = 2


class Sheet(Struct, frozen=True):
    """A sheet: its name, its rows as words, and how many columns a merged cell covers."""

    name: str
    rows: list[list[str]]
    widths: dict[tuple[int, int], int]

    def tables(self) -> Iterator[tuple[int, int]]:
        """The rows [first, stop) of each table; empty rows part one from the next."""
        first, last = -1, -1
        for number, row in enumerate(self.rows):
            if not any(row):
                continue
            if first >= 0 and number - last > _EMPTY_ROWS:
                yield first, last + 1
                first = -1
            first, last = (number if first < 0 else first), number
        if first >= 0:
            yield first, last + 1


def sheets(raw: bytes) -> Iterator[Sheet]:
    """Every visible sheet in the workbook's order; raises Unreadable for what is no workbook."""
    _refuse_wide(open_archive(raw))
    try:
        from python_calamine import (
            CalamineError,
            CalamineWorkbook,
            SheetTypeEnum,
            SheetVisibleEnum,
        )
    except ImportError:
        raise Unreadable(_MISSING) from None
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        for told in workbook.sheets_metadata:
            if told.visible != SheetVisibleEnum.Visible or told.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(told.name)
            rows = [list(map(shown, row)) for row in sheet.to_python(skip_empty_area=False)]
            merged = getattr(sheet, "merged_cell_ranges", None) or ()
            widths = {(top, left): right - left + 1 for (top, left), (_, right) in merged}
            yield Sheet(told.name, rows, widths)
    except (CalamineError, ValueError, OSError) as reason:
        raise Unreadable(f"the workbook is broken: {reason}") from None


def _refuse_wide(archive: zipfile.ZipFile) -> None:
    """Raises Unreadable for a sheet whose cells span more than any statement's."""
    for info in archive.infolist():
        if not info.filename.startswith("xl/worksheets/") or not info.filename.endswith(".xml"):
            continue
        deep = wide = 1
        for place in _PLACE.finditer(part_of(archive, info.filename)):
            deep = max(deep, int(place[2]))
            wide = max(wide, _column(place[1]))
        if deep * wide > MOST_CELLS:
            raise Unreadable(
                f"its part {info.filename!r} spans {deep:,} rows and {wide:,} columns: "
                "give the filled part alone"
            )


def _column(letters: bytes) -> int:
    """The number of a column by its letters: 1 for A, 27 for AA."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column
