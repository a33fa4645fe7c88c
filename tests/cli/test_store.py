"""tieout store: add, list, sql, export, import; and --against a store."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tieout.cli import _tables

FORM, EARLIER = "capstone-fy2008q2-8k", "capstone-fy2007q2-8k"
Example = Callable[[str], str]


@pytest.fixture
def stored(tieout: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: Example) -> str:
    """A store of two examples, named by the environment."""
    path = str(tmp_path / "q.duckdb")
    monkeypatch.setenv("TIEOUT_STORE", path)
    answer = tieout("store", "add", example(EARLIER), example(FORM), "--jobs", "1")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"added {EARLIER}.txt\nadded {FORM}.txt\n"
    return path


@pytest.fixture
def releases(tmp_path: Path, example: Example) -> Path:
    """A folder of the three examples."""
    folder = tmp_path / "releases"
    folder.mkdir()
    for one in Path(example(FORM)).parent.glob("*.txt"):
        shutil.copy(one, folder)
    return folder


def test_what_is_held_is_not_read_again(tieout: Any, stored: str, releases: Path) -> None:
    answer = tieout("store", "add", str(releases), "--jobs", "1")
    assert answer.status == 0
    assert answer.out == (
        "held  2 of 3 documents: the same bytes, read before\nadded capstone-fy2008q2-release.txt\n"
    )


def test_many_are_read_by_processes(tieout: Any, tmp_path: Path, releases: Path) -> None:
    (releases / "empty.txt").write_text("")
    store = str(tmp_path / "q.duckdb")
    answer = tieout("store", "add", str(releases), "--jobs", "2", "--store", store)
    assert answer.status == 1, "one could not be read"
    assert answer.out.count("added ") == 3
    assert re.fullmatch(r"tieout: .*empty\.txt is empty.*\n", answer.err)


@pytest.mark.parametrize("paths", [["nowhere.txt"], ["."]])
def test_nothing_to_add_is_a_sentence(
    paths: list[str], tieout: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = tieout("store", "add", *paths)
    assert answer.status == 2
    assert answer.err.startswith("tieout: no")


def test_an_amount_of_too_many_digits_is_told(tieout: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Revenue for the quarter was ${'9' * 30}.\n")
    answer = tieout("store", "add", str(tmp_path / "a.txt"), "--store", str(tmp_path / "q.duckdb"))
    assert "1 amount of more digits than a column holds" in answer.out


def test_the_list(tieout: Any, stored: str) -> None:
    answer = tieout("store", "list")
    assert answer.status == 0
    assert answer.out == (
        "company        form quarter   dated      figures ticked findings name\n"
        "Capstone Turb… 8-K  Q2 FY2007 2006-11-09     233    155        1 capstone-fy20…\n"
        "Capstone Turb… 8-K  Q2 FY2008 2007-11-08     225    161        0 capstone-fy20…\n"
    )


def test_colours_switch_off(tieout: Any, stored: str) -> None:
    assert "\x1b[" in tieout("store", "list", "--color").out
    assert "\x1b[" not in tieout("store", "list", "--no-color").out


def test_a_query_in_every_form(tieout: Any, stored: str) -> None:
    query = (
        "SELECT concept, period_end, first_reported AS amount, NULL AS note FROM series "
        "WHERE concept = 'us-gaap:Revenues' ORDER BY period_end LIMIT 2"
    )
    assert tieout("store", "sql", query).out == (
        "concept           period_end     amount  note\n"
        "us-gaap:Revenues  2005-09-30  5,705,000\n"
        "us-gaap:Revenues  2006-09-30  2,946,000\n"
    )
    assert tieout("store", "sql", query, "--format", "csv").out == (
        "concept,period_end,amount,note\r\n"
        "us-gaap:Revenues,2005-09-30,5705000,\r\n"
        "us-gaap:Revenues,2006-09-30,2946000,\r\n"
    )
    assert json.loads(tieout("store", "sql", query, "--format", "json").out) == [
        {"concept": "us-gaap:Revenues", "period_end": f"{year}-09-30", "amount": n, "note": None}
        for year, n in ((2005, "5705000"), (2006, "2946000"))
    ]


def test_a_row_too_wide_is_written_downwards(tieout: Any, stored: str) -> None:
    out = tieout("store", "sql", "FROM open_finding").out
    assert out.startswith("company: capstone turbine\nname: capstone-fy2007q2-8k.txt\n")


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("DROP TABLE fact", "one query, and nothing else"),
        ("FROM read_text('/etc/passwd')", "Cannot access file"),
        ("FROM check", 'write "check", quotes and all'),
    ],
)
def test_a_query_refused_is_a_sentence(query: str, why: str, tieout: Any, stored: str) -> None:
    answer = tieout("store", "sql", query)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("tieout: ")
    assert why in answer.err


def test_out_to_parquet_and_in_again(tieout: Any, stored: str, tmp_path: Path) -> None:
    out, again = str(tmp_path / "out"), str(tmp_path / "again.duckdb")
    assert tieout("store", "export", out).out == f"2 documents in {out}\n"
    answer = tieout("store", "import", out, "--store", again)
    assert answer.out == f"2 documents taken in from {out}\n"
    assert tieout("store", "list", "--store", again).out == tieout("store", "list").out


def test_a_store_that_is_not_there(tieout: Any, tmp_path: Path) -> None:
    answer = tieout("store", "list", "--store", str(tmp_path / "q.duckdb"))
    assert answer.status == 2
    assert answer.err.endswith("does not exist: 'tieout store add' makes it\n")


def test_a_release_is_held_against_a_store(tieout: Any, stored: str, example: Example) -> None:
    by_file = tieout("check", example(FORM), "--against", example(EARLIER), "--format", "json")
    by_store = tieout("check", example(FORM), "--against", stored, "--format", "json")
    assert by_store.out == by_file.out
    assert by_store.err == f"tieout: against 1 filing of {stored}: {EARLIER}.txt\n"
    both = tieout(
        "check", example(FORM), *("--against", example(EARLIER)), *("--against", stored),
        *("--format", "json"),
    )  # fmt: skip
    assert both.out == by_file.out, "no document comes twice"


def test_a_store_without_its_filings_says_so(
    tieout: Any, stored: str, tmp_path: Path, example: Example
) -> None:
    with duckdb.connect(stored) as connection:
        connection.execute("UPDATE document SET company = 'x', registrant = 'X', ticker = 'X'")
    answer = tieout("prove", example(FORM), "--errors", "1", "--against", stored)
    assert answer.status == 0
    assert "holds no other filing of its registrant" in answer.err


def test_a_store_is_no_release(tieout: Any, stored: str) -> None:
    answer = tieout("check", stored)
    assert answer.status == 2
    assert "is a store, not a release" in answer.err


def test_no_more_rows_are_drawn_than_anyone_reads() -> None:
    rows = [(number,) for number in range(_tables.MOST + 5)]
    drawn = _tables.rendered("terminal", ["n"], rows, width=80, colour=False).decode()
    assert drawn.endswith("5 more rows: --format csv or json gives all\n")
    assert drawn.count("\n") == _tables.MOST + 2


def test_a_spreadsheet_runs_no_field() -> None:
    made = _tables.rendered("csv", ["n"], [("=1+1",)], width=80, colour=False)
    assert made == b"n\r\n'=1+1\r\n"
