"""tieout completion: a script for each shell."""

import os
import subprocess
import sys
from typing import Any

import pytest


@pytest.mark.parametrize("shell", ["zsh", "fish", "bash"])
def test_a_script_for_each_shell(shell: str, tieout: Any) -> None:
    answer = tieout("completion", shell)
    assert answer.status == 0
    assert f"_TIEOUT_COMPLETE={shell}_complete" in answer.out


def test_no_other_shell(tieout: Any) -> None:
    answer = tieout("completion", "cmd")
    assert (answer.status, "'cmd' is not one of" in answer.err) == (2, True)


def test_the_commands_are_completed() -> None:
    asked = {"_TIEOUT_COMPLETE": "bash_complete", "COMP_WORDS": "tieout ch", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "tieout"],
        env={**os.environ, **asked},
        capture_output=True,
        check=False,
    )
    assert done.stdout.split() == [b"plain,check"]


@pytest.mark.parametrize(
    ("typed", "completed"),
    [("ac", b"plain,accept"), ("ti", b"plain,tick"), ("accept --acc", b"plain,--accepted")],
)
def test_what_people_say_is_completed(typed: str, completed: bytes) -> None:
    words = f"tieout {typed}"
    asked = {"_TIEOUT_COMPLETE": "bash_complete", "COMP_WORDS": words,
             "COMP_CWORD": str(words.count(" "))}  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "tieout"],
        env={**os.environ, **asked},
        capture_output=True,
        check=False,
    )
    assert done.stdout.split() == [completed]
