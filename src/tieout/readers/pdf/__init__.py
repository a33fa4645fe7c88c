"""PDF releases: characters where they are printed, made lines, tables and prose again."""

from tieout.readers.passages import Laid

FORMAT = "pdf"

PRECEDENCE = 20
"""A format with a mark: asked early."""

_MARK = b"%PDF-"


def sniff(raw: bytes) -> bool:
    """True where the mark of a PDF stands in the first kilobyte; some junk may come before it."""
    return _MARK in raw[:1024]


def read(raw: bytes) -> Laid:
    """The visible text and blocks of a PDF; raises Unreadable where it has no text to read.

    Lines stand in reading order, a tab between the cells of a table's row, a form feed between
    pages. Grids are measured in points from the page's left edge.
    """
    from tieout.readers.pdf.pages import open_pages
    from tieout.readers.pdf.slides import are_slides
    from tieout.readers.pdf.writer import write

    pages = open_pages(raw)
    text, blocks, _ = write(pages)
    pictures = tuple(number for number, page in enumerate(pages, 1) if page.is_picture)
    return Laid(
        *(FORMAT, text, blocks),
        pages=len(pages),
        pictures=pictures,
        is_slides=are_slides(pages),
    )
