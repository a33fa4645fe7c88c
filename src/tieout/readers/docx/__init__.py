"""Word documents: the text as it reads with every tracked change accepted."""

from tieout.errors import Unreadable
from tieout.extras import needs
from tieout.readers.docx.elements import Element, attribute
from tieout.readers.passages import Laid
from tieout.readers.zipped import is_archive_with, open_archive, part_of

FORMAT = "word"

PRECEDENCE = 20
"""Told apart from a workbook by its parts."""

_RELATIONS = "_rels/.rels"


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
    relations = part_of(archive, _RELATIONS)
    name = _main_of(_tree(relations, _RELATIONS)) if relations else "word/document.xml"
    root = _tree(part_of(archive, name), name)
    styles = part_of(archive, "word/styles.xml")
    named = styles_of(_tree(styles, "word/styles.xml") if styles else None)
    text, blocks = lay_out(root, named)
    return Laid(FORMAT, text, tuple(blocks))


def _main_of(relations: Element) -> str:
    """The name of the part that holds the document's body."""
    for relation in relations:
        if attribute(relation, "Type").endswith("/officeDocument"):
            return attribute(relation, "Target").removeprefix("/")
    return "word/document.xml"


def _tree(part: bytes, name: str) -> Element:
    """A part's elements; entities are never resolved."""
    try:
        from docx.oxml.parser import parse_xml
    except ImportError:
        raise Unreadable(needs("a Word document", "python-docx", "word")) from None
    try:
        root: Element = parse_xml(part)
    except (SyntaxError, ValueError):
        raise Unreadable(f"its part {name!r} is no XML: save the document again") from None
    return root
