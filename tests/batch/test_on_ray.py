"""The same rows from a Ray cluster, of which a worker is killed."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec.structs import replace

from tieout.batch import on_ray
from tieout.batch.on_ray import run_on_ray
from tieout.batch.shard import Job, Outcome, run
from tieout.errors import Misuse

is_asked = os.environ.get("TIEOUT_TEST_RAY") == "1" and sys.platform == "linux"


class Cluster:
    """In place of Ray: what is asked for is done here, the last first."""

    def __init__(self) -> None:
        """Not begun."""
        self.most = 0

    def is_initialized(self) -> bool:
        return True

    def cluster_resources(self) -> dict[str, float]:
        return {"CPU": 2.0}

    def remote(self, **options: int) -> Callable[[Any], Any]:
        assert options == {"max_retries": on_ray._RETRIES}
        return lambda function: SimpleNamespace(remote=lambda *given: partial(function, *given))

    def wait(self, references: list[Any]) -> tuple[list[Any], list[Any]]:
        self.most = max(self.most, len(references))
        return references[-1:], references[:-1]

    def get(self, reference: Any) -> Any:
        return reference()


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Cluster:
    """A cluster of two processors."""
    made = Cluster()
    monkeypatch.setitem(sys.modules, "ray", made)
    monkeypatch.setattr(on_ray, "_AT_ONCE", 2)
    return made


def test_shards_as_tasks_give_the_rows_of_one_run(
    cluster: Cluster, tmp_path: Path, write: Callable[..., list[Path]], rows: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    write(tmp_path / "in", 6)
    (tmp_path / "in" / "empty.txt").write_text("")
    (tmp_path / "list").write_text(str(tmp_path / "nowhere.txt"))
    job = Job((str(tmp_path / "in"),), str(tmp_path / "ray"), (str(tmp_path / "list"),), shards=2)
    calm = run(replace(job, output=str(tmp_path / "calm"), shards=1))
    given: list[Job] = []

    def kept(one: Job) -> Outcome:
        given.append(one)
        return run(replace(one, start=None))  # this process has no threads

    monkeypatch.setattr(on_ray, "run", kept)
    told = run_on_ray(job)
    assert told.shard == calm.shard == told.folder.total
    assert told.folder.finished == (1, 2)
    assert rows(tmp_path / "ray") == rows(tmp_path / "calm")
    assert [(one.jobs, one.start, one.paths) for one in given] == [(1, "spawn", ())] * 2
    assert sum(len(one.names) for one in given) == 8
    assert cluster.most == 4, "no more are asked for than the cluster is busy with"
    run_on_ray(replace(job, shards=7))
    assert len(given) == 4, "a folder keeps the shards it was begun with"


def test_what_is_refused_on_a_worker_is_refused(cluster: Cluster, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("")
    with pytest.raises(Misuse, match="is not empty, and no folder of a batch"):
        run_on_ray(Job(("nowhere.txt",), str(tmp_path / "out")))


def test_without_ray_it_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(Misuse, match=r"--engine ray needs ray: run .*\[ray\]"):
        run_on_ray(Job(("a.txt",), "out"))


def workers() -> Iterator[int]:
    """The processes of the cluster that are at a shard."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            title = path.read_bytes()
        except OSError:
            continue
        if title.startswith(b"ray::_outcome"):
            yield int(path.parent.name)


def kill_one(output: Path, killed: list[int]) -> None:
    """Kills a worker as soon as one has a record on the disk."""
    until = time.monotonic() + 120
    while not killed and time.monotonic() < until:
        if any((output / "_tieout").glob("*/spools/*.open")):
            for process in workers():
                os.kill(process, signal.SIGKILL)
                killed.append(process)
                return
        time.sleep(0.01)


@pytest.mark.skipif(not is_asked, reason="starts a cluster: asked for with TIEOUT_TEST_RAY=1")
@pytest.mark.filterwarnings("default")  # the library has some of its own
def test_a_cluster_gives_the_same_rows_though_a_worker_is_killed(
    tmp_path: Path, write: Callable[..., list[Path]], rows: Callable[..., Any]
) -> None:
    ray = pytest.importorskip("ray")
    write(tmp_path / "in", 60)
    (tmp_path / "in" / "empty.txt").write_text("")
    job = Job((str(tmp_path / "in"),), str(tmp_path / "ray"), shards=2)
    calm = run(Job(job.paths, str(tmp_path / "calm"), jobs=2))
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    killed: list[int] = []
    killer = Thread(target=kill_one, args=(tmp_path / "ray", killed))
    killer.start()
    try:
        told = run_on_ray(job)
    finally:
        ray.shutdown()
        killer.join()
    assert killed, "a worker was killed in mid run"
    assert told.shard == calm.shard == told.folder.total
    assert len(told.folder.finished) == told.folder.shards
    assert rows(tmp_path / "ray") == rows(tmp_path / "calm")
