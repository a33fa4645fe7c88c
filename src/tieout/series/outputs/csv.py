"""The series as CSV (RFC 4180): one quarter of one concept a line, numbers exact in whole units."""

import csv
import io

import msgspec

from tieout.harmless import in_a_cell
from tieout.model.series import History
from tieout.series.outputs._rows import Row, rows

IS_BINARY = False


def render(history: History) -> bytes:
    """The sheet, UTF-8, with its header."""
    sheet = io.StringIO(newline="")
    write = csv.writer(sheet).writerow
    write(Row.__struct_fields__)
    for row in rows(history):
        write([_field(one) for one in msgspec.structs.astuple(row)])
    return sheet.getvalue().encode()


def _field(one: object) -> str:
    """A field as text; words that a spreadsheet would run as a formula are quoted."""
    if one is None:
        return ""
    if isinstance(one, bool):
        return str(one).lower()
    return in_a_cell(one) if isinstance(one, str) else str(one)
