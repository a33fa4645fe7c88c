"""The job of a shard: with workers, poison among its documents, and other shards in its folder."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tieout.batch import shard
from tieout.batch.checked import Failed, Kind
from tieout.batch.record import made, unread_record
from tieout.batch.shard import Job, Passed, Watch, named_by, run, shard_of
from tieout.errors import Misuse
from tieout.limits import SECONDS

pytest.importorskip("pyarrow")


class Told(Watch):
    """Keeps what it is told."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.names: dict[str, Kind | Passed | None] = {}

    def passed(self, path: str, why: Passed) -> None:
        """Kept."""
        self.names[Path(path).name] = why

    def done(self, path: str, kind: Kind | None) -> None:
        """Kept."""
        self.names[Path(path).name] = kind


def test_shards_in_one_folder_are_one_dataset(
    tmp_path: Path, write: Callable[..., list[Path]], rows: Callable[..., Any]
) -> None:
    folder = (str(tmp_path / "in"),)
    write(tmp_path / "in", 12)
    whole = run(Job(folder, str(tmp_path / "whole"), jobs=2))
    outcomes = [run(Job(folder, str(tmp_path / "out"), shard=n, shards=3)) for n in (2, 1, 3)]
    assert rows(tmp_path / "out") == rows(tmp_path / "whole")
    assert [one.folder.finished for one in outcomes] == [(2,), (1, 2), (1, 2, 3)]
    assert sum(one.shard.documents for one in outcomes) == 12
    assert outcomes[-1].folder.total == whole.shard


def test_every_document_is_of_one_shard() -> None:
    keys = [os.urandom(32) for _ in range(50)]
    assert {shard_of(key, 7) for key in keys} <= set(range(1, 8))
    assert {shard_of(key, 1) for key in keys} == {1}


def test_whoever_watches_is_told_of_every_document(
    tmp_path: Path, write: Callable[..., list[Path]]
) -> None:
    paths = write(tmp_path / "in", 2)
    (tmp_path / "in" / "copy.txt").write_bytes(paths[0].read_bytes())
    (tmp_path / "list").write_text(f"{tmp_path}/nowhere.txt\n")
    job = Job((str(tmp_path / "in"),), str(tmp_path / "out"), (str(tmp_path / "list"),))
    assert len(list(named_by(job))) == 4
    first, second = Told(), Told()
    run(job, first)
    run(job, second)
    twice: Passed = "the same bytes as another"
    assert first.names["nowhere.txt"] == "not opened"
    assert sorted(map(str, first.names.values())) == ["None", "None", "not opened", twice]
    assert set(second.names.values()) == {"done before"}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits and no signals")
def test_a_poisoned_document_costs_itself(
    tmp_path: Path, write: Callable[..., list[Path]], rows: Callable[..., Any], monkeypatch: Any
) -> None:
    """It hangs, dies, swells, is larger than any document, or a defect of ours shows."""
    poison = {
        "hang": "too slow",
        "die": "killed",
        "crash": "broke down",
        "swell": "too much memory",
        "defect": "internal error",
        "large": "not a document",
    }
    for path, name in zip(write(tmp_path / "in", 12)[::2], poison, strict=True):
        path.write_text(f"{name}\n")
        if name == "large":
            os.truncate(path, 500 * 2**20)
    real = made

    def poisoned(one: Any) -> Any:
        with Path(one.path).open() as file:
            match file.read(9).strip("\n\0"):
                case "hang":
                    while True:
                        time.sleep(0) if one.size < 0 else None
                case "die":
                    os.kill(os.getpid(), signal.SIGKILL)
                case "crash":
                    os._exit(9)
                case "swell":
                    bytearray(3_000_000_000)
                case "defect":
                    return unread_record(one, Failed("internal error", "oh"))
        return real(one)

    monkeypatch.setattr(shard, "made", poisoned)
    monkeypatch.setenv(SECONDS, "1")
    told = run(Job((str(tmp_path / "in"),), str(tmp_path / "out"), jobs=2)).shard
    assert (told.documents, told.read) == (12, 6)
    assert told.failed == dict.fromkeys(poison.values(), 1)
    failures = {row[2]: row[3] for row in rows(tmp_path / "out")["failures"]}
    assert f"{SECONDS}=N allows it more seconds" in failures["too slow"]
    assert "is larger than 32 MB" in failures["not a document"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no clock that ends a process")
def test_a_document_that_waited_is_tried_once_more(
    tmp_path: Path, write: Callable[..., list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine was busy, or its parser waits for itself for ever."""
    paths = write(tmp_path / "in", 4)
    real = made

    def waiting(one: Any) -> Any:
        if one.path == str(paths[2]) or (one.path == str(paths[1]) and not one.is_last_try):
            os.kill(os.getpid(), signal.SIGALRM)
        return real(one)

    monkeypatch.setattr(shard, "made", waiting)
    watch = Told()
    told = run(Job((str(tmp_path / "in"),), str(tmp_path / "out")), watch).shard
    assert (told.documents, told.failed) == (4, {"too slow": 1})
    assert {name: kind for name, kind in watch.names.items() if kind} == {"002.txt": "too slow"}


def test_a_part_that_cannot_be_written_ends_the_run_and_loses_nothing(
    tmp_path: Path, write: Callable[..., list[Path]], rows: Callable[..., Any], monkeypatch: Any
) -> None:
    write(tmp_path / "in", 3)
    job = Job((str(tmp_path / "in"),), str(tmp_path / "out"))
    with monkeypatch.context() as patch:
        patch.setattr(shard, "written", lambda _: os._exit(9))
        with pytest.raises(Misuse, match=r"part-1-of-1-000001 could not be written: .*Start"):
            run(job)
    watch = Told()
    assert run(job, watch).shard.read == 3
    assert set(watch.names.values()) == {"done before"}
    assert len(rows(tmp_path / "out")["documents"]) == 3
