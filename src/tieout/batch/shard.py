"""The job of one shard: documents in, datasets out; whoever runs it needs no command line."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from tieout.batch.checked import Kind
from tieout.batch.datasets import Part, Sealed, require_pyarrow, written
from tieout.batch.folder import Folder, Settings, Summary, opened
from tieout.batch.home import Home
from tieout.batch.places import is_address
from tieout.batch.record import Made, Task, lost_record, made, task
from tieout.batch.remote import Remote
from tieout.batch.tally import Tally
from tieout.batch.walking import documents, named
from tieout.bundle.tool import code
from tieout.errors import Misuse
from tieout.limits import Stalled
from tieout.sources import sized
from tieout.workers import as_done

Format: TypeAlias = Literal["jsonl", "parquet"]
Passed: TypeAlias = Literal["done before", "the same bytes as another", "of another shard"]

FULL = 64 * 2**20
"""Bytes of records that become a part: some hundred documents, in files of some megabytes."""


class Job(Struct, frozen=True):
    """What one shard is to do: of which documents, into which folder, and how.

    Folders among the paths are walked; `lists` are files with a path a line, and `names` are
    documents as they are. Shards are counted from 1; a document is of the one that its SHA-256
    says. A path or the output may be an address that pyarrow opens. `start` is how processes are
    started, where whoever runs the job has threads.
    """

    paths: tuple[str, ...]
    output: str
    lists: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ("parquet",)
    shard: int = 1
    shards: int = 1
    jobs: int = 1
    retry: bool = False
    full: int = FULL
    names: tuple[str, ...] = ()
    start: str | None = None


class Outcome(Struct, frozen=True):
    """What a shard has come to, and the folder with all of its shards."""

    shard: Tally
    folder: Summary


class Watch:
    """Is told of every document; one that tells nobody."""

    def passed(self, path: str, why: Passed) -> None:
        """A document that is not worked on, and why."""

    def done(self, path: str, kind: Kind | None) -> None:
        """A document that was checked, or, with the kind of reason, was not."""


def run(job: Job, watch: Watch | None = None) -> Outcome:
    """What the job has come to, when every document of the shard is in the folder.

    A job that was ended, in whatever way, goes on where it was. Raises Misuse where it cannot be
    done as it is asked for, and OSError where the folder cannot be written.
    """
    require_pyarrow()
    settings = Settings(job.formats, job.shards, code=code())
    home = home_of(job)
    start = job.start
    if any(map(is_address, (job.output, *job.paths))):
        start = "spawn"  # the library behind an address has threads
    with opened(home, job.shard, settings, full=job.full, retry=job.retry) as folder:
        stalled: list[Task] = []
        for given in (_given(job, folder, watch or Watch()), iter(stalled), _left(folder)):
            outcomes = as_done(_work, _lost, _sized, given, job.jobs, start, is_large=_is_part)
            with contextlib.closing(outcomes):
                for _, outcome in outcomes:
                    _keep(folder, outcome, stalled, watch)
        return Outcome(folder.own(), folder.finish())


def home_of(job: Job) -> Home | Remote:
    """Where the datasets of a job stand."""
    return Remote(job.output) if is_address(job.output) else Home(job.output)


def named_by(job: Job) -> Iterator[str]:
    """The documents that a job names, as they come; in their order where lines are all it gives."""
    yield from documents(job.paths, in_order=job.formats == ("jsonl",))
    yield from named(map(Path, job.lists))
    yield from job.names


def shard_of(key: bytes, shards: int) -> int:
    """Which of so many shards a document is of: its key alone says."""
    return int.from_bytes(key, "big") % shards + 1


def _given(job: Job, folder: Folder, watch: Watch) -> Iterator[Task | Sealed]:
    """The documents that are to be checked, and the spools that are full, as they come."""
    done, begun = folder.done(), set[bytes]()
    has_rows, has_line = "parquet" in job.formats, "jsonl" in job.formats
    for path in named_by(job):
        yield from folder.sealed()
        one = task(path, has_rows=has_rows, has_line=has_line)
        if shard_of(one.key, job.shards) != job.shard:
            watch.passed(path, "of another shard")
        elif one.key in done:
            watch.passed(path, "done before")
        elif one.key in begun:
            watch.passed(path, "the same bytes as another")
        else:
            begun.add(one.key)
            yield one


def _left(folder: Folder) -> Iterator[Sealed]:
    """The spools that are left when no record comes any more."""
    folder.seal()
    yield from folder.sealed()


def _is_part(one: Task | Sealed) -> bool:
    """True for what has a process of its own: Arrow takes as much memory as ten documents."""
    return isinstance(one, Sealed)


def _work(one: Task | Sealed) -> Made | Part | Task:
    """A document checked, or a part written."""
    return made(one) if isinstance(one, Task) else written(one)


def _lost(one: Task | Sealed, reason: str) -> Made | Task:
    """The record of a document whose worker came to an end; raises Misuse for a part's.

    One that waited is a task again, once: that the machine was busy is no fault of a document's.
    """
    if isinstance(one, Sealed):
        raise Misuse(f"{one.part} could not be written: {reason}. Start again: nothing is lost")
    if isinstance(reason, Stalled) and not one.is_last_try:
        return replace(one, is_last_try=True)
    return lost_record(one, reason)


def _sized(one: Task | Sealed) -> tuple[str, int]:
    """What is worked on, and how many bytes of it there are."""
    return (one.path, one.size) if isinstance(one, Task) else sized(one.path)


def _keep(
    folder: Folder, outcome: Made | Part | Task, stalled: list[Task], watch: Watch | None
) -> None:
    """Puts an outcome into the folder, or a document among those that are tried again."""
    if isinstance(outcome, Part):
        folder.commit(outcome)
        return
    if isinstance(outcome, Task):
        stalled.append(outcome)
        return
    folder.append(outcome)
    if watch is not None:
        watch.done(outcome.path, outcome.kind)
