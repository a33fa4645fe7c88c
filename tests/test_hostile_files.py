"""Files made to do harm end in a workpaper or a sentence, in little time and memory."""

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

HOSTILE = sorted((Path(__file__).parent / "hostile").iterdir())
NATIVE = ("far-cell-no-row", "form-calls-itself", "one-string-in-many-cells", "sheets-of-one-part")
SECONDS = 10
MEMORY = 2**30


def answered(*words: str) -> "subprocess.CompletedProcess[bytes]":
    """What the command answered, in the time and memory that it may take."""

    def limit() -> None:  # of every process alike, for none is to need more
        resource.setrlimit(resource.RLIMIT_AS, (4 * MEMORY, 4 * MEMORY))

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "tieout", *words],
        capture_output=True,
        check=False,
        timeout=120,
        preexec_fn=limit if hasattr(os, "fork") else None,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime - before.ru_utime < SECONDS * max(1, len(words) - 3)
    assert done.returncode in (0, 1, 2), done.stderr
    assert b"internal error" not in done.stderr
    assert b"Traceback" not in done.stderr
    return done


def test_all_of_them_are_a_line_each(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    answered("batch", *map(str, HOSTILE), "--output", str(out), "--jobs", "2")
    lines = [json.loads(line) for line in out.read_bytes().splitlines()]
    assert [line["name"] for line in lines] == [str(path) for path in HOSTILE]
    for line in lines:
        assert line["workpaper"] if "workpaper" in line else line["error"]
        assert "internal error" not in line.get("error", "")
        assert "\n" not in line.get("error", "")


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_a_report_stays_small(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    done = answered("check", str(path), "--output", str(out))
    if done.returncode == 2:
        assert done.stderr.startswith(b"tieout: ")
        assert path.name.encode() in done.stderr
    else:
        assert out.stat().st_size < 2_000_000


GUARDS = """
import sys
from tieout import __main__ as program
from tieout.readers.html import rebuilt
from tieout.readers.pdf import marks, packed
from tieout.readers.xlsx import measured
rebuilt.MOST_REBUILT = marks.MOST_MARKS = marks.MOST_MARKS_OF_A_PAGE = 2 ** 40
packed.LARGEST = packed.LARGEST_STREAM = measured.MOST_CELLS = measured.MOST_TEXT = 2 ** 40
measured.LARGEST = 2 ** 40
sys.argv = ["tieout", "check", sys.argv[1]]
program.main()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")
@pytest.mark.parametrize(
    "path", [path for path in HOSTILE if path.stem in NATIVE], ids=lambda path: path.stem
)
def test_without_any_guard_of_its_own_kind_the_childs_limits_hold(path: Path) -> None:
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", GUARDS, str(path)],
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "TIEOUT_SECONDS": "1"},
    )
    assert done.returncode in (0, 1, 2), (done.stderr, time.monotonic() - started)
    assert b"panicked" not in done.stderr
    if done.returncode == 2:
        said = done.stderr.splitlines()[-1]
        assert said.startswith(b"tieout: ")
        assert path.name.encode() in said
