"""A started book as a folder."""

from pathlib import Path

import pytest
from msgspec import structs

from tieout.compose.init import started
from tieout.compose.init.folder import keep
from tieout.compose.loading import load
from tieout.engine import read
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


@pytest.mark.parametrize(
    ("printed", "instead"),
    [
        *((f"{control} Inventories", "Inventories") for control in "\x01\x07\x1b\x7f\x9b\ue000"),
        ("Inven\x9btories\x1c\x85\u2028\u202e", "Inventories"),
        ("Inven'''tories | {{ x }} {# \\ \"", "Inventories"),
        *((f"4,{'444,' * 12}444.{'4' * n}", "18,515") for n in (0, 20, 21, 31, 50)),
        *((f"4.{'4' * n}\t5.{'5' * n}", "18,515\t21,283") for n in (19, 20, 21, 31)),
        (f"(4,{'444,' * 12}444.0)", "18,515"),
    ],
    ids=ascii,
)
def test_whatever_a_filing_prints_its_book_loads(
    house: Path, tmp_path: Path, printed: str, instead: str
) -> None:
    filed = (house / "examples" / "capstone-fy2008q2-8k.txt").read_text("utf-8")
    told = filed.replace(instead, printed)
    assert printed in told
    book = started(read("8k.txt", told.encode())).book
    keep(book, tmp_path / "book")
    assert load(tmp_path / "book").statements == book.statements


def test_a_form_without_items_starts_a_book(house: Path) -> None:
    filed = (house / "examples" / "capstone-fy2008q2-8k.txt").read_text("utf-8")
    release = read("8k.txt", filed.encode())
    assert release.form is not None
    bare = structs.replace(release, form=structs.replace(release.form, items=()))
    assert started(bare).book.form is not None
