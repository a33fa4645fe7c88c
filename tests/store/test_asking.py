"""One query, which reads the store and nothing else, in bounded time and memory."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

import tieout
from tieout import Misuse
from tieout.store import Store, asking

ENDLESS = "SELECT count(*) FROM range(1000000000000) a, range(1000000) b"


@pytest.fixture
def store(stored: str) -> Iterator[Store]:
    with tieout.open_store(stored, read_only=True) as opened:
        yield opened


def refused(store: Store, query: str) -> str:
    """The sentence with which a query is refused."""
    with pytest.raises(Misuse) as reason:
        store.sql(query).fetchall()
    return str(reason.value)


@pytest.mark.parametrize(
    "query",
    ["SELECT count(*) FROM fact", "FROM coverage", "WITH f AS (FROM fact) SELECT count(*) FROM f",
     "DESCRIBE fact", "SHOW TABLES", "SUMMARIZE run"],
)  # fmt: skip
def test_a_query_is_answered(query: str, store: Store) -> None:
    assert store.sql(query).fetchall()


@pytest.mark.parametrize(
    "query",
    ["", "-- nothing", "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE fact", "DROP TABLE fact",
     "INSERT INTO fact SELECT * FROM fact", "UPDATE store SET version = 2", "COPY fact TO 'x.csv'",
     "ATTACH 'other.db'", "INSTALL httpfs", "LOAD httpfs", "SET threads = 9", "PRAGMA version",
     "EXPLAIN ANALYZE INSERT INTO store VALUES (2, 'x')", "CHECKPOINT", "CALL pragma_version()",
     "EXPORT DATABASE 'x'", "CREATE TEMP TABLE t (n INT)"],
)  # fmt: skip
def test_what_asks_for_nothing_is_refused(query: str, store: Store) -> None:
    assert "one query, and nothing else" in refused(store, query)


@pytest.mark.parametrize(
    "query",
    ["FROM read_csv('{0}')", "FROM read_text('{0}')", "FROM '{0}'", "FROM glob('/*')",
     "FROM read_parquet('https://example.com/x.parquet')", "FROM query('FROM ''{0}''')"],
)  # fmt: skip
def test_a_query_reads_no_file_and_fetches_nothing(
    query: str, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "secret.csv").write_text("a\n7219\n")
    why = refused(store, query.format(tmp_path / "secret.csv"))
    assert "disabled" in why or "Cannot access" in why or "does not exist" in why
    assert "7219" not in why


def test_a_query_sees_no_variable_of_the_program(store: Store) -> None:
    hidden = duckdb.sql("SELECT 7219 AS n")
    assert "does not exist" in refused(store, "FROM hidden")
    assert hidden is not None
    assert hidden.fetchall() == [(7219,)], "the program itself sees it"


def test_a_query_of_a_store_that_is_written_changes_nothing(tmp_path: Path) -> None:
    with tieout.open_store(tmp_path / "q.duckdb") as store:
        assert "one query" in refused(store, "DELETE FROM store")
        assert store.sql("SELECT count(*) FROM store").fetchall() == [(1,)]


def test_an_answer_half_read_is_in_nobodys_way(store: Store) -> None:
    half = store.sql("FROM figure").to_arrow_reader(1)
    half.read_next_batch()
    assert len(store.filings()) == 3
    assert store.sql("FROM coverage").fetchall()
    assert half.read_next_batch().num_rows


def test_a_word_of_sql_is_told(store: Store) -> None:
    assert 'write "check", quotes and all' in refused(store, "SELECT * FROM check")
    assert store.sql('SELECT count(*) FROM "check"').fetchall() != [(0,)]


def test_a_table_that_is_not_there_is_told(store: Store) -> None:
    assert "nowhere does not exist" in refused(store, "FROM nowhere")


def test_a_query_has_an_end(store: Store) -> None:
    with pytest.raises(Misuse, match="longer than 1 s"):
        asking.bounded(lambda: store.sql(ENDLESS).fetchall(), store.interrupt, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_ctrl_c_stops_a_query(store: Store) -> None:
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    with pytest.raises(KeyboardInterrupt):
        asking.bounded(lambda: store.sql(ENDLESS).fetchall(), store.interrupt, 60)
    assert asking.bounded(lambda: store.sql("SELECT 1").fetchall(), store.interrupt, 9) == [(1,)]


@pytest.mark.skipif(sys.platform != "linux", reason="the size of this process is asked of Linux")
def test_a_query_has_bounded_memory(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    monkeypatch.setattr(asking, "_ADDRESS_SPACE", pages * 4096 + 2**26)
    query = "SELECT repeat('x', 500000000)"
    with pytest.raises(Misuse, match="needs more memory"):
        asking.bounded(lambda: store.sql(query).fetchall(), store.interrupt, 60)
