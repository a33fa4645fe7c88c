"""The store: filings, their facts and their workpapers in one DuckDB file."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING
from weakref import WeakSet

import msgspec
from msgspec import Struct

from tieout import __version__
from tieout.errors import Misuse
from tieout.model.registrant import Registrant
from tieout.model.relation import in_time
from tieout.model.workpaper import Release, Workpaper
from tieout.store import adding, asking, packed
from tieout.store.beside import beside
from tieout.store.opening import Waiting, opened, said
from tieout.store.parquet import export_store, import_store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

__all__ = ["Filing", "Store", "export_store", "import_store", "open_store"]


class Filing(Struct, frozen=True, gc=False):
    """A document of a store: who files it, for which quarter, and how its figures ended.

    `ticked` counts the figures that agree or round, `findings` the checks that differ; `tieout`
    is the version that read and checked it.
    """

    sha256: str
    name: str
    kind: str
    registrant: str
    cik: str
    ticker: str
    fiscal_year: int | None
    fiscal_quarter: int | None
    period_end: date | None
    announced: date | None
    figures: int
    ticked: int
    findings: int
    tieout: str

    @property
    def files(self) -> Registrant:
        """Who files it."""
        return Registrant(self.registrant, self.cik, self.ticker)


def open_store(
    path: str | os.PathLike[str],
    *,
    read_only: bool = False,
    wait: int = 10,
    waiting: Waiting | None = None,
) -> "Store":
    """The store in that file, made where there is none; to be closed, or used in a `with`.

    Only one process at a time may write: another waits up to so many seconds. Raises Misuse for a
    file that is no store, that a newer tieout made, or that another process keeps.
    """
    place = os.fspath(path)
    return Store(place, opened(place, read_only=read_only, wait=wait, waiting=waiting))


class Store:
    """Filings with their facts, claims and checks; every method raises Misuse with a sentence."""

    def __init__(self, path: str, connection: "DuckDBPyConnection") -> None:
        """A store on an open connection; `open_store` gives one."""
        self.path = path
        self._connection = connection
        self._asked: WeakSet[DuckDBPyConnection] = WeakSet()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        reason: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the file go; whatever was added is in it already."""
        for asked in [*self._asked]:
            asked.close()
        self._connection.close()

    def add(self, document: "str | os.PathLike[str] | Release | packed.Packed") -> bool:
        """True where the document was added, False where this version had read it before.

        A path is read, a release checked for itself; raises Unreadable for what is none, and
        OSError for a file that cannot be opened.
        """
        if isinstance(document, Release):
            document = packed.packed(document)
        elif not isinstance(document, packed.Packed):
            document = packed.pack(os.fspath(document))
        with said(self.path, "written", "; what was added before is in it"):
            return adding.insert(self._connection, document)

    def held(self) -> frozenset[str]:
        """The hashes of the documents that this version has read into the store."""
        with said(self.path):
            return adding.held(self._connection)

    def filings(self) -> list[Filing]:
        """Every document, by company and in the order of time."""
        with said(self.path):
            rows = self._connection.execute(_FILINGS).fetchall()
        names = Filing.__struct_fields__
        try:
            return msgspec.convert([dict(zip(names, row, strict=True)) for row in rows], _LIST)
        except msgspec.ValidationError:
            raise Misuse(
                f"{self.path} is no store of tieout: its documents are of no form"
            ) from None

    def releases(self, registrant: Registrant | str | None = None) -> list[Release]:
        """The releases of one registrant, or of all, in the order of time.

        A registrant is named by its name, CIK or ticker. What another version of tieout read is
        understood anew from the document's text.
        """
        kept = [one for one in self.filings() if registrant is None or _is_of(one, registrant)]
        return self.read_back(kept)

    def beside(self, subject: Release) -> list[Release]:
        """What a release is held against: its registrant's filings of its quarter and before.

        The release itself is left out, where it is held; raises Misuse where the release does not
        say who files it.
        """
        return beside(self, subject)

    def read_back(self, filings: Iterable[Filing]) -> list[Release]:
        """The releases of filings of this store, in the order of time."""
        return sorted(self._released(filings), key=in_time)

    def workpaper(self, sha256: str) -> Workpaper:
        """The workpaper of a document, as it went in; raises Misuse for a hash not held."""
        query = "SELECT release, conclusions FROM main.workpaper WHERE document = ?"
        with said(self.path):
            found = self._connection.execute(query, [sha256]).fetchall()
        if not found:
            raise Misuse(f"{self.path} holds no document {sha256}: 'tieout store list' lists them")
        return packed.workpaper(*found[0])

    def sql(self, query: str) -> "DuckDBPyRelation":
        """The answer to a query: fetchall(), df(), pl() or to_arrow_table() work it out.

        One SELECT, FROM, DESCRIBE or SHOW; it reaches the store's tables and views and nothing of
        the machine. An Arrow reader of the answer keeps the file until it is closed itself.
        """
        # A connection of its own: one whose answer is half read can do nothing else meanwhile.
        asked = self._connection.cursor()
        self._asked.add(asked)
        return asking.ask(asked, query)

    def interrupt(self) -> None:
        """Stops every query, which other threads may be waiting for."""
        for asked in [*self._asked]:
            asked.interrupt()

    def _released(self, filings: Iterable[Filing]) -> Iterator[Release]:
        """The releases of these filings, in no order."""
        by = {one.sha256: one.tieout for one in filings}
        query = "SELECT document, release FROM main.workpaper WHERE document IN (SELECT unnest(?))"
        with said(self.path):
            found = self._connection.execute(query, [list(by)]).fetchall()
        for sha256, small in found:
            yield packed.released(small) if by[sha256] == __version__ else packed.anew(small)


_LIST = list[Filing]
_FILINGS = """
SELECT d.document, d.name, d.kind, d.registrant, d.cik, d.ticker, d.fiscal_year, d.fiscal_quarter,
       d.period_end, d.announced, r.figures, r.agrees + r.rounds, r.errors + r.warnings, r.tieout
FROM main.document AS d JOIN main.run AS r ON r.document = d.document
ORDER BY d.company, d.period_end, d.announced, d.name, d.document
"""


def _is_of(filing: Filing, registrant: Registrant | str) -> bool:
    """True where the filing is that registrant's."""
    who = filing.files
    if isinstance(registrant, Registrant):
        return who.is_surely(registrant)
    asked = registrant.strip()
    return bool(asked) and (
        who.key == Registrant(asked).key
        or who.ticker.upper() == asked.upper()
        or (asked.isdigit() and who.cik.lstrip("0") == asked.lstrip("0"))
    )
