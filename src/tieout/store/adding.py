"""A document added: all of its rows in one transaction, or none."""

from typing import TYPE_CHECKING

from tieout import __version__
from tieout.store.packed import Packed
from tieout.store.rows import TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def held(connection: "DuckDBPyConnection") -> frozenset[str]:
    """The hashes of the documents that this version has read into the store."""
    query = "SELECT document FROM main.run WHERE tieout = ?"
    return frozenset(row[0] for row in connection.execute(query, [__version__]).fetchall())


def insert(connection: "DuckDBPyConnection", one: Packed) -> bool:
    """True where the document was added; False where this version had read it before.

    What another version read of it is replaced. When this returns, the document is on the disk.
    """
    connection.execute("BEGIN")
    try:
        query = "SELECT tieout FROM main.run WHERE document = ?"
        by = {row[0] for row in connection.execute(query, [one.sha256]).fetchall()}
        if by == {__version__}:
            connection.execute("ROLLBACK")
            return False
        if by:
            for table in (*TABLES, "workpaper"):
                connection.execute(f'DELETE FROM main."{table}" WHERE document = ?', [one.sha256])
        for table, rows in one.tables.items():
            if rows != "[]":
                connection.execute(_INSERTS[table], [one.sha256, rows])
        connection.execute(
            "INSERT INTO main.workpaper VALUES (?, ?, ?)",
            [one.sha256, one.release, one.conclusions],
        )
        connection.execute("COMMIT")
    except BaseException:
        _undo(connection)
        raise
    return True


def _insertion(table: str) -> str:
    """The statement that takes a table's rows as one JSON text, one array a row.

    A thousand rows take 2 ms so, and 340 ms one by one; nothing but the library is needed.
    """
    fields = TABLES[table].__struct_fields__
    names = ", ".join(f'"{name}"' for name in ("document", *fields))
    cells = ", ".join(f"r[{number + 1}]" for number in range(len(fields)))
    return (
        f'INSERT INTO main."{table}" ({names}) SELECT $1, {cells} '
        """FROM (SELECT unnest(from_json($2::JSON, '[["VARCHAR"]]')) AS r)"""
    )


_INSERTS = {table: _insertion(table) for table in TABLES}


def _undo(connection: "DuckDBPyConnection") -> None:
    """Ends a transaction that failed; where the database itself is gone, so is the transaction."""
    import duckdb

    try:
        connection.execute("ROLLBACK")
    except duckdb.Error:
        return
