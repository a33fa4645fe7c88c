"""The tool series: every value with its sources, and with the warnings of what it rests on."""

from pathlib import Path

import pytest

from tieout.assistants.folders import Folders
from tieout.assistants.tools.series import Asked, answer
from tieout.errors import Misuse


def test_values_with_their_sources(house: Path) -> None:
    folders = Folders((str(house / "examples"),))
    files = ["capstone-fy2008q2-8k.txt", "capstone-fy2007q2-8k.txt"]
    made = answer(Asked(files, ["revenue"]), folders)
    assert [one["document"] for one in made["documents"]] == files[::-1]
    quarters = {one["quarter"]: one for one in made["entries"]}
    told = quarters["FY2008 Q2"]["value"]
    assert (told["amount"], told["kind"]) == ("7219000", "reported")
    assert told["sources"][0].startswith("7,219 (Revenue, three months ended September 30, 2007): ")
    derived = quarters["FY2008 Q1"]["value"]
    assert (derived["amount"], derived["formula"]) == ("5615000", "six months \u2212 Q2")
    assert "warnings" not in derived


def test_a_value_says_what_is_wrong_with_what_it_rests_on(folders: Folders) -> None:
    made = answer(Asked(["wrong.txt"], ["operating expenses"]), folders)
    quarters = {one["quarter"]: one for one in made["entries"]}
    for quarter in ("FY2008 Q1", "FY2008 Q2"):  # one derived from the other
        said = quarters[quarter]["value"]["warnings"]
        assert any(one.startswith("wrong.txt: DIFFERS: Total operating expenses") for one in said)
    assert made["documents"][0]["differing"]


def test_what_nobody_tells_is_a_sentence(folders: Folders) -> None:
    with pytest.raises(Misuse):
        answer(Asked(["right.txt"], ["number of moons"]), folders)
