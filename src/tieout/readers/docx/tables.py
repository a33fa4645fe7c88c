"""The rows of a Word table, with merged cells over the columns they cover."""

from collections.abc import Iterator

from msgspec import Struct, structs

from tieout.readers.docx.elements import Element, attribute, child, local, number, setting
from tieout.readers.docx.words import words_of
from tieout.readers.spans import widened

_TWIPS = 20
_HOLDERS = frozenset(("sdt", "sdtContent", "ins", "customXml", "moveTo"))
_WIDEST = 1000
_NO_LINE = ("", "nil", "none")


class DraftCell(Struct, frozen=True):
    """A cell before it is written: its words, and the columns it covers."""

    words: str
    column: int
    width: int


class DraftRow(Struct, frozen=True):
    """A row before it is written."""

    cells: tuple[DraftCell, ...]
    ruled: bool
    indent: int


def rows_of(table: Element) -> Iterator[DraftRow]:
    """The rows that stand once changes are accepted.

    A line over a row's figures, or under those of the row above, rules it; lines over every row
    say nothing.
    """
    rows: list[DraftRow] = []
    underlined = False
    for row in _standing(table):
        elements = list(_inside(row, "tc"))
        cells = _widened(list(_cells(row, elements)))
        figures = elements[1:]
        ruled = underlined or any(_line(element, "top") for element in figures)
        underlined = any(_line(element, "bottom") for element in figures)
        rows.append(DraftRow(cells, ruled, _indent(elements[0]) if elements else 0))
    is_lined = all(row.ruled for row in rows[1:])
    for drafted in rows:
        yield structs.replace(drafted, ruled=False) if is_lined else drafted


def paragraphs_of(table: Element) -> Iterator[Element]:
    """The paragraphs in the cells of the rows that stand, in the order they are read in."""
    for row in _standing(table):
        for cell in _inside(row, "tc"):
            if _is_read(cell):
                yield from _paragraphs(cell)


def _standing(table: Element) -> Iterator[Element]:
    """The rows that stand once changes are accepted."""
    for row in _inside(table, "tr"):
        if child(child(row, "trPr"), "del") is None:
            yield row


def _inside(element: Element, name: str) -> Iterator[Element]:
    """The children of that name, those in content controls and insertions among them."""
    stack = [iter(element)]
    while stack:
        one = next(stack[-1], None)
        if one is None:
            stack.pop()
        elif local(one) == name:
            yield one
        elif local(one) in _HOLDERS:
            stack.append(iter(one))


def _cells(row: Element, elements: list[Element]) -> Iterator[DraftCell]:
    """The cells of a row; one that goes on with the cell above it is passed over."""
    column = min(_WIDEST, number(setting(child(row, "trPr"), "gridBefore")))
    for element in elements:
        span = setting(child(element, "tcPr"), "gridSpan")
        width = max(1, min(_WIDEST, number(span)))
        if _is_read(element):
            yield DraftCell(_words(element), column, width)
        column += width


def _is_read(cell: Element) -> bool:
    """True for a cell that stands, and does not go on with the one above it."""
    properties = child(cell, "tcPr")
    merged = child(properties, "vMerge")
    goes_on = merged is not None and attribute(merged, "val") != "restart"
    return child(properties, "cellDel") is None and not goes_on


def _widened(cells: list[DraftCell]) -> tuple[DraftCell, ...]:
    """The cells of a row, those of a header over the empty ones behind them."""
    wide = widened(
        [cell.words for cell in cells],
        [cell.column for cell in cells],
        [cell.width for cell in cells],
    )
    return tuple(
        structs.replace(cell, width=width) for cell, width in zip(cells, wide, strict=True)
    )


def _words(cell: Element) -> str:
    """The words of a cell, those of tables inside it among them."""
    return " ".join(" ".join(map(words_of, _paragraphs(cell))).split())


def _paragraphs(cell: Element) -> Iterator[Element]:
    """The paragraphs of a cell, those of tables inside it among them."""
    stack = [iter(cell)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif local(element) == "p":
            yield element
        elif local(element) not in ("tcPr", "trPr", "tblPr", "del"):
            stack.append(iter(element))


def _indent(cell: Element) -> int:
    """How far the first paragraph of a cell is set in, in points."""
    properties = child(child(cell, "p"), "pPr")
    setting_in = child(properties, "ind")
    left = attribute(setting_in, "left") or attribute(setting_in, "start")
    first = attribute(setting_in, "firstLine")
    return max(0, number(left) + number(first) - number(attribute(setting_in, "hanging"))) // _TWIPS


def _line(cell: Element, side: str) -> bool:
    """True where a cell has a line of its own on that side."""
    borders = child(child(cell, "tcPr"), "tcBorders")
    return setting(borders, side) not in _NO_LINE
