"""The sheet of what was not tested, by the reason, each figure with its line and column."""

from tieout.model.check import Ref
from tieout.reports._understood import places
from tieout.reports._words import counted
from tieout.reports.xlsx.claims import quoted
from tieout.reports.xlsx.pages import TOP
from tieout.reports.xlsx.sheet import Sheet

_HEADS = (
    *(("Figure", 18), ("Line", 46), ("Column", 36), ("Where", 28)),
    ("In its row or sentence", 80),
)


def write(sheet: Sheet) -> None:
    """Every figure that was not tested under its reason, the commonest reason first."""
    workpaper, looks = sheet.plan.workpaper, sheet.looks
    many = counted(workpaper.coverage["not-tested"], "figure")
    sheet.head("Not tested, and why", f"{many}, by the reason.", _HEADS)
    sheet.sheet.outline_settings(visible=True, symbols_below=False)
    row = TOP
    for reason, numbers in workpaper.untested.items():
        for column in range(len(_HEADS)):
            sheet.sheet.write_blank(row, column, None, looks.group)
        sheet.words(row, 0, f"{counted(len(numbers), 'figure')}: {reason}", looks.group)
        for number in numbers:
            row += 1
            sheet.level(row, 1)
            _figure(sheet, row, Ref(0, number))
        row += 1
    unread = places(workpaper)
    if unread:
        sheet.words(row + 1, 0, "Not understood", looks.bold)
        for at, words in enumerate(unread, row + 2):
            sheet.words(at, 0, words, looks.plain)


def _figure(sheet: Sheet, row: int, ref: Ref) -> None:
    """A figure with its line and column."""
    sheet.lead(row, 0, ref, sheet.places.printed(ref))
    line, column = sheet.plan.line_and_column(ref)
    sheet.words(row, 1, line or sheet.places.caption(ref))
    sheet.words(row, 2, column)
    sheet.words(row, 3, sheet.places.line(ref), sheet.looks.noted)
    sheet.sentence(row, 4, quoted(sheet, ref))
