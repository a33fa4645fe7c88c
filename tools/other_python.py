"""Checks exhibits with another Python than the project's own, and fails where it finds otherwise.

    python tools/other_python.py [PYTHON]

An admitted Python may have faults of its own: the `re` of 3.11.2, which Debian 12 still has, once
misread every HTML page in silence. Without a Python, or where that one is too old or can make no
environment, it says so and is content: nobody has to have two.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
SYSTEM = "/usr/bin/python3"
EXHIBITS = sorted((HOUSE / "tests" / "corpus" / "exhibits").glob("*.[!p]*"))
"""Those that need no extra: all but PDFs."""

SCRIPT = """
import sys
from hashlib import sha256
from pathlib import Path
from tieout import engine
from tieout.reports import json
for path in map(Path, sys.argv[1:]):
    release = engine.read(path.name, path.read_bytes())
    counts = len(release.document.figures), len(release.statements)
    print(path.name, *counts, sha256(json.render(engine.check(release))).hexdigest())
"""
"""Prints of each exhibit how many figures and statements it has, and a hash of its workpaper."""


def main(python: str) -> int:
    """Says what both read, and is 1 where that differs."""
    if not Path(python).exists():
        return _skipped(f"there is no {python}")
    version = _output([python, "-c", "import sys; print(*sys.version_info[:3], sep='.')"])
    if tuple(map(int, version.split("."))) < (3, 11):
        return _skipped(f"{python} is Python {version}, and tieout needs 3.11")
    with tempfile.TemporaryDirectory() as place:
        try:
            other = _environment(python, place)
        except subprocess.CalledProcessError as failure:
            said = f"{failure.stdout}{failure.stderr}".split("\n\n")[0]
            return _skipped(f"{python} can make no environment: {' '.join(said.split())}")
        theirs, ours = (_papers(one) for one in (other, sys.executable))
    for their, our in zip(theirs, ours, strict=True):
        if their != our:
            print(f"{python} ({version}) reads {our[0]} otherwise than this Python:")
            print(f"  {their[1]} figures for {our[1]}, {their[2]} statements for {our[2]}")
    if theirs != ours:
        return 1
    figures, statements = (sum(int(our[place]) for our in ours) for place in (1, 2))
    told = f"{len(ours)} exhibits, {figures:,} figures and {statements} statements"
    print(f"{python} ({version}) reads as this Python does: {told}.")
    return 0


def _skipped(reason: str) -> int:
    """Nothing was compared, and why."""
    print(f"Reading with another Python is skipped: {reason}.")
    return 0


def _environment(python: str, place: str) -> str:
    """The Python of an environment in which the other one runs this tree's tieout."""
    _output([python, "-m", "venv", place])
    other = f"{place}/bin/python"
    quiet = ["--quiet", "--disable-pip-version-check"]
    lock = str(HOUSE / "requirements.lock")
    _output([other, "-m", "pip", "install", *quiet, "-c", lock, "-e", str(HOUSE)])
    return other


def _papers(python: str) -> list[list[str]]:
    """What a Python prints of each exhibit."""
    printed = subprocess.check_output([python, "-c", SCRIPT, *map(str, EXHIBITS)], text=True)
    return [line.split() for line in printed.splitlines()]


def _output(command: list[str]) -> str:
    """What a command prints."""
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return run.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(*(sys.argv[1:] or [SYSTEM])))
