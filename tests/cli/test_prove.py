"""tieout prove: errors seeded from the command line."""

import json
from pathlib import Path
from typing import Any


def test_it_seeds_as_many_as_asked_and_repeats_exactly(tieout: Any, house: Path) -> None:
    release = str(house / "examples" / "capstone-fy2008q2-8k.txt")
    command = ("prove", release, "--errors", "16", "--seed", "5", "--format", "json")
    answer = tieout(*command)
    assert answer.status == 0
    told = json.loads(answer.out)
    assert told["errors"] == 16
    assert told["caught"] + told["noted"] + len(told["missed"]) == 16
    assert tieout(*command).out == answer.out


def test_the_terminal_is_the_default(tieout: Any, house: Path) -> None:
    release = str(house / "examples" / "capstone-fy2008q2-8k.txt")
    answer = tieout("prove", release, "--errors", "4")
    assert answer.out.startswith("capstone-fy2008q2-8k.txt: 4 errors seeded")


def test_a_file_that_is_not_there(tieout: Any) -> None:
    answer = tieout("prove", "nowhere.txt")
    assert answer.status == 2
    assert "nowhere.txt does not exist" in answer.err
