"""What a document is known by, and what its record holds."""

import hashlib
from pathlib import Path

import msgspec
import pytest

from tieout.batch import record
from tieout.batch.record import FAILED, UNKNOWN, Made, Record, made, task
from tieout.readers import LARGEST

DATED = """ACME CORPORATION ANNOUNCES RESULTS

ANYTOWN, Calif.--(BUSINESS WIRE)--November 8, 2007--Acme Corporation today reported results. Revenue
was $7.2 million for the quarter.
"""


def opened(one: Made) -> Record:
    return msgspec.msgpack.decode(one.body, type=Record)


def test_a_document_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DATED)
    (tmp_path / "b.txt").write_text(DATED)
    first, second = task(str(tmp_path / "a.txt")), task(str(tmp_path / "b.txt"))
    assert first.sha256 == hashlib.sha256(DATED.encode()).hexdigest()
    assert first.key == second.key == bytes.fromhex(first.sha256)
    assert first.size == len(DATED)


def test_what_cannot_be_read_is_known_by_its_name(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    (tmp_path / "folder").mkdir()
    tasks = [task(str(tmp_path / name)) for name in ("nowhere.txt", "large.txt", "folder")]
    assert [one.sha256 for one in tasks] == ["", "", ""]
    assert len({one.key for one in tasks}) == 3
    assert [one.size for one in tasks] == [0, LARGEST + 1, 0]
    assert [made(one).kind for one in tasks] == ["not opened", "not a document", "not opened"]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (DATED, "2007"),
        (DATED.replace("2007", "3007"), UNKNOWN),
        ("Revenue was $7.2 million.\n", UNKNOWN),
    ],
)
def test_a_record_goes_to_the_year_of_its_own_date(text: str, year: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    one = made(task(str(path), has_line=True))
    assert (one.year, one.kind) == (year, None)
    held = opened(one)
    assert held.path == str(path)
    assert held.line.startswith(b'{"name":"')
    assert len(held.tables["document"]) == len(held.tables["run"]) == 1


def test_a_document_that_cannot_be_read_is_a_record_without_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("")
    one = made(task(str(path), has_line=True))
    assert (one.year, one.kind) == (FAILED, "not a document")
    held = opened(one)
    assert (held.tables, "is empty" in held.why) == ({}, True)
    assert b'"error":' in held.line


def test_a_document_that_changes_between_two_looks_is_not_taken_for_either(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(DATED)
    one = task(str(path))
    path.write_text(DATED + "Net loss was $1.0 million.\n")
    assert made(one).kind == "changed meanwhile"


def test_one_of_which_nothing_was_understood_has_rows_and_a_reason(tmp_path: Path) -> None:
    lost = "".join(f"Line {n} | $ | {n},219 |\n" for n in range(40))
    path = tmp_path / "lost.txt"
    path.write_text(f"ACME REPORTS RESULTS\n\nSecond quarter ended June 30, 2008.\n\n{lost}")
    one = made(task(str(path)))
    assert one.kind == "nothing understood"
    assert len(opened(one).tables["document"]) == 1


def test_a_worker_that_ended_leaves_a_record(tmp_path: Path) -> None:
    one = record.lost_record(task(str(tmp_path / "a.txt")), "it takes more than 1 MB of memory")
    assert (one.kind, opened(one).why) == ("too much memory", "it takes more than 1 MB of memory")
