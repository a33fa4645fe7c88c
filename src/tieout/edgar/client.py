"""EDGAR as tieout asks it: what the archive has is taken from there, the rest fetched and kept."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tieout.edgar import feed
from tieout.edgar.archive import LARGEST, Archive
from tieout.edgar.listed import Columns, Listed, Submissions, by_ticker, filer, listed, pages, told
from tieout.edgar.names import cik_named, ticker_named
from tieout.edgar.refusals import Absent, Unreachable
from tieout.errors import Misuse
from tieout.model.document import Filing

if TYPE_CHECKING:
    from tieout.edgar.settings import Settings
    from tieout.edgar.web import Web

A_MINUTE, A_DAY = 60.0, 86_400.0
"""Seconds for which what EDGAR listed is good enough."""

_FOR_EVER = float("inf")
_LARGEST_PAGE = 64 * 2**20
_HEAD = 65_536
_QUARTERS = 4
_LATE = timedelta(days=14)
"""Some time after a quarter, its index does not change any more."""


def unheard(_: str) -> None:
    """Nobody is told."""


class Edgar:
    """EDGAR, by an archive of its filings and, unless offline, over the network.

    Where it cannot be reached, what was listed before is taken from the archive; `tell` hears of
    that, of damaged files, and of waits. Raises Absent, Unreachable and Misuse.
    """

    def __init__(self, settings: "Settings", tell: Callable[[str], None] = unheard) -> None:
        """Asks nothing yet."""
        self.settings = settings
        self.archive = Archive(settings.archive, tell)
        self._tell = tell
        self._made: Web | None = None
        self._gone = ""

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Lets go of the connections."""
        if self._made is not None:
            self._made.close()

    def company(self, name: str) -> int:
        """The number of the company with that ticker or number."""
        number = cik_named(name)
        if number is not None:
            return number
        ticker = ticker_named(name)
        if ticker is not None:
            url = f"{self.settings.www}/files/company_tickers.json"
            found = by_ticker(self._page("company_tickers.json", url, A_DAY), ticker)
            if found is not None:
                return found
        raise Absent(
            f"EDGAR lists no company with the ticker {name}: check the spelling, or give its "
            "number (CIK), which a company keeps when its ticker goes"
        )

    def filings(
        self,
        company: int,
        since: date | None = None,
        until: date | None = None,
        *,
        age: float = A_MINUTE,
    ) -> list[Listed]:
        """The company's filings of these days, the latest first, as listed so many seconds ago."""
        base = f"{self.settings.data}/submissions"
        name = f"CIK{company:010d}.json"
        what = f"list of filings of CIK {company}"
        try:
            first = told(self._page(name, f"{base}/{name}", age), Submissions, what)
        except Absent:
            raise Absent(f"EDGAR has no company with the number (CIK) {company}") from None
        found = list(listed(first.filings.recent, company, what))
        for page in pages(first, company, since, until):
            columns = told(self._page(page, f"{base}/{page}", A_DAY), Columns, what)
            found += listed(columns, company, what)
        once = {one.accession: one for one in reversed(found)}.values()
        wanted = [
            one
            for one in once
            if (since is None or since <= one.filed) and (until is None or one.filed <= until)
        ]
        return sorted(wanted, key=lambda one: (one.filed, one.accession), reverse=True)

    def filing(self, accession: str, company: int | None = None) -> bytes:
        """The full submission of that number, as EDGAR has it; of that company, where known."""
        raw = self.archive.filing(accession)
        if raw is None:
            raw = self._fetched(accession, company)
            self.archive.keep(accession, raw)
        return raw

    def current(self, start: int = 0) -> list[tuple[str, Listed]]:
        """Companies' names and current reports as they come in, from that one on, latest first."""
        raw = self._web().get(f"{self.settings.www}{feed.path(start)}", _LARGEST_PAGE)
        return list(feed.entries(raw))

    def link(self, accession: str, company: int) -> str:
        """Where a person reads the filing."""
        plain = accession.replace("-", "")
        return f"{self.settings.www}/Archives/edgar/data/{company}/{plain}/{accession}-index.htm"

    def _fetched(self, accession: str, company: int | None) -> bytes:
        """The filing from EDGAR."""
        try:
            web = self._web()
        except Unreachable as reason:
            raise Unreachable(f"filing {accession} is not in the archive, and {reason}") from None
        for number in [company] if company is not None else self._filers(accession):
            folder = f"{self.settings.www}/Archives/edgar/data/{number}"
            for place in (accession.replace("-", "") + "/", ""):  # both are EDGAR's
                url = f"{folder}/{place}{accession}.txt"
                with contextlib.suppress(Absent):
                    raw = web.get(url, LARGEST)
                    filing = header(raw)
                    if filing is None or filing.accession_number != accession:
                        raise Unreachable(f"what EDGAR has at {url} is not filing {accession}")
                    return raw
        raise Absent(f"EDGAR has no filing {accession}: check the number")

    def _filers(self, accession: str) -> Iterator[int]:
        """Whose filing it may be: as listed before, who sent it, or as the indexes say."""
        yield from dict.fromkeys((*self.archive.listing(accession), int(accession[:10])))
        self._tell(f"EDGAR's indexes of that year are asked who filed {accession}")
        year = 1900 + int(accession[11:13])
        year += 100 if year < 1993 else 0
        # What is sent on a year's last days may be filed in the next.
        quarters = [(year, one + 1) for one in range(_QUARTERS)] + [(year + 1, 1)]
        for year, quarter in quarters:
            if date(year, 3 * quarter - 2, 1) > date.today():  # noqa: DTZ011 - a day here or there
                return
            name = f"{year}-QTR{quarter}-master.gz"
            place = f"{self.settings.www}/Archives/edgar/full-index/{year}/QTR{quarter}/master.gz"
            is_over = date(year, 3 * quarter, 28) < date.today() - _LATE  # noqa: DTZ011 - likewise
            try:
                number = filer(self._page(name, place, 30 * A_DAY if is_over else A_DAY), accession)
            except Absent:
                continue
            if number is not None:
                yield number

    def _page(self, name: str, url: str, age: float) -> bytes:
        """What EDGAR lists there, not older than that; older where it cannot be reached."""
        kept = self.archive.page(name)
        if kept is not None and kept[1] <= (_FOR_EVER if self.settings.is_offline else age):
            return kept[0]
        try:
            raw = self._web().get(url, _LARGEST_PAGE)
        except (Absent, Unreachable) as reason:
            if isinstance(reason, Unreachable) and kept is None and self.settings.is_offline:
                raise Unreachable(f"the archive has no {name}, and {reason}") from None
            if isinstance(reason, Absent) or kept is None:
                raise
            if not self._gone:
                self._tell(f"{reason}: what it listed before is taken from the archive")
            self._gone = str(reason)
            return kept[0]
        self.archive.keep_page(name, raw)
        return raw

    def _web(self) -> "Web":
        """The network; raises Unreachable where it is not to be used, or has just been away."""
        if self.settings.is_offline:
            raise Unreachable("EDGAR is not asked when offline")
        if self._gone:
            raise Unreachable(self._gone)
        if self._made is None:
            self._made = _web(self.settings, self._tell)
        return self._made


def header(raw: bytes) -> Filing | None:
    """What a submission says of itself first."""
    from tieout.readers.submission.header import filing

    return filing(raw[:_HEAD].partition(b"<DOCUMENT>")[0].decode("latin-1"))


def _web(settings: "Settings", tell: Callable[[str], None]) -> "Web":
    """The network; raises Misuse where a library or a name is missing."""
    from tieout.extras import needs

    try:
        from tieout.edgar.web import Web
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in ("httpx", "stamina"):
            raise
        raise Misuse(needs("asking EDGAR", str(missing.name), "edgar")) from None
    return Web(settings, tell)
