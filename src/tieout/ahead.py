"""TOML that stands beside modules, read from what installing tieout made of it ahead."""

from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from msgspec import DecodeError, Raw, Struct, convert, json

T = TypeVar("T")


class _Ahead(Struct, frozen=True):
    """A file that tools/compile_toml.py made: the hash of what it is made of, and what it says."""

    of: str
    says: Raw


def said_in(path: Path, kind: type[T]) -> T:
    """What a TOML file says: its compiled form where that is of this very file.

    Raises msgspec.ValidationError where that is not of the kind.
    """
    raw, ahead = path.read_bytes(), path.with_suffix(".json")
    if ahead.exists():
        try:
            held = json.decode(ahead.read_bytes(), type=_Ahead)
        except DecodeError:  # of another version
            held = None
        if held is not None and held.of == sha256(raw).hexdigest():
            return json.decode(held.says, type=kind)
    import tomllib

    return convert(tomllib.loads(raw.decode("utf-8")), kind)
