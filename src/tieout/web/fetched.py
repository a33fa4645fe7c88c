"""What the page is made of besides tieout: fetched once by npm and pip, kept, and known by hash."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from msgspec import Struct

from tieout.ahead import said_in
from tieout.errors import Misuse

_LONGEST_SECONDS = 300


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
    files: dict[str, bytes] = {}
    for one in pins.package:
        path = folder / one.file
        if not path.exists() or sha256(path.read_bytes()).hexdigest() != one.sha256:
            _fetch(one, pins, folder)
        files[one.name] = path.read_bytes()
        if sha256(files[one.name]).hexdigest() != one.sha256:
            path.unlink()
            raise Misuse(
                f"{one.file} is not the file that its hash in pinned.toml is of, so the page is "
                "not made of it: try again, and if it stays so, report it"
            )
    return files


def _fetch(one: Package, pins: Pinned, folder: Path) -> None:
    """Has the package's own client put its file into the folder."""
    try:
        made = subprocess.run(
            _command(one, pins, folder), cwd=folder, capture_output=True, timeout=_LONGEST_SECONDS
        )
    except FileNotFoundError:
        raise _missing(one, folder, f"{one.client} is not installed") from None
    except subprocess.TimeoutExpired:
        raise _missing(one, folder, f"{one.client} took too long") from None
    if made.returncode or not (folder / one.file).exists():
        raise _missing(one, folder, f"{one.client} could not fetch it")


def _command(one: Package, pins: Pinned, folder: Path) -> Sequence[str]:
    """What fetches it."""
    if one.client == "npm":
        return (_installed("npm"), "pack", "--silent", f"{one.name}@{one.version}")
    abi = f"cp{pins.python.replace('.', '')}"
    return (
        *(*_pip(), "download", "--quiet", "--no-deps", "--only-binary=:all:"),
        *("--platform", pins.platform, "--platform", "any", "--python-version", pins.python),
        *("--implementation", "cp", "--abi", abi, "--abi", "none", "--dest", str(folder)),
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


def _missing(one: Package, folder: Path, why: str) -> Misuse:
    """What is missing, and what helps."""
    return Misuse(
        f"the page cannot be made without {one.name} {one.version}: {why}; connect to the network "
        f"and try again, or put {one.file} into {folder}"
    )
