"""What people said, as accepted.toml keeps it: read strictly, since it is edited by hand."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct, structs

from tieout.errors import Misuse
from tieout.harmless import on_a_line
from tieout.model.accepted import Entry, Said
from tieout.rules.base import all_rules
from tieout.toml.strict import Toml, noun, parsed, text_of, unknown

NAME = "accepted.toml"

_OF = "what is accepted"
_LARGEST = 2**20
_MOST = 2_000
"""So many entries, and characters of one file: a person has read and answered each of them."""
_LONGEST = 2_000
_MOST_OPERANDS = 500
_KINDS: tuple[Said, ...] = ("accepted", "dismissed", "ticked")


class _Difference(Struct, frozen=True, kw_only=True):
    """A difference accepted, or a lead dismissed, as a table of the file."""

    rule: str
    document: str
    concept: str = ""
    period: str = ""
    dimensions: dict[str, str] = {}
    reported: str
    expected: str = ""
    operands: tuple[str, ...] = ()
    words: str = ""
    occurrence: int = 1
    reason: str
    by: str
    on: date


class _Tick(Struct, frozen=True, kw_only=True):
    """A figure ticked by hand, as a table of the file."""

    document: str
    concept: str = ""
    period: str = ""
    dimensions: dict[str, str] = {}
    reported: str
    words: str = ""
    occurrence: int = 1
    support: str
    file: str = ""
    sha256: str = ""
    by: str
    on: date


class Kept(Struct, frozen=True):
    """A file of entries: its text, and every entry with the line it begins at, in order."""

    text: str = ""
    entries: tuple[Entry, ...] = ()
    lines: tuple[int, ...] = ()


def kept(path: Path) -> Kept:
    """What the file keeps, nothing where there is none; raises Misuse where it is wrong."""
    if not path.exists() and not path.is_symlink():
        return Kept()
    return read(path.name, text_of(path, _OF))


def read(name: str, text: str) -> Kept:
    """What the text of the file keeps; raises Misuse where it is wrong."""
    if len(text) > _LARGEST:
        raise Misuse(f"{name} is larger than {_LARGEST // 2**20} MB: people write no file like it")
    file = parsed(name, text, _OF)
    known = frozenset(rule.code for rule in all_rules())
    found: list[tuple[int, Entry]] = []
    for key, tables in file.table.items():
        if key not in _KINDS:
            file.refuse(key, unknown(f"key {key!r}", key, list(_KINDS)))
        if not isinstance(tables, list):
            file.refuse(key, f"{key} is to be a list: write [[{key}]] once for each entry")
        if len(tables) > _MOST:
            file.refuse(key, f"{len(tables):,} entries are more than the {_MOST:,} of one file")
        for number, table in enumerate(tables):
            path = f"{key}.{number}"
            entry = _entry(_KINDS[_KINDS.index(key)], file, table, path)
            _vet(file, path, entry, known)
            found.append((file.lines.get(path, 0), entry))
    found.sort(key=lambda one: one[0])
    seen: dict[Entry, int] = {}
    for line, entry in found:
        spoken_of = _spoken_of(entry)
        if spoken_of in seen:
            why = f"line {seen[spoken_of]} speaks of the same: keep one of them"
            raise Misuse(f"{name}, line {line}: {why}")
        seen[spoken_of] = line
    return Kept(text, tuple(entry for _, entry in found), tuple(line for line, _ in found))


def _spoken_of(entry: Entry) -> Entry:
    """An entry without what is said of what it names."""
    bare = {"reason": "", "support": "", "file": "", "sha256": "", "by": "", "on": None}
    return structs.replace(entry, said="ticked", **bare)


def _entry(said: Said, file: Toml, table: object, path: str) -> Entry:
    """A table as the entry it tells."""
    if said == "ticked":
        tick = noun(_Tick, file, table, path)
        return Entry(
            said,
            tick.document,
            "",
            tick.concept,
            tick.period,
            tuple(sorted(tick.dimensions.items())),
            tick.reported,
            words=tick.words,
            occurrence=tick.occurrence,
            support=tick.support,
            file=tick.file,
            sha256=tick.sha256,
            by=tick.by,
            on=tick.on,
        )
    told = noun(_Difference, file, table, path)
    return Entry(
        said,
        told.document,
        told.rule,
        told.concept,
        told.period,
        tuple(sorted(told.dimensions.items())),
        told.reported,
        told.expected,
        tuple(sorted(told.operands)),
        told.words,
        told.occurrence,
        told.reason,
        by=told.by,
        on=told.on,
    )


def _vet(file: Toml, path: str, entry: Entry, rules: frozenset[str]) -> None:
    """Raises Misuse for an entry that says nothing, says too much, or names a rule that is none."""
    names = ["by", "support" if entry.said == "ticked" else "reason", "document", "reported"]
    for name in names:
        if not getattr(entry, name).strip():
            file.refuse(f"{path}.{name}", f"{name} is empty: say it in words")
    if entry.said != "ticked" and entry.rule not in rules:
        name = repr(on_a_line(entry.rule[:40]))
        file.refuse(f"{path}.rule", f"there is no rule {name}: 'tieout explain' lists them all")
    if len(entry.operands) > _MOST_OPERANDS:
        file.refuse(f"{path}.operands", f"operands are more than {_MOST_OPERANDS:,}")
    if entry.occurrence < 1:
        file.refuse(f"{path}.occurrence", "occurrence counts from 1")
    words: dict[str, Iterable[str]] = {
        "dimensions": [word for pair in entry.dimensions for word in pair],
        "operands": entry.operands,
    }
    for name in Entry.__struct_fields__:
        value = getattr(entry, name)
        for word in words.get(name, [value] if isinstance(value, str) else ()):
            if len(word) > _LONGEST:
                file.refuse(f"{path}.{name}", f"{name} is longer than {_LONGEST:,} characters")
            if on_a_line(word) != word:
                file.refuse(f"{path}.{name}", f"{name} has a character that nobody can see")
