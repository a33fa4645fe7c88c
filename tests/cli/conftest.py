"""The command line, run in this process or as a process of its own."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from msgspec import Struct

from tieout import cli

EXAMPLES = Path(__file__).parents[2] / "examples"


class Answer(Struct):
    """What a command line answered."""

    status: int
    out: str
    err: str


@pytest.fixture
def example() -> Callable[[str], str]:
    """The path of one of the examples."""
    return lambda name: str(EXAMPLES / f"{name}.txt")


@pytest.fixture
def tieout(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """Runs a command line here; `stdin` is what is piped in."""

    def run(*arguments: str, stdin: bytes = b"") -> Answer:
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        status = cli.run(list(arguments))
        out, err = capfdbinary.readouterr()
        return Answer(status, out.decode(), err.decode())

    return run


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs a command line as a process of its own."""

    def run(
        *arguments: str, environment: Mapping[str, str] | None = None, shell: str = ""
    ) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "tieout", *arguments]
        if shell:
            command = ["sh", "-c", f'"$0" -m tieout "$@" {shell}', sys.executable, *arguments]
        return subprocess.run(
            command, capture_output=True, check=False, env={**os.environ, **(environment or {})}
        )

    return run
