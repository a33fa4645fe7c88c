"""Words as XML, safely: elements with their attributes and what stands inside."""

from xml.sax.saxutils import escape, quoteattr

from tieout.patterns import pattern

_ILLEGAL = pattern(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def tag(name: str, attributes: dict[str, str], *inside: str) -> str:
    """An element on lines of its own: attributes are quoted, what is inside is XML already."""
    told = "".join(f" {key}={quoteattr(legal(value))}" for key, value in attributes.items())
    if not inside:
        return f"<{name}{told}/>"
    return f"<{name}{told}>\n" + "\n".join(inside) + f"\n</{name}>"


def words(name: str, attributes: dict[str, str], text: str) -> str:
    """An element that holds words."""
    told = "".join(f" {key}={quoteattr(legal(value))}" for key, value in attributes.items())
    return f"<{name}{told}>{escape(legal(text))}</{name}>"


def legal(text: str) -> str:
    """The text without the characters that XML 1.0 has no place for."""
    return _ILLEGAL.sub("\ufffd", text)


def document(root: str) -> bytes:
    """A whole document, UTF-8."""
    return f"{DECLARATION}{root}\n".encode()
