"""tieout check --watch: a report at every save, with what changed since the last one."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Process = subprocess.Popen[str]


@pytest.fixture
def watching(tmp_path: Path, example: Callable[[str], str]) -> Iterator[tuple[Process, Path]]:
    """A check that goes on of the release in a folder of its own, which said that it watches."""
    draft = Path(shutil.copy(example("capstone-fy2008q2-release"), tmp_path / "draft.txt"))
    against = example("capstone-fy2007q2-8k")
    command = ["check", str(draft), "--against", against, "--watch", "--output", "r.json"]
    with subprocess.Popen(
        [sys.executable, "-m", "tieout", *command], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            heard(process, "watching")
            yield process, draft
        finally:
            process.kill()


def heard(process: Process, words: str) -> str:
    """The next line on standard error with these words."""
    assert process.stderr is not None
    return next(line for line in process.stderr if words in line)


def findings(folder: Path, are: Callable[[int], bool]) -> Any:
    """The report in the folder, as soon as it has so many findings."""
    import time

    import msgspec

    for _ in range(1000):
        report = msgspec.json.decode((folder / "r.json").read_bytes())
        if are(sum(check["outcome"] == "differs" for check in report["checks"])):
            return report
        time.sleep(0.02)
    raise AssertionError(report["coverage"])


def test_every_save_is_checked_with_what_changed_and_ctrl_c_gives_the_last_status(
    watching: tuple[Process, Path],
) -> None:
    process, draft = watching
    text = draft.read_text("utf-8")
    draft.write_text(text.replace("7,219", "7,291"), "utf-8")
    assert str(draft) in heard(process, "saved: ")
    report = findings(draft.parent, bool)
    assert len(report["draft"]["changed"]) == 1
    draft.write_bytes(b"%PDF-1.7 half of it")  # as an editor that has not done yet
    heard(process, "saved: ")
    heard(process, "cannot be read")
    draft.write_text(text, "utf-8")
    heard(process, "saved: ")
    report = findings(draft.parent, lambda number: not number)
    assert report["draft"]["findings_fixed"]
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 0


def test_what_people_say_meanwhile_is_heard(watching: tuple[Process, Path]) -> None:
    process, draft = watching
    (draft.parent / "accepted.toml").write_text("nonsense", "utf-8")
    assert "accepted.toml" in heard(process, "saved: ")
    assert "accepted.toml" in heard(process, "tieout: ")
    (draft.parent / "accepted.toml").unlink()
    assert "accepted.toml" in heard(process, "gone: ")


def test_standard_input_is_saved_by_nobody(tieout: Any) -> None:
    answer = tieout("check", "-", "--watch", stdin=b"Revenue was $1.")
    assert answer.status == 2
    assert answer.err == "tieout: standard input cannot be watched: give a file\n"
