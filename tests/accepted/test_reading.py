"""accepted.toml, strictly: every mistake has its sentence, and none takes long."""

from pathlib import Path

import pytest

from tieout.accepted.reading import Kept, kept, read
from tieout.errors import Misuse

ENTRY = """[[accepted]]
document = "acme, earnings release, 2026-09-30"
rule = "FT001"
concept = "us-gaap:Assets"
period = "2026-09-30"
dimensions = { segment = "Shops" }
reported = "8,434"
expected = "8,343"
operands = ["5,910", "2,433"]
words = "total operating expenses _"
reason = "plugged"
by = "AB"
on = 2026-11-30
"""
TICK = """
[[ticked]]
document = "acme, earnings release, 2026-09-30"
reported = "6.8 million"
support = "backlog report"
by = "AB"
on = 2026-11-30
"""


def test_what_the_file_says_is_what_people_said() -> None:
    difference, tick = read("accepted.toml", ENTRY + TICK).entries
    assert (difference.said, difference.rule, difference.occurrence) == ("accepted", "FT001", 1)
    assert difference.dimensions == (("segment", "Shops"),)
    assert difference.operands == ("2,433", "5,910")
    assert (tick.said, tick.rule, tick.support) == ("ticked", "", "backlog report")


def test_entries_are_in_the_order_of_the_file() -> None:
    assert [one.said for one in read("a", TICK + ENTRY).entries] == ["ticked", "accepted"]
    assert read("a", TICK + "\n# why\n" + ENTRY).lines == (2, 10)


def test_where_there_is_no_file_nothing_was_said(tmp_path: Path) -> None:
    assert kept(tmp_path / "accepted.toml") == Kept()


WRONG = {
    "no TOML": ("rule =", "accepted.toml is no TOML: "),
    "no rule of ours": (
        ENTRY.replace("FT001", "FT901"),
        "accepted.toml, line 3: there is no rule 'FT901': 'tieout explain' lists them all",
    ),
    "a rule that steers": (
        ENTRY.replace("FT001", "\\u001b[2J"),
        "line 3: there is no rule '\ufffd[2J'",
    ),
    "another key": (
        ENTRY + "reviewer = 1\n",
        "line 14: there is no key 'reviewer' in [accepted.0]",
    ),
    "another kind of entry": (
        "[[accepteds]]\n",
        "line 1: there is no key 'accepteds': did you mean 'accepted'?",
    ),
    "no list": ("[accepted]\n", "line 1: accepted is to be a list: write [[accepted]] once"),
    "a number": ("accepted = 3\n", "line 1: accepted is to be a list"),
    "a list of numbers": ("accepted = [3]\n", "line 1: accepted.0 is to be a table"),
    "no reason": (ENTRY.replace("reason", "words2"), "line 11: there is no key 'words2'"),
    "a reason left out": (
        ENTRY.replace('reason = "plugged"\n', ""),
        "line 1: [accepted.0] does not say reason: write reason = ",
    ),
    "an empty reason": (
        ENTRY.replace("plugged", "  "),
        "line 11: reason is empty: say it in words",
    ),
    "empty initials": (ENTRY.replace('"AB"', '""'), "line 12: by is empty"),
    "an empty support": (TICK.replace("backlog report", ""), "line 5: support is empty"),
    "a day that is none": (ENTRY.replace("2026-11-30\n", '"soon"\n', 1), "is no on: write a day"),
    "a number for words": (ENTRY.replace('"plugged"', "7"), "line 11: 7 is no reason: write words"),
    "operands that are none": (ENTRY.replace('"2,433"]', "4]"), "line 9: "),
    "too many operands": (
        ENTRY.replace('"2,433"]', '"2",' * 600 + "]"),
        "line 9: operands are more than 500",
    ),
    "occurrence from nought": (ENTRY + "occurrence = 0\n", "line 14: occurrence counts from 1"),
    "a number beyond all": (
        ENTRY + f"occurrence = {10**30}\n",
        "occurrence is larger than any number of what is accepted",
    ),
    "a character that steers": (
        ENTRY.replace("plugged", "\\u001b[31mred"),
        "line 11: reason has a character that nobody can see",
    ),
    "a word that turns": (
        ENTRY.replace("Shops", "\u202espohS"),
        "line 6: dimensions has a character that nobody can see",
    ),
    "a reason on two lines": (ENTRY.replace("plugged", "a\\nb"), "line 11: reason has a character"),
    "a reason without end": (
        ENTRY.replace("plugged", "x" * 3_000),
        "line 11: reason is longer than 2,000 characters",
    ),
    "the same twice": (
        ENTRY + ENTRY.replace("AB", "CD"),
        "accepted.toml, line 14: line 1 speaks of the same: keep one of them",
    ),
    "too many entries": ("[[ticked]]\n" * 2_001, "2,001 entries are more than the 2,000 of one"),
    "a file without end": ("#" * (2**20 + 1), "accepted.toml is larger than 1 MB"),
    "keys dotted without end": (
        "a." * 50 + "a = 1\n",
        "words dotted as no key of what is accepted",
    ),
    "tables in tables": ("a = " + "[" * 5_000, "it is nested too deep"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_told_with_its_line(case: str, tmp_path: Path) -> None:
    text, why = WRONG[case]
    path = tmp_path / "accepted.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(Misuse) as refused:
        kept(path)
    assert why in str(refused.value)
    assert "\x1b" not in str(refused.value)
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize(
    ("raw", "why"),
    [(b"\xff\xfe", "byte 0 is no UTF-8"), (b"\x00" * 9, "is no TOML"), (b"x" * 2**23, "4 MB")],
)
def test_bytes_that_are_no_text_are_refused(raw: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / "accepted.toml"
    path.write_bytes(raw)
    with pytest.raises(Misuse, match=why):
        kept(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "accepted.toml").mkdir()
    with pytest.raises(Misuse, match="cannot be read"):
        kept(tmp_path / "accepted.toml")
    (tmp_path / "gone.toml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(Misuse, match="cannot be read"):
        kept(tmp_path / "gone.toml")
