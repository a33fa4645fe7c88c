"""Answers in pages: however much there is to tell, no page is longer than a reader takes in."""

from collections.abc import Iterable
from typing import Any

import msgspec

from tieout.errors import Misuse
from tieout.harmless import kept

Entry = dict[str, Any]

LARGEST_PAGE = 24_000
"""Bytes of JSON that the entries of a page have."""

LONGEST = 400
"""Characters of one sentence: what a document says at length is cut."""

_MOST_ENTRIES = 100


def paged(entries: Iterable[Entry], page: int) -> Entry:
    """One page of the entries, and how many there are; raises Misuse for a page there is not."""
    pages: list[list[Entry]] = [[]]
    room = LARGEST_PAGE
    count = 0
    for entry in entries:
        size = len(msgspec.json.encode(entry))
        if pages[-1] and (size > room or len(pages[-1]) == _MOST_ENTRIES):
            pages.append([])
            room = LARGEST_PAGE
        pages[-1].append(entry)
        room -= size
        count += 1
    if page > len(pages):
        raise Misuse(f"there is no page {page}: the last is {len(pages)}")
    return {"entries": pages[page - 1], "page": page, "pages": len(pages), "in_all": count}


def cut(text: str, longest: int = LONGEST) -> str:
    """The text on one line without control characters, and no longer than that."""
    plain = " ".join(kept(text).split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}\u2026"


def entry(**told: object) -> Entry:
    """What is told, its words cut; what is empty is left out."""
    return {
        key: cut(value) if isinstance(value, str) else value
        for key, value in told.items()
        if value not in ("", None, [], ())
    }
