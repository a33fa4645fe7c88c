import io
import zipfile

import pytest

from tieout.errors import Unreadable
from tieout.readers.zipped import open_archive, part_of


def packed(**parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return held.getvalue()


def test_a_part_is_read_and_a_missing_one_is_empty() -> None:
    archive = open_archive(packed(a=b"<a/>"))
    assert part_of(archive, "a") == b"<a/>"
    assert part_of(archive, "b") == b""


def test_many_parts_of_a_small_size_are_too_many_together() -> None:
    with pytest.raises(Unreadable, match="10,001 parts; 10,000 is the limit"):
        open_archive(packed(**{f"p{number}": b"" for number in range(10_001)}))


def test_a_part_that_swells_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(Unreadable, match="packed too tightly"):
        open_archive(packed(a=b" " * 20_000_000))


def test_a_part_larger_than_any_document_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tieout.readers.zipped.LARGEST_PART", 1000)
    with pytest.raises(Unreadable, match="part 'a' unpacks to 1,001 bytes; 1,000 is the limit"):
        part_of(open_archive(packed(a=b"5" * 1001)), "a")


def test_a_locked_archive_is_refused() -> None:
    raw = bytearray(packed(a=b"5"))
    raw[6] |= 1
    raw[raw.find(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Unreadable, match="password"):
        open_archive(bytes(raw))


def test_a_part_that_does_not_check_is_broken() -> None:
    raw = bytearray(packed(a=b"5" * 100))
    raw[raw.find(b"PK\x01\x02") + 16] ^= 255  # its checksum
    with pytest.raises(Unreadable, match="part 'a' is broken"):
        part_of(open_archive(bytes(raw)), "a")


@pytest.mark.parametrize("part", [b"<!DOCTYPE a><a/>", b"<?xml?>" + b" " * 5000 + b"<!ENTITY b>"])
def test_entities_are_refused(part: bytes) -> None:
    with pytest.raises(Unreadable, match="declares entities"):
        part_of(open_archive(packed(a=part)), "a")
