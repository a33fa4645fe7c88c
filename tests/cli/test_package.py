"""tieout package: documents in, a matrix out, refusals as sentences."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Example = Callable[[str], str]


@pytest.fixture
def pair(example: Example) -> list[str]:
    return [example("capstone-fy2008q2-release"), example("capstone-fy2008q2-8k")]


@pytest.fixture
def wrong(pair: list[str], tmp_path: Path) -> str:
    path = tmp_path / "web.txt"
    text = Path(pair[0]).read_text("utf-8")
    path.write_text(text.replace("18,515", "185,150"), "utf-8")
    return str(path)


def test_nothing_differs(tieout: Any, pair: list[str]) -> None:
    answer = tieout("package", *pair)
    assert (answer.status, answer.err) == (0, "")
    assert "nothing differs." in answer.out


def test_something_differs(tieout: Any, pair: list[str], wrong: str) -> None:
    answer = tieout("package", *pair, wrong)
    assert (answer.status, answer.err) == (1, "")
    assert "1. web.txt: Inventories, September 30, 2007" in answer.out


def test_a_files_name_asks_for_its_format(tieout: Any, pair: list[str], tmp_path: Path) -> None:
    for suffix, start in {"html": b"<!doctype", "json": b"{", "txt": b"Capstone"}.items():
        path = tmp_path / f"matrix.{suffix}"
        answer = tieout("package", *pair, "--output", str(path))
        said = f"{path}: 133 figures in more than one document, 0 findings\n"
        assert (answer.status, answer.out, answer.err) == (0, said, "")
        assert path.read_bytes().startswith(start)


def test_the_json_goes_to_standard_output(tieout: Any, pair: list[str], wrong: str) -> None:
    told = json.loads(tieout("package", *pair, wrong, "--format", "json").out)
    assert (told["counts"]["causes"], told["counts"]["differs"]) == (1, 1)


def test_one_document_is_none_to_compare(tieout: Any, pair: list[str]) -> None:
    answer = tieout("package", pair[0], pair[0])
    assert (answer.status, answer.out) == (2, "")
    assert "give two documents or more" in answer.err


def test_a_document_without_figures_is_named(tieout: Any, pair: list[str], tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Nothing to see here.", "utf-8")
    answer = tieout("package", *pair, str(tmp_path / "page.txt"))
    assert (answer.status, answer.out) == (2, "")
    assert "page.txt has no numbers" in answer.err


def test_a_document_is_never_overwritten(tieout: Any, pair: list[str], wrong: str) -> None:
    answer = tieout("package", *pair, wrong, "--output", wrong)
    assert answer.status == 2
    assert "185,150" in Path(wrong).read_text("utf-8")
