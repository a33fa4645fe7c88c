"""The characters of a text file, whatever its encoding."""

from tieout.errors import Unreadable

_ODD = [chr(code) for code in range(32) if chr(code) not in "\t\n\r\f\x1a"] + ["\ufffd"]
"""Characters that no text holds; \x1a ends a file of DOS."""


def decode(raw: bytes) -> str:
    """The characters of a text file: UTF-8, else cp1252, else Latin-1; a BOM is dropped.

    Raises Unreadable where control characters show that the bytes are no text.
    """
    for encoding in ("utf-8-sig", "cp1252", "latin-1"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    sample = text[:65536]
    odd = sum(map(sample.count, _ODD))
    if "\0" in text or odd * 50 > len(sample):
        raise Unreadable("the bytes are no text: too many control characters")
    return text
