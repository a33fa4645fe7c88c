"""A store of the examples, made once a session; a test that writes takes one of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

import tieout
from tieout import Release

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def release() -> Callable[[str], Release]:
    """One of the examples, read."""

    def read(name: str) -> Release:
        path = EXAMPLES / f"{name}.txt"
        return tieout.read(path)

    return read


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of the three examples, for reading alone."""
    path = tmp_path_factory.mktemp("store") / "examples.duckdb"
    with tieout.open_store(path) as store:
        for example in sorted(EXAMPLES.glob("*.txt")):
            store.add(example)
    return str(path)
