"""Tables of TOML taken at their word: every key known, every value of its type, none missing."""

import tomllib
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn, TypeVar, get_args, get_origin

import msgspec
from msgspec import Struct

from tieout.errors import Misuse, Unreadable
from tieout.limits import admit
from tieout.model.period import day_of
from tieout.patterns import pattern
from tieout.sources import bytes_of
from tieout.toml.places import lines_of_keys, nearest

LARGEST = 4 * 1024 * 1024
"""Bytes of a file."""

_LARGEST_NUMBER = 10**12
_Noun = TypeVar("_Noun", bound=Struct)
# Python's reader takes time and memory with the square of a dotted key's parts: a.a.a.a = 1.
_DOTTED = pattern(
    r"(?:(?:(?<![A-Za-z0-9_-])[A-Za-z0-9_-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){30}"
    r"(?=[A-Za-z0-9_\"'-])"
)
_WORDS = {str: "words in quotes", int: "a whole number", bool: "true or false", date: "a day"}


class Toml(Struct, frozen=True):
    """A TOML file: its name, its tables, the line of every key, and lines that open quotes.

    `of` is what it is a file of.
    """

    name: str
    table: dict[str, Any]
    lines: dict[str, int]
    opening: frozenset[int] = frozenset()
    of: str = "a book"

    def place(self, path: str) -> str:
        """Where a key stands: "book.toml, line 3"."""
        return f"{self.name}, line {nearest(self.lines, path)}"

    def refuse(self, path: str, reason: str) -> NoReturn:
        """Raises Misuse with the place."""
        raise Misuse(f"{self.place(path)}: {reason}")


def contents(path: Path, of: str = "a book") -> bytes:
    """The bytes of a file; raises Misuse where it cannot be read or is too large."""
    try:
        raw = bytes_of(path, LARGEST + 1)
    except Unreadable as reason:
        raise Misuse(str(reason)) from None
    except OSError as reason:
        said = reason.strerror or str(reason)
        raise Misuse(f"{path} cannot be read: {said}") from None
    if len(raw) > LARGEST:
        raise Misuse(f"{path} is larger than {LARGEST // 2**20} MB, which no file of {of} is")
    admit(str(path), len(raw))
    return raw


def text_of(path: Path, of: str = "a book") -> str:
    """The text of a file, with plain line ends; raises Misuse where it is no UTF-8."""
    try:
        text = contents(path, of).decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        raise Misuse(f"{path.name}: byte {reason.start} is no UTF-8: save it as UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def toml(path: Path, of: str = "a book") -> Toml:
    """A TOML file; raises Misuse where it is none."""
    return parsed(path.name, text_of(path, of), of)


def parsed(name: str, text: str, of: str = "a book") -> Toml:
    """The text of a TOML file; raises Misuse where it is none."""
    if dotted := _DOTTED.search(text):
        line = text.count("\n", 0, dotted.start()) + 1
        raise Misuse(f"{name}, line {line}: words dotted as no key of {of} is: part them")
    try:
        table = tomllib.loads(text)
    except (RecursionError, MemoryError):
        raise Misuse(f"{name} is no TOML of {of}: it is nested too deep") from None
    except tomllib.TOMLDecodeError as reason:
        raise Misuse(f"{name} is no TOML: {reason}") from None
    except ValueError:  # Python's limit, told with advice on how to lift it
        raise Misuse(f"{name} is no TOML of {of}: it holds a number without end") from None
    rows = text.split("\n")
    opening = frozenset(n for n, row in enumerate(rows, 1) if row.endswith(("'''", '"""')))
    return Toml(name, table, lines_of_keys(text), opening, of)


def noun(
    kind: type[_Noun],
    file: Toml,
    table: object,
    path: str,
    *,
    also: Mapping[str, Any] | None = None,
) -> _Noun:
    """The noun that a table tells, with the values in `also`; raises Misuse for any other key."""
    if not isinstance(table, dict):
        file.refuse(path, f"{path} is to be a table: write [{path}] and its keys under it")
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    given = dict(also or {})
    for key, value in table.items():
        at = f"{path}.{key}"
        if key not in fields or key in given:
            known = [name for name in fields if name not in given]
            file.refuse(at, unknown(f"key {key!r} in [{path}]", key, known))
        given[key] = _value(fields[key].type, file, value, at)
    for name, field in fields.items():
        if name not in given and field.required:
            file.refuse(path, f"[{path}] does not say {name}: write {name} = …")
    return kind(**given)


def unknown(what: str, name: str, known: list[str]) -> str:
    """That a name is none of those known, with the near ones."""
    near = get_close_matches(name, known, n=2, cutoff=0.6)
    guess = " or ".join(map(repr, near))
    return f"there is no {what}" + (
        f": did you mean {guess}?" if near else f": it may be {', '.join(sorted(known))}"
    )


def _value(kind: Any, file: Toml, value: object, path: str) -> Any:  # noqa: ANN401 - any field's
    """The value in its type; nouns inside it are as strict."""
    if isinstance(value, int) and abs(value) > _LARGEST_NUMBER:
        file.refuse(path, f"{path.rpartition('.')[2]} is larger than any number of {file.of}")
    if isinstance(value, date) and day_of(value.year, value.month, value.day) is None:
        file.refuse(path, f"{value} is no {path.rpartition('.')[2]}: {_wanted(date)}")
    inner = [one for one in get_args(kind) if isinstance(one, type) and issubclass(one, Struct)]
    if isinstance(kind, type) and issubclass(kind, Struct):
        return noun(kind, file, value, path)
    if get_origin(kind) is tuple and inner:
        if not isinstance(value, list):
            file.refuse(path, f"{path} is to be a list: write [[{path}]] once for each")
        return tuple(noun(inner[0], file, one, f"{path}.{n}") for n, one in enumerate(value))
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        file.refuse(path, f"{_shown(value)} is no {path.rpartition('.')[2]}: {_wanted(kind)}")


def _wanted(kind: object) -> str:
    """What to write for a type."""
    options = [one for one in get_args(kind) if one is not type(None)]
    if options and all(isinstance(one, str) for one in options):
        return f"write {', '.join(map(repr, options[:-1]))} or {options[-1]!r}"
    plain = options[0] if type(None) in get_args(kind) else kind
    if get_origin(plain) is tuple:
        return 'write a list of words, such as ["…", "…"]'
    if plain is date:
        return "write a day that there is, such as 2007-09-30"
    said = next((words for one, words in _WORDS.items() if one is plain), "a value of its type")
    return f"write {said}"


def _shown(value: object) -> str:
    """The value as the file has it, not too long."""
    if isinstance(value, date):
        return str(value)
    words = str(value).lower() if isinstance(value, bool) else repr(value)
    return words if len(words) <= 60 else f"{words[:57]}…"
