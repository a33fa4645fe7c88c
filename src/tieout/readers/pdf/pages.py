"""The pages of a PDF, each a set of words with the places where they are printed."""

from typing import Any

from msgspec import Struct

from tieout.errors import Unreadable
from tieout.extras import needs
from tieout.readers.pdf.legible import NO_TEXT, refuse_illegible
from tieout.readers.pdf.marks import refuse_endless
from tieout.readers.pdf.native import Box, drawn
from tieout.readers.pdf.packed import refuse_swelling, unpacked
from tieout.readers.pdf.words import Word, words_of

MOST_PAGES = 400
MOST_CHARACTERS = 1_500_000
_MOST_OBJECTS = 50_000
_FEWEST_CHARACTERS = 200
"""A page with fewer may be a scan under a stamp or a footer."""
_THICKEST = 3.0
_SHORTEST_RULE = 6.0

# PDFium's number for a password that is missing or wrong, and for a security scheme unknown.
_LOCKED = ("password", "security")


class Rule(Struct, frozen=True, gc=False):
    """A horizontal line drawn on a page, in points from its left and top edges."""

    left: float
    right: float
    top: float


class Page(Struct, frozen=True):
    """The upright words of a page, and the rules drawn on it.

    `is_picture` is true where a picture fills most of it and there are hardly any words. `turn` is
    how often it is turned by a quarter to be read, `box` what of the sheet it shows.
    """

    width: float
    height: float
    words: list[Word]
    rules: list[Rule]
    is_picture: bool = False
    turn: int = 0
    box: Box = (0.0, 0.0, 0.0, 0.0)

    def at(self, across: float, down: float) -> tuple[float, float]:
        """Where a place of the page as it is read stands in the PDF's own measure."""
        left, bottom, right, top = self.box
        if self.turn == 1:
            return left + down, bottom + across
        if self.turn == 2:
            return right - across, bottom + down
        if self.turn == 3:
            return right - down, top - across
        return left + across, top - down


def open_pages(raw: bytes) -> list[Page]:
    """Every page of a PDF; raises Unreadable for what is damaged, locked, too long or no text."""
    try:
        import pypdfium2
    except ImportError:
        raise Unreadable(needs("reading a PDF", "pypdfium2", "pdf")) from None

    refuse_swelling(raw)
    refuse_endless(raw, unpacked)
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as reason:
        if any(word in str(reason).lower() for word in _LOCKED):
            raise Unreadable("it is encrypted: save a copy without its password") from None
        raise Unreadable("the PDF is damaged: download or export it again") from None
    try:
        return _pages(document, pypdfium2.raw, pypdfium2.PdfiumError)
    finally:
        document.close()


def _pages(document: Any, raw: Any, failure: type[Exception]) -> list[Page]:  # noqa: ANN401
    """The pages of an open document, while the limits hold."""
    count = len(document)
    if count > MOST_PAGES:
        raise Unreadable(f"it has {count:,} pages; the limit is {MOST_PAGES}: give the release")
    pages: list[Page] = []
    characters = 0
    for number in range(count):
        try:
            page = document[number]
        except failure:
            raise Unreadable(f"page {number + 1} is damaged: export the PDF again") from None
        text = page.get_textpage()
        characters += text.count_chars()
        if characters > MOST_CHARACTERS:
            raise Unreadable(f"it has more than {MOST_CHARACTERS:,} characters: give the release")
        pages.append(_page(raw, page, text))
        text.close()
        page.close()
    if not pages:
        raise Unreadable("the PDF has no pages")
    if all(page.is_picture for page in pages):
        raise Unreadable(NO_TEXT)
    refuse_illegible([word.text for page in pages for word in page.words])
    return pages


def _page(raw: Any, page: Any, text: Any) -> Page:  # noqa: ANN401 - pypdfium2 has no types
    """One page, turned so that most of its words are upright."""
    left, bottom, right, top = page.get_cropbox()
    turn, words = words_of(raw, text.raw, text.count_chars(), (left, bottom, right, top))
    width, height = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
    rules = _rules(raw, page, left, top) if turn == 0 else []
    is_picture = text.count_chars() < _FEWEST_CHARACTERS and any(
        (end - start) * (high - low) * 2 > width * height
        for start, low, end, high in drawn(raw, page.raw, raw.FPDF_PAGEOBJ_IMAGE, _MOST_OBJECTS)
    )
    return Page(width, height, words, rules, is_picture, turn, (left, bottom, right, top))


def _rules(raw: Any, page: Any, left: float, top: float) -> list[Rule]:  # noqa: ANN401
    """The thin paths that run across, from the top of the page down."""
    found: list[Rule] = []
    for start, low, end, high in drawn(raw, page.raw, raw.FPDF_PAGEOBJ_PATH, _MOST_OBJECTS):
        if high - low <= _THICKEST and end - start >= _SHORTEST_RULE:
            found.append(Rule(start - left, end - left, top - (low + high) / 2))
    found.sort(key=lambda rule: rule.top)
    return found
