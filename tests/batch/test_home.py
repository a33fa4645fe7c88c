"""A folder's files put, listed and removed; and a lock that is one process's."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tieout.batch.home import Home, locked


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A folder that is not there yet."""
    return Home(str(tmp_path / "out"))


def test_what_is_put_stands_there(home: Home) -> None:
    assert not home.holds_but("")
    assert home.names("parts") == []
    home.put("parts/2.json", b"two")
    home.put("parts/1.json", b"one")
    home.put("parts/1.json", b"another")
    assert home.names("parts") == ["1.json", "2.json"]
    assert (home.read("parts/1.json"), home.has("parts/1.json")) == (b"another", True)
    home.remove("parts/1.json")
    home.remove("parts/1.json")
    assert (home.names("parts"), home.has("parts/1.json")) == (["2.json"], False)
    assert not home.holds_but("parts")
    assert home.holds_but("another")


def test_the_first_that_is_put_stays(home: Home) -> None:
    home.put_first("settings", b"first")
    home.put_first("settings", b"second")
    assert home.read("settings") == b"first"
    assert home.names("") == ["settings"]


def test_a_finished_file_is_moved_to_its_place(home: Home) -> None:
    made = home.scratch("new") / "part"
    made.write_bytes(b"rows")
    home.take(made, "facts/year=2008/part")
    assert (home.read("facts/year=2008/part"), made.exists()) == (b"rows", False)


TAKES = """
import sys
from pathlib import Path
from tieout.batch.home import locked
with locked(Path(sys.argv[1])) as other:
    print(other)
"""


def test_a_lock_is_one_process_s_till_it_ends(tmp_path: Path) -> None:
    def other() -> str:
        line = [sys.executable, "-c", TAKES, str(tmp_path / "lock")]
        return subprocess.run(line, capture_output=True, check=True, text=True).stdout.strip()

    with locked(tmp_path / "lock") as mine:
        assert mine == ""
        assert other() == f"process {os.getpid()}"
    assert other() == ""
