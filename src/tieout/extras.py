"""What to type where a library is missing: a command that works where this tieout is installed."""

import os
import shlex
import shutil
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
"""The clone that tieout runs from; for an installed one a folder of libraries."""
_OF_UVX = ("archive-v0", "builds-v0", "environments-v0", "environments-v1", "environments-v2")


def needs(what: str, library: str, extra: str) -> str:
    """The sentence that says which library is missing, and what to type to have it."""
    return f"{what} needs {library}: run {installing(extra)}"


def installing(extra: str) -> str:
    """The command that adds an extra of tieout to the environment at work."""
    home = Path(sys.prefix).parts
    wanted = f"tieout[{extra}]"
    if "pipx" in home:
        return f"pipx install --force {_quoted(wanted)}"
    if "uv" in home and "tools" in home:
        return f"uv tool install --force {_quoted(wanted)}"
    if any(part in _OF_UVX for part in home):
        return f"uvx --from {_quoted(wanted)} tieout"
    if (_ROOT / "pyproject.toml").is_file() and (_ROOT / "src" / "tieout").is_dir():
        return f"{_pip()} install -e {_quoted(f'{_from_here(_ROOT)}[{extra}]')}"
    return f"{_pip()} install {_quoted(wanted)}"


def adding(library: str) -> str:
    """The command that adds a library that is no part of any extra."""
    return f"{_pip()} install {library}"


def _pip() -> str:
    """The pip of the environment at work, as short as it can be typed."""
    beside = Path(sys.executable).parent / ("pip.exe" if os.name == "nt" else "pip")
    if not beside.exists():
        return f"{shlex.quote(_from_here(Path(sys.executable)))} -m pip"
    found = shutil.which("pip")
    is_active = found is not None and Path(found).parent == beside.parent
    return "pip" if is_active else shlex.quote(_from_here(beside))


def _from_here(path: Path) -> str:
    """A path from the folder at hand where it lies in it, else the whole."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (OSError, ValueError):
        return str(path)


def _quoted(wanted: str) -> str:
    """Words that a shell takes as they stand: brackets mean something to most."""
    mark = '"' if os.name == "nt" else "'"
    return f"{mark}{wanted}{mark}"
