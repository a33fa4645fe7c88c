"""The shards of a job on a Ray cluster: which documents are whose, then a task a shard."""

import logging
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from tieout.batch.folder import Summary, begun_with
from tieout.batch.places import is_address
from tieout.batch.record import task
from tieout.batch.shard import Job, Outcome, Watch, home_of, named_by, run, shard_of
from tieout.batch.tally import together
from tieout.batch.walking import named
from tieout.errors import Misuse, TieoutError
from tieout.extras import needs

T = TypeVar("T")

_AT_ONCE = 256
"""Documents whose shards are found by one task."""
_SHARDS_A_PROCESSOR = 4
"""A shard that is done makes room: the last ones keep as many processors busy as there can be."""
_RETRIES = 20
"""Workers that a shard may lose, one after the other."""


def run_on_ray(job: Job, watch: Watch | None = None, address: str | None = None) -> Outcome:
    """What the job has come to on the cluster of that address; on one of this machine for none.

    In as many shards as the folder was begun with, else as the job says, else four a processor. A
    worker that is lost is replaced, and what it had not finished is done again. Every path and
    the output are seen by every machine of the cluster by the same name. Raises as `run`.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing leaves this machine
    try:
        import ray
    except ImportError:
        raise Misuse(needs("--engine ray", "ray", "ray")) from None
    if not is_address(job.output):
        job = replace(job, output=str(Path(job.output).absolute()))
    was_there = ray.is_initialized()
    if not was_there:
        ray.init(
            address=address,
            include_dashboard=False,
            log_to_driver=False,
            logging_level=logging.ERROR,
        )
    try:
        processors = max(1, int(_resources(ray).get("CPU", 1)))
        usual = job.shards if job.shards > 1 else processors * _SHARDS_A_PROCESSOR
        job = replace(job, shards=begun_with(home_of(job)) or usual)
        return _run(ray, job, watch or Watch(), 2 * processors)
    finally:
        if not was_there:
            ray.shutdown()


def _resources(ray: Any) -> dict[str, float]:  # noqa: ANN401 - a library
    """What the cluster has."""
    found: dict[str, float] = ray.cluster_resources()
    return found


def _run(ray: Any, job: Job, watch: Watch, ahead: int) -> Outcome:  # noqa: ANN401 - a library
    """Finds the shard of every document, and runs every shard."""
    whose = ray.remote(max_retries=_RETRIES)(_shards)
    work = ray.remote(max_retries=_RETRIES)(_outcome)
    with tempfile.TemporaryDirectory() as folder:
        paths = _pieces(
            str(one) if is_address(one) else str(Path(one).absolute()) for one in named_by(job)
        )
        for piece, found in _done(ray, lambda piece: whose.remote(piece, job.shards), paths, ahead):
            _keep(Path(folder), piece, found)
        shards = range(1, job.shards + 1)
        outcomes: list[Outcome] = []
        for _, one in _done(ray, lambda n: work.remote(_job(job, n, Path(folder))), shards, ahead):
            if isinstance(one, TieoutError):
                raise one
            outcomes.append(one)
            for _ in range(one.shard.documents):
                watch.done("", None)
    last: Summary = max((one.folder for one in outcomes), key=lambda one: len(one.finished))
    return Outcome(together(one.shard for one in outcomes), last)


def _shards(paths: list[str], shards: int) -> list[int]:
    """The shard of each document; on a worker."""
    return [shard_of(task(path).key, shards) for path in paths]


def _outcome(job: Job) -> Outcome | TieoutError:
    """What a shard has come to; on a worker."""
    try:
        return run(job)
    except TieoutError as reason:
        return reason


def _job(job: Job, shard: int, folder: Path) -> Job:
    """The job of one shard: with the names of its documents, in one process beside the worker's."""
    path = folder / str(shard)
    names = tuple(named([path])) if path.exists() else ()
    whose = replace(job, paths=(), lists=(), names=names)
    # The worker has threads of the cluster's: a child of it starts anew, without them.
    return replace(whose, shard=shard, jobs=1, start="spawn")


def _keep(folder: Path, paths: list[str], shards: list[int]) -> None:
    """Puts documents on the lists of their shards, which are files: there may be many."""
    for shard in set(shards):
        with (folder / str(shard)).open("ab") as file:
            for path, whose in zip(paths, shards, strict=True):
                if whose == shard:
                    file.write(path.encode("utf-8", "surrogateescape") + b"\n")


def _pieces(paths: Iterable[str]) -> Iterator[list[str]]:
    """Documents in the pieces that tasks take."""
    given = iter(paths)
    while piece := list(islice(given, _AT_ONCE)):
        yield piece


def _done(
    ray: Any,  # noqa: ANN401 - a library
    begin: Callable[[T], Any],
    given: Iterable[T],
    ahead: int,
) -> Iterator[tuple[T, Any]]:
    """What each task gave, as soon as it is there; so many at once, however many there are."""
    waiting: dict[Any, T] = {}
    coming = iter(given)
    while True:
        for one in islice(coming, ahead - len(waiting)):
            waiting[begin(one)] = one
        if not waiting:
            return
        ready, _ = ray.wait(list(waiting))
        for reference in ready:
            yield waiting.pop(reference), ray.get(reference)
