"""A started book as a folder."""

from pathlib import Path

import pytest

from tieout.compose.init import started
from tieout.compose.init.folder import keep
from tieout.compose.loading import load
from tieout.errors import Misuse
from tieout.model.workpaper import Release


def test_what_is_kept_loads_as_the_same_book(capstone: Release, tmp_path: Path) -> None:
    book = started(capstone).book
    assert set(keep(book, tmp_path / "book")) == {"book.toml", "figures.toml", "narrative.md"}
    again = load(tmp_path / "book")
    assert again.statements == book.statements
    assert (again.narrative, again.heading, again.style) == (
        book.narrative, book.heading, book.style,
    )  # fmt: skip
    assert sorted(one.name for one in tmp_path.iterdir()) == ["book"]


def test_a_folder_with_anything_in_it_is_left_alone(capstone: Release, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("kept")
    with pytest.raises(Misuse, match="is not empty"):
        keep(started(capstone).book, tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_no_folder(capstone: Release, tmp_path: Path) -> None:
    (tmp_path / "book").write_text("")
    with pytest.raises(Misuse, match="is no folder"):
        keep(started(capstone).book, tmp_path / "book")
