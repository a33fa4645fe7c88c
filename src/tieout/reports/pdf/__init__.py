"""The source PDF with a tick mark beside each figure that was tested, and notes, for the file."""

from tieout.errors import Misuse
from tieout.limits import allow
from tieout.model.workpaper import Workpaper
from tieout.reports._notes import notes

IS_BINARY = True

_OTHER = (
    "{} is no PDF, so it has no pages to be marked: print it to a PDF, or ask for --format html"
)
_LARGEST_SHEET = 1200.0
_LETTER = (612.0, 792.0)
_MEMORY_A_MARK = 16 * 1024


def marked(workpaper: Workpaper, source: bytes) -> bytes:
    """The PDF that these bytes are, unchanged, with marks and a list of them behind it.

    Raises Misuse where they are no PDF, or one that is protected against notes.
    """
    from tieout.readers.pdf import FORMAT
    from tieout.readers.pdf.places import places
    from tieout.reports.pdf.listing import listed
    from tieout.reports.pdf.marking import marks, put
    from tieout.reports.pdf.sheets import Sheets

    document = workpaper.subject.document
    if document.format != FORMAT:
        raise Misuse(_OTHER.format(document.name))
    allow(len(document.figures) * _MEMORY_A_MARK + 4 * len(source), 2 * len(source))
    pages, found = places(source, document.figures)
    told = notes(workpaper)
    drawn = marks(workpaper, told)
    sheets = Sheets(document.name, source)
    try:
        put(sheets, pages, found, drawn)
        size = (pages[0].width, pages[0].height)
        size = size if min(size) > 300 and max(size) < _LARGEST_SHEET else _LETTER
        at = {number: place.page for number, place in found.items()}
        used = [letter for mark in drawn for letter in mark.shape.letters.split()]
        lost = sum(1 for mark in drawn if not mark.is_note and mark.figure not in found)
        listed(sheets, size, workpaper, told, used, at, lost=lost)
        return sheets.saved()
    finally:
        sheets.close()
