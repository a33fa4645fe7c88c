"""The examples of docs/store.md print what they say."""

import doctest
import shutil
from pathlib import Path

import pytest


def test_the_examples_of_the_page_are_true(
    house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, example in (("release", "2008"), ("last-year", "2007")):
        source = house / "examples" / f"capstone-fy{example}q2-8k.txt"
        shutil.copy(source, tmp_path / f"{name}.txt")
    monkeypatch.chdir(tmp_path)
    page = (house / "docs" / "store.md").read_text("utf-8")
    examples = page.partition("```pycon\n")[2].partition("```")[0]
    parsed = doctest.DocTestParser().get_doctest(examples, {}, "store.md", None, None)
    assert len(parsed.examples) > 5
    outcome = doctest.DocTestRunner(verbose=False).run(parsed)
    assert outcome.failed == 0
