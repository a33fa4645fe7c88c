"""Tick marks, frames and notes put on the pages of a PDF, each beside its figure."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tieout.model.check import Check
from tieout.model.workpaper import Workpaper
from tieout.readers.pdf.pages import Page
from tieout.readers.pdf.places import Place, Printed
from tieout.reports._accepted import answered, spoken
from tieout.reports._marks import proving
from tieout.reports._notes import Note
from tieout.reports._places import Places
from tieout.reports._words import TICKS
from tieout.reports.pdf.room import Box, Room
from tieout.reports.pdf.shapes import HEIGHT, Look, Shape, drawn, framed
from tieout.reports.pdf.sheets import Kind, Sheets

_MOST_LETTERS = 2
_AROUND = 1.2
_UP, _DOWN = 0.78, 0.16
"""How far a frame reaches over and under the baseline, in parts of the font's size."""


class Mark(Struct, frozen=True, gc=False):
    """What stands beside one figure, and what it says when it is pointed at."""

    figure: int
    shape: Shape
    words: str
    is_note: bool = False


def marks(workpaper: Workpaper, notes: Sequence[Note]) -> list[Mark]:
    """The marks of a workpaper, those of one figure together, in the document's order."""
    noted: dict[int, list[Mark]] = {}
    for note in notes:
        if note.figure is not None:
            look: Look = "lead" if note.is_lead else "differs"
            words = "\n".join((note.title, *note.sentences))
            mark = Mark(note.figure, Shape(note.sign, look), words, is_note=True)
            noted.setdefault(note.figure, []).append(mark)
    places = Places(workpaper)
    for number, one in answered(workpaper).items():
        told = spoken(one, workpaper, places)
        mark = Mark(number, Shape(told.letter, "by-people"), f"{told.sentence}\n{told.answer}")
        noted.setdefault(number, []).append(mark)
    found: list[Mark] = []
    for number, (ending, tested) in enumerate(
        zip(workpaper.endings, proving(workpaper), strict=True)
    ):
        if ending.outcome in ("agrees", "rounds") and tested:
            look = "agrees" if ending.outcome == "agrees" else "rounds"
            shape = Shape(" ".join(list(tested)[:_MOST_LETTERS]), look)
            said = [_said(check) for check in list(tested.values())[:_MOST_LETTERS]]
            found.append(Mark(number, shape, "\n".join(said)))
        found += noted.get(number, ())
    return found


def put(
    sheets: Sheets, pages: Sequence[Page], places: Mapping[int, Place], found: Sequence[Mark]
) -> None:
    """Puts every mark that has a place on its page; the first ones have the first choice of it."""
    by_page: dict[int, list[Mark]] = {}
    for mark in found:
        if mark.figure in places:
            by_page.setdefault(places[mark.figure].page, []).append(mark)
    for number, some in sorted(by_page.items()):
        page, room = pages[number], Room(pages[number])
        sheet = sheets.open(number)
        # What differs stands nearest to its figure: it is put first.
        for mark in sorted(some, key=lambda one: not one.is_note):
            lines = places[mark.figure].lines
            for line in lines if mark.is_note else ():
                frame = _around(line)
                room.take(frame)
                drawing = framed(mark.shape.look, *_size(frame))
                sheets.annotate(sheet, "square", *_laid(page, frame, drawing, 1.0))
            box = room.beside(lines[-1], mark.shape.width / HEIGHT)
            unit = (box.bottom - box.top) / HEIGHT
            kind: Kind = "text" if mark.is_note else "stamp"
            sheets.annotate(sheet, kind, *_laid(page, box, drawn(mark.shape), unit), mark.words)
        sheet.close()


def _laid(
    page: Page, box: Box, drawing: str, unit: float
) -> tuple[tuple[float, float, float, float], str]:
    """The sides of a box in the PDF's own measure, and a drawing put there as the page is read."""
    (x, y), (x1, y1) = page.at(box.left, box.bottom), page.at(box.right, box.top)
    along = {0: (1, 0, 0, 1), 1: (0, 1, -1, 0), 2: (-1, 0, 0, -1), 3: (0, -1, 1, 0)}
    turn = " ".join(f"{unit * one:.3f}" for one in along.get(page.turn, along[0]))
    sides = (min(x, x1), min(y, y1), max(x, x1), max(y, y1))
    return sides, f"q {turn} {x:.2f} {y:.2f} cm {drawing} Q"


def _around(line: Printed) -> Box:
    """The frame around what is printed on a line."""
    top, bottom = line.base - _UP * line.size, line.base + _DOWN * line.size
    return Box(line.left - _AROUND, top - _AROUND, line.right + _AROUND, bottom + _AROUND)


def _size(box: Box) -> tuple[float, float]:
    """How wide and how high a box is."""
    return box.right - box.left, box.bottom - box.top


def _said(check: Check) -> str:
    """A check in a line: its letter with what that means, and what it found."""
    meaning = TICKS.get(check.tick, "").partition(":")[0]
    return f"{check.tick} {meaning}: {check.message or check.formula} ({check.rule})"
