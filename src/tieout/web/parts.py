"""The parts that the page carries: Pyodide, its packages, tieout itself, the parser of HTML."""

import io
import json
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import tieout
from tieout.web.linked import linked, required

PAGE = Path(__file__).with_name("page")
"""The folder of what the page has of its own."""

REVIEW = Path(tieout.__file__).parent / "review" / "page"
"""The folder of the page of a review, which it is otherwise."""

_LOADED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
_ALIKE = (1980, 1, 1, 0, 0, 0)


def unpacked(raw: bytes) -> dict[str, bytes]:
    """The files of a package of npm, by their paths in it."""
    with tarfile.open(fileobj=io.BytesIO(raw)) as archive:
        return {
            one.name.partition("/")[2]: held.read()
            for one in archive
            if (held := archive.extractfile(one)) is not None
        }


def parser(files: Mapping[str, bytes]) -> str:
    """The parser of HTML, as the body of a function that gives it; files by package."""
    packages = {
        name: {
            path: content.decode("utf-8")
            for path, content in unpacked(files[name]).items()
            if path.endswith((".js", ".json"))
        }
        for name in ("parse5", "entities")
    }
    return required("parse5", packages)


def worker(files: Mapping[str, bytes], entry: str = "worker.js") -> str:
    """The script of what works in the page; files by package."""
    return linked(entry, _scripts(PAGE), {"parse5": parser(files)})


def page() -> str:
    """The script of the page: that of the review, which talks to a worker in place of a server."""
    return linked("here.js", _scripts(REVIEW) | _scripts(PAGE), {})


def _scripts(folder: Path) -> dict[str, str]:
    """The modules of a folder by their names."""
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.js"))}


def parts(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What the worker loads, by name; files by package."""
    pyodide = unpacked(files["pyodide"])
    held = {name: pyodide[name] for name in _LOADED}
    lock = json.loads(pyodide["pyodide-lock.json"])
    held["pyodide-lock.json"] = json.dumps(lock | {"packages": {}}).encode()
    wheels = {name: raw for name, raw in files.items() if raw.startswith(b"PK")}
    held |= {f"{name}.whl": raw for name, raw in wheels.items()}
    held["tieout.zip"] = packed()
    return held


def packed() -> bytes:
    """The archive of tieout itself, to be unpacked where Python finds it; the same each time."""
    package = Path(tieout.__file__).parent
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in _own(package):
            info = zipfile.ZipInfo(f"tieout/{path.relative_to(package).as_posix()}", _ALIKE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, path.read_bytes())
    return made.getvalue()


def _own(package: Path) -> Iterator[Path]:
    """The files of tieout, in order."""
    for path in sorted(package.rglob("*")):
        if (
            path.is_file()
            and path.suffix not in (".pyc", ".so")
            and "__pycache__" not in path.parts
        ):
            yield path
