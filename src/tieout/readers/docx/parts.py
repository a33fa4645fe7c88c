"""The parts of a Word document that hold its text and its styles, as trees of elements."""

from zipfile import ZipFile

from tieout.errors import Unreadable
from tieout.readers.docx.elements import Element, attribute
from tieout.readers.zipped import open_archive, part_of

_RELATIONS = "_rels/.rels"
_STYLES = "word/styles.xml"


def parts_of(raw: bytes) -> tuple[Element, Element | None]:
    """The document's root, and that of its styles, if it has any; raises Unreadable."""
    archive = open_archive(raw)
    root = tree_of(archive, body_of(archive))
    return root, tree_of(archive, _STYLES) if part_of(archive, _STYLES) else None


def body_of(archive: ZipFile) -> str:
    """The name of the part that holds a document's body."""
    if part_of(archive, _RELATIONS):
        for relation in tree_of(archive, _RELATIONS):
            if attribute(relation, "Type").endswith("/officeDocument"):
                return attribute(relation, "Target").removeprefix("/")
    return "word/document.xml"


def tree_of(archive: ZipFile, name: str) -> Element:
    """A part's elements; entities are never resolved. Raises Unreadable for what is no XML."""
    from xml.etree.ElementTree import fromstring

    try:
        return fromstring(part_of(archive, name))
    except (SyntaxError, ValueError, LookupError):
        raise Unreadable(f"its part {name!r} is no XML: save the document again") from None
