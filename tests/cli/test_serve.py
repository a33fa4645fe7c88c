"""tieout serve: refusals; the server itself is tested in tests/review."""

import sys
from pathlib import Path
from typing import Any

import pytest


def test_a_folder_that_is_none_is_a_sentence(tieout: Any, tmp_path: Path) -> None:
    answer = tieout("serve", "/nowhere/at/all")
    assert (answer.status, answer.out) == (2, "")
    assert "/nowhere/at/all cannot be reviewed" in answer.err
    (tmp_path / "draft.txt").touch()
    answer = tieout("serve", str(tmp_path / "draft.txt"))
    assert "is a file: give the folder that it lies in" in answer.err


def test_without_the_library_the_command_to_type_is_named(
    tieout: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "tieout.review.serving", raising=False)
    answer = tieout("serve", str(tmp_path))
    assert answer.status == 2
    assert "the review page needs uvicorn: run" in answer.err


def test_a_port_that_another_program_has_is_a_sentence(tieout: Any, tmp_path: Path) -> None:
    import socket

    pytest.importorskip("uvicorn")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        answer = tieout("serve", str(tmp_path), "--port", str(taken.getsockname()[1]))
    assert answer.status == 2
    assert "the review cannot begin: Address already in use" in answer.err
