"""CSV files, which support a release: rows of cells, as one sheet without a name."""

import codecs
import csv
import io

from tieout.errors import Unreadable
from tieout.readers.passages import Laid
from tieout.readers.xlsx import laid_out
from tieout.readers.xlsx.measured import MOST_CELLS
from tieout.readers.xlsx.sheets import Sheet

FORMAT = "csv"

PRECEDENCE = 60
"""It is never told by its content."""

_SEPARATORS = "\t;,"
_FIRST = 20


def sniff(raw: bytes) -> bool:
    """False: any text with commas may be one, so the name of its file decides."""
    return False


def read(raw: bytes) -> Laid:
    """The rows with a tab between cells; raises Unreadable for what is no CSV, or far too wide."""
    text = _decoded(raw)
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)):
            rows.append([" ".join(cell.split()) for cell in row])
            cells += len(row)
            if cells > MOST_CELLS:
                raise Unreadable(
                    f"it has more than {MOST_CELLS:,} cells: give the filled part alone"
                )
    except csv.Error as reason:
        raise Unreadable(f"it is no CSV file: {reason}") from None
    wide = max(map(len, rows), default=0)
    if wide * len(rows) > MOST_CELLS:
        raise Unreadable(f"it spans more than {MOST_CELLS:,} cells: give the filled part alone")
    return laid_out(FORMAT, [Sheet("", [row + [""] * (wide - len(row)) for row in rows], {})])


def _decoded(raw: bytes) -> str:
    """The text; what is no UTF-8 is as Excel saves it on Windows, in one way or another."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _separator(text: str) -> str:
    """What parts the cells: the sign in most of the first lines; a comma may part thousands."""
    lines = text.split("\n", _FIRST)[:_FIRST]
    found = {sign: sum(sign in line for line in lines) for sign in _SEPARATORS}
    return max(found, key=lambda sign: found[sign]) if any(found.values()) else ","
