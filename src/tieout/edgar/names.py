"""How companies, filings and their documents are named: strictly, so that no name is a path."""

from msgspec import Struct

from tieout.patterns import pattern

_ACCESSION = pattern(
    r"([0-9]{10})-([0-9]{2})-([0-9]{6})(?::([A-Za-z0-9][A-Za-z0-9./-]{0,15}))?\Z"
    r"|([0-9]{10})([0-9]{2})([0-9]{6})(?::([A-Za-z0-9][A-Za-z0-9./-]{0,15}))?\Z"
)
_CIK = pattern(r"(?:[Cc][Ii][Kk])?([0-9]{1,10})\Z")
# A file's suffix is no class of shares: "BRK.B" and "BRK-B" are tickers, "draft.md" is none.
_TICKER = pattern(r"[A-Za-z]{1,6}(?:\.[A-Za-z]|-[A-Za-z]{1,3})?\Z")
_PAGE = pattern(r"CIK([0-9]{10})-submissions-[0-9]{3}\.json\Z")

WHOLE = "all"
"""The part of a filing that is all of it that tieout reads."""


class Named(Struct, frozen=True):
    """A filing by its accession number, with dashes, and the part of it that is asked for.

    A part is the type of a document, as "EX-99.2", or `WHOLE`; empty for the one that matters.
    """

    accession: str
    part: str = ""


def filing_named(text: str) -> Named | None:
    """The filing that "0001104659-07-080000" or "000110465907080000:EX-99.2" names; else None."""
    found = _ACCESSION.match(text)
    if found is None:
        return None
    told = [one for one in found.groups() if one is not None]
    return Named("-".join(told[:3]), told[3].upper() if len(told) > 3 else "")


def cik_named(text: str) -> int | None:
    """The company's number in "1009759", "0001009759" or "CIK0001009759"; None for another text."""
    found = _CIK.match(text)
    return int(found[1]) or None if found else None


def ticker_named(text: str) -> str | None:
    """The ticker, as EDGAR writes it: "brk.b" is "BRK-B"; None for what is no ticker."""
    return text.upper().replace(".", "-") if _TICKER.match(text) else None


def is_company(text: str) -> bool:
    """True for what may be a ticker or the number of a company."""
    return cik_named(text) is not None or ticker_named(text) is not None


def is_page_of(name: str, cik: int) -> bool:
    """True for the name of a page of the company's older filings."""
    found = _PAGE.match(name)
    return found is not None and int(found[1]) == cik
