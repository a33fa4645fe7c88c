"""tieout accept: a difference accepted, what check makes of it, and what cannot be."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WARNED = "capstone-fy2007q2-8k"
Example = Callable[[str], str]
SAID = ("--reason", "rounded down, as every year", "--by", "AB", "--date", "2026-11-30")


@pytest.fixture
def release(example: Example, tmp_path: Path) -> Path:
    """A release with one warning, in a folder of its own."""
    path = tmp_path / "release.txt"
    path.write_bytes(Path(example(WARNED)).read_bytes())
    return path


def test_an_accepted_difference_is_told_apart_and_no_longer_fails(
    tieout: Any, release: Path
) -> None:
    assert tieout("check", str(release)).status == 1
    answer = tieout("accept", str(release), "RX006", *SAID)
    kept = release.parent / "accepted.toml"
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"RX006 104: accepted in {kept}\n"
    assert kept.read_text("utf-8").count("[[accepted]]") == 1
    checked = tieout("check", str(release))
    assert checked.status == 0
    assert "Nothing else differs among the 83% of figures that were tested" in checked.out
    assert "Accepted by AB, November 30, 2026: rounded down, as every year" in checked.out


def test_it_lapses_in_a_draft_with_other_figures(tieout: Any, release: Path) -> None:
    tieout("accept", str(release), "RX006", *SAID)
    text = release.read_text("utf-8")
    draft = release.with_name("draft.txt")
    draft.write_text(text.replace("415,000,000 shares", "416,000,000 shares"), "utf-8")
    assert tieout("check", str(draft)).status == 0
    draft.write_text(text.replace("104,765,257", "104,795,257"), "utf-8")
    answer = tieout("check", str(draft))
    assert answer.status == 1
    said = " ".join(answer.out.split())
    assert "1 sign-off does not hold any more" in said
    assert "it rested on 104,765,257, and it rests on 104,795,257 now" in said


def test_an_entry_that_nothing_is_like_fails_by_itself(tieout: Any, release: Path) -> None:
    tieout("accept", str(release), "RX006", *SAID)
    kept = release.parent / "accepted.toml"
    once = kept.read_text("utf-8").partition("[[")[2]
    lie = f"[[{once}".replace("CommonStockValue", "Goodwill").replace("words = ", "words = '' #")
    kept.write_text(f"{kept.read_text('utf-8')}\n{lie}", "utf-8")
    answer = tieout("check", str(release))
    assert answer.status == 1
    assert "RX006 · 104: RX006 finds nothing like it in this document" in answer.out


def test_what_it_rests_on_is_given_as_to_check(
    tieout: Any, tmp_path: Path, example: Example
) -> None:
    year_before = example(WARNED)
    text = Path(example("capstone-fy2008q2-8k")).read_text("utf-8")
    release = tmp_path / "release.txt"
    release.write_text(text.replace("(5,282)", "(5,292)").replace("5,282", "5,292"), "utf-8")
    against = ("--against", year_before)
    found = json.loads(tieout("check", str(release), *against, "--format", "json").out)["checks"]
    differing = [one["id"] for one in found if one["outcome"] == "differs"]
    assert differing
    for one in differing:
        assert tieout("accept", str(release), one, *against, *SAID).status == 0
    assert tieout("check", str(release), *against).status == 0
    alone = tieout("check", str(release))
    assert alone.status == 1
    words = " ".join(alone.out.split())
    assert "it rested on 5,282, which no document given prints" in words


def test_only_what_the_rules_applied_may_find_is_asked(tieout: Any, release: Path) -> None:
    tieout("accept", str(release), "RX006", *SAID)
    assert tieout("check", str(release), "--select", "FT").status == 0
    assert tieout("check", str(release), "--select", "RX006").status == 0


def test_it_may_be_kept_elsewhere(tieout: Any, release: Path) -> None:
    kept = release.parent / "signed-off.toml"
    elsewhere = ("--accepted", str(kept))
    assert tieout("accept", str(release), "104", *SAID, *elsewhere).status == 0
    assert not (release.parent / "accepted.toml").exists()
    assert tieout("check", str(release)).status == 1
    assert tieout("check", str(release), *elsewhere).status == 0
    raw = release.read_bytes()
    assert tieout("check", "-", *elsewhere, stdin=raw).status == 0
    missing = tieout("check", str(release), "--accepted", "nowhere.toml")
    assert (missing.status, "nowhere.toml does not exist" in missing.err) == (2, True)


def test_it_is_taken_back(tieout: Any, release: Path) -> None:
    tieout("accept", str(release), "RX006", *SAID)
    answer = tieout("accept", str(release), "RX006", "--undo")
    assert (answer.status, answer.out) == (
        0, f"taken back in {release.parent / 'accepted.toml'}\n",
    )  # fmt: skip
    assert tieout("check", str(release)).status == 1
    again = tieout("accept", str(release), "RX006", "--undo")
    assert (again.status, "nothing was said of a difference 'RX006'" in again.err) == (2, True)


def test_it_says_what_it_replaces(tieout: Any, release: Path) -> None:
    tieout("accept", str(release), "RX006", *SAID)
    kept = release.parent / "accepted.toml"
    before = kept.read_bytes()
    others = ("--reason", "as audited", "--by", "CD", "--date", "2026-12-01")
    answer = tieout("accept", str(release), "RX006", *others)
    assert (answer.status, answer.out, kept.read_bytes()) == (2, "", before)
    assert "RX006:104 was accepted by AB, November 30, 2026: to replace" in answer.err
    answer = tieout("accept", str(release), "RX006", *others, "--replace")
    assert (answer.status, answer.out.splitlines()) == (0, [
        f"RX006 104: accepted in {kept}",
        "  this replaces: accepted by AB, November 30, 2026: rounded down, as every year",
    ])  # fmt: skip


def test_a_lead_is_dismissed_the_same_way(tieout: Any, tmp_path: Path, example: Example) -> None:
    release = tmp_path / "release.txt"
    text = Path(example("capstone-fy2008q2-release")).read_text("utf-8")
    release.write_text(text.replace("145%", "154%", 1), "utf-8")
    answer = tieout("accept", str(release), "TI002", *SAID)
    assert "TI002 145%: dismissed in " in answer.out
    checked = tieout("check", str(release)).out
    assert "? 1 lead" not in checked
    assert "Dismissed by AB, November 30, 2026" in checked


def test_a_file_keeps_its_mode_and_its_remarks(tieout: Any, release: Path) -> None:
    kept = release.parent / "accepted.toml"
    kept.write_text("# The auditors have seen all of these.\n", "utf-8")
    kept.chmod(0o640)
    tieout("accept", str(release), "RX006", *SAID)
    assert kept.read_text("utf-8").startswith("# The auditors have seen all of these.\n\n[[")
    assert kept.stat().st_mode & 0o777 == 0o640
    assert {path.name for path in release.parent.iterdir()} == {"accepted.toml", "release.txt"}


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("RX006", "--by", "AB"), "accepted with a reason and initials: give --reason TEXT"),
        (("RX006", "--reason", "x"), "accepted with a reason and initials: give --by INITIALS"),
        (("RX006", "--reason", " ", "--by", "AB"), "the reason is empty: say it in words"),
        (("FT001", *SAID), "no difference and no lead is 'FT001': there is \"RX006:104\""),
        (("RX006", *SAID, "--date", "soon"), "'soon' does not match"),
    ],
)
def test_what_cannot_be_accepted_is_refused(
    arguments: tuple[str, ...], why: str, tieout: Any, release: Path
) -> None:
    answer = tieout("accept", str(release), *arguments)
    assert (answer.status, why in answer.err) == (2, True), answer.err
    assert answer.err.count("\n") == 1
    assert not (release.parent / "accepted.toml").exists()


def test_standard_input_has_no_folder(tieout: Any, release: Path) -> None:
    answer = tieout("accept", "-", "RX006", *SAID, stdin=release.read_bytes())
    assert (answer.status, "say where with --accepted PATH" in answer.err) == (2, True)


def test_a_broken_file_stops_everything_that_would_honour_it(tieout: Any, release: Path) -> None:
    kept = release.parent / "accepted.toml"
    kept.write_text('[[accepted]]\nrule = "\\u001b[31mFT001"\n', "utf-8")
    for command in (("check",), ("accept",)):
        arguments = ("RX006", *SAID) if command == ("accept",) else ()
        answer = tieout(*command, str(release), *arguments)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.startswith("tieout: accepted.toml, line 1: [accepted.0] does not say ")
    assert kept.read_text("utf-8").startswith("[[accepted]]\nrule")


def test_the_report_never_takes_its_place(tieout: Any, release: Path) -> None:
    tieout("accept", str(release), "RX006", *SAID)
    kept = release.parent / "accepted.toml"
    told = kept.read_bytes()
    answer = tieout("check", str(release), "--output", str(kept), "--format", "html", "--force")
    assert (answer.status, kept.read_bytes()) == (2, told)


def test_drafts_are_compared_as_ever(tieout: Any, release: Path) -> None:
    tieout("accept", str(release), "RX006", *SAID)
    draft = release.with_name("draft.txt")
    draft.write_bytes(release.read_bytes())
    answer = tieout("check", str(release), "--draft", str(draft))
    assert (answer.status, "findings: 1 accepted" in answer.out) == (0, True)
