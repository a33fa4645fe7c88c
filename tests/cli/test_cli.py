"""Every command: help with examples, and one sentence for whatever goes wrong."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tieout import __main__ as program
from tieout import __version__, engine, limits
from tieout.cli import tieout as group

COMMANDS = ["batch", "check", "completion", "explain", "mcp", "read", "seal", "verify"]


def test_the_commands_are_the_modules() -> None:
    assert set(COMMANDS) <= set(
        group.list_commands(group.make_context("tieout", [], resilient_parsing=True))
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_help_gives_examples(command: str, tieout: Any) -> None:
    answer = tieout(command, "--help")
    assert answer.status == 0
    assert f"tieout {command}" in answer.out.partition("Examples:")[2]


def test_help_and_version(tieout: Any) -> None:
    assert "Reads an earnings release" in tieout("--help").out
    assert tieout("--version").out == f"tieout {__version__}\n"


def test_no_command_is_answered_with_help(tieout: Any) -> None:
    answer = tieout()
    assert answer.status == 2
    assert "Usage: tieout" in answer.out


def test_a_mistyped_command_is_guessed(tieout: Any) -> None:
    answer = tieout("chekc", "x")
    assert answer.status == 2
    assert answer.err == (
        "tieout: there is no command 'chekc': did you mean 'check'?; see 'tieout --help'\n"
    )


def test_a_mistyped_option_is_guessed(tieout: Any) -> None:
    answer = tieout("check", "x", "--agianst", "y")
    assert answer.status == 2
    assert "--against" in answer.err
    assert "see 'tieout check --help'" in answer.err


def test_a_defect_of_ours_is_one_sentence(
    tieout: Any, example: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("oh")

    monkeypatch.setattr(engine, "read", fail)
    answer = tieout("check", example("capstone-fy2008q2-8k"))
    assert answer.status == 2
    assert answer.err.startswith("tieout: internal error: KeyError: 'oh'; please report")
    monkeypatch.setenv("TIEOUT_DEBUG", "1")
    with pytest.raises(KeyError):
        tieout("check", example("capstone-fy2008q2-8k"))


def test_ctrl_c_is_130(
    tieout: Any, example: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "read", interrupted)
    answer = tieout("check", example("capstone-fy2008q2-8k"))
    assert (answer.status, answer.err.strip()) == (130, "tieout: interrupted")


@pytest.fixture
def to_nobody(example: Callable[[str], str]) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs a command line whose output nobody reads."""

    def run(*arguments: str, stream: str = "stdout") -> subprocess.CompletedProcess[bytes]:
        read, write = os.pipe()
        os.close(read)
        command = [sys.executable, "-m", "tieout", *arguments]
        streams: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        done = subprocess.run(command, check=False, **{**streams, stream: write})
        os.close(write)
        return done

    return run


def test_a_reader_that_goes_away_is_no_complaint(
    to_nobody: Any, example: Callable[[str], str]
) -> None:
    """And the status is what was found: one that is cut off would say nothing."""
    done = to_nobody("check", example("capstone-fy2008q2-8k"), "--format", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    done = to_nobody("check", "--help")
    assert (done.returncode, done.stderr) == (0, b"")
    done = to_nobody("batch", example("capstone-fy2008q2-8k"), "--output", "-")
    assert (done.returncode, done.stderr) == (2, b"")
    done = to_nobody("check", "nowhere.txt", stream="stderr")
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_a_sentence(process: Any, example: Callable[[str], str]) -> None:
    said = b"tieout: standard output cannot be written: No space left on device\n"
    for words in (("check", example("capstone-fy2008q2-8k"), "--format", "json"), ("--help",), ()):
        done = process(*words, shell=">/dev/full")
        assert (done.returncode, done.stderr) == (2, said)
    done = process("check", "/nope", shell="2>/dev/full")
    assert (done.returncode, done.stdout) == (2, b"")


def test_a_closed_stream_is_taken_for_no_file(process: Any, tmp_path: Path) -> None:
    path, out = tmp_path / "acme.txt", tmp_path / "out.json"
    path.write_text("Revenue was $7.2 million for the quarter.\n")
    told = f"{out}: 1 figure, 0 agree, 0 findings\n".encode()
    for shell, said in (("<&-", told), (">&-", b""), ("2>&-", told), ("<&- >&- 2>&-", b"")):
        done = process("check", str(path), "--output", str(out), shell=shell)
        assert (done.returncode, done.stdout, done.stderr) == (0, said, b"")
        assert out.read_bytes().startswith(b'{"format":"tieout-workpaper')
    assert process("check", "/nope", shell="2>&-").returncode == 2


def test_what_is_not_caught_does_not_say_that_something_differs(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def ended(reason: type[BaseException]) -> tuple[int | str | None, str]:
        def fail() -> int:
            raise reason

        monkeypatch.setattr(limits, "guarded", lambda *_: fail())
        monkeypatch.setattr(os, "_exit", sys.exit)
        before = signal.getsignal(signal.SIGINT)
        try:
            with pytest.raises(SystemExit) as end:
                program.main()
        finally:
            signal.signal(signal.SIGINT, before)
        return end.value.code, capfd.readouterr().err

    assert ended(KeyboardInterrupt) == (130, "tieout: interrupted\n")
    status, trace = ended(KeyError)
    assert (status, "KeyError" in trace) == (2, True)


def test_ctrl_c_is_heard_from_the_first_import_on() -> None:
    """The program is loaded with nothing but what Python loads itself."""
    asked = (
        "import sys; before = {*sys.modules}; import tieout.__main__; "
        "print(*sorted({*sys.modules} - before))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert done.stdout.decode().split() == ["tieout", "tieout.__main__"]


def test_a_closed_output_is_a_sentence(process: Any, example: Callable[[str], str]) -> None:
    done = process("read", example("capstone-fy2008q2-8k"), "--format", "text", shell=">&-")
    assert done.returncode == 2
    assert b"standard output is closed" in done.stderr


def test_help_loads_neither_rich_nor_the_engine() -> None:
    asked = (
        "import sys; from tieout.cli import run; run(['--help']); "
        "print(sorted({'rich', 'tieout.engine', 'msgspec'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"
