"""A store out to Parquet and in again is equal."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

import tieout
from tieout import Misuse, Release
from tieout.store import export_store, import_store
from tieout.store.parquet import ALL

Reading = Callable[[str], Release]


def content(path: Path | str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with tieout.open_store(path, read_only=True) as store:
        query = 'SELECT * FROM "{}" ORDER BY ALL'
        return {table: store.sql(query.format(table)).fetchall() for table in ALL}


def test_out_and_in_again_is_equal(stored: str, tmp_path: Path) -> None:
    assert export_store(stored, tmp_path / "out") == 3
    assert sorted(p.stem for p in (tmp_path / "out").iterdir()) == sorted([*ALL, "store"])
    assert import_store(tmp_path / "again.duckdb", tmp_path / "out") == 3
    assert content(tmp_path / "again.duckdb") == content(stored)
    assert import_store(tmp_path / "again.duckdb", tmp_path / "out") == 0
    assert content(tmp_path / "again.duckdb") == content(stored)


def test_amounts_are_decimals_in_parquet_too(stored: str, tmp_path: Path) -> None:
    export_store(stored, tmp_path / "out")
    with duckdb.connect() as connection:
        answer = connection.execute(f"DESCRIBE FROM '{tmp_path}/out/fact.parquet'")
        kinds = {name: kind for name, kind, *_ in answer.fetchall()}
    assert kinds["value"] == kinds["printed"] == "DECIMAL(38,12)"


def test_only_what_is_not_held_is_taken_in(stored: str, tmp_path: Path, release: Reading) -> None:
    with tieout.open_store(tmp_path / "q.duckdb") as store:
        store.add(release("capstone-fy2008q2-8k"))
    export_store(stored, tmp_path / "out")
    assert import_store(tmp_path / "q.duckdb", tmp_path / "out") == 2
    with tieout.open_store(tmp_path / "q.duckdb", read_only=True) as store:
        assert len(store.filings()) == len(store.releases("CPST")) == 3


def test_a_folder_that_is_not_empty_is_spared(stored: str, tmp_path: Path) -> None:
    (tmp_path / "fact.parquet").write_text("mine")
    with pytest.raises(Misuse, match="is not empty"):
        export_store(stored, tmp_path)
    assert (tmp_path / "fact.parquet").read_text() == "mine"


def test_where_there_is_no_store_no_folder_is_left(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="does not exist"):
        export_store(tmp_path / "q.duckdb", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_no_export_is_refused(stored: str, tmp_path: Path) -> None:
    out, into = tmp_path / "out", tmp_path / "q.duckdb"
    export_store(stored, out)
    (out / "store.parquet").unlink()
    with pytest.raises(Misuse, match=r"store\.parquet is not there"):
        import_store(into, out)
    assert not into.exists()
    with duckdb.connect() as connection:
        connection.execute(f"COPY (SELECT 99 AS version) TO '{out}/store.parquet'")
    with pytest.raises(Misuse, match="another version"):
        import_store(into, out)
    (out / "store.parquet").write_bytes(b"PAR1 no parquet PAR1")
    with pytest.raises(Misuse, match="cannot be used"):
        import_store(into, out)


def test_an_export_cut_short_changes_nothing(stored: str, tmp_path: Path) -> None:
    out, into = tmp_path / "out", tmp_path / "q.duckdb"
    export_store(stored, out)
    (out / "workpaper.parquet").write_bytes(b"PAR1 no parquet PAR1")
    with pytest.raises(Misuse, match="cannot be used"):
        import_store(into, out)
    assert not any(content(into).values())
