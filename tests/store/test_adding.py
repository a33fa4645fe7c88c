"""All of a document or none of it, once, by the version that reads best: this one."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import msgspec
import pytest

import tieout
from tieout import Misuse, Release
from tieout.store import adding
from tieout.store.packed import anew, packed
from tieout.store.rows import TABLES

Reading = Callable[[str], Release]
EXHIBIT = "capstone-fy2008q2-release"


def counts(path: Path) -> dict[str, int]:
    """How many rows each table has."""
    with tieout.open_store(path, read_only=True) as store:
        tables = (*TABLES, "workpaper")
        query = " UNION ALL ".join(f"""SELECT '{t}', count(*) FROM "{t}" """ for t in tables)
        return {str(table): int(count) for table, count in store.sql(query).fetchall()}


def test_adding_twice_changes_nothing(tmp_path: Path, release: Reading) -> None:
    path = tmp_path / "q.duckdb"
    with tieout.open_store(path) as store:
        assert store.add(release(EXHIBIT))
    before, content = counts(path), path.read_bytes()
    with tieout.open_store(path) as store:
        assert not store.add(release(EXHIBIT))
    assert counts(path) == before
    assert path.read_bytes() == content


def test_another_version_reads_anew(
    tmp_path: Path, release: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, one = tmp_path / "q.duckdb", release(EXHIBIT)
    with tieout.open_store(path) as store:
        store.add(one)
    before = counts(path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE run SET tieout = '0.0.9'")
        connection.execute("UPDATE fact SET caption = 'misread'")
    with tieout.open_store(path) as store:
        assert store.held() == frozenset()
        assert store.releases() == [one], "what another version read is understood anew"
        assert store.add(one)
        assert store.held() == {one.document.sha256}
        assert store.sql("SELECT count(*) FROM fact WHERE caption = 'misread'").fetchall() == [(0,)]
    assert counts(path) == before


def test_figures_that_another_version_scanned_are_scanned_anew(release: Reading) -> None:
    one = release(EXHIBIT)
    bare = [msgspec.structs.replace(figure, said=None) for figure in one.document.figures]
    before = msgspec.structs.replace(
        one, document=msgspec.structs.replace(one.document, figures=tuple(bare))
    )
    assert anew(packed(before).release) == one


def test_a_document_that_fails_leaves_no_row(tmp_path: Path, release: Reading) -> None:
    path = tmp_path / "q.duckdb"
    whole = packed(release(EXHIBIT))
    broken = msgspec.structs.replace(whole, tables=whole.tables | {"figure": '[["no number"]]'})
    with tieout.open_store(path) as store:
        with pytest.raises(Misuse, match="cannot be written"):
            store.add(broken)
        assert store.filings() == []
        assert store.add(whole), "the store is as good as before"
    assert counts(path)["document"] == 1


def test_every_table_has_its_insertion() -> None:
    assert set(adding._INSERTS) == set(TABLES)
