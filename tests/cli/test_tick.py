"""tieout tick: a figure ticked by hand, with what supports it."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tieout.readers.ours import is_ours

Example = Callable[[str], str]
SAID = ("--support", "backlog report, page 3", "--by", "AB", "--date", "2026-11-30")


@pytest.fixture
def release(example: Example, tmp_path: Path) -> Path:
    """A release with figures that nothing tests, in a folder of its own."""
    path = tmp_path / "release.txt"
    path.write_bytes(Path(example("capstone-fy2008q2-8k")).read_bytes())
    return path


def test_a_figure_is_ticked_by_hand_and_stays_untested(tieout: Any, release: Path) -> None:
    before = json.loads(tieout("check", str(release), "--format", "json").out)
    support = release.with_name("backlog.xlsx")
    support.write_bytes(b"backlog")
    answer = tieout("tick", str(release), "9.9 million", *SAID, "--file", str(support))
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("9.9 million: ticked by hand in ")
    made = json.loads(tieout("check", str(release), "--format", "json").out)
    assert made["coverage"] == before["coverage"]
    assert made["by_people"] == {"accepted": 0, "dismissed": 0, "ticked": 1}
    (told,) = made["accepted"]
    assert (told["said"], told["standing"], told["figure"]["text"]) == (
        "ticked", "holds", "9.9 million",
    )  # fmt: skip
    assert told["sha256"] == hashlib.sha256(b"backlog").hexdigest()
    assert (told["file"], told["support"]) == ("backlog.xlsx", "backlog report, page 3")


def test_the_screen_counts_it_apart(tieout: Any, release: Path) -> None:
    untested = tieout("check", str(release)).out
    tieout("tick", str(release), "9.9 million", *SAID)
    answer = tieout("check", str(release))
    assert answer.status == 0
    assert "of these, by people   M ticked by hand 1" in answer.out
    number = int(untested.partition("\u25cb not tested ")[2].split()[0])
    assert f"\u25cb not tested {number - 1} " in answer.out
    assert f"\u25cb {number - 1} not tested \u2500" in answer.out
    assert "\u2592" in answer.out


def test_it_lapses_when_the_figure_is_another(tieout: Any, release: Path) -> None:
    tieout("tick", str(release), "9.9 million", *SAID)
    text = release.read_text("utf-8")
    release.write_text(text.replace("9.9 million", "9.7 million"), "utf-8")
    answer = tieout("check", str(release))
    assert answer.status == 1
    assert "it was 9.9 million and is now 9.7 million" in " ".join(answer.out.split())


def test_it_is_taken_back(tieout: Any, release: Path) -> None:
    tieout("tick", str(release), "9.9 million", *SAID)
    assert tieout("tick", str(release), "9.9 million", "--undo").status == 0
    assert "ticked by hand" not in tieout("check", str(release)).out


def test_what_somebody_else_ticked_is_replaced_only_if_asked(tieout: Any, release: Path) -> None:
    tieout("tick", str(release), "9.9 million", *SAID)
    others = ("--support", "contracts", "--by", "CD", "--date", "2026-12-01")
    answer = tieout("tick", str(release), "9.9 million", *others)
    assert (answer.status, "give --replace" in answer.err) == (2, True)
    answer = tieout("tick", str(release), "9.9 million", *others, "--replace")
    assert "  this replaces: ticked by hand by AB, November 30, 2026: backlog report" in answer.out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("9.9 million", "--by", "AB"), "with a reference and initials: give --support REFERENCE"),
        (("9.9 million", "--support", "x"), "with a reference and initials: give --by INITIALS"),
        (("7,219", *SAID), "'7,219' agrees: only a figure that nothing tested is ticked by hand"),
        (("1,234,567", *SAID), "no figure of the document is '1,234,567'"),
        (("9.9 million", *SAID, "--file", "nowhere.xlsx"), "nowhere.xlsx cannot be read: No such"),
        (("9.9 million", *SAID, "--file", "/dev/zero"), "/dev/zero is no file: save what it holds"),
    ],
)
def test_what_cannot_be_ticked_is_refused(
    arguments: tuple[str, ...], why: str, tieout: Any, release: Path
) -> None:
    answer = tieout("tick", str(release), *arguments)
    assert (answer.status, why in answer.err) == (2, True), answer.err
    assert not (release.parent / "accepted.toml").exists()


def test_a_report_of_what_is_mostly_ticked_by_hand_is_ours(tmp_path: Path) -> None:
    path = tmp_path / "workpaper.txt"
    path.write_text("Acme Corporation\nearnings release\n\n" + "\u2592" * 40, "utf-8")
    assert is_ours(path)


def test_it_lapses_when_its_support_is_another_file(tieout: Any, release: Path) -> None:
    support = release.with_name("backlog.xlsx")
    support.write_bytes(b"backlog")
    tieout("tick", str(release), "9.9 million", *SAID, "--file", str(support))
    assert tieout("check", str(release)).status == 0
    support.write_bytes(b"another backlog")
    answer = tieout("check", str(release))
    assert answer.status == 1
    assert "backlog.xlsx is another file than it was then" in " ".join(answer.out.split())
