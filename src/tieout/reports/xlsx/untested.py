"""The sheet of what was not tested, by what would settle it, each figure with its place."""

from tieout.model.check import Ref
from tieout.reports._ended import tallied
from tieout.reports._understood import places
from tieout.reports._unsettled import unsettled, why
from tieout.reports._words import counted
from tieout.reports.xlsx.pages import TOP
from tieout.reports.xlsx.sheet import Sheet

_HEADS = (("Figure", 18), ("Where", 60), ("In its row or sentence", 80), ("Why", 52))


def write(sheet: Sheet) -> None:
    """Every figure that was not tested under what would settle it, other documents first."""
    workpaper, looks = sheet.plan.workpaper, sheet.looks
    many = counted(tallied(workpaper)["not-tested"], "figure")
    sheet.head("Not tested, and why", f"{many}, by what would settle them.", _HEADS)
    sheet.sheet.outline_settings(visible=True, symbols_below=False)
    row = TOP
    for group in unsettled(workpaper):
        for column in range(len(_HEADS)):
            sheet.sheet.write_blank(row, column, None, looks.group)
        sheet.words(row, 0, group.sentence, looks.group)
        for number in group.figures:
            row += 1
            sheet.level(row, 1)
            _figure(sheet, row, Ref(0, number))
            sheet.words(row, 3, why(workpaper, group, number), looks.noted)
        row += 1
    unread = places(workpaper)
    if unread:
        sheet.words(row + 1, 0, "Not understood", looks.bold)
        for at, words in enumerate(unread, row + 2):
            sheet.words(at, 0, words, looks.plain)


def _figure(sheet: Sheet, row: int, ref: Ref) -> None:
    """A figure with its place and its words."""
    sheet.lead(row, 0, ref, sheet.places.printed(ref))
    sheet.words(row, 1, sheet.where(ref), sheet.looks.noted)
    sheet.quote(row, 2, ref)
