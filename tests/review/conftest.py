"""A folder with Capstone's release and the filing of the year before, and a review of it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tieout.review.room import Room
from tieout.review.working import worked

PORT = 8725
KEY = "the key of this review"


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
        app = application(Room(folder, answer), KEY, PORT, bounds)
        with testing.TestClient(
            app, base_url=f"http://127.0.0.1:{PORT}", headers={"x-tieout": "1"}
        ) as asking:
            if has_key:
                asking.get("/", params={"key": KEY})
            yield asking

    return opened
