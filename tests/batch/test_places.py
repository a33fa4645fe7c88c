"""A document is the same by its path and by an address."""

import hashlib
import os
from pathlib import Path

import pytest

from tieout.batch import places
from tieout.errors import Misuse, Unreadable
from tieout.readers import LARGEST

pytest.importorskip("pyarrow")


@pytest.fixture(params=["", "file://"])
def prefix(request: pytest.FixtureRequest) -> str:
    """What stands before a path: nothing, or the form of an address."""
    return str(request.param)


def test_content_and_identity(prefix: str, tmp_path: Path) -> None:
    path = tmp_path / "a release.txt"
    path.write_bytes(b"Revenue was $7.2 million.\n")
    name = f"{prefix}{path}" if not prefix else f"{prefix}{path}".replace(" ", "%20")
    assert places.content(name) == path.read_bytes()
    assert places.identity(name) == (hashlib.sha256(path.read_bytes()).hexdigest(), 26)
    assert not places.is_folder(name)
    assert places.is_folder(f"{prefix}{tmp_path}")


def test_what_is_too_large_has_no_hash_and_no_content(prefix: str, tmp_path: Path) -> None:
    (tmp_path / "large.txt").touch()
    os.truncate(tmp_path / "large.txt", LARGEST + 1)
    name = f"{prefix}{tmp_path}/large.txt"
    assert places.identity(name) == ("", LARGEST + 1)
    with pytest.raises(Unreadable, match="is larger than 32 MB"):
        places.content(name)


def test_what_is_not_there_is_an_error_of_the_system(prefix: str, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        places.content(f"{prefix}{tmp_path}/nowhere.txt")


def test_files_below_an_address_are_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a b.txt", ".hidden", "later/c.txt", "later.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    root = f"file://{tmp_path}"
    held = list(places.below(root))
    assert held == [
        (f"{root}/a%20b.txt", "a b.txt"),
        (f"{root}/b.txt", "b.txt"),
        (f"{root}/later.txt", "later.txt"),
        (f"{root}/later/c.txt", "c.txt"),
    ]
    assert [places.content(address) for address, _ in held] == [
        b"a b.txt", b"b.txt", b"later.txt", b"later/c.txt"
    ]  # fmt: skip


def test_an_address_of_nothing_is_refused() -> None:
    with pytest.raises(Misuse, match="nothing://here cannot be opened"):
        places.content("nothing://here/a.txt")
