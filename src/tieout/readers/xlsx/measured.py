"""What a workbook would take, measured by its parts before its reader makes room for all of it.

The reader makes room for every cell of the range that a sheet's cells span, and an abort of its is
no exception. So what it would find is found first: however a cell's place is written, whatever the
parts are called, and as often as sheets name one part.
"""

import zipfile
from collections.abc import Callable
from posixpath import basename
from xml.parsers import expat

from msgspec import Struct

from tieout.errors import Unreadable
from tieout.patterns import pattern
from tieout.readers.zipped import LARGEST, LARGEST_PART, part_of

MOST_CELLS = 2_000_000
"""The cells of all sheets' whole ranges, empty ones counted."""

MOST_TEXT = LARGEST_PART
"""Characters of all cells, a shared string counted in each cell that shows it."""

MOST_SHEETS = 1_000

_PLACE = pattern(r"([A-Za-z]*)([0-9]*)")
_FARTHEST = 10**9
_HIDDEN = ("hidden", "veryHidden")
_VALUES = ("v", "is", "f")
_STRINGS = "sharedstrings"
_OTHER_BOOKS = ("workbook.bin", "content.xml")
"""Parts of formats that the reader would turn to where it finds no workbook."""


class _Sheet(Struct):
    """What the cells of a part span, and how much they say."""

    deep: int = 1
    wide: int = 1
    text: int = 0
    size: int = 0


def refuse_large(archive: zipfile.ZipFile) -> None:
    """Raises Unreadable for a workbook whose sheets span or say more than any statements do."""
    names = archive.namelist()
    if any(basename(name).lower() in _OTHER_BOOKS for name in names):
        raise Unreadable("the workbook is broken: it is of two formats at once; save it again")
    parts: dict[str, list[str]] = {}
    for name in names:  # targets spell them as they like, but for the last word
        parts.setdefault(basename(name).lower(), []).append(name)
    related = _related(archive, parts)

    def parts_of(relation: str) -> list[str]:
        targets = sorted(related.get(relation, ()))
        return [name for target in targets for name in parts.get(target, ())]

    strings = [size for name in parts_of(_STRINGS) for size in _lengths(archive, name)]
    sheets = _visible(archive, parts.get("workbook.xml", []))
    if len(sheets) > MOST_SHEETS:
        raise Unreadable(f"it has more than {MOST_SHEETS:,} sheets: give those of the release")
    measured: dict[str, _Sheet] = {}
    cells = text = size = 0
    for relation in sheets:
        for name in parts_of(relation):
            if name not in measured:
                measured[name] = _measured(part_of(archive, name), name, strings)
            sheet = measured[name]
            cells += sheet.deep * sheet.wide
            text += sheet.text
            size += sheet.size
            if cells > MOST_CELLS:
                raise Unreadable(
                    f"its part {name!r} spans {sheet.deep:,} rows and {sheet.wide:,} columns; all "
                    f"sheets may span {MOST_CELLS:,} cells together: give the filled part alone"
                )
            if text > MOST_TEXT or size > LARGEST:
                raise Unreadable(
                    f"its cells hold more than {MOST_TEXT:,} characters together: "
                    "give the statements alone"
                )


def _related(archive: zipfile.ZipFile, parts: dict[str, list[str]]) -> dict[str, set[str]]:
    """The parts that relations lead to, by the relation's own name and by its kind."""
    related: dict[str, set[str]] = {_STRINGS: {f"{_STRINGS}.xml"}}

    def relate(name: str, told: dict[str, str]) -> None:
        if name == "Relationship":
            target = basename(told.get("Target", "")).lower()
            for key in (told.get("Id", ""), basename(told.get("Type", "")).lower()):
                related.setdefault(key, set()).add(target)

    for places in (places for last, places in parts.items() if last.endswith(".rels")):
        for place in places:
            parsed(part_of(archive, place), place, relate)
    return related


def _visible(archive: zipfile.ZipFile, books: list[str]) -> list[str]:
    """The relation that each visible sheet names."""
    sheets: list[str] = []

    def list_(name: str, told: dict[str, str]) -> None:
        if name == "sheet" and told.get("state") not in _HIDDEN:
            sheets.extend(told[key] for key in told if key.rpartition(":")[2] == "id")

    for book in books:
        parsed(part_of(archive, book), book, list_)
    return sheets


def _measured(part: bytes, name: str, strings: list[int]) -> _Sheet:
    """What the cells of a part span that have a value."""
    sheet = _Sheet(size=len(part))
    row = column = 0
    place = ""
    is_shared = is_value = False
    index = ""

    def begin(element: str, told: dict[str, str]) -> None:
        nonlocal row, column, place, is_shared, is_value, index
        if element == "row":
            row, column = _number(told["r"]) if "r" in told else row + 1, 0
        elif element == "c":
            place = told.get("r", "")
            column += 1
            is_shared = told.get("t") == "s"
        elif element in _VALUES:
            letters, digits = _PLACE.match(place).groups()  # type: ignore[union-attr]
            sheet.wide = max(sheet.wide, column_of(letters) if letters else column)
            sheet.deep = max(sheet.deep, _number(digits) if digits else row)
            is_value, index = is_shared and element == "v", ""

    def say(words: str) -> None:
        nonlocal index
        if is_value:
            index += words

    def end(element: str) -> None:
        nonlocal is_value
        if is_value and element == "v":
            is_value = False
            number = _number(index.strip())
            sheet.text += strings[number] if number < len(strings) else 0

    parsed(part, name, begin, say, end)
    return sheet


def _lengths(archive: zipfile.ZipFile, name: str) -> list[int]:
    """How long each of the shared strings of a part is."""
    found: list[int] = []

    def begin(element: str, _: dict[str, str]) -> None:
        if element == "si":
            found.append(0)

    def say(words: str) -> None:
        if found:
            found[-1] += len(words)

    parsed(part_of(archive, name), name, begin, say)
    return found


def parsed(
    part: bytes,
    name: str,
    begin: Callable[[str, dict[str, str]], None],
    say: Callable[[str], None] | None = None,
    end: Callable[[str], None] | None = None,
) -> None:
    """Tells of every element of a part by its local name; raises Unreadable where it is no XML."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda element, told: begin(element.rpartition(":")[2], told)
    if say is not None:
        parser.CharacterDataHandler = say
    if end is not None:
        parser.EndElementHandler = lambda element: end(element.rpartition(":")[2])
    parser.StartDoctypeDeclHandler = _refuse_declared
    try:
        parser.Parse(part, True)  # noqa: FBT003 - the library's signature
    except expat.ExpatError:
        raise Unreadable(f"the workbook is broken: its part {name!r} is no XML") from None


def _refuse_declared(*_: object) -> None:
    """Raises Unreadable: entities may be of any size, and no workbook declares any."""
    raise Unreadable("a part of it declares entities, which no document does")


def _number(digits: str) -> int:
    """A number, as far as it may matter."""
    return int(digits) if digits.isdecimal() and len(digits) < 10 else _FARTHEST


def column_of(letters: str) -> int:
    """The number of a column by its letters: 1 for A, 27 for AA."""
    column = 0
    for letter in letters.upper()[:8]:
        column = column * 26 + ord(letter) - 64
    return column
