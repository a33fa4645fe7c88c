"""tieout series: files in, formats out, refusals as sentences."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Example = Callable[[str], str]


def pair(example: Example) -> list[str]:
    return [example("capstone-fy2007q2-8k"), example("capstone-fy2008q2-8k")]


def test_the_quarters_of_two_filings(tieout: Any, example: Example) -> None:
    answer = tieout("series", *pair(example), "--concept", "revenue")
    assert (answer.status, answer.err) == (0, "")
    assert "FY2006 Q1 2005-06-30 3,807 \u25c7" in answer.out


def test_a_files_name_asks_for_its_format(tieout: Any, example: Example, tmp_path: Path) -> None:
    starts = {"csv": b"concept,caption", "json": b"{", "html": b"<!doctype", "xlsx": b"PK"}
    for suffix, start in {**starts, "parquet": b"PAR1", "txt": b"Capstone"}.items():
        path = tmp_path / f"series.{suffix}"
        answer = tieout("series", *pair(example), "--output", str(path))
        said = answer.out.removeprefix(f"{path}: ")
        assert (answer.status, said.endswith(" lines of 2 filings\n"), answer.err) == (0, True, "")
        assert path.read_bytes().startswith(start)


def test_processes_read_the_same(process: Any, example: Example) -> None:
    one, two = (
        process("series", *pair(example), "--format", "json", "--jobs", jobs) for jobs in "12"
    )
    assert (one.returncode, one.stderr, one.stdout == two.stdout) == (0, b"", True)
    assert json.loads(one.stdout)["registrant"]["ticker"] == "CPST"


def test_a_file_that_cannot_be_read_is_named(tieout: Any, example: Example, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    answer = tieout("series", *pair(example), str(tmp_path / "empty.txt"))
    assert (answer.status, answer.out) == (2, "")
    assert f"{tmp_path / 'empty.txt'} is empty" in answer.err


def test_an_unknown_concept_is_answered_with_the_names_near_it(
    tieout: Any, example: Example
) -> None:
    answer = tieout("series", *pair(example), "--concept", "revenu growth")
    assert answer.status == 2
    assert "no filing has a line 'revenu growth' on its statements" in answer.err


def test_all_and_some_exclude_one_another(tieout: Any, example: Example) -> None:
    answer = tieout("series", *pair(example), "--all", "--concept", "revenue")
    assert (answer.status, "cannot be used together" in answer.err) == (2, True)


def test_a_document_is_never_overwritten(tieout: Any, example: Example) -> None:
    files = pair(example)
    answer = tieout("series", *files, "--output", files[0])
    assert (answer.status, "is what the report is made from" in answer.err) == (2, True)


def test_a_store_gives_a_companys_filings_with_or_without_files(
    tieout: Any, example: Example, tmp_path: Path
) -> None:
    store, files = str(tmp_path / "filings.duckdb"), pair(example)
    assert tieout("store", "add", *files, "--store", store).status == 0
    options = ("--concept", "revenue", "--format", "csv")
    told = tieout("series", *files, *options).out
    assert tieout("series", "--store", store, *options).out == told
    assert tieout("series", "--store", store, "--company", "cpst", *options).out == told
    assert tieout("series", files[1], "--store", store, *options).out == told
    unknown = tieout("series", "--store", store, "--company", "Zenith")
    assert (unknown.status, "holds no filing of 'Zenith'" in unknown.err) == (2, True)


def test_a_store_of_two_companies_asks_whose(tieout: Any, example: Example, tmp_path: Path) -> None:
    store, other = str(tmp_path / "filings.duckdb"), tmp_path / "other.txt"
    text = Path(example("capstone-fy2008q2-8k")).read_text("utf-8")
    other.write_text(re.sub("capstone", "Zenith", text, flags=re.IGNORECASE).replace("CPST", "ZEN"))
    tieout("store", "add", *pair(example), str(other), "--store", store)
    asked = tieout("series", "--store", store)
    assert (asked.status, "choose one with --company NAME" in asked.err) == (2, True)
    assert tieout("series", "--store", store, "--company", "ZEN").status == 0


def test_a_company_is_chosen_from_a_store(tieout: Any, example: Example) -> None:
    answer = tieout("series", *pair(example), "--company", "CPST")
    assert (answer.status, "give one with --store DB" in answer.err) == (2, True)
    assert "give releases, or a store" in tieout("series").err
