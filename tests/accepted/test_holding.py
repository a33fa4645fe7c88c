"""A workpaper held against a file of what people said."""

from datetime import date
from pathlib import Path

from tieout.accepted.holding import asked, holding, today
from tieout.accepted.reading import kept
from tieout.api import accept, check, tick


def test_what_was_said_of_rules_not_applied_is_not_asked(house: Path, tmp_path: Path) -> None:
    paper = check(house / "examples" / "capstone-fy2007q2-8k.txt")
    file, support = tmp_path / "accepted.toml", tmp_path / "backlog.txt"
    support.write_text("6.8 million")
    accept(paper, "RX006", reason="rounded down", by="AB", accepted=file)
    tick(paper, "6.8 million", support="page 3", by="AB", accepted=file, file=support)
    entries = kept(file).entries
    assert [one.said for one in asked(entries, None)] == ["accepted", "ticked"]
    assert [one.said for one in asked(entries, {"FT001"})] == ["ticked"]
    assert [one.standing for one in holding(file)(paper).accepted] == ["holds", "holds"]
    assert [one.standing for one in holding(file, {"FT001"})(paper).accepted] == ["holds"]
    support.write_text("6.9 million")
    assert [one.standing for one in holding(file)(paper).accepted] == ["holds", "lapsed"]


def test_today_is_a_day_of_the_calendar() -> None:
    assert abs((today() - date.today()).days) <= 1  # noqa: DTZ011 - the day it is here
