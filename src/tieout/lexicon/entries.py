"""The entries of the lexicon: what captions and names may mean, as the files of concepts/ tell."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.ahead import said_in
from tieout.lexicon.canonical import canonical
from tieout.model.concept import Concept
from tieout.model.unit import DOLLARS, unit_of

On: TypeAlias = Literal["balance", "income", "cash", "prose"]

_FILES: dict[On, str] = {
    "balance": "balance_sheet",
    "income": "income_statement",
    "cash": "cash_flow_statement",
    "prose": "elsewhere",
}


class Written(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A concept as its file has it; what each key means stands at the head of the file."""

    name: str
    side: Literal["debit", "credit", ""] = ""
    unit: str = ""
    instant: bool | None = None
    within: tuple[str, ...] = ()
    captions: str = ""
    printed: str = ""
    said: str = ""
    since: date | None = None
    before: str = ""


class File(Struct, frozen=True, gc=False):
    """A file of concepts."""

    concept: tuple[Written, ...]


class Entry(Struct, frozen=True, gc=False):
    """A concept with the words of which the section must hold one; none where it needs none."""

    concept: Concept
    within: tuple[str, ...]


Entries: TypeAlias = dict[str, tuple[Entry, ...]]


@cache
def captions(on: On) -> Entries:
    """What canonical captions may mean on a kind of statement, what needs a section first."""
    found: dict[str, list[Entry]] = {}
    for entry, written in _read(on):
        for words in (written.captions, written.printed):
            for caption in words.splitlines():
                found.setdefault(canonical(caption, on), []).append(entry)
    return {
        caption: tuple(sorted(entries, key=lambda entry: not entry.within))
        for caption, entries in found.items()
    }


@cache
def said() -> Entries:
    """What names in prose may mean."""
    found: dict[str, list[Entry]] = {}
    for on in _FILES:
        for entry, written in _read(on):
            for names in (written.captions, written.said):
                for name in names.splitlines():
                    found.setdefault(name, []).append(entry)
    return {name: tuple(entries) for name, entries in found.items()}


@cache
def by_name() -> dict[str, Concept]:
    """Every concept of the lexicon by its full name."""
    return {entry.concept.name: entry.concept for on in _FILES for entry, _ in _read(on)}


@cache
def forerunners() -> dict[str, tuple[date, str]]:
    """The elements that came late: the day since which filings use each, and what they used."""
    return {
        entry.concept.name: (written.since, f"us-gaap:{written.before}")
        for on in _FILES
        for entry, written in _read(on)
        if written.since is not None
    }


@cache
def _read(on: On) -> tuple[tuple[Entry, Written], ...]:
    """The entries of a kind of statement, each with what is written of it."""
    path = Path(__file__).with_name("concepts").joinpath(f"{_FILES[on]}.toml")
    return tuple((_entry(written, on), written) for written in said_in(path, File).concept)


def _entry(written: Written, on: On) -> Entry:
    """An entry as it is written."""
    concept = Concept(
        written.name if ":" in written.name else f"us-gaap:{written.name}",
        written.side,
        unit_of(written.unit) if written.unit else DOLLARS,
        on == "balance" if written.instant is None else written.instant,
    )
    return Entry(concept, written.within)
