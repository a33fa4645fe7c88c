"""The parts of a Word document that hold its text and its styles, as trees of elements."""

from tieout.errors import Unreadable
from tieout.extras import needs
from tieout.readers.docx.elements import Element, attribute
from tieout.readers.zipped import open_archive, part_of

_RELATIONS = "_rels/.rels"


def parts_of(raw: bytes) -> tuple[Element, Element | None]:
    """The document's root, and that of its styles, if it has any; raises Unreadable."""
    archive = open_archive(raw)
    relations = part_of(archive, _RELATIONS)
    name = _main_of(_tree(relations, _RELATIONS)) if relations else "word/document.xml"
    root = _tree(part_of(archive, name), name)
    styles = part_of(archive, "word/styles.xml")
    return root, _tree(styles, "word/styles.xml") if styles else None


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
