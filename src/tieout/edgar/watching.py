"""The current feed followed: what is new in it, fetched, with what it amends."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from tieout.edgar.amended import original_of
from tieout.edgar.client import Edgar, header
from tieout.edgar.earlier import RESULTS
from tieout.edgar.feed import A_PAGE
from tieout.edgar.listed import Listed
from tieout.edgar.names import filing_named
from tieout.edgar.refusals import Absent, Unreachable
from tieout.edgar.spoken import Given
from tieout.errors import TieoutError
from tieout.lexicon.items import items_titled
from tieout.sources import bytes_of

_FORMS = ("8-K", "8-K/A")
_MOST_PAGES = 20
_REMEMBERED = 20_000
_LONGEST = 2 * 2**20


class Fresh(Struct, frozen=True):
    """A filing of the feed: who filed it."""

    company: str
    listed: Listed


class Seen:
    """The filings that were seen before, kept in the archive."""

    def __init__(self, folder: Path) -> None:
        """Those that the file there names."""
        self._path = folder / "watched.txt"
        try:
            lines = bytes_of(self._path, _LONGEST).decode("ascii", "replace").splitlines()
        except (OSError, TieoutError):
            lines = []
        named = [one for one in map(filing_named, lines) if one is not None]
        self._known = dict.fromkeys(one.accession for one in named[-_REMEMBERED:])
        self.is_first = not self._known
        if len(lines) > 2 * _REMEMBERED:
            self._write("w", *self._known)

    def __contains__(self, accession: str) -> bool:
        """True for a filing that was seen."""
        return accession in self._known

    def add(self, accession: str) -> None:
        """It is not seen as new again."""
        if accession not in self._known:
            self._known[accession] = None
            self._write("a", accession)

    def _write(self, mode: str, *accessions: str) -> None:
        """Writes the numbers; raises Unreachable where the archive cannot be written."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open(mode, encoding="ascii") as file:
                file.write("".join(f"{one}\n" for one in accessions))
        except OSError as reason:
            raise Unreachable(f"{self._path} cannot be written: {reason.strerror}") from None


def fresh(edgar: Edgar, seen: Seen) -> list[Fresh]:
    """The current reports of results that are new, the oldest first; the others are then seen.

    Before anything was seen, those of one page of the feed.
    """
    found: dict[str, Fresh] = {}
    for page in range(1 if seen.is_first else _MOST_PAGES):
        current = edgar.current(page * A_PAGE)
        is_known = any(one.accession in seen for _, one in current)
        for company, one in current:
            if one.accession in seen:
                continue
            is_of_results = not RESULTS.isdisjoint(one.items) or not one.items
            if one.form in _FORMS and is_of_results:
                found.setdefault(one.accession, Fresh(company, one))
            else:
                seen.add(one.accession)
        if is_known or not current:
            break
    seen.is_first = False
    return list(reversed(found.values()))


def given(edgar: Edgar, new: list[Fresh], seen: Seen) -> Iterator[Given]:
    """Each of them, fetched; one that is not there after all has why. Raises Unreachable."""
    for one in new:
        filing = one.listed
        link = edgar.link(filing.accession, filing.cik)
        told = (filing.accession, filing.form, one.company, link)
        try:
            raw = edgar.filing(filing.accession, filing.cik)
        except Absent as reason:
            yield Given(*told, why=str(reason))
            continue
        if filing.items or _is_of_results(raw):
            original, number = _original(edgar, filing, raw)
            yield Given(*told, raw, original, number)
        else:
            seen.add(filing.accession)


def _original(edgar: Edgar, filing: Listed, raw: bytes) -> tuple[bytes, str]:
    """The submission that a filing amends, and its number; nothing where there is none."""
    if filing.form.endswith("/A"):
        with contextlib.suppress(Absent):
            found = original_of(edgar, filing, raw)
            if found is not None:
                return edgar.filing(found.accession, found.cik), found.accession
    return b"", ""


def _is_of_results(raw: bytes) -> bool:
    """True for a submission whose header names an item of results."""
    told = header(raw)
    titles = told.items if told is not None else ()
    return any(not RESULTS.isdisjoint((title, *items_titled(title))) for title in titles)
