"""Runs tests and checks exhibits with other Pythons than the project's own: the oldest and newest.

    python tools/other_python.py [PYTHON...]

An admitted Python may have faults of its own: the `re` of 3.11.2, which Debian 12 still has, once
misread every HTML page in silence. Without others named they are the system's and the newest that
is installed. In each, the tests run that need neither a database nor a drawing, and every exhibit
without PDFs must come to the same workpaper as here. One that is not there, too old, or can make
no environment is told of, and that is all: nobody has to have two.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
SYSTEM = "/usr/bin/python3"
OLDEST, NEWEST = 11, 20
"""Of Python 3."""
EXHIBITS = sorted((HOUSE / "tests" / "corpus" / "exhibits").glob("*.[!p]*"))
"""Those that need no extra: all but PDFs."""
EXTRAS = "pdf,word,excel"
TESTED = (
    *("claims", "corpus", "drafts", "evidence", "forms", "lexicon", "model", "proof", "readers"),
    *("rules", "statements", "tables", "test_engine.py", "test_pages.py"),
)
"""What reads and checks; the store, series, charts and the command line are tested here alone."""

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


def main(pythons: list[str]) -> int:
    """Says what each of them read, and is 1 where a test fails or a workpaper differs."""
    others = pythons or [SYSTEM, *newest()]
    if not pythons and len(others) == 1:
        _skipped(f"no Python 3.{OLDEST + 1} or newer is installed beside this one")
    return max([_tried(python) for python in others])


def newest() -> Iterator[str]:
    """The newest Python that is on the path, or that pyenv keeps, and answers."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for minor in range(NEWEST, OLDEST, -1):
        name = f"python3.{minor}"
        for python in (name, *map(str, sorted(kept.glob(f"*/bin/{name}"), reverse=True))):
            if _version(python):
                yield python
                return


def _version(python: str) -> str:
    """Its version; empty where it is none, or only stands for one that is not there."""
    try:
        return output([python, "-c", "import sys; print(*sys.version_info[:3], sep='.')"])
    except (OSError, subprocess.CalledProcessError):
        return ""


def _tried(python: str) -> int:
    """Says what one Python reads, and is 1 where that differs or a test fails."""
    version = _version(python)
    if not version:
        return _skipped(f"there is no {python}")
    if tuple(map(int, version.split("."))) < (3, OLDEST):
        return _skipped(f"{python} is Python {version}, and tieout needs 3.{OLDEST}")
    with tempfile.TemporaryDirectory() as place:
        try:
            other = _environment(python, place)
        except subprocess.CalledProcessError as failure:
            said = f"{failure.stdout}{failure.stderr}".split("\n\n")[0]
            return _skipped(f"{python} can make no environment: {' '.join(said.split())}")
        theirs, ours = (papers(one) for one in (other, sys.executable))
        fails = _tests(other)
    for their, our in zip(theirs, ours, strict=True):
        if their != our:
            print(f"{python} ({version}) reads {our[0]} otherwise than this Python:")
            print(f"  {their[1]} figures for {our[1]}, {their[2]} statements for {our[2]}")
    if theirs != ours or fails:
        return 1
    figures, statements = (sum(int(our[place]) for our in ours) for place in (1, 2))
    told = f"{len(ours)} exhibits, {figures:,} figures and {statements} statements"
    print(f"{python} ({version}) reads as this Python does: {told}.", flush=True)
    return 0


def _skipped(reason: str) -> int:
    """Nothing was compared, and why."""
    print(f"Reading with another Python is skipped: {reason}.", flush=True)
    return 0


def _environment(python: str, place: str) -> str:
    """The Python of an environment in which the other one runs this tree's tieout."""
    output([python, "-m", "venv", place])
    other = f"{place}/bin/python"
    quiet = ["--quiet", "--disable-pip-version-check"]
    lock = ["-c", str(HOUSE / "requirements.lock")]
    needed = ["-e", f"{HOUSE}[{EXTRAS}]", "pytest", "pytest-xdist", "hypothesis"]
    output([other, "-m", "pip", "install", *quiet, *lock, *needed])
    return other


def papers(python: str) -> list[list[str]]:
    """What a Python prints of each exhibit."""
    printed = subprocess.check_output([python, "-c", SCRIPT, *map(str, EXHIBITS)], text=True)
    return [line.split() for line in printed.splitlines()]


def _tests(python: str) -> bool:
    """True where a test fails, which is then told."""
    places = [str(HOUSE / "tests" / name) for name in TESTED if (HOUSE / "tests" / name).exists()]
    command = [python, "-m", "pytest", "-q", "-n", "auto", "-p", "no:cacheprovider", *places]
    print(f"{python}: the tests of {', '.join(TESTED)}", flush=True)
    return subprocess.run(command, cwd=HOUSE, check=False).returncode != 0


def output(command: list[str]) -> str:
    """What a command prints."""
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return run.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
