"""Word documents: the text as it reads with every tracked change accepted."""

from tieout.readers.archived import is_archive_with
from tieout.readers.passages import Laid

FORMAT = "word"

PRECEDENCE = 20
"""Told apart from a workbook by its parts."""


def sniff(raw: bytes) -> bool:
    """True for a zip archive with a Word document in it."""
    return is_archive_with(raw, b"word/document") and is_archive_with(raw, b"[Content_Types].xml")


def read(raw: bytes) -> Laid:
    """The document's visible text and blocks, in the order of its body.

    Insertions are kept and deletions dropped; comments, hidden text, headers and footers are
    left out. Raises Unreadable for what is no Word document, or a hostile one.
    """
    from tieout.readers.docx.body import lay_out
    from tieout.readers.docx.parts import parts_of
    from tieout.readers.docx.styles import styles_of

    root, styles = parts_of(raw)
    text, blocks = lay_out(root, styles_of(styles))
    return Laid(FORMAT, text, tuple(blocks))
