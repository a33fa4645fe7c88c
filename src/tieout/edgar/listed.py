"""What EDGAR lists: companies by ticker, a company's filings, and a quarter's."""

import zlib
from collections.abc import Iterator
from datetime import date
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from tieout.edgar.names import filing_named, is_page_of
from tieout.edgar.refusals import Unreachable
from tieout.model.period import day_in_iso

T = TypeVar("T")

_MOST_FILINGS = 200_000
_LONGEST_LINE = 1024
_STEP = 2**20
_MOST_UNPACKED = 400 * 2**20


class Company(Struct, frozen=True):
    """A company by its ticker."""

    cik_str: Annotated[int, Meta(ge=1, lt=10**10)]
    ticker: str


class Page(Struct, frozen=True):
    """A page of a company's older filings, and the days between which they were filed."""

    name: str
    filingFrom: str = ""  # noqa: N815 - as EDGAR spells it
    filingTo: str = ""  # noqa: N815 - likewise


class Columns(Struct, frozen=True):
    """Filings as EDGAR lists them: a column for each thing told of them."""

    accessionNumber: list[str] = []  # noqa: N815 - as EDGAR spells it
    form: list[str] = []
    filingDate: list[str] = []  # noqa: N815 - likewise
    reportDate: list[str] = []  # noqa: N815 - likewise
    items: list[str] = []


class Filings(Struct, frozen=True):
    """A company's filings: the latest, and the pages of the others."""

    recent: Columns = Columns()
    files: list[Page] = []


class Submissions(Struct, frozen=True):
    """All that EDGAR lists of a company."""

    name: str = ""
    filings: Filings = Filings()


class Listed(Struct, frozen=True):
    """A filing as it is listed: `period` is the day that it reports, `items` by number."""

    accession: str
    cik: int
    form: str
    filed: date
    period: date | None = None
    items: tuple[str, ...] = ()


def told(raw: bytes, kind: type[T], what: str) -> T:
    """An answer in JSON, as what it should be; raises Unreachable."""
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        raise Unreachable(f"EDGAR's {what} is not what it should be: try again later") from None


def listed(columns: Columns, cik: int, what: str) -> Iterator[Listed]:
    """The filings of the columns; raises Unreachable for columns that do not fit together."""
    count = len(columns.accessionNumber)
    lengths = {len(columns.form), len(columns.filingDate), len(columns.reportDate)}
    if lengths | {len(columns.items)} != {count} or count > _MOST_FILINGS:
        raise Unreachable(f"EDGAR's {what} is not what it should be: try again later")
    for number, form, filed, period, items in zip(
        columns.accessionNumber,
        columns.form,
        columns.filingDate,
        columns.reportDate,
        columns.items,
        strict=True,
    ):
        named, day = filing_named(number), day_in_iso(filed)
        if named is not None and not named.part and day is not None:
            one = tuple(item.strip() for item in items.split(",") if item.strip())
            yield Listed(named.accession, cik, form, day, day_in_iso(period), one)


def pages(of: Submissions, cik: int, since: date | None, until: date | None) -> Iterator[str]:
    """The names of the pages that may hold filings of these days."""
    for page in of.filings.files:
        first, last = day_in_iso(page.filingFrom), day_in_iso(page.filingTo)
        is_out = (since and last and last < since) or (until and first and first > until)
        if is_page_of(page.name, cik) and not is_out:
            yield page.name


def filer(raw: bytes, accession: str) -> int | None:
    """The company of a filing, by a quarter's index as EDGAR packs it; None for one it has not.

    Raises Unreachable for a damaged index.
    """
    wanted = f"/{accession}.txt".encode()
    for line in _lines(raw):
        if line.endswith(wanted):
            number = line.partition(b"|")[0]
            if number.isdigit() and len(number) <= 10:
                return int(number)
    return None


def _lines(raw: bytes) -> Iterator[bytes]:
    """The lines of what is packed, unpacked piece by piece."""
    unpack = zlib.decompressobj(wbits=31)
    left, size = b"", 0
    try:
        while raw and not unpack.eof:
            piece = unpack.decompress(raw, _STEP)
            raw = unpack.unconsumed_tail
            size += len(piece)
            lines = (left + piece).split(b"\n")
            left = lines.pop()
            if len(left) > _LONGEST_LINE or size > _MOST_UNPACKED:
                raise zlib.error
            yield from lines
        if not unpack.eof:
            raise zlib.error
    except zlib.error:
        raise Unreachable("EDGAR's index of a quarter is damaged: try again later") from None
    yield left


def by_ticker(raw: bytes, ticker: str) -> int | None:
    """The number of the company with that ticker; None for a ticker that no company has."""
    companies = told(raw, dict[str, Company], "list of companies").values()
    return next((one.cik_str for one in companies if one.ticker.upper() == ticker), None)
