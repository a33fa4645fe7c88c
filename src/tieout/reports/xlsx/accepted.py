"""One thing a person said, on the first sheet: its letter, of what, the answer, and the place."""

from tieout.model.accepted import Accepted
from tieout.reports._accepted import spoken
from tieout.reports._words import SIGNS
from tieout.reports.xlsx.looks import INK, PEOPLE_INK
from tieout.reports.xlsx.sheet import Sheet


def entry(sheet: Sheet, row: int, one: Accepted) -> int:
    """Writes an entry in two rows, and is the row behind it; its figure leads to its cell."""
    looks, holds = sheet.looks, one.standing == "holds"
    told = spoken(one, sheet.plan.workpaper, sheet.places)
    figure = sheet.places.printed(one.ref) if one.ref is not None else one.entry.reported
    mark = f"{told.letter} {figure}" if holds else f"{SIGNS['differs']} {told.letter} {figure}"
    ink = PEOPLE_INK if holds else INK["differs"]
    look = looks.of(font_color=ink, bold=True, text_wrap=True)
    if one.ref is None:
        sheet.words(row, 0, mark, look)
    else:
        sheet.lead(row, 0, one.ref, mark, look)
        sheet.words(row + 1, 0, sheet.where(one.ref), looks.noted)
    changed = f": {told.changed}" if told.changed else ""
    sheet.words(row, 1, f"{told.sentence}{changed}", None if holds else look)
    sheet.words(row + 1, 1, told.answer, looks.quiet_wrapped)
    return row + 2
