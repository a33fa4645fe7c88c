"""What people said, in the workpaper's JSON."""

import json
from typing import Any

import msgspec

from tieout.model.workpaper import Workpaper
from tieout.reports import report
from tieout.reports.json import contract


def made(paper: Workpaper) -> Any:
    return json.loads(report("json").render(paper))


def test_every_entry_is_told_with_its_standing(answered: Workpaper) -> None:
    told = made(answered)
    assert [(one["id"], one["said"], one["standing"]) for one in told["accepted"]] == [
        ("a0", "accepted", "holds"),
        ("a1", "ticked", "holds"),
        ("a2", "accepted", "lapsed"),
        ("a3", "accepted", "unmatched"),
        ("a4", "accepted", "elsewhere"),
    ]
    first, tick, lapsed, unlike, _ = told["accepted"]
    assert (first["checks"], first["figure"]["text"]) == (["k0"], "757")
    assert (first["reason"], first["by"], first["on"]) == ("rounded <apart>", "AB", "2026-11-30")
    assert (tick["rule"], tick["file"], tick["sha256"]) == (None, "backlog.xlsx", "ab" * 32)
    assert (lapsed["why"], unlike["figure"]) == ("it was 144%", None)


def test_what_people_said_changes_no_ending(answered: Workpaper, paper: Workpaper) -> None:
    told, before = made(answered), made(paper)
    assert told["by_people"] == {"accepted": 1, "dismissed": 0, "ticked": 1}
    assert before["by_people"] == {"accepted": 0, "dismissed": 0, "ticked": 0}
    for key in ("coverage", "figures", "checks", "claims", "facts"):
        assert told[key] == before[key]


def test_it_reads_back_as_the_contract(answered: Workpaper) -> None:
    raw = report("json").render(answered)
    assert msgspec.json.decode(raw, type=contract.Workpaper).by_people.ticked == 1
