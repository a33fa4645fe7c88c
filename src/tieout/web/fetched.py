"""What the page is made of besides tieout: fetched once by npm and pip, kept, and known by hash."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from msgspec import Struct

from tieout.ahead import said_in
from tieout.errors import Misuse

_LONGEST_SECONDS = 300
_SOON = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=2000")


class Package(Struct, frozen=True, forbid_unknown_fields=True):
    """A package of a registry: one file, and its hash."""

    client: Literal["npm", "pip"]
    name: str
    version: str
    file: str
    sha256: str


class Pinned(Struct, frozen=True, forbid_unknown_fields=True):
    """Every package, and the machine that pip fetches for."""

    platform: str
    python: str
    package: tuple[Package, ...]


def pinned() -> Pinned:
    """What the page is made of besides tieout."""
    return said_in(Path(__file__).with_name("pinned.toml"), Pinned)


def cache() -> Path:
    """The folder in which what was fetched is kept."""
    kept = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(kept) if kept else Path.home() / ".cache") / "tieout" / "web"


def fetched(pins: Pinned, folder: Path) -> dict[str, bytes]:
    """The file of every package by the package's name, kept in the folder.

    Raises Misuse for what can neither be found there nor fetched, and for what is not what it was.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise Misuse(
            f"{folder} cannot be made, and what the page is made of is kept there "
            f"({reason.strerror}): name another place in XDG_CACHE_HOME"
        ) from None
    return {one.name: _file(one, pins, folder) for one in pins.package}


def _file(one: Package, pins: Pinned, folder: Path) -> bytes:
    """A package's file, fetched where it is not there; put there whole, whoever else does so."""
    path = folder / one.file
    if path.exists() and _is_of(one, raw := path.read_bytes()):
        return raw
    with tempfile.TemporaryDirectory(dir=folder) as apart:
        new = Path(apart) / one.file
        _fetch(one, pins, new)
        raw = new.read_bytes()
        if not _is_of(one, raw):
            raise Misuse(
                f"{one.file} is not the file that its hash in pinned.toml is of, so the page is "
                "not made of it: try again, and if it stays so, report it"
            )
        new.replace(path)
    return raw


def _is_of(one: Package, raw: bytes) -> bool:
    """True for the very file that was pinned."""
    return sha256(raw).hexdigest() == one.sha256


def _fetch(one: Package, pins: Pinned, path: Path) -> None:
    """Has the package's own client put its file there."""
    try:
        made = subprocess.run(
            _command(one, pins), cwd=path.parent, capture_output=True, timeout=_LONGEST_SECONDS
        )
    except FileNotFoundError:
        raise _missing(one, path, f"{one.client} is not installed") from None
    except subprocess.TimeoutExpired:
        raise _missing(one, path, f"{one.client} took too long") from None
    if made.returncode or not path.exists():
        raise _missing(one, path, f"{one.client} could not fetch it")


def _command(one: Package, pins: Pinned) -> Sequence[str]:
    """What fetches it into the folder at hand; without a network it gives up soon."""
    if one.client == "npm":
        return (_installed("npm"), "pack", "--silent", *_SOON, f"{one.name}@{one.version}")
    abi = f"cp{pins.python.replace('.', '')}"
    return (
        *(*_pip(), "download", "--quiet", "--retries=1", "--no-deps", "--only-binary=:all:"),
        *("--platform", pins.platform, "--platform", "any", "--python-version", pins.python),
        *("--implementation", "cp", "--abi", abi, "--abi", "none"),
        f"{one.name}=={one.version}",
    )


def _pip() -> tuple[str, ...]:
    """The pip of this Python; another one where it has none, as with pipx and uv."""
    return (sys.executable, "-m", "pip") if find_spec("pip") else (_installed("pip"),)


def _installed(program: str) -> str:
    """Where a program is; raises FileNotFoundError for one that is not installed."""
    if (path := shutil.which(program)) is None:
        raise FileNotFoundError(program)
    return path


def _missing(one: Package, path: Path, why: str) -> Misuse:
    """What is missing, and what helps."""
    return Misuse(
        f"the page cannot be made without {one.name} {one.version}: {why}; connect to the network "
        f"and try again, or put {one.file} into {path.parent.parent}"
    )
