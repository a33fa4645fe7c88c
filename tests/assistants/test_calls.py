"""A call is answered by JSON or by a sentence, and costs no more than itself."""

from pathlib import Path

import msgspec
import pytest

from tieout.assistants.calls import Call, answered, worked


def test_a_call_is_answered_from_a_process_of_its_own(folder: Path) -> None:
    answer = answered(Call("check", {"file": "wrong.txt"}, (str(folder),)))
    assert not answer.is_error
    assert msgspec.json.decode(answer.text)["document"] == "wrong.txt"


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("nope", {}, "there is no tool 'nope': there are check, explain, read, series"),
        ("_secret", {}, "there is no tool '_secret'"),
        ("x" * 9_999, {}, "there is no tool 'xxx"),
        ("check", {}, "check is not asked like that: Object missing required field `file`"),
        ("check", {"file": 1, "files": [2, None], "against": "x"}, "not asked like that"),
        ("check", {"file": "../a.txt"}, "lies outside of the folders"),
        ("check", {"file": "none.txt"}, "none.txt does not exist in "),
        ("read", {"file": "empty.txt"}, "empty.txt is empty"),
    ],
)
def test_what_cannot_be_answered_is_a_sentence(
    tool: str, arguments: dict[str, object], said: str, folder: Path
) -> None:
    (folder / "empty.txt").write_bytes(b"")
    answer = worked(Call(tool, arguments, (str(folder),)))
    assert answer.is_error
    assert said in answer.text
    assert len(answer.text) <= 2_000


def test_a_document_beyond_its_limits_costs_its_own_call(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether its reader runs out of memory, breaks down or hangs, which is the system's choice."""
    (folder / "large.txt").write_text("Revenue\t1\t2\t3\n" * 40_000)
    monkeypatch.setenv("TIEOUT_MEMORY", "30")
    monkeypatch.setenv("TIEOUT_SECONDS", "1")
    answer = answered(Call("read", {"file": "large.txt"}, (str(folder),)))
    assert answer.is_error
    assert answer.text.startswith("large.txt cannot be read: it")
    assert "TIEOUT_" in answer.text
