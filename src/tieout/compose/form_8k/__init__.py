"""The Form 8-K that furnishes a release: cover page, items, exhibits, signature."""

from tieout.compose.blocks import PageBreak, Piece
from tieout.compose.book import Book
from tieout.compose.form_8k.body import body_blocks
from tieout.compose.form_8k.cover import cover_blocks
from tieout.compose.form_8k.page import page
from tieout.compose.names import Names
from tieout.errors import Misuse

__all__ = ["form_pages", "form_piece"]

_NONE = "the book has no form: add [form] with date_of_report to book.toml"


def form_piece(book: Book) -> Piece:
    """The form as blocks, for text, Markdown and Word; raises Misuse for a book without a form."""
    if book.form is None:
        raise Misuse(_NONE)
    front = cover_blocks(book.company, book.form)
    return Piece("8-K", "Form 8-K", (*front, PageBreak(), *body_blocks(book.company, book.form)))


def form_pages(book: Book, names: Names) -> dict[str, bytes]:
    """The form as EDGAR's HTML with its cover in inline XBRL, and its schema, by file name.

    Raises Misuse for a book without a form.
    """
    if book.form is None:
        raise Misuse(_NONE)
    html, schema = page(book.company, book.form, names.cover_schema)
    return {names.form(".htm"): html, names.cover_schema: schema}
