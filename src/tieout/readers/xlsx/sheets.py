"""The visible sheets of a workbook, their cells as words."""

import io
from collections.abc import Iterator

from msgspec import Struct

from tieout.errors import Unreadable
from tieout.extras import needs
from tieout.readers.xlsx.display import shown
from tieout.readers.xlsx.measured import refuse_large
from tieout.readers.zipped import open_archive

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
    try:
        from python_calamine import (
            CalamineError,
            CalamineWorkbook,
            SheetTypeEnum,
            SheetVisibleEnum,
        )
    except ImportError:
        raise Unreadable(needs("a workbook", "python-calamine", "excel")) from None
    refuse_large(open_archive(raw))
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
