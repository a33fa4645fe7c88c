"""The sheet of a statement: figures as numbers, tick marks, and what recomputes them."""

from tieout.model.check import Check, Ref
from tieout.reports.xlsx.looks import FILLS, INK
from tieout.reports.xlsx.plan import TOP, Page, Row
from tieout.reports.xlsx.sheet import Sheet, ink_of, noted

_CAPTION, _FIGURE, _MARK, _APART, _NOTE, _PLACE = 44, 14, 7, 12, 48, 22
_LEAST_CAPTION = 18
_BAND = TOP - 2


def write(sheet: Sheet, page: Page, text: str, about: str) -> None:
    """Everything of a statement or a table on its sheet; `text` is that of its document."""
    _heads(sheet, page, about)
    for at, row in enumerate(page.rows):
        _line(sheet, page, row, at, text)


def _heads(sheet: Sheet, page: Page, about: str) -> None:
    """Over each column what it is, and over them what kind of columns they are."""
    longest = max((len(row.caption) + 2 * row.depth for row in page.rows), default=0)
    heads: list[tuple[str, float]] = [("", min(max(longest, _LEAST_CAPTION), _CAPTION))]
    for header in page.headers:
        heads.append((header, _FIGURE))
        if page.has_marks:
            heads.append(("", _MARK))
    if page.tested:
        heads.append(("", 2))
        for column in page.tested:
            heads += [(page.headers[column], _FIGURE), ("Difference", _APART)]
    heads += [("Note", _NOTE if page.has_marks else 2), ("Where in the document", _PLACE)]
    sheet.head(page.title, about, heads, frozen=1)
    looks = sheet.looks
    for column, (words, _) in enumerate(heads[1 : page.after], 1):
        sheet.words(TOP - 1, column, words, looks.head_right)
    sheet.words(_BAND, 1, "As reported", looks.band)
    for column in page.recomputed.values():
        words = "Recomputed" if column == min(page.recomputed.values()) else " "
        sheet.words(_BAND, column, words, looks.band)


def _line(sheet: Sheet, page: Page, row: Row, at: int, text: str) -> None:
    """A line: its caption, its figures with their marks, what recomputes them, notes, the place."""
    looks, here = sheet.looks, TOP + at
    is_bold = row.is_total or row.is_heading
    sheet.words(here, 0, row.caption, looks.caption(row.depth, is_bold=is_bold))
    notes: list[str] = []
    place = ""
    for column, reading in enumerate(row.readings):
        ref = Ref(page.document, reading.figure)
        check = sheet.plan.first(ref) if reading.figure >= 0 else None
        _figure(sheet, page, row, (at, column), check, text)
        if reading.figure < 0:
            continue
        place = place or sheet.places.line(ref)
        if page.has_marks:
            words, ink = sheet.plan.mark(ref.figure)
            sheet.words(here, page.column(column) + 1, words, looks.mark(ink))
        if check is not None and column in page.recomputed:
            sheet.tested(here, page.recomputed[column], check)
            if said := noted(check):
                notes.append(f"{page.headers[column]}: {said}" if len(page.tested) > 1 else said)
    sheet.words(here, page.after, "\n".join(dict.fromkeys(notes)), looks.quiet_wrapped)
    sheet.words(here, page.after + 1, place, looks.quiet)


def _figure(
    sheet: Sheet, page: Page, row: Row, at: tuple[int, int], check: Check | None, text: str
) -> None:
    """A figure as a number, or the words that stand in its place."""
    here, column = TOP + at[0], page.column(at[1])
    reading, cell = row.readings[at[1]], page.cell(*at)
    told: dict[str, object] = {"bold": True, "top": 1} if row.is_total else {}
    if check is not None and check.outcome != "agrees":
        told["bg_color"] = FILLS.get(ink_of(check), FILLS[INK["rounds"]])
        if said := noted(check):
            sheet.comment(here, column, said)
    if cell is not None:
        sheet.number(here, column, cell, **told)
    elif reading.end > reading.start:
        words = " ".join(text[reading.start : reading.end].split())
        sheet.words(here, column, words, sheet.looks.of(align="right", **told))
