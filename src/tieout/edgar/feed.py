"""The current feed: what was filed in the last minutes, as EDGAR tells of it."""

from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

from tieout.edgar.listed import Listed
from tieout.edgar.names import filing_named
from tieout.edgar.refusals import Unreachable
from tieout.model.period import day_in_iso
from tieout.patterns import pattern

A_PAGE = 100
"""Entries; EDGAR gives no more at once."""

_ATOM = "{http://www.w3.org/2005/Atom}"
_NUMBER = pattern(r"urn:tag:sec\.gov,2008:accession-number=([0-9]{10}-[0-9]{2}-[0-9]{6})\Z")
_TITLE = pattern(r"([A-Z0-9/ -]{1,20}) - ([^\n]{1,200}) \(([0-9]{10})\) \(([A-Za-z ]{1,20})\)\Z")
_FILED = pattern(r"Filed:</b> ([0-9]{4}-[0-9]{2}-[0-9]{2})")
_ITEM = pattern(r"Item ([0-9]{1,2}(?:\.[0-9]{2})?):")
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")


def path(start: int) -> str:
    """Where the entries of current reports stand, from that one on, the latest being 0."""
    return (
        "/cgi-bin/browse-edgar?action=getcurrent&type=8-K&company=&dateb=&owner=include"
        f"&start={start}&count={A_PAGE}&output=atom"
    )


def entries(raw: bytes) -> Iterator[tuple[str, Listed]]:
    """The companies' names and filings, the latest first, each filing once.

    What is no entry of a filing is passed over; raises Unreachable for what is no feed.
    """
    try:
        if any(one in raw for one in _DECLARED):
            raise ElementTree.ParseError
        feed = ElementTree.fromstring(raw)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise Unreachable("EDGAR's current feed is not what it should be: try later") from None
    seen: set[str] = set()
    for entry in feed.iter(f"{_ATOM}entry"):
        number = _NUMBER.match(_words(entry, "id"))
        title = _TITLE.match(_words(entry, "title"))
        named = filing_named(number[1]) if number else None
        if named is None or title is None or named.accession in seen:
            continue
        summary = _words(entry, "summary")
        day = _FILED.search(summary)
        filed = day_in_iso(day[1] if day else _words(entry, "updated")[:10])
        seen.add(named.accession)
        items = tuple(one[1] for one in _ITEM.finditer(summary))
        yield (
            title[2],
            Listed(named.accession, int(title[3]), title[1], filed or date.min, None, items),
        )


def _words(entry: ElementTree.Element, name: str) -> str:
    """What an element of an entry says; empty where there is none."""
    found = entry.find(f"{_ATOM}{name}")
    return (found.text or "").strip() if found is not None else ""
