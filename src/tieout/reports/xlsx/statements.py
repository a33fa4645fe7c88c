"""The sheet of a statement: figures as numbers, tick marks, and what recomputes them."""

from collections.abc import Mapping, Sequence

from tieout.model.check import Check, Ref
from tieout.reports.xlsx.looks import FILLS, INK, halved
from tieout.reports.xlsx.pages import TOP, Page, Row
from tieout.reports.xlsx.sheet import Sheet, noted

_CAPTION, _FIGURE, _MARK, _APART, _NOTE, _PLACE = 52, 13, 9, 11, 52, 26
_LEAST = 18
_BAND = TOP - 2


def write(sheet: Sheet, page: Page, text: str, about: str) -> None:
    """Everything of a statement or a table on its sheet; `text` is that of its document."""
    notes = {at: note for at in range(len(page.rows)) if (note := _note(sheet, page, at))}
    places = [_place(sheet, page, row) for row in page.rows]
    _heads(sheet, page, about, notes, places)
    for at, row in enumerate(page.rows):
        _line(sheet, page, row, at, text)
        sheet.words(TOP + at, page.after, notes.get(at, ""), sheet.looks.noted)
        sheet.words(TOP + at, page.after + 1, places[at], sheet.looks.noted)


def _note(sheet: Sheet, page: Page, at: int) -> str:
    """What there is to say of the tests of a line, a column each."""
    said: list[str] = []
    for column, reading in enumerate(page.rows[at].readings):
        check = sheet.plan.first(Ref(page.document, reading.figure))
        if check is not None and column in page.recomputed and (words := noted(check)):
            is_told = check.outcome == "differs" or len(page.tested) == 1  # of which column it is
            said.append(words if is_told else f"{page.headers[column]}: {words}")
    return "\n".join(dict.fromkeys(said))


def _place(sheet: Sheet, page: Page, row: Row) -> str:
    """Where a line stands in the document."""
    figures = (reading.figure for reading in row.readings if reading.figure >= 0)
    first = next(figures, None)
    if first is None:
        return ""
    document = sheet.plan.workpaper.releases[page.document].document
    place = sheet.places.line(Ref(page.document, first))
    return place.removeprefix(document.name).strip() if page.document else place


def _heads(
    sheet: Sheet, page: Page, about: str, notes: Mapping[int, str], places: Sequence[str]
) -> None:
    """Over each column what it is, and over them what kind of columns they are."""
    longest = max((len(row.caption) + 2 * row.depth for row in page.rows), default=0)
    heads: list[tuple[str, float]] = [("", min(max(longest, _LEAST), _CAPTION))]
    for header in page.headers:
        heads.append((header, _FIGURE))
        if page.has_marks:
            heads.append(("", _MARK))
    if page.tested:
        heads.append(("", 2))
        for column in page.tested:
            heads += [(page.headers[column], _FIGURE), ("Difference", _APART)]
    longest = max((len(line) for note in notes.values() for line in note.split("\n")), default=0)
    heads.append(("Note" if notes else "", min(longest, _NOTE) if notes else 2))
    heads.append(("Where", min(max(map(len, places), default=0), _PLACE) + 2))
    sheet.head(page.title, about, heads, frozen=1)
    if page.tested:
        halved(sheet.sheet, [width for _, width in heads], page.column(len(page.headers)))
    for column, (words, _) in enumerate(heads[: page.after]):
        is_gap = page.tested and column == page.column(len(page.headers))
        if column and not is_gap:
            sheet.fill(TOP - 1, column, words, sheet.looks.head_right)
            first = min(page.recomputed.values(), default=0)
            told = {1: "As reported", first: "Recomputed"}.get(column, "")
            sheet.fill(_BAND, column, told, sheet.looks.band)


def _line(sheet: Sheet, page: Page, row: Row, at: int, text: str) -> None:
    """A line: its caption, its figures with their marks, and what recomputes them."""
    looks, here = sheet.looks, TOP + at
    is_bold = row.is_total or row.is_heading
    sheet.words(here, 0, row.caption, looks.caption(row.depth, is_bold=is_bold))
    for column, reading in enumerate(row.readings):
        ref = Ref(page.document, reading.figure)
        check = sheet.plan.first(ref) if reading.figure >= 0 else None
        _figure(sheet, page, row, (at, column), check, text)
        if reading.figure >= 0 and page.has_marks:
            words, ink = sheet.plan.mark(ref.figure)
            sheet.words(here, page.column(column) + 1, words, looks.mark(ink))
        if check is not None and column in page.recomputed:
            sheet.tested(here, page.recomputed[column], check)


def _figure(
    sheet: Sheet, page: Page, row: Row, at: tuple[int, int], check: Check | None, text: str
) -> None:
    """A figure as a number, or the words that stand in its place."""
    here, column = TOP + at[0], page.column(at[1])
    reading, cell = row.readings[at[1]], page.cell(*at)
    told: dict[str, object] = {"bold": True, "top": 1} if row.is_total else {}
    if check is not None and check.outcome != "agrees":
        told["bg_color"] = FILLS.get(sheet.plan.ink(check), FILLS[INK["rounds"]])
        if said := noted(check):
            sheet.comment(here, column, said)
    if cell is not None:
        sheet.number(here, column, cell, **told)
    elif reading.end > reading.start:
        words = " ".join(text[reading.start : reading.end].split())
        sheet.words(here, column, words, sheet.looks.of(align="right", **told))
