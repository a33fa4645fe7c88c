"""The one table of the judge's numbers: nothing missing, nothing unused, in the right order."""

import re
import tomllib
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from tieout.model.check import Binding
from tieout.proof.bounds import Bounds, bounds

PROOF = Path(__file__).resolve().parents[2] / "src" / "tieout" / "proof"
TABLE = tomllib.loads(files("tieout.proof").joinpath("bounds.toml").read_text("utf-8"))
VALUES = [(room, name) for room, held in TABLE.items() for name in held]


def test_every_value_of_the_file_is_read_and_every_value_read_is_in_the_file() -> None:
    assert msgspec.to_builtins(bounds()) == msgspec.to_builtins(msgspec.convert(TABLE, Bounds))
    assert {room: set(held) for room, held in msgspec.to_builtins(bounds()).items()} == {
        room: set(held) for room, held in TABLE.items()
    }
    assert set(bounds().bound) == set(get_args(Binding))


@pytest.mark.parametrize(("room", "name"), [one for one in VALUES if one[0] != "bound"])
def test_a_file_that_lacks_a_value_is_refused(room: str, name: str) -> None:
    held = {key: value for key, value in TABLE[room].items() if key != name}
    with pytest.raises(msgspec.ValidationError, match=name):
        msgspec.convert({**TABLE, room: held}, Bounds)


@pytest.mark.parametrize(("room", "name"), [one for one in VALUES if one[0] != "bound"])
def test_no_value_is_unused(room: str, name: str) -> None:
    used = [
        path.name
        for path in PROOF.rglob("*.py")
        if path.name != "bounds.py" and re.search(rf"\.{name}\b|\b{name}=", path.read_text("utf-8"))
    ]
    assert used, f"{room}.{name} is in bounds.toml and nothing asks for it"


def test_every_number_has_its_reason_beside_it() -> None:
    lines = files("tieout.proof").joinpath("bounds.toml").read_text("utf-8").splitlines()
    values = [line for line in lines if re.match(r"\w+ = (?!\[)", line)]
    assert [line for line in values if "#" not in line] == []


def test_the_bands_lie_in_order() -> None:
    band = bounds().bounds
    assert 0 < band.lead < band.differs
    assert band.ticks > 0


def test_what_was_found_by_its_digits_alone_proves_nothing_of_itself() -> None:
    bound = bounds().bound
    assert bound["digits"] == 0
    assert all(bound[one] > 0 for one in bound if one != "digits")
    assert max(bound.values()) == bound["filing"]
    assert bound["cell"] < bounds().bounds.differs, "nor is a place alone a finding"


def test_a_number_farther_away_is_never_likelier_a_misprint() -> None:
    steps = bounds().likeness.nearness
    assert all(near[0] < far[0] and near[1] > far[1] for near, far in pairwise(steps))
    assert -bounds().likeness.far < steps[-1][1]
