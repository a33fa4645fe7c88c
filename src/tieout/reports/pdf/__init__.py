"""The source PDF with a tick mark beside each figure that was tested, and notes, for the file."""

from typing import TYPE_CHECKING

from tieout.limits import allow
from tieout.model.document import Document
from tieout.model.workpaper import Workpaper
from tieout.reports._notes import notes

if TYPE_CHECKING:
    from tieout.readers.pdf.pages import Page
    from tieout.readers.pdf.places import Place
    from tieout.reports.pdf.sheets import Sheets

IS_BINARY = True

_SMALLEST, _LARGEST = 300.0, 1200.0
_LETTER = (612.0, 792.0)
_MEMORY_A_FIGURE, _MEMORY_A_LETTER = 16 * 1024, 512


def render(workpaper: Workpaper) -> bytes:
    """The document printed plainly on pages of its own, with marks and a list of them behind it."""
    from tieout.reports.pdf.printing import printed
    from tieout.reports.pdf.sheets import Sheets

    document = workpaper.subject.document
    _allow(document)
    sheets = Sheets(document.name)
    try:
        return _marked(sheets, workpaper, *printed(sheets, document))
    finally:
        sheets.close()


def marked(workpaper: Workpaper, source: bytes) -> bytes:
    """The PDF that these bytes are, unchanged, with marks and a list of them behind it.

    A document of another format is printed first. Raises Misuse for a PDF that is protected
    against notes.
    """
    from tieout.readers.pdf import FORMAT
    from tieout.readers.pdf.places import places
    from tieout.reports.pdf.sheets import Sheets

    document = workpaper.subject.document
    if document.format != FORMAT:
        return render(workpaper)
    _allow(document, len(source))
    pages, found = places(source, document.figures)
    sheets = Sheets(document.name, source)
    try:
        return _marked(sheets, workpaper, pages, found)
    finally:
        sheets.close()


def _marked(
    sheets: "Sheets", workpaper: Workpaper, pages: "list[Page]", found: "dict[int, Place]"
) -> bytes:
    """The PDF with its marks and the list of them."""
    from tieout.reports.pdf.listing import listed
    from tieout.reports.pdf.marking import marks, put

    told = notes(workpaper)
    drawn = marks(workpaper, told)
    put(sheets, pages, found, drawn)
    size = (pages[0].width, pages[0].height)
    size = size if min(size) > _SMALLEST and max(size) < _LARGEST else _LETTER
    at = {number: place.page for number, place in found.items()}
    used = [letter for mark in drawn for letter in mark.shape.letters.split()]
    tested = [mark for mark in drawn if mark.shape.look in ("agrees", "rounds")]
    lost = sum(1 for mark in tested if mark.figure not in found)
    listed(sheets, size, workpaper, told, used, at, lost=lost)
    return sheets.saved()


def _allow(document: Document, source: int = 0) -> None:
    """Allows the memory and the time that marks take, and reading the source once more."""
    memory = len(document.figures) * _MEMORY_A_FIGURE + len(document.text) * _MEMORY_A_LETTER
    allow(memory + 4 * source, 2 * source + len(document.text))
