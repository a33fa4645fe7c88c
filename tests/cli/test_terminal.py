"""What a terminal is sent: nothing of a document, a caption or a name that it would obey."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tieout.harmless import shown

pty = pytest.importorskip("pty")
HOSTILE = Path(__file__).parents[1] / "hostile"
On = Callable[..., str]


@pytest.fixture
def on_a_terminal() -> On:
    """Runs a command line on a terminal: what was sent to it, on either stream."""

    def sent(terminal: int) -> Iterator[bytes]:
        while True:
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # nobody writes any more
                return
            if not piece:
                return
            yield piece

    def run(*arguments: str) -> str:
        terminal, stream = pty.openpty()
        command = [sys.executable, "-m", "tieout", *arguments]
        environment = {**os.environ, "NO_COLOR": "1", "TERM": "dumb"}
        process = subprocess.Popen(command, stdout=stream, stderr=stream, env=environment)
        os.close(stream)
        told = b"".join(sent(terminal))
        os.close(terminal)
        assert process.wait() in (0, 1, 2)
        return told.decode().replace("\r\n", "\n")

    return run


@pytest.mark.parametrize(
    "words",
    [
        *(("read", "--format", form) for form in ("text", "csv", "json")),
        *(("check", "--format", form) for form in ("html", "json")),
        ("series", "--all", "--format", "csv"),
        ("batch", "--output", "-"),
    ],
    ids=" ".join,
)
def test_what_is_no_page_for_a_terminal_is_shown(
    on_a_terminal: On, tmp_path: Path, words: tuple[str, ...]
) -> None:
    path = tmp_path / "evil\x1b]0;owned\x07\nadded \u202e.txt"
    told = (HOSTILE / "caption_osc.txt").read_text("utf-8")
    path.write_text(f"{told}\nRevenue \u202e\x9b31m\u200b\U000e0041 was $7.2 million.\n", "utf-8")
    command, *options = words
    told = on_a_terminal(command, str(path), *options)
    assert told == shown(told)
    assert "Revenue" in told
    assert "\nadded" not in told


def test_a_forged_line_is_none(on_a_terminal: On, tmp_path: Path) -> None:
    path = tmp_path / "a\nadded b.txt"
    path.write_text("Revenue was $7.2 million for the quarter.\n")
    store = str(tmp_path / "s.duckdb")
    told = on_a_terminal("store", "add", str(path), "--store", store)
    assert told.strip() == "added a\ufffdadded b.txt"
    told = on_a_terminal("store", "list", "--store", store)
    assert "\nadded" not in told
    told = on_a_terminal("check", str(tmp_path / "x\x1b[2J\nadded c.txt"))
    assert told.startswith(f"tieout: {tmp_path}/x\ufffd[2J\ufffdadded c.txt does not exist")
