"""The bytes of a bundle: one archive for the same members, and nothing else passes for it."""

import io
import zipfile

import pytest

from tieout.bundle import archive
from tieout.errors import Unreadable

MEMBERS = {"manifest.json": b"{}\n", "subject/1-\u00e9.txt": b"Revenue was 7.\n", "empty": b""}


def packed(members: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    """An archive as the standard library writes it."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", compression) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return raw.getvalue()


def test_any_program_reads_what_is_written() -> None:
    with zipfile.ZipFile(io.BytesIO(archive.written(MEMBERS))) as read:
        assert read.testzip() is None
        assert {name: read.read(name) for name in read.namelist()} == MEMBERS


def test_the_same_members_are_the_same_bytes_and_their_order_is_told() -> None:
    raw = archive.written(MEMBERS)
    assert raw == archive.written(dict(MEMBERS))
    assert archive.held(raw) == archive.Held(MEMBERS, ())
    assert archive.stray(raw, MEMBERS) == ""
    assert archive.stray(raw, dict(reversed(MEMBERS.items()))).startswith("byte ")


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (10, "byte 11, in the header of manifest.json"),
        (43, "byte 44, in manifest.json"),
        (-1, "at its end"),
        (-40, "in the entry of empty"),
    ],
)
def test_the_first_stray_byte_is_told_by_place(at: int, words: str) -> None:
    raw = bytearray(archive.written(MEMBERS))
    raw[at] ^= 1
    assert words in archive.stray(bytes(raw), MEMBERS)


def test_what_stands_behind_or_is_cut_off_is_stray() -> None:
    raw = archive.written(MEMBERS)
    assert archive.stray(raw + b"!", MEMBERS) == f"byte {len(raw) + 1:,}, behind its end"
    assert archive.stray(raw[:-3], MEMBERS).endswith("at its end")


def test_an_archive_of_another_program_is_read_and_is_stray() -> None:
    raw = packed(MEMBERS)
    assert archive.held(raw).members == MEMBERS
    assert archive.stray(raw, MEMBERS)


def test_what_is_packed_is_never_unpacked() -> None:
    raw = packed({"manifest.json": b"{}", "big": bytes(2**20)}, zipfile.ZIP_DEFLATED)
    held = archive.held(raw)
    assert held.members == {}
    assert "big is packed, which no member of a bundle is" in held.damage


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_in_it_twice_is_told() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as made:
        made.writestr("a", b"1")
        made.writestr("a", b"2")
    assert archive.held(raw.getvalue()) == archive.Held({"a": b"1"}, ("a is in it twice",))


def test_a_damaged_member_is_told_by_name() -> None:
    raw = archive.written(MEMBERS).replace(b"Revenue", b"revenue")
    held = archive.held(raw)
    assert held.damage == ("subject/1-\u00e9.txt is damaged",)
    assert "subject/1-\u00e9.txt" not in held.members


def test_members_that_lie_over_one_another_are_refused() -> None:
    """Ten thousand names of one stretch would hold ten thousand times as much."""
    raw = archive.written({"a": bytes(10_000), "b": b""})
    start = raw.index(b"PK\1\2")
    entry = raw[start : raw.index(b"PK\1\2", start + 1)]
    end = b"PK\5\6" + bytes(4) + (200).to_bytes(2, "little") * 2
    end += (200 * len(entry)).to_bytes(4, "little") + start.to_bytes(4, "little") + bytes(2)
    with pytest.raises(Unreadable, match="more bytes than it has"):
        archive.held(raw[:start] + entry * 200 + end)


def test_members_without_number_are_refused_before_they_are_listed() -> None:
    with pytest.raises(Unreadable, match="more than 100,000 members"):
        archive.held(archive.written(MEMBERS) + b"PK\1\2" * 100_001)


def test_what_is_no_archive_is_refused() -> None:
    for raw in (b"", b"PK\3\4", b"Revenue was 7.\n" * 9):
        with pytest.raises(Unreadable):
            archive.held(raw)
