"""The examples of docs/batch.md print what they say."""

import doctest
import shutil
from pathlib import Path

import pytest
from bench_batch import QUARTERS


def test_the_query_of_the_page_is_the_one_that_is_measured(house: Path) -> None:
    page = (house / "docs" / "batch.md").read_text("utf-8").replace("...  ", "")
    assert " ".join(QUARTERS.format("checked").split()) in " ".join(page.split())


def test_the_examples_of_the_page_are_true(
    house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "releases").mkdir()
    for path in (house / "examples").glob("*8k.txt"):
        shutil.copy(path, tmp_path / "releases")
    monkeypatch.chdir(tmp_path)
    page = (house / "docs" / "batch.md").read_text("utf-8")
    examples = page.partition("```pycon\n")[2].partition("```")[0]
    parsed = doctest.DocTestParser().get_doctest(examples, {}, "batch.md", None, None)
    assert len(parsed.examples) == 4
    assert doctest.DocTestRunner(verbose=False).run(parsed).failed == 0
