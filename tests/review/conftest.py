"""A folder with Capstone's release and the filing of the year before, and a review of it."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tieout.review.guard import place_of
from tieout.review.room import Room
from tieout.review.working import worked

PORT = 8725
KEY = "the key of this review"
HOME = f"http://127.0.0.1:{PORT}{place_of(KEY)}"


@pytest.fixture
def folder(house: Path, tmp_path: Path) -> Path:
    """Holds the release, and the filing of the year before."""
    shutil.copy(house / "examples" / "capstone-fy2008q2-release.txt", tmp_path / "release.txt")
    shutil.copy(house / "examples" / "capstone-fy2007q2-8k.txt", tmp_path / "last-year.txt")
    return tmp_path


@pytest.fixture
def key() -> str:
    """What the person has who was given the address."""
    return KEY


@pytest.fixture
def client(folder: Path) -> Callable[..., AbstractContextManager[Any]]:
    """Opens a client of a review of the folder, which has the key unless it is to have none.

    The work is done in this process: what others do is tested where they are started.
    """
    testing = pytest.importorskip("starlette.testclient")
    from tieout.review.arriving import Bounds
    from tieout.review.server import application

    @contextmanager
    def opened(
        *, has_key: bool = True, bounds: Bounds | None = None, answer: Any = worked
    ) -> Iterator[Any]:
        room = Room(folder, lambda asked, _: answer(asked))
        app = application(room, KEY, PORT, bounds)
        with testing.TestClient(app, base_url=HOME, headers={"x-tieout": "1"}) as asking:
            if has_key:
                asking.get(f"http://127.0.0.1:{PORT}/", params={"key": KEY})
            yield asking

    return opened


class Served:
    """A server, and a client that has its key."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        assert process.stdout is not None
        process.stdout.readline()
        self.address = process.stdout.readline().strip()
        self.port = int(self.address.partition("127.0.0.1:")[2].partition("/")[0])
        place = place_of(self.address.partition("key=")[2])
        base = f"http://127.0.0.1:{self.port}{place}"
        httpx = pytest.importorskip("httpx")
        self.asking = httpx.Client(base_url=base, headers={"x-tieout": "1"}, timeout=30)
        self.asking.get(self.address)

    def once(self, held: Callable[[Any], Any]) -> Any:
        """The state, as soon as that holds of it."""
        for _ in range(1500):
            state = self.asking.get("/state").json()
            if held(state):
                return state
            time.sleep(0.02)
        raise AssertionError(state)

    def goes_on(self) -> bool:
        """True while the server answers."""
        return bool(self.asking.get("/state").status_code == 200)


@contextmanager
def started(folder: Path, *options: str) -> Iterator[Served]:
    """A server of a folder, which is gone at the end, however that comes."""
    command = [sys.executable, "-m", "tieout", "serve", str(folder), *options]
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as process:
        try:
            one = Served(process)
            with closing(one.asking):
                yield one
        finally:
            process.kill()


@pytest.fixture
def starting() -> Callable[..., AbstractContextManager[Served]]:
    """Starts a server of a folder, with options of the command."""
    return started


@pytest.fixture
def served(folder: Path) -> Iterator[Served]:
    with started(folder) as one:
        yield one
