"""Plain text: paragraphs, headings, lists, and tables parted by tabs or laid out in columns."""

from tieout.readers.passages import Laid
from tieout.readers.text.blocks import blocks
from tieout.readers.text.characters import decode
from tieout.readers.text.lines import lines

__all__ = ["FORMAT", "PRECEDENCE", "decode", "read", "sniff"]

FORMAT = "text"

PRECEDENCE = 100
"""Asked last, after every format with a mark."""


def sniff(raw: bytes) -> bool:
    """True for anything that decodes to text."""
    return b"\0" not in raw[:4096]


def read(raw: bytes) -> Laid:
    """The file's text as it stands, with its blocks; raises Unreadable for bytes of no text."""
    text = decode(raw)
    return Laid(FORMAT, text, tuple(blocks(text, lines(text))))
