"""Builds the wheel whose integer searches are compiled, and compares its workpapers with ours.

    python tools/compiled.py

Where there is no compiler it says so and is content: the pure code is the same code.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from other_python import HOUSE, output, papers

SEARCHES = "import tieout.rules.searches.sums as one; print(one.__file__)"


def main() -> int:
    """Says what both read, and is 1 where that differs or nothing was compiled."""
    if not any(map(shutil.which, ("cc", "gcc", "clang"))):
        print("The compiled wheel is skipped: there is no C compiler.", flush=True)
        return 0
    with tempfile.TemporaryDirectory() as place:
        python = _environment(place)
        found, own = (output([one, "-c", SEARCHES]) for one in (python, sys.executable))
        if found.endswith(".py") or not own.endswith(".py"):
            print(f"Pure code is to be compared with compiled: {own} with {found}")
            return 1
        theirs, ours = (papers(one) for one in (python, sys.executable))
    for their, our in zip(theirs, ours, strict=True):
        if their != our:
            print(f"The compiled wheel reads {our[0]} otherwise than the pure code.")
    if theirs == ours:
        told = f"{len(ours)} exhibits"
        print(f"The compiled wheel reads as the pure code does: {told}.", flush=True)
    return int(theirs != ours)


def _environment(place: str) -> str:
    """The Python of an environment in the place that has the compiled wheel."""
    pip = ["-m", "pip", "--quiet", "--disable-pip-version-check"]
    tree = Path(place) / "tree"  # a compiler leaves what it made where it was
    left = shutil.ignore_patterns(".*", "tests", "build", "__pycache__")
    shutil.copytree(HOUSE, tree, ignore=left)
    asked = [sys.executable, *pip, "wheel", "--no-deps", "-w", place, str(tree)]
    subprocess.run(asked, check=True, env=os.environ | {"HATCH_BUILD_HOOK_ENABLE_MYPYC": "1"})
    output([sys.executable, "-m", "venv", f"{place}/env"])
    python = f"{place}/env/bin/python"
    wheel = str(next(Path(place).glob("*.whl")))
    output([python, *pip, "install", "-c", str(HOUSE / "requirements.lock"), wheel])
    return python


if __name__ == "__main__":
    sys.exit(main())
