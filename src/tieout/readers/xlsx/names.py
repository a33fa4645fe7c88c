"""The names that a workbook defines for single cells."""

import re
from posixpath import basename

from tieout.model.document import NamedCell
from tieout.patterns import pattern
from tieout.readers.xlsx.measured import column_of, parsed
from tieout.readers.zipped import open_archive, part_of

MOST_NAMES = 20_000
"""A workbook has a few hundred; what goes beyond is not looked at."""

_LONGEST = 300
_CELL = pattern(
    r"=?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<sheet>[^'!\[\]:,()]+))!"
    r"\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[0-9]{1,7})\Z",
    re.IGNORECASE,
)
_BUILT_IN = "_xl"


def named_cells(raw: bytes) -> tuple[NamedCell, ...]:
    """The visible names of single cells, in their order; names of ranges and formulas are none.

    Raises Unreadable where the part that has them is no XML.
    """
    archive = open_archive(raw)
    found: list[NamedCell] = []
    for part in archive.namelist():
        if basename(part).lower() == "workbook.xml":
            found += _named(part_of(archive, part), part)
    return tuple(found)


def _named(part: bytes, name: str) -> list[NamedCell]:
    """The names that a part defines."""
    found: list[NamedCell] = []
    count, called, refers = 0, "", ""

    def begin(element: str, told: dict[str, str]) -> None:
        nonlocal count, called, refers
        called = refers = ""
        if element == "definedName" and count < MOST_NAMES:
            count += 1
            is_shown = told.get("hidden", "0") in ("0", "false")
            called = told.get("name", "")[:_LONGEST] if is_shown else ""

    def say(words: str) -> None:
        nonlocal refers
        if called and len(refers) <= _LONGEST:
            refers += words[: _LONGEST + 1]

    def end(element: str) -> None:
        nonlocal called
        if element != "definedName" or not called or called.startswith(_BUILT_IN):
            return
        match = _CELL.match(refers.strip()) if len(refers) <= _LONGEST else None
        if match is not None:
            sheet = match["sheet"] or match["quoted"].replace("''", "'")
            found.append(NamedCell(called, sheet, int(match["row"]), column_of(match["column"])))
        called = ""

    parsed(part, name, begin, say, end)
    return found
