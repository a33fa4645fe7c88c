"""tieout read: text to the byte, facts as a sheet, JSON without checks."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Example = Callable[[str], str]


def test_text_is_exactly_the_visible_text(tieout: Any, tmp_path: Path) -> None:
    path = tmp_path / "it.txt"
    path.write_bytes("\ufeffRevenue:\r\n  \u20ac 7.2 million\t\\$ 5\r\n".encode())
    assert tieout("read", str(path), "--format", "text").out == (
        "Revenue:\r\n  \u20ac 7.2 million\t\\$ 5\r\n"
    )


def test_facts_are_a_sheet(tieout: Any, example: Example) -> None:
    path = example("capstone-fy2008q2-8k")
    answer = tieout("read", path, "--format", "csv")
    sheet = list(csv.DictReader(io.StringIO(answer.out)))
    text = Path(path).read_bytes().decode()
    assert all(text[int(row["start"]) : int(row["end"])] == row["text"] for row in sheet)
    (revenue,) = (
        row
        for row in sheet
        if row["caption"] == "Revenue" and row["period"] == "2007-07-01/2007-09-30"
    )
    assert (revenue["value"], revenue["unit"], revenue["decimals"]) == ("7219000", "USD", "-3")


def test_json_is_the_workpaper_with_no_check_made(tieout: Any, example: Example) -> None:
    answer = tieout("read", example("capstone-fy2008q2-8k"), "--format", "json")
    made = json.loads(answer.out)
    assert made["format"] == "tieout-workpaper/1"
    assert made["checks"] == []
    assert made["facts"]


def test_the_terminal_shows_what_was_understood(tieout: Any, example: Example) -> None:
    answer = tieout("read", example("capstone-fy2008q2-8k"))
    assert answer.status == 0
    for words in ("Form 8-K", "001-15957", "Balance sheet", "Claims in prose", "NASDAQ CPST"):
        assert words in answer.out


def test_output_goes_to_a_file(tieout: Any, example: Example, tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    answer = tieout(
        "read", example("capstone-fy2008q2-8k"), "--format", "csv", "--output", str(path)
    )
    said = f"{path}: 225 figures, 2 statements, 124 facts, 40 claims\n"
    assert (answer.status, answer.out) == (0, said)
    assert path.read_bytes().startswith(b"document,statement,caption,concept")


def test_xbrl_json_has_its_taxonomy_beside_it(
    tieout: Any, example: Example, tmp_path: Path
) -> None:
    path = tmp_path / "second quarter.json"
    release = example("capstone-fy2008q2-8k")
    answer = tieout("read", release, "--format", "xbrl-json", "--output", str(path))
    kinds = ("-cal.xml", "-lab.xml", "-pre.xml", "-provenance.json", "-us-gaap.xsd", ".xsd")
    said = f"{path}: 225 figures, 2 statements, 124 facts, 40 claims; beside it "
    said += ", ".join(f"second-quarter{kind}" for kind in kinds)
    assert (answer.status, answer.out) == (0, f"{said}\n")
    assert json.loads(path.read_bytes())["documentInfo"]["taxonomy"] == ["second-quarter.xsd"]
    assert {one.name for one in tmp_path.iterdir()} == {
        path.name,
        *(f"second-quarter{kind}" for kind in kinds),
    }


def test_xbrl_json_alone_goes_to_standard_output(tieout: Any, example: Example) -> None:
    answer = tieout("read", example("capstone-fy2008q2-8k"), "--format", "xbrl-json")
    assert json.loads(answer.out)["facts"]["f0"]["value"] == "46276000"


def test_what_cannot_be_read_is_refused(tieout: Any) -> None:
    answer = tieout("read", "-", stdin=b"")
    assert (answer.status, answer.err) == (
        2, "tieout: standard input is empty: give the release itself\n",
    )  # fmt: skip


def test_what_was_not_understood_is_refused_once_it_is_shown(tieout: Any) -> None:
    raw = (
        "ACME CORPORATION REPORTS SECOND QUARTER 2008 RESULTS\n\n"
        "Results for the second quarter ended June 30, 2008.\n\n"
        + "".join(f"Line {n} | $ | {n},219 |\n" for n in range(40))
    ).encode()
    answer = tieout("read", "-", stdin=raw)
    assert answer.status == 2
    assert answer.out.startswith("! Nothing of this document was understood: it has ")
    assert tieout("read", "-", "--format", "csv", stdin=raw).status == 2
    assert tieout("read", "-", "--format", "text", stdin=raw).status == 0
