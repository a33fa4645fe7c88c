"""The name of the output says the format, or is refused with the names that do."""

from pathlib import Path
from typing import Any

import pytest

from tieout.cli._formats import form_of
from tieout.errors import Misuse

FORMATS = ("docx", "html", "json", "summary", "terminal", "xlsx")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("w.html", "html"),
        ("W.HTM", "html"),
        ("w.json", "json"),
        ("w.md", "summary"),
        ("w.txt", "terminal"),
        ("w.xlsx", "xlsx"),
        ("w.docx", "docx"),
        (None, "terminal"),
        ("-", "terminal"),
    ],
)
def test_a_suffix_is_a_format(name: str | None, form: str) -> None:
    assert form_of(None, name, FORMATS) == form


def test_a_format_asked_for_wins_where_the_suffix_says_nothing() -> None:
    assert form_of("json", "w.out", FORMATS) == form_of("json", "w", FORMATS) == "json"
    assert form_of("json", "w.json", FORMATS) == form_of("json", None, FORMATS) == "json"


def test_of_several_formats_of_a_suffix_any_may_be_asked_for() -> None:
    assert form_of("text", "w.txt", ("terminal", "text")) == "text"


def test_a_contradiction_is_refused() -> None:
    with pytest.raises(Misuse, match=r"w\.html is named as html is, and --format asks for json"):
        form_of("json", "w.html", FORMATS)


@pytest.mark.parametrize("name", ["w", "w.doc", "w.parchment"])
def test_what_says_no_format_is_refused_with_the_suffixes(
    name: str, tieout: Any, tmp_path: Path
) -> None:
    path = tmp_path / "r.txt"
    path.write_text("Revenue was $7.2 million.\n")
    answer = tieout("check", str(path), "--output", str(tmp_path / name))
    assert (answer.status, answer.out) == (2, "")
    assert f"{name} does not say which format to write: end its name in one of " in answer.err
    assert all(suffix in answer.err for suffix in (".html", ".htm", ".json", ".md", ".txt"))
    assert answer.err.count("\n") == 1
    assert not (tmp_path / name).exists()
