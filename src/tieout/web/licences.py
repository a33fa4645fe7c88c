"""Under which licences the page's parts are passed on: their names, versions, and texts."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from email.parser import BytesParser
from pathlib import PurePosixPath

from tieout.web.fetched import Pinned
from tieout.web.parts import unpacked

_OF_ITS_OWN = {"pyodide": "Python itself, of which Pyodide is a build: PSF-2.0"}
_LINE = "=" * 72


def licences(pins: Pinned, files: Mapping[str, bytes]) -> str:
    """The text to be passed on with the page; files by package."""
    told = ["This page is tieout (Apache-2.0), and in it are:", ""]
    texts: list[str] = []
    for one in pins.package:
        held = _held(files[one.name])
        told.append(f"{one.name} {one.version}: {_named(held)}")
        if one.name in _OF_ITS_OWN:
            told.append(f"  {_OF_ITS_OWN[one.name]}")
        for path, text in _texts(held):
            texts += ["", _LINE, f"{one.name}: {path}", _LINE, "", text.strip()]
    return "\n".join((*told, *texts, ""))


def _held(raw: bytes) -> dict[str, bytes]:
    """The files of a package, by their paths in it."""
    if not raw.startswith(b"PK"):
        return unpacked(raw)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _named(held: Mapping[str, bytes]) -> str:
    """What a package says of its licence."""
    if "package.json" in held:
        return str(json.loads(held["package.json"])["license"])
    told = BytesParser().parsebytes(next(v for k, v in held.items() if k.endswith("/METADATA")))
    return told["License-Expression"] or told["License"] or "see its text"


def _texts(held: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The texts of a package's licences, each with its path."""
    for path, raw in sorted(held.items()):
        parents = PurePosixPath(path).parent.parts
        is_text = "LICEN" in PurePosixPath(path).name.upper() and not path.endswith(".py")
        if is_text or any("LICENSES" in part.upper() for part in parents):
            yield path, raw.decode("utf-8", "replace")
