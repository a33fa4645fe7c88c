"""The documents of a submission, found by their tags in one pass."""

import re
from collections.abc import Iterator

from msgspec import Struct

from tieout.errors import Unreadable
from tieout.patterns import pattern

MOST_PARTS = 5_000

_TAG = pattern(rb"<(/?)(DOCUMENT|TEXT)>", re.IGNORECASE)
_TYPE = pattern(rb"<TYPE>([^\r\n<]{0,80})", re.IGNORECASE)
_WRAPPED = pattern(rb"\s*<(XBRL|XML|PDF)>\s*", re.IGNORECASE)
_ENCODED = pattern(rb"\s*begin [0-7]{3} \S")
_UNREAD = pattern(r"GRAPHIC|ZIP|EXCEL|XML|JSON|PDF|COVER")
_HEAD = 4096
# What no reader of text should be shown: pictures, archives, PDFs.
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


class Part(Struct, frozen=True, gc=False):
    """A document: its type, the bytes [start, end) of its text, and whether it can be read.

    `opened` is where its tags begin.
    """

    type: str
    opened: int
    start: int
    end: int
    is_readable: bool

    @property
    def is_exhibit(self) -> bool:
        """True for an exhibit, false for the form itself."""
        return self.type.startswith("EX-")


def parts(raw: bytes) -> Iterator[Part]:
    """Every document between <DOCUMENT> and the next, whether or not its tags are closed.

    Raises Unreadable for more documents than any submission has.
    """
    opened = body = end = -1
    count = 0
    for tag in [*_TAG.finditer(raw), None]:
        name = tag[2].upper() if tag else b"DOCUMENT"
        if name == b"TEXT":
            if tag is not None and tag[1]:
                end = tag.start()
            elif tag is not None and body < 0 <= opened:
                body, end = tag.end(), -1
            continue
        if opened >= 0 and body >= 0:
            count += 1
            stop = end if end >= body else tag.start() if tag else len(raw)
            yield _part(raw, opened, body, stop)
        elif opened >= 0:
            count += 1
        if count > MOST_PARTS:
            raise Unreadable(f"the submission holds more than {MOST_PARTS:,} documents")
        opened = tag.start() if tag is not None and not tag[1] else -1
        body = end = -1


def _part(raw: bytes, opened: int, body: int, stop: int) -> Part:
    """A document from its tags and the first bytes of its text."""
    named = _TYPE.search(raw, opened, min(body, opened + _HEAD))
    kind = named[1].decode("latin-1").strip().upper() if named else ""
    head = raw[body : min(stop, body + _HEAD)]
    wrapped = _WRAPPED.match(head)
    if wrapped is not None and wrapped[1].upper() == b"XBRL":
        body += wrapped.end()  # an inline form is a page like any other
        close = raw.rfind(b"</XBRL>", body, stop)
        stop = close if close >= 0 else stop
    is_readable = not (
        _UNREAD.match(kind)
        or (wrapped is not None and wrapped[1].upper() != b"XBRL")
        or _ENCODED.match(head)
        or head.lstrip().startswith(_BINARY)
        or not head.strip()
    )
    return Part(kind, opened, body, stop, is_readable)
