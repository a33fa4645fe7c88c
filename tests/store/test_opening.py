"""A file is a store, or a sentence says why not; one process writes at a time."""

import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

import tieout
from tieout import Misuse
from tieout.cli._against import is_database
from tieout.extras import installing
from tieout.store import opening

Change = Callable[[duckdb.DuckDBPyConnection], object]


def refused(path: Path, *, read_only: bool = True) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(Misuse) as reason:
        tieout.open_store(path, read_only=read_only, wait=0)
    return str(reason.value)


def changed(stored: str, path: Path, *statements: str) -> Path:
    """A copy of a store in which something was changed by hand."""
    path.write_bytes(Path(stored).read_bytes())
    with duckdb.connect(str(path)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def test_a_store_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "q.duckdb"
    with tieout.open_store(path) as store:
        assert store.filings() == []
    assert list(tmp_path.iterdir()) == [path]
    assert is_database(str(path))


def test_for_reading_none_is_made(tmp_path: Path) -> None:
    assert "does not exist: 'tieout store add' makes it" in refused(tmp_path / "q.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_a_store_in_no_folder_cannot_be_made(tmp_path: Path) -> None:
    assert "q.duckdb" in refused(tmp_path / "nowhere" / "q.duckdb", read_only=False)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"Revenue was $7.2 million.\n", "not a valid DuckDB database file"),
        (b"", "not a valid DuckDB database file"),
        (bytes(8) + b"DUCK", "cannot be opened"),
        (bytes(8) + b"DUCK" + random.Random(1).randbytes(50_000), "cannot be opened: Corrupt"),
    ],
)
def test_other_bytes_are_refused(content: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "q.duckdb").write_bytes(content)
    assert why in refused(tmp_path / "q.duckdb")
    assert why in refused(tmp_path / "q.duckdb", read_only=False)


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("SELECT 1", "a DuckDB file, but no store of tieout"),
        ("CREATE TABLE other (n INTEGER)", "a DuckDB file, but no store of tieout"),
        ("CREATE VIEW store AS SELECT 1 AS version, 'x' AS tieout", "but no store of tieout"),
        ("CREATE TABLE store (version VARCHAR, tieout VARCHAR)", "does not say of which version"),
        (
            f"CREATE TABLE store AS SELECT {opening.VERSION} AS version, 'x' AS tieout",
            "has no table 'document'",
        ),
    ],
)
def test_a_database_of_other_tables_is_no_store(statement: str, why: str, tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "q.duckdb")) as connection:
        connection.execute(statement)
    assert why in refused(tmp_path / "q.duckdb")


@pytest.mark.parametrize(
    ("version", "why"),
    [(opening.VERSION + 1, "made by a newer tieout (9.9)"), (0, "made by an older tieout (9.9)")],
)
def test_a_store_of_another_version_is_refused(
    version: int, why: str, stored: str, tmp_path: Path
) -> None:
    statement = f"UPDATE store SET version = {version}, tieout = '9.9'"
    assert why in refused(changed(stored, tmp_path / "q.duckdb", statement))


def test_a_view_in_a_tables_place_is_refused(stored: str, tmp_path: Path) -> None:
    path = changed(
        stored,
        tmp_path / "q.duckdb",
        "ALTER TABLE operand RENAME TO hidden",
        "CREATE VIEW operand AS FROM hidden",
    )
    assert "has no table 'operand'" in refused(path)


def test_a_view_reads_no_file(stored: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("7,219")
    path = changed(
        stored,
        tmp_path / "q.duckdb",
        f"CREATE OR REPLACE VIEW filing AS FROM read_text('{tmp_path}/secret.txt')",
    )
    with (
        tieout.open_store(path, read_only=True) as store,
        pytest.raises(Misuse, match="Permission Error: Cannot access file"),
    ):
        store.sql("FROM filing")


def test_documents_of_no_form_are_refused(stored: str, tmp_path: Path) -> None:
    path = changed(
        stored,
        tmp_path / "q.duckdb",
        *(f"DROP VIEW {v}" for v in ("filing", "open_finding")),
        "ALTER TABLE document ALTER name TYPE BLOB",
    )
    with (
        tieout.open_store(path, read_only=True) as store,
        pytest.raises(Misuse, match="its documents are of no form"),
    ):
        store.filings()


_HOLD = """
import sys, tieout
with tieout.open_store(sys.argv[1]) as store:
    print("open", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def held_by_another(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process has the store open, and lets it go when it is written a line."""
    command = [sys.executable, "-c", _HOLD, str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as other:  # type: ignore[call-overload]
        other.stdout.readline()
        yield other
        other.kill()


def test_a_second_writer_waits_or_says_so(tmp_path: Path) -> None:
    path = tmp_path / "q.duckdb"
    told: list[str] = []
    with held_by_another(path) as other:
        for read_only in (False, True):
            assert f"in use by process {other.pid}" in refused(path, read_only=read_only)

        def waiting(sentence: str) -> None:
            told.append(sentence)
            other.stdin.write("\n")  # type: ignore[union-attr]
            other.stdin.flush()  # type: ignore[union-attr]

        with tieout.open_store(path, wait=30, waiting=waiting) as store:
            assert store.filings() == []
    assert len(told) == 1
    assert "waiting up to 30 s" in told[0]


def test_without_the_library_the_remedy_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert installing("store") in refused(tmp_path / "q.duckdb", read_only=False)
