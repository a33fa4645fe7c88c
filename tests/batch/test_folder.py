"""A run stopped between any two steps: the next one ends with the same rows, none lost, none twice.

tools/crash_batch.py kills real processes for as long as one likes.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tieout.batch import folder as module
from tieout.batch import record, shard, spool
from tieout.batch.home import Home
from tieout.batch.shard import Job, run
from tieout.errors import Misuse

pytest.importorskip("pyarrow")

FULL = 5_000
"""Bytes of a part: two documents."""


class Killed(BaseException):
    """In place of SIGKILL: from then on, nothing of the process does anything."""


class Steps:
    """Counts the steps that change the disk, and ends the process at one of them."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        """Every step counts from now on."""
        self.last, self.count = 10**9, 0
        for owner, name in (
            (Path, "replace"),
            (Path, "unlink"),
            (Path, "mkdir"),
            (Path, "write_bytes"),
            (os, "link"),
            (shutil, "rmtree"),
            (spool, "append"),
            (spool, "settled"),
            (Home, "put"),
            (Home, "put_first"),
            (shard, "written"),
        ):
            patch.setattr(owner, name, self._counted(getattr(owner, name)))

    def _counted(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **named: Any) -> Any:
            self.count += 1
            if self.count > self.last:
                raise Killed
            return step(*arguments, **named)

        return counted

    def kill_after(self, steps: int) -> None:
        """So many more, and no other."""
        self.last, self.count = steps, 0

    def go_on(self) -> None:
        """A new process: there is no end to them."""
        self.kill_after(10**9)


def here(
    work: Any, lost: Any, sized: Any, given: Any, *_: Any, **named: Any
) -> Iterator[tuple[int, Any]]:
    """The work of workers, done in this process."""
    for number, one in enumerate(given):
        yield number, work(one)


def remembered(made: Callable[..., Any], known: dict[bytes, Any]) -> Callable[..., Any]:
    """The same documents over and over: each is checked once."""

    def recalled(one: Any) -> Any:
        if one.key not in known:
            known[one.key] = made(one)
        return known[one.key]

    return recalled


@pytest.fixture
def job(
    tmp_path: Path, write: Callable[..., list[Path]], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Job]:
    """Three releases, one of them twice, and one that is none; done in this process."""
    paths = write(tmp_path / "in", 3, years=1)
    (tmp_path / "in" / "again.txt").write_bytes(paths[0].read_bytes())
    (tmp_path / "in" / "empty.txt").write_text("")
    monkeypatch.setattr(shard, "as_done", here)
    monkeypatch.setattr(shard, "made", remembered(record.made, {}))
    monkeypatch.setattr(shard, "code", lambda: "code")
    monkeypatch.setattr(os, "fsync", lambda _: None)  # no test takes the power away
    folder = str(tmp_path / "in")
    return lambda name, **named: Job((folder,), str(tmp_path / name), full=FULL, **named)


def test_stopped_between_any_two_steps_it_goes_on(
    job: Callable[..., Job], rows: Callable[..., Any], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    calm = run(job("calm"))
    whole = rows(tmp_path / "calm")
    assert len(whole["documents"]) == calm.shard.read == 3
    assert len(whole["failures"]) == 1
    steps = Steps(monkeypatch)
    run(job("counted"))
    total = steps.count
    assert total > 40, "every step is counted"
    for last in range(total):
        steps.kill_after(last)
        with pytest.raises(Killed):
            run(job("killed"))
        steps.go_on()
        if last % 5 == 0:  # stopped again while it mends
            steps.kill_after(last % 7)
            with pytest.raises(Killed):
                run(job("killed"))
            steps.go_on()
        told = run(job("killed"))
        assert (told.shard, told.folder.total) == (calm.shard, calm.shard), f"after {last} steps"
        if last % 10 == 0:
            assert rows(tmp_path / "killed") == whole, f"stopped after {last} steps"
        shutil.rmtree(tmp_path / "killed")


def test_what_readers_see_meanwhile_is_never_twice(
    job: Callable[..., Job], rows: Callable[..., Any], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    steps = Steps(monkeypatch)
    for last in range(15, 45, 5):
        steps.kill_after(last)
        with pytest.raises(Killed):
            run(job("killed"))
        steps.go_on()
        seen = [row[0] for row in rows(tmp_path / "killed").get("documents", [])]
        assert len(seen) == len(set(seen))
        shutil.rmtree(tmp_path / "killed")


def test_a_second_run_does_nothing_again(job: Callable[..., Job], tmp_path: Path) -> None:
    first = run(job("out"))
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")}
    assert run(job("out")) == first
    assert before == {p: p.stat().st_mtime_ns for p in (tmp_path / "out").rglob("*.parquet")}


def test_a_changed_file_is_another_document(
    job: Callable[..., Job], rows: Callable[..., Any], tmp_path: Path
) -> None:
    run(job("out"))
    (tmp_path / "in" / "000.txt").write_text("Revenue was $7.2 million.\n")
    assert run(job("out")).shard.documents == 5
    assert len(rows(tmp_path / "out")["documents"]) == 4


def test_what_could_not_be_read_is_tried_again_when_asked(
    job: Callable[..., Job], rows: Callable[..., Any], tmp_path: Path, monkeypatch: Any
) -> None:
    def refuse(one: Any) -> Any:
        return record.lost_record(one, "it takes too long")

    with monkeypatch.context() as patch:
        patch.setattr(shard, "made", refuse)
        assert run(job("out")).shard.read == 0
        assert len(rows(tmp_path / "out")["failures"]) == 4
    assert run(job("out")).shard.read == 0
    told = run(job("out", retry=True)).shard
    assert (told.documents, told.read) == (4, 3)
    assert [len(rows(tmp_path / "out")[name]) for name in ("documents", "failures")] == [3, 1]


def test_stopped_while_it_forgets_what_failed_it_has_it_once(
    job: Callable[..., Job], rows: Callable[..., Any], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (tmp_path / "in" / "001.txt").write_text("")
    run(job("out", formats=("jsonl", "parquet")))
    whole = rows(tmp_path / "out")
    assert len(whole["failures"]) == 1
    steps = Steps(monkeypatch)
    for last in range(20):
        steps.kill_after(last)
        with pytest.raises(Killed):
            run(job("out", formats=("jsonl", "parquet"), retry=True))
        steps.go_on()
        run(job("out", formats=("jsonl", "parquet")))
        assert rows(tmp_path / "out") == whole
        lines = [path.read_text() for path in (tmp_path / "out" / "workpapers").rglob("*.jsonl")]
        assert "".join(lines).count("\n") == 3


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"shards": 2}, "was begun with --shard I/1, and this is of 2"),
        ({"formats": ("jsonl", "parquet")}, "begun with --format parquet, and this is jsonl and"),
    ],
)
def test_other_settings_are_refused(
    changes: dict[str, Any], words: str, job: Callable[..., Job]
) -> None:
    run(job("out"))
    with pytest.raises(Misuse, match=words):
        run(job("out", **changes))


def test_another_tieout_is_refused(
    job: Callable[..., Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(job("out"))
    with monkeypatch.context() as patch:
        patch.setattr(shard, "code", lambda: "other")
        with pytest.raises(Misuse, match="was begun with another build of tieout"):
            run(job("out"))
    monkeypatch.setattr(
        shard,
        "Settings",
        lambda *_, code: module.Settings(("parquet",), 1, tieout="9.9", code=code),
    )
    with pytest.raises(Misuse, match=r"was begun with tieout .*, and this is 9\.9"):
        run(job("out"))


def test_a_folder_of_something_else_is_left_alone(job: Callable[..., Job], tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("")
    with pytest.raises(Misuse, match="is not empty, and no folder of a batch"):
        run(job("out"))
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("file", "words"),
    [("_tieout/settings.json", "is damaged"), ("_tieout/parts/part-1-of-1-000001.json", "damaged")],
)
def test_damage_is_a_sentence(
    file: str, words: str, job: Callable[..., Job], tmp_path: Path
) -> None:
    run(job("out"))
    (tmp_path / "out" / file).write_text("{")
    with pytest.raises(Misuse, match=words):
        run(job("out"))


def test_a_file_that_was_taken_away_is_missed(job: Callable[..., Job], tmp_path: Path) -> None:
    run(job("out"))
    next((tmp_path / "out" / "facts").rglob("*.parquet")).unlink()
    with pytest.raises(Misuse, match=r"facts/year=20.*parquet is no longer in .*: put it back"):
        run(job("out"))
