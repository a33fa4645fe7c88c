"""A file that only grows: what a crash leaves of its last record is nothing."""

from pathlib import Path

import pytest

from tieout.batch import spool

RECORDS = [(bytes([n]) * 32, b"body" * n) for n in range(4)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A spool of four records."""
    for key, body in RECORDS:
        length = spool.append(tmp_path / "spool", key, body)
    assert (tmp_path / "spool").stat().st_size == length
    spool.settled(tmp_path / "spool")
    return tmp_path / "spool"


def test_records_come_back_in_order(path: Path) -> None:
    assert list(spool.records(path)) == RECORDS
    assert list(spool.mended(path)) == [key for key, _ in RECORDS]
    assert list(spool.records(path)) == RECORDS


def test_cut_off_anywhere_it_holds_what_was_whole(path: Path) -> None:
    whole = path.read_bytes()
    ends = [sum(40 + len(body) for _, body in RECORDS[:n]) for n in range(5)]
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        held = sum(end <= cut for end in ends[1:])
        assert list(spool.mended(path)) == [key for key, _ in RECORDS[:held]]
        assert path.stat().st_size == ends[held]


def test_a_damaged_record_and_what_is_behind_it_do_not_count(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[-20] ^= 1
    path.write_bytes(raw)
    assert list(spool.mended(path)) == [key for key, _ in RECORDS[:3]]
    spool.append(path, *RECORDS[3])
    assert list(spool.records(path)) == RECORDS
