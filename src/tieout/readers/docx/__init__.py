"""Word documents: the text as it reads with every tracked change accepted."""

from zipfile import ZipFile

from tieout.errors import Unreadable
from tieout.readers.docx.elements import Element, attribute
from tieout.readers.passages import Laid
from tieout.readers.zipped import is_archive_with, open_archive, part_of

FORMAT = "word"

PRECEDENCE = 20
"""Told apart from a workbook by its parts."""

_RELATIONS = "_rels/.rels"
_MISSING = "a Word document needs python-docx: pip install 'tieout[word]'"


def sniff(raw: bytes) -> bool:
    """True for a zip archive with a Word document in it."""
    return is_archive_with(raw, b"word/document") and is_archive_with(raw, b"[Content_Types].xml")


def read(raw: bytes) -> Laid:
    """The document's visible text and blocks, in the order of its body.

    Insertions are kept and deletions dropped; comments, hidden text, headers and footers are
    left out. Raises Unreadable for what is no Word document, or a hostile one.
    """
    from tieout.readers.docx.body import lay_out
    from tieout.readers.docx.styles import styles_of

    archive = open_archive(raw)
    root = tree_of(archive, body_of(archive))
    styles = "word/styles.xml"
    named = styles_of(tree_of(archive, styles) if part_of(archive, styles) else None)
    text, blocks = lay_out(root, named)
    return Laid(FORMAT, text, tuple(blocks))


def body_of(archive: ZipFile) -> str:
    """The name of the part that holds a document's body."""
    if part_of(archive, _RELATIONS):
        for relation in tree_of(archive, _RELATIONS):
            if attribute(relation, "Type").endswith("/officeDocument"):
                return attribute(relation, "Target").removeprefix("/")
    return "word/document.xml"


def tree_of(archive: ZipFile, name: str) -> Element:
    """A part's elements; entities are never resolved. Raises Unreadable for what is no XML."""
    try:
        from docx.oxml.parser import parse_xml
    except ImportError:
        raise Unreadable(_MISSING) from None
    try:
        root: Element = parse_xml(part_of(archive, name))
    except (SyntaxError, ValueError):
        raise Unreadable(f"its part {name!r} is no XML: save the document again") from None
    return root
