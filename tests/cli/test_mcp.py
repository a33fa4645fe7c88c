"""tieout mcp: a server that ends with its reader, and a sentence where there can be none."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def test_it_ends_when_the_assistant_goes_away(tmp_path: Path) -> None:
    pytest.importorskip("mcp")
    command = [sys.executable, "-m", "tieout", "mcp", "--allow", str(tmp_path)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_folder_that_is_none_is_a_sentence(tieout: Any) -> None:
    answer = tieout("mcp", "--allow", "/nowhere/at/all")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "tieout: /nowhere/at/all does not exist: allow a folder that does\n"


def test_the_whole_disk_is_not_allowed_unasked(
    tieout: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    answer = tieout("mcp")
    assert (answer.status, "say what may be read with --allow DIR" in answer.err) == (2, True)


def test_without_the_library_the_command_to_type_is_named(
    tieout: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mcp", None)
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    monkeypatch.setitem(sys.modules, "mcp.server.lowlevel", None)
    monkeypatch.delitem(sys.modules, "tieout.assistants.server", raising=False)
    answer = tieout("mcp")
    assert answer.status == 2
    assert "an assistant needs mcp: run " in answer.err
    assert "[mcp]" in answer.err
