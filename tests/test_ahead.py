"""What was compiled ahead says what its file says, or is passed over."""

from datetime import date
from pathlib import Path

import pytest
from compile_toml import PACKAGE, compiled

from tieout.ahead import said_in
from tieout.lexicon.entries import File, Written

CONCEPT = '[[concept]]\nname = "Revenues"\nsince = 2018-01-01\nbefore = "SalesRevenueNet"\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of concepts, compiled."""
    path = tmp_path / "few.toml"
    path.write_text(CONCEPT)
    (ahead, raw), *_ = compiled(tmp_path)
    ahead.write_bytes(raw)
    return path


def test_a_file_reads_alike_compiled_and_as_it_is(path: Path) -> None:
    told = Written("Revenues", since=date(2018, 1, 1), before="SalesRevenueNet")
    assert said_in(path, File).concept == (told,)
    path.with_suffix(".json").unlink()
    assert said_in(path, File).concept == (told,)


def test_what_was_compiled_of_other_words_is_passed_over(path: Path) -> None:
    path.write_text(CONCEPT.replace("Revenues", "Assets"))
    assert said_in(path, File).concept[0].name == "Assets"


@pytest.mark.parametrize("written", ["", "[]", '{"of": "1234", "concept": []}'])
def test_what_another_version_compiled_is_passed_over(path: Path, written: str) -> None:
    path.with_suffix(".json").write_text(written)
    assert said_in(path, File).concept[0].name == "Revenues"


def test_every_toml_of_the_package_is_compiled() -> None:
    assert [path.stem for path, _ in compiled(PACKAGE)] == [
        "canonical",
        "balance_sheet",
        "cash_flow_statement",
        "elsewhere",
        "income_statement",
        "qualifiers",
        "bounds",
        "pinned",
    ]
