"""EDGAR's wrapper: full submissions (.txt, .nc), and single exhibits that still wear it."""

import re
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from msgspec import structs

from tieout.errors import Unreadable
from tieout.model.document import Block, Cell, Grid, Row, Span
from tieout.patterns import pattern
from tieout.readers import html, text
from tieout.readers.passages import Laid

if TYPE_CHECKING:
    from tieout.readers.submission.scan import Part

FORMAT = "submission"

PRECEDENCE = 10
"""Asked before HTML: a wrapped exhibit holds it."""

_MARK = pattern(
    rb"-----BEGIN PRIVACY-ENHANCED MESSAGE-----|<(?:SEC|IMS)-(?:DOCUMENT|HEADER)>|<SUBMISSION>",
    re.IGNORECASE,
)
# A parser of HTML that writes a wrapped exhibit again puts the tags of a page before this.
_DOCUMENT = pattern(rb"<DOCUMENT>\s*<TYPE>", re.IGNORECASE)
_EXHIBIT = pattern(r"EX-99(?:\.|\Z)")
_BREAK = "\f"


def sniff(raw: bytes) -> bool:
    """True where the first tag is one of EDGAR's wrapper, or opens a page that holds one."""
    head = raw[:8192].removeprefix(b"\xef\xbb\xbf").lstrip()
    return bool(_MARK.match(head) or (head.startswith(b"<") and _DOCUMENT.search(head)))


def read(raw: bytes) -> Laid:
    """The form and its exhibits 99, each read in its own format, parted by form feeds.

    A wrapper around one document adds nothing to it. Raises Unreadable where there is no
    document in it that can be read.
    """
    from tieout.readers.submission.header import filing
    from tieout.readers.submission.scan import parts

    found = list(parts(raw))
    told = filing(raw[: found[0].opened].decode("latin-1")) if found else None
    laid = [_laid(raw, part) for part in _chosen(found)]
    if not laid:
        raise Unreadable("the submission holds no form and no exhibit 99 in text or HTML")
    if len(laid) == 1:
        return structs.replace(laid[0], filing=told)
    blocks = list[Block]()
    raised: list[Span] = []
    offset = 0
    for one in laid:
        blocks += (_shifted(block, offset) for block in one.blocks)
        raised += (Span(span.start + offset, span.end + offset) for span in one.raised)
        offset += len(one.text) + len(_BREAK)
    whole = _BREAK.join(one.text for one in laid)
    return Laid(FORMAT, whole, tuple(blocks), filing=told, raised=tuple(raised))


def _chosen(found: "Sequence[Part]") -> "Iterator[Part]":
    """The form itself, which is the first readable document, and every exhibit 99."""
    has_form = False
    for part in found:
        if part.is_readable and (_EXHIBIT.match(part.type) or not (has_form or part.is_exhibit)):
            yield part
            has_form = has_form or not part.is_exhibit


def _laid(raw: bytes, part: "Part") -> Laid:
    """A document read in its own format."""
    body = raw[part.start : part.end]
    reader: ModuleType = html if html.sniff(body) else text
    try:
        laid: Laid = reader.read(body)
    except Unreadable as reason:
        raise Unreadable(f"its document {part.type or 'without a type'}: {reason}") from None
    return laid


def _shifted(block: Block, offset: int) -> Block:
    """A block as it stands so much further on."""
    start, end = block.start + offset, block.end + offset
    if not isinstance(block, Grid):
        return structs.replace(block, start=start, end=end)
    rows = tuple(
        Row(tuple(_moved(cell, offset) for cell in row.cells), row.ruled, row.indent)
        for row in block.rows
    )
    titles = tuple(Span(title.start + offset, title.end + offset) for title in block.titles)
    return Grid(start, end, rows, titles, block.is_measured)


def _moved(cell: Cell, offset: int) -> Cell:
    """A cell as it stands so much further on."""
    return Cell(cell.start + offset, cell.end + offset, cell.column, cell.width)
