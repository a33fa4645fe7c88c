"""What commands say of the files that they write."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Example = Callable[[str], str]
RELEASE, FORM = "capstone-fy2008q2-release", "capstone-fy2008q2-8k"


@pytest.mark.parametrize(
    ("command", "suffix", "said"),
    [
        ("check", ".html", "{figures} figures, {agrees} agree, {rounds} round, 0 findings"),
        ("prove --errors 3", ".json", "3 errors seeded, "),
        ("read", ".csv", "{figures} figures, 2 statements, "),
        ("read --format text", ".txt", "{figures} figures, 2 statements, "),
        ("read --format xbrl-json", ".json", "2 statements, "),
        ("series", ".csv", " of 1 filing\n"),
        ("batch", ".jsonl", "1 line, a document each\n"),
    ],
)
def test_a_file_written_is_told_in_a_line(
    command: str, suffix: str, said: str, tieout: Any, example: Example, tmp_path: Path
) -> None:
    source, out = example(RELEASE), tmp_path / f"w{suffix}"
    coverage = json.loads(tieout("check", source, "--format", "json").out)["coverage"]
    answer = tieout(*command.split(), source, "--output", str(out))
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(f"{out}: ")
    assert answer.out.count("\n") == 1
    assert said.format(**coverage) in answer.out


def test_a_package_and_what_differs_is_told(tieout: Any, example: Example, tmp_path: Path) -> None:
    out = tmp_path / "matrix.html"
    answer = tieout("package", example(RELEASE), example(FORM), "--output", str(out))
    assert answer.out.startswith(f"{out}: ")
    assert answer.out.endswith(" figures in more than one document, 0 findings\n")


def test_standard_output_has_the_report_and_nothing_else(tieout: Any, example: Example) -> None:
    for place in (("--output", "-"), ()):
        answer = tieout("check", example(RELEASE), "--format", "json", *place)
        assert json.loads(answer.out)["coverage"]
