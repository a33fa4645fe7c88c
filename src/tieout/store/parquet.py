"""A store as a folder of Parquet, one file a table, and a folder as a store again."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tieout.errors import Misuse
from tieout.store.opening import VERSION, Waiting, opened, quoted, said
from tieout.store.rows import TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ALL = (*TABLES, "workpaper")
_LAST = "store"
"""Written when all others are: without it, a folder is no whole export."""


def export_store(
    path: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    wait: int = 10,
    waiting: Waiting | None = None,
) -> int:
    """How many documents were written to the folder, one Parquet file a table.

    The folder is made, or must be empty; raises Misuse.
    """
    place, into = os.fspath(path), Path(folder).absolute()
    # The store is opened first: where there is none, no folder is left behind.
    with opened(place, read_only=True, wait=wait, waiting=waiting, folder=str(into)) as store:
        _prepare(into)
        with said(place):
            for table in (*ALL, _LAST):
                target = quoted(str(into / f"{table}.parquet"))
                store.execute(f'COPY main."{table}" TO {target} (FORMAT parquet, COMPRESSION zstd)')
            return _count(store, "main.document")


def import_store(
    path: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    wait: int = 10,
    waiting: Waiting | None = None,
) -> int:
    """How many documents came from the folder: those that the store does not hold yet.

    All of them come, or none. A store that was empty is then equal to the one exported; raises
    Misuse for a folder that is no whole export.
    """
    place, source = os.fspath(path), Path(folder).absolute()
    missing = [name for name in (*ALL, _LAST) if not (source / f"{name}.parquet").is_file()]
    if missing:
        raise Misuse(f"{folder} is no whole export of a store: {missing[0]}.parquet is not there")
    with (
        opened(place, read_only=False, wait=wait, waiting=waiting, folder=str(source)) as store,
        said(place),
    ):
        versions = store.execute(f"SELECT version FROM {_file(source, _LAST)}").fetchall()
        if versions != [(VERSION,)]:
            raise Misuse(f"{folder} was exported by another version of tieout, with other tables")
        store.execute("BEGIN")
        store.execute(
            f"CREATE TEMP TABLE fresh AS SELECT DISTINCT document FROM {_file(source, 'run')} "
            "WHERE document NOT IN (SELECT document FROM main.run)"
        )
        _take(store, source, ALL)
        count = _count(store, "fresh")
        store.execute("COMMIT")
        return count


def _take(store: "DuckDBPyConnection", source: Path, tables: Iterable[str]) -> None:
    """Every row of the documents that are new, table by table."""
    for table in tables:
        store.execute(
            f'INSERT INTO main."{table}" BY NAME SELECT * FROM {_file(source, table)} '
            "WHERE document IN (SELECT document FROM fresh)"
        )


def _file(folder: Path, table: str) -> str:
    """A table's file, as a query reads it."""
    return f"read_parquet({quoted(str(folder / f'{table}.parquet'))})"


def _count(store: "DuckDBPyConnection", table: str) -> int:
    """How many rows a table has."""
    return int(store.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0])


def _prepare(folder: Path) -> None:
    """The folder made, or found empty; raises Misuse."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Misuse(f"{folder} is not empty: name a new folder for the export")
    except OSError as reason:
        raise Misuse(f"{folder} cannot be made: {reason.strerror or reason}") from None
