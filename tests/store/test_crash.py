"""A process killed while it adds, and a disk that is full, lose nothing that was reported added.

tools/crash_store.py does the same for as long as one likes.
"""

import random
import sys
from pathlib import Path

import pytest
from crash_store import add_until_full, documents, kill_while_adding, missing, reported

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL to send")


def test_killed_at_random_points_of_two_hundred_adds(tmp_path: Path) -> None:
    store, folder, chance = tmp_path / "q.duckdb", tmp_path / "documents", random.Random(7)
    documents(folder)
    for kill in range(4):
        kill_while_adding(store, folder, chance)
        names = reported(tmp_path / "q.log")
        assert missing(store, folder, names) == [], f"kill {kill}, {len(names)} reported"
    assert names, "some were added before the last kill"


@pytest.mark.parametrize("largest", [200_000, 500_000])
def test_a_full_disk_is_a_sentence(largest: int, tmp_path: Path) -> None:
    store, folder = tmp_path / "q.duckdb", tmp_path / "documents"
    documents(folder, 120)
    status, words = add_until_full(store, folder, largest)
    names = reported(tmp_path / "q.log")
    assert status == 2
    assert "File too large" in words
    assert missing(store, folder, names) == []
    assert store.exists() == bool(names), "a store that could not be made is not there"
