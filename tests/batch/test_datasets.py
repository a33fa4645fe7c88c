"""Records become files of Parquet whose columns are the store's, exact to the last digit."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from tieout.batch import datasets, spool
from tieout.batch.datasets import Part, Sealed, columns, file_name, written
from tieout.batch.record import DATASETS, FAILED, Record, made, task
from tieout.errors import Misuse
from tieout.store.declared import declared

parquet = pytest.importorskip("pyarrow.parquet")


@pytest.fixture
def part(tmp_path: Path, write: Callable[..., list[Path]]) -> Part:
    """A part of two releases and one of more digits than a column holds, with lines."""
    paths = write(tmp_path / "in", 2)
    (tmp_path / "in" / "long.txt").write_text(f"Revenue was ${'9' * 30} million.\n")
    paths.append(tmp_path / "in" / "long.txt")
    for path in paths:
        one = made(task(str(path), has_line=True))
        spool.append(tmp_path / "spool", one.key, one.body)
    return written(Sealed(str(tmp_path / "spool"), "part-1", "2007", str(tmp_path)))


def test_columns_are_the_store_s(part: Part, tmp_path: Path) -> None:
    for file in part.files:
        dataset = file.partition("/")[0]
        if dataset == datasets.LINES:
            continue
        schema = parquet.read_schema(tmp_path / file_name("part-1", dataset))
        assert schema.names == [one.name for one in columns(dataset)]
        assert schema.names[0] == "document"
        assert [one.nullable for one in schema] == [not one.is_required for one in columns(dataset)]
    facts = {one.name for one in columns("facts")}
    assert facts == {one.name for one in declared()["fact"]}
    assert {one.name for one in columns("documents")} > {"company", "announced", "agrees"}
    assert columns("leads") == columns("checks")


def test_a_part_says_what_is_in_it(part: Part, tmp_path: Path) -> None:
    named = {file.partition("/")[0]: (file, size) for file, size in part.files.items()}
    assert set(named) == {*DATASETS, datasets.LINES} - {"leads"}
    assert named["facts"][0] == "facts/year=2007/part-1.parquet"
    assert named[datasets.LINES][0] == "workpapers/year=2007/part-1.jsonl"
    for dataset, (_, size) in named.items():
        assert (tmp_path / file_name("part-1", dataset)).stat().st_size == size
    assert len(part.keys) == part.tally.documents == 3
    lines = (tmp_path / file_name("part-1", datasets.LINES)).read_bytes().splitlines()
    assert [len(msgspec.json.decode(line)) for line in lines] == [4, 4, 4]


def test_amounts_are_exact(part: Part, tmp_path: Path) -> None:
    facts = parquet.read_table(tmp_path / file_name("part-1", "facts")).to_pylist()
    assert {one["value"] for one in facts} >= {Decimal("41000000.000000000000")}
    claims = parquet.read_table(tmp_path / file_name("part-1", "claims")).to_pylist()
    long = [one for one in claims if one["digits"]]
    assert [(one["value"], one["digits"]) for one in long] == [(None, "9" * 30 + "000000")]


def test_a_row_group_holds_no_more_rows_than_it_may(
    tmp_path: Path, write: Callable[..., list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datasets, "_AT_ONCE", 2)
    monkeypatch.setattr(datasets, "_ROW_GROUP", 4)
    for path in write(tmp_path / "in", 9):
        one = made(task(str(path)))
        spool.append(tmp_path / "spool", one.key, one.body)
    written(Sealed(str(tmp_path / "spool"), "part-1", "2007", str(tmp_path)))
    file = parquet.ParquetFile(tmp_path / file_name("part-1", "documents"))
    counts = [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)]
    assert counts == [4, 4, 1]


def test_leads_are_the_checks_that_are_worth_a_look(tmp_path: Path) -> None:
    fields = {one.name: index for index, one in enumerate(columns("checks"))}
    check: list[object] = ["" if one.type == "VARCHAR" else 1 for one in columns("checks")[1:]]
    check[fields["is_lead"] - 1] = False
    lead = check.copy()
    lead[fields["is_lead"] - 1] = True
    record = Record("ab", "a.txt", 1, {name: [] for name in declared()} | {"check": [check, lead]})
    spool.append(tmp_path / "spool", b"k" * 32, msgspec.msgpack.encode(record))
    part = written(Sealed(str(tmp_path / "spool"), "part-1", "2007", str(tmp_path)))
    assert set(part.files) == {f"{n}/year=2007/part-1.parquet" for n in ("checks", "leads")}
    leads = parquet.read_table(tmp_path / file_name("part-1", "leads")).to_pylist()
    assert [one["is_lead"] for one in leads] == [True]
    assert part.tally.leads == {"": 1}


def test_what_was_not_read_is_a_dataset_too(tmp_path: Path) -> None:
    one = made(task(str(tmp_path / "nowhere.txt")))
    spool.append(tmp_path / "spool", one.key, one.body)
    part = written(Sealed(str(tmp_path / "spool"), "part-1", FAILED, str(tmp_path)))
    assert list(part.files) == ["failures/year=unknown/part-1.parquet"]
    failure = parquet.read_table(tmp_path / file_name("part-1", "failures")).to_pylist()[0]
    assert (failure["document"], failure["kind"]) == (None, "not opened")
    assert failure["path"] == str(tmp_path / "nowhere.txt")
    assert "No such file" in failure["reason"]


def test_without_the_library_it_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(Misuse, match=r"--format parquet needs pyarrow: run .*\[parquet\]"):
        datasets.require_pyarrow()
