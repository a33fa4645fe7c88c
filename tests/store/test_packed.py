"""A workpaper as bytes that hold values and nothing that runs."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

import tieout
from tieout import Misuse, Release, Unreadable, engine
from tieout.model.unit import money
from tieout.store import packed

Reading = Callable[[str], Release]


def test_a_number_of_any_length_comes_back(tmp_path: Path) -> None:
    digits = "123456789" * 9
    one = tieout.read(f"Revenue was ${digits} in the quarter.\n".encode(), name="a.txt")
    back = packed.released(packed.packed(one).release)
    assert back == one
    assert back.document.figures[0].amount == one.document.figures[0].amount


def test_a_unit_comes_back_as_the_one_there_is() -> None:
    one = tieout.read(b"Revenue was \xe2\x82\xac7.2 million in the quarter.\n", name="a.txt")
    small = packed.packed(one).release
    (figure,) = packed.released(small).document.figures
    assert figure.amount is not None
    assert figure.amount.unit is money("EUR")
    damaged = zlib.decompress(small).replace(b'"EUR"}', b"7}")
    with pytest.raises(Misuse, match="damaged"):
        packed.released(zlib.compress(damaged))


@pytest.mark.parametrize(
    "small",
    [
        b"",
        b"no zlib",
        zlib.compress(b""),
        zlib.compress(b"{}"),
        zlib.compress(b'{"document": 7}'),
        zlib.compress(b"[" * 100_000),
        zlib.compress(b"cut off" * 99)[:-9],
    ],
)
def test_other_bytes_are_refused(small: bytes) -> None:
    with pytest.raises(Misuse, match="a workpaper of the store"):
        packed.released(small)


def test_what_unpacks_to_more_than_any_workpaper_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packed, "LARGEST_UNPACKED", 1000)
    with pytest.raises(Misuse, match="too large"):
        packed.released(zlib.compress(b" " * 10_000))


def test_a_file_that_cannot_be_read_is_a_failure(tmp_path: Path) -> None:
    nowhere, empty = tmp_path / "nowhere.txt", tmp_path / "empty.txt"
    empty.write_text("")
    for path, why in ((nowhere, "No such file"), (empty, "is empty")):
        failure = packed.pack_file(str(path))
        assert isinstance(failure, packed.Failure)
        assert why in failure.reason
        assert path.name in failure.reason
    with pytest.raises(Unreadable):
        packed.pack(str(empty))


def test_a_defect_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str, raw: bytes) -> None:
        raise KeyError("lost")

    monkeypatch.setattr(engine, "read", broken)
    (tmp_path / "a.txt").write_text("7")
    failure = packed.pack_file(str(tmp_path / "a.txt"))
    assert isinstance(failure, packed.Failure)
    assert "internal error: KeyError" in failure.reason


def test_fresh_are_the_files_of_other_bytes(tmp_path: Path) -> None:
    one, same, other = (tmp_path / name for name in ("one.txt", "same.txt", "other.txt"))
    for path, text in ((one, "7"), (same, "7"), (other, "8")):
        path.write_text(text)
    held = "7902699be42c8a8e46fbbb4501726517e86b22c56a189f7625a6da49081b2451"
    names = [str(path) for path in (one, same, other, tmp_path / "nowhere.txt")]
    assert packed.fresh(names, {held}) == names[2:]
    assert packed.fresh(["/dev/zero"], {held}) == ["/dev/zero"]  # which has no end to hash
