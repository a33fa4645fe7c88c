"""A folder behind an address does what one of this machine does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tieout.batch.home import Home
from tieout.batch.remote import Remote
from tieout.batch.shard import Job, run

pytest.importorskip("pyarrow")


@pytest.fixture(params=["path", "address"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home | Remote:
    """A folder that is not there yet."""
    if request.param == "path":
        return Home(str(tmp_path / "out"))
    return Remote(f"file://{tmp_path}/out")


def test_files_are_put_moved_listed_and_removed(home: Home | Remote) -> None:
    assert not home.holds_but("")
    assert home.names("parts") == []
    home.put("parts/2.json", b"two")
    home.put("parts/1.json", b"one")
    home.put("parts/1.json", b"another")
    home.put_first("parts/1.json", b"late")
    assert home.names("parts") == ["1.json", "2.json"]
    assert (home.read("parts/1.json"), home.has("parts/1.json")) == (b"another", True)
    home.remove("parts/1.json")
    home.remove("parts/1.json")
    assert home.names("parts") == ["2.json"]
    assert (home.holds_but("parts"), home.holds_but("another")) == (False, True)
    made = home.scratch("new") / "part"
    made.write_bytes(b"rows")
    home.take(made, "staged/part")
    home.move("staged/part", "facts/year=2008/part")
    home.move("staged/part", "facts/year=2009/part")
    assert home.read("facts/year=2008/part") == b"rows"
    assert not made.exists()
    assert not home.has("staged/part")
    assert not home.has("facts/year=2009/part")
    home.clear("facts")
    home.clear("nowhere")
    assert not home.has("facts/year=2008/part")


def test_datasets_behind_an_address_are_the_same(
    tmp_path: Path, write: Callable[..., list[Path]], rows: Callable[..., Any]
) -> None:
    write(tmp_path / "in", 3, years=1)
    (tmp_path / "in" / "empty.txt").write_text("")
    run(Job((str(tmp_path / "in"),), str(tmp_path / "path")))
    given = f"file://{tmp_path}/in"
    told = run(Job((given,), f"file://{tmp_path}/address"))
    assert (told.shard.read, told.shard.failed) == (3, {"not a document": 1})
    again = run(Job((given,), f"file://{tmp_path}/address"))
    assert again == told
    here, there = rows(tmp_path / "path"), rows(tmp_path / "address")
    names = {row[0]: row[1] for row in there["documents"]}
    assert set(names.values()) == {f"{given}/00{number}.txt" for number in range(3)}
    for dataset in ("facts", "statements", "claims", "checks"):
        assert here[dataset] == there[dataset]
