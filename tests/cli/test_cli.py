"""Every command: help with examples, and one sentence for whatever goes wrong."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tieout import __version__, engine
from tieout.cli import tieout as group

COMMANDS = ["batch", "check", "completion", "explain", "read"]


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


def test_a_reader_that_goes_away_is_no_complaint(example: Callable[[str], str]) -> None:
    read, write = os.pipe()
    os.close(read)
    path = example("capstone-fy2008q2-8k")
    command = [sys.executable, "-m", "tieout", "check", path, "--format", "json"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_a_sentence(process: Any, example: Callable[[str], str]) -> None:
    done = process("check", example("capstone-fy2008q2-8k"), "--format", "json", shell=">/dev/full")
    assert done.returncode == 2
    assert done.stderr == (b"tieout: standard output cannot be written: No space left on device\n")


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
