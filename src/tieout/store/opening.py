"""A store's file opened: what it must be, which version wrote it, and who may write at a time."""

import contextlib
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tieout import __version__
from tieout.errors import Misuse
from tieout.extras import needs
from tieout.limits import allow
from tieout.patterns import pattern
from tieout.store.rows import TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

VERSION = 2
"""Of schema.sql. A change of a table is a new version, and says how the one before is carried."""

_MEMORY = "1GB"
_ROOM = 512 * 2**20
"""Bytes that a process whose memory is limited needs beside, to look filings up."""
_LOCKED = pattern(r"lock on file", re.IGNORECASE)
_HOLDER = pattern(r"\(PID (\d+)\)")
_PAUSE = 0.05
_HERE = Path(__file__).parent

Waiting = Callable[[str], object]
"""Is told, once, that another process writes and that this one waits."""


@contextlib.contextmanager
def said(path: str, what: str = "used", but: str = "") -> Iterator[None]:
    """Whatever the database refuses is a sentence, of what cannot be done: raises Misuse."""
    import duckdb

    try:
        yield
    except (duckdb.Error, RuntimeError, UnicodeError) as reason:
        raise Misuse(f"{path} cannot be {what}: {_first_line(reason)}{but}") from None


def opened(
    path: str, *, read_only: bool, wait: int = 0, waiting: Waiting | None = None, folder: str = ""
) -> "DuckDBPyConnection":
    """The store's tables, nothing of the machine in reach of its SQL; raises Misuse.

    Only files of the folder are, where one is named. A store opened for writing is made where
    there is none. Where another process has it, this one waits up to so many seconds.
    """
    _require_duckdb()
    if not Path(path).exists():
        if read_only:
            raise Misuse(f"{path} does not exist: 'tieout store add' makes it")
        _make(path)
    connection = _connected(path, read_only=read_only, wait=wait, waiting=waiting)
    try:
        with said(path):
            _confine(connection, folder)  # before anything in it is looked at
            _prove(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _confine(connection: "DuckDBPyConnection", folder: str) -> None:
    """Takes files, the network, extensions and settings away from the connection, for good.

    Files of the folder, where one is named, stay in reach.
    """
    settings = [] if not folder else [f"SET allowed_directories = [{quoted(folder)}]"]
    settings += ["SET enable_external_access = false", "SET lock_configuration = true"]
    for setting in settings:
        connection.execute(setting)


def _require_duckdb() -> None:
    """Raises Misuse where the library is not installed."""
    try:
        import duckdb  # noqa: F401 - whether it is there is asked
    except ImportError:
        raise Misuse(needs("a store", "duckdb", "store")) from None


def _make(path: str) -> None:
    """An empty store in that place, there only when it is whole."""
    beside = f"{path}.{os.getpid()}.new"
    try:
        with said(path, "made"):
            connection = _connect(beside, read_only=False)
            try:
                _declare(connection)
                connection.execute("CHECKPOINT")  # closing does too, and is silent where it fails
            finally:
                connection.close()
        with contextlib.suppress(FileExistsError):  # another process was first: its store it is
            os.link(beside, path)
    except OSError as reason:
        raise Misuse(f"{path} cannot be made: {reason.strerror or reason}") from None
    finally:
        for left in (beside, f"{beside}.wal"):
            Path(left).unlink(missing_ok=True)


def _declare(connection: "DuckDBPyConnection") -> None:
    """Makes the tables and views in one transaction."""
    connection.execute("BEGIN")
    for script in ("schema.sql", "views.sql"):
        connection.execute((_HERE / script).read_text("utf-8"))
    connection.execute("INSERT INTO store VALUES (?, ?)", [VERSION, __version__])
    connection.execute("COMMIT")


def _connected(
    path: str, *, read_only: bool, wait: int, waiting: Waiting | None
) -> "DuckDBPyConnection":
    """A connection, as soon as no other process stands in the way; raises Misuse."""
    import duckdb

    until = time.monotonic() + wait
    told = False
    while True:
        try:
            return _connect(path, read_only=read_only)
        except duckdb.IOException as reason:
            if not _LOCKED.search(str(reason)):
                raise Misuse(f"{path} cannot be opened: {_first_line(reason)}") from None
            holder = _HOLDER.search(str(reason))
        except (duckdb.Error, RuntimeError, UnicodeError) as reason:
            raise Misuse(f"{path} cannot be opened: {_first_line(reason)}") from None
        who = f"process {holder[1]}" if holder else "another process"
        if time.monotonic() >= until:
            raise Misuse(
                f"{path} is in use by {who}, and only one process at a time may write: "
                "try again when it has ended, or wait longer with --wait SECONDS"
            )
        if waiting is not None and not told:
            waiting(f"{path} is in use by {who}: waiting up to {wait} s for it")
            told = True
        time.sleep(_PAUSE)


def _connect(path: str, *, read_only: bool) -> "DuckDBPyConnection":
    """A connection of bounded memory that loads no extension and sees no variable of Python."""
    import duckdb

    allow(_ROOM)
    settings: dict[str, Any] = {
        "memory_limit": _MEMORY,
        "max_temp_directory_size": _MEMORY,
        "threads": min(4, os.cpu_count() or 1),
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "python_enable_replacements": False,
    }
    return duckdb.connect(path, read_only=read_only, config=settings)


def _prove(connection: "DuckDBPyConnection", path: str) -> None:
    """Raises Misuse for a database that is no store, or one of another version's tables."""
    kinds = dict(
        connection.execute(
            "SELECT table_name, table_type FROM system.information_schema.tables "
            "WHERE table_schema = 'main' AND table_catalog = current_database()"
        ).fetchall()
    )
    if kinds.get("store") != "BASE TABLE":
        raise Misuse(f"{path} is a DuckDB file, but no store of tieout: name another")
    held = connection.execute("SELECT version, tieout FROM main.store LIMIT 2").fetchall()
    if len(held) != 1 or not isinstance(held[0][0], int):
        raise Misuse(f"{path} is no store of tieout: it does not say of which version it is")
    version, maker = held[0]
    if version > VERSION:
        raise Misuse(
            f"{path} was made by a newer tieout ({maker}), whose tables this one ({__version__}) "
            "does not know: use the newer one"
        )
    if version < VERSION:
        raise Misuse(
            f"{path} was made by an older tieout ({maker}), with other tables: "
            "add the documents to a new store; the older one still opens this"
        )
    missing = [name for name in (*TABLES, "workpaper") if kinds.get(name) != "BASE TABLE"]
    if missing:
        raise Misuse(f"{path} is no whole store of tieout: it has no table {missing[0]!r}")


def quoted(text: str) -> str:
    """The text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def _first_line(reason: Exception) -> str:
    """What the database says, without its place in a query and its links."""
    return str(reason).strip().partition("\n")[0].partition(" See also")[0].rstrip(".")
