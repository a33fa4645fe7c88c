"""Reads a page with another Python than the project's own, and fails where they read it otherwise.

    python tools/other_python.py [PYTHON]

An admitted Python may have faults of its own: the `re` of 3.11.2, which Debian 12 still has, once
misread every HTML page in silence. Without a Python, or where that one is too old or can make no
environment, it says so and is content: nobody has to have two.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from compose_page import page

HOUSE = Path(__file__).resolve().parent.parent
SYSTEM = "/usr/bin/python3"
SCRIPT = """
import sys
from tieout import engine
from tieout.reports import json
release = engine.read("page.htm", sys.stdin.buffer.read())
print(len(release.document.figures), "figures and", len(release.statements), "statements")
sys.stdout.flush()
sys.stdout.buffer.write(json.render(engine.check(release)))
"""


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
        theirs, ours = _workpaper(other), _workpaper(sys.executable)
    if theirs != ours:
        print(f"{python} ({version}) reads a page otherwise than this Python", file=sys.stderr)
        print(f"  it reads {_counts(theirs)}; there are {_counts(ours)}", file=sys.stderr)
        return 1
    print(f"{python} ({version}) reads a page as this Python does: {_counts(ours)}")
    return 0


def _skipped(reason: str) -> int:
    """Nothing was compared, and why."""
    print(f"Reading a page with another Python is skipped: {reason}.")
    return 0


def _environment(python: str, place: str) -> str:
    """The Python of an environment in which the other one runs this tree's tieout."""
    _output([python, "-m", "venv", place])
    other = f"{place}/bin/python"
    quiet = ["--quiet", "--disable-pip-version-check"]
    lock = str(HOUSE / "requirements.lock")
    _output([other, "-m", "pip", "install", *quiet, "-c", lock, "-e", str(HOUSE)])
    return other


def _workpaper(python: str) -> str:
    """The workpaper that a Python makes of a page, below a line that counts."""
    return _output([python, "-c", SCRIPT], page(20))


def _counts(workpaper: str) -> str:
    """How many figures and statements were read."""
    return workpaper.partition("\n")[0]


def _output(command: list[str], given: str = "") -> str:
    """What a command prints."""
    run = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    return run.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(*(sys.argv[1:] or [SYSTEM])))
