"""The pages behind a marked PDF: what the marks mean, and every finding and lead by its number."""

from collections.abc import Mapping, Sequence

from tieout.model.workpaper import Workpaper
from tieout.reports._accepted import LETTERS
from tieout.reports._accepted import MEANINGS as SAID
from tieout.reports._notes import Note, standing, summary
from tieout.reports._places import Places
from tieout.reports._words import LEAD_MEANING, MEANINGS, TICKS, capital
from tieout.reports.pdf.column import Column
from tieout.reports.pdf.shapes import HEIGHT, Look, Shape, drawn
from tieout.reports.pdf.sheets import Sheets

_TITLE, _SIZE, _SMALL = 14.0, 9.0, 8.0
_INDENT = 36.0
_MARK = 9.0
_SIGNED = (
    "The source is signed. The signature is of the source as it was, which this copy holds "
    "unchanged; the marks were added behind it."
)
_MEANT: tuple[tuple[Look, str], ...] = (
    ("agrees", MEANINGS["agrees"]),
    ("rounds", MEANINGS["rounds"]),
    ("differs", f"{MEANINGS['differs']}; the number is that of a finding below"),
    ("lead", f"{LEAD_MEANING}; the number is that of a lead below"),
)
_SAID: dict[Look, str] = {"agrees": "F", "rounds": "F", "differs": "1", "lead": "?1"}


def listed(
    sheets: Sheets,
    size: tuple[float, float],
    workpaper: Workpaper,
    notes: Sequence[Note],
    letters: Sequence[str],
    pages: Mapping[int, int],
    *,
    lost: int,
) -> None:
    """Adds the pages; `pages` has the page of each figure that has a mark, counted from 0.

    `letters` are those of the marks, `lost` is how many tested figures have none.
    """
    column, places = Column(sheets, *size), Places(workpaper)
    column.words("Marks by tieout", _TITLE, "bold")
    column.gap(4)
    for sentence in summary(workpaper):
        column.words(sentence, _SIZE)
    if sheets.is_signed:
        column.words(_SIGNED, _SIZE)
    if lost:
        column.words(f"{lost:,} tested figures could not be found on the page to be marked.", _SIZE)
    _legend(sheets, column, letters)
    for note in notes:
        _note(sheets, column, note, pages, places)
    column.end()


def _legend(sheets: Sheets, column: Column, letters: Sequence[str]) -> None:
    """What frames and letters mean."""
    column.gap(8)
    column.words("What the marks mean", _SIZE + 1, "bold")
    for look, meaning in _MEANT:
        _beside(sheets, column, Shape(_SAID[look], look))
        column.words(f"{capital(meaning)}.", _SIZE, indent=_INDENT)
    for tick, meaning in TICKS.items():
        if tick in letters:
            _beside(sheets, column, Shape(tick, "agrees"))
            column.words(f"{capital(meaning)}.", _SIZE, indent=_INDENT)
    for said, letter in LETTERS.items():
        if letter in letters:
            _beside(sheets, column, Shape(letter, "by-people"))
            column.words(f"{capital(SAID[said])}.", _SIZE, indent=_INDENT)
    column.words("A figure without a mark was not tested, or states nothing.", _SIZE)
    column.gap(8)


def _note(
    sheets: Sheets, column: Column, note: Note, pages: Mapping[int, int], places: Places
) -> None:
    """A finding or a lead."""
    page = None if note.figure is None else pages.get(note.figure)
    where = standing(note, places)
    if page is None:
        where += ", without a mark"
    elif not places.place(note.check.subject).page:
        where += f", page {page + 1} of this print"
    column.gap(5)
    _beside(sheets, column, Shape(note.sign, "lead" if note.is_lead else "differs"))
    column.words(f"{note.title}: {where}", _SIZE, "bold", _INDENT)
    for sentence in note.sentences:
        column.words(sentence, _SMALL, indent=_INDENT)


def _beside(sheets: Sheets, column: Column, shape: Shape) -> None:
    """A mark beside the line that comes next."""
    page, left, base = column.down(0.0, 3 * _SIZE)
    unit = _MARK / HEIGHT
    low = base - _SIZE * 1.45
    sides = (left, low, left + shape.width * unit, low + _MARK)
    appearance = f"q {unit:.3f} 0 0 {unit:.3f} {left:.2f} {low:.2f} cm {drawn(shape)} Q"
    sheets.annotate(page, "stamp", sides, appearance)
