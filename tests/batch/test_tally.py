"""Counts of one document, and of many."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from tieout.batch.record import Record, made, task
from tieout.batch.tally import Tally, tally, together


def test_a_document_is_counted(tmp_path: Path, write: Callable[..., list[Path]]) -> None:
    path = write(tmp_path, 1)[0]
    path.write_text(path.read_text().replace("21,000", "22,000"))
    record = msgspec.msgpack.decode(made(task(str(path))).body, type=Record)
    counted = tally(record, "2007")
    assert (counted.documents, counted.read, counted.failed) == (1, 1, {})
    assert counted.bytes == path.stat().st_size
    assert counted.years == {"2007": 1}
    assert counted.facts == len(record.tables["fact"])
    assert sum(counted.findings.values()) + sum(counted.leads.values()) >= 1
    ended = sum(count for name, count in counted.coverage.items() if name != "figures")
    assert ended == counted.coverage["figures"]


def test_one_that_was_not_read_is_counted_by_its_kind() -> None:
    counted = tally(Record("", "a.txt", 7, {}, kind="too slow", why="it takes too long"), "unknown")
    assert (counted.documents, counted.read, counted.failed) == (1, 0, {"too slow": 1})
    assert counted.years == {}


def test_counts_are_added_name_by_name() -> None:
    one = Tally(documents=2, read=1, failed={"too slow": 1}, findings={"FT001": 2})
    other = Tally(documents=1, failed={"killed": 1, "too slow": 1}, findings={"TI001": 1})
    both = together([one, other, Tally()])
    assert (both.documents, both.read) == (3, 1)
    assert both.failed == {"killed": 1, "too slow": 2}
    assert both.findings == {"FT001": 2, "TI001": 1}
    assert together([]) == Tally()
