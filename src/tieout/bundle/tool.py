"""What makes a workpaper on this machine: tieout and its rules by hash, Python, and the readers."""

import hashlib
import importlib.metadata
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import tieout
from tieout.bundle.manifest import RulePage, Tool
from tieout.rules.base import Rule

_LIBRARIES = ("msgspec", "pypdfium2", "python-calamine", "selectolax")
"""What documents are read with, where it is installed."""

_SOURCES = {".css", ".js", ".md", ".py", ".sql", ".toml"}
"""What is written by hand: what is compiled of it is the same."""


def tool(rules: Iterable[Rule]) -> Tool:
    """This tieout with the rules that it applies."""
    return Tool(
        tieout.__version__,
        code(),
        f"{sys.implementation.name} {'.'.join(map(str, sys.version_info[:3]))}",
        dict(_installed()),
        tuple(RulePage(one.code, _hash(one.page.read_bytes())) for one in rules),
    )


def changes(sealed: Tool, now: Tool) -> Iterator[str]:
    """In sentences, in what another tool sealed than the one at work now."""
    if sealed.tieout != now.tieout:
        yield f"it was sealed with tieout {sealed.tieout}, and this is tieout {now.tieout}"
    elif sealed.code != now.code:
        yield f"it was sealed with another build of tieout {sealed.tieout} than this one"
    was, is_now = ({one.code: one.sha256 for one in each.rules} for each in (sealed, now))
    kinds = {
        "rules that it was sealed with and that are none now": was.keys() - is_now.keys(),
        "rules that are new since": is_now.keys() - was.keys(),
        "rules whose page has changed since": {
            code for code in was.keys() & is_now.keys() if was[code] != is_now[code]
        },
    }
    for words, codes in kinds.items():
        if codes:
            yield f"{words}: {', '.join(sorted(codes))}"
    if sealed.python != now.python:
        yield f"it was sealed under {sealed.python}, and this is {now.python}"
    for name in sorted(sealed.libraries.keys() | now.libraries.keys()):
        before, after = (each.libraries.get(name, "none") for each in (sealed, now))
        if before != after:
            yield f"it was sealed with {name} {before}, and here is {after}"


def _installed() -> Iterator[tuple[str, str]]:
    """The libraries that are installed, each with its version."""
    for name in _LIBRARIES:
        try:
            yield name, importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue


def code() -> str:
    """The hash of every source file with its place, whatever newlines a checkout gives them."""
    package = Path(tieout.__file__).parent
    whole = hashlib.sha256()
    paths = {
        path.relative_to(package).as_posix(): path
        for path in package.rglob("*")
        if path.suffix in _SOURCES
    }
    for name, path in sorted(paths.items()):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        whole.update(f"{name}\0{_hash(content)}\n".encode())
    return whole.hexdigest()


def _hash(content: bytes) -> str:
    """The SHA-256 of it."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
