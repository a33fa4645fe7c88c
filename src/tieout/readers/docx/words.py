"""The words of a paragraph as they read with every change accepted."""

from collections.abc import Iterator

from tieout.readers.docx.elements import Element, attribute, child, is_on, local

# Deletions, what was moved away, field codes, comments' marks, pictures, properties.
_DROPPED = frozenset(
    (
        "del", "moveFrom", "instrText", "delText", "delInstrText", "commentReference", "drawing",
        "pict", "object", "pPr", "rPr", "footnoteReference", "endnoteReference", "annotationRef",
        "Fallback", "rt", "ruby", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr",
    )
)  # fmt: skip
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def words_of(paragraph: Element) -> str:
    """The visible words of a paragraph; a tab is a tab, a line's break a newline."""
    words = "".join(said for _, said in pieces_of(paragraph))
    return words.replace("\r", "").replace("\f", " ")


def pieces_of(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """The elements that the visible words of a paragraph are in, each with what it says."""
    stack = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        name = local(element)
        if name in _DROPPED or (name == "r" and is_on(child(element, "rPr"), "vanish")):
            continue
        if name == "t":
            yield element, element.text or ""
        elif name in _SIGNS:
            is_page = name == "br" and attribute(element, "type") in ("page", "column")
            yield element, " " if is_page else _SIGNS[name]
        elif name:
            stack.append(iter(element))
