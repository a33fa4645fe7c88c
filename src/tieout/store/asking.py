"""A query put to a store: one that asks, and cannot change, read or fetch anything else."""

import contextlib
import re
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from tieout.errors import Misuse
from tieout.patterns import pattern

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

T = TypeVar("T")

_PAUSE = 0.05
_ADDRESS_SPACE = 4 * 2**30
_QUOTED = pattern(r'at or near "(check|column)"', re.IGNORECASE)


def ask(connection: "DuckDBPyConnection", query: str) -> "DuckDBPyRelation":
    """The answer to one query, worked out when its rows are asked for; raises Misuse."""
    import duckdb

    try:
        statements = connection.extract_statements(query)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise Misuse(
                "one query, and nothing else, may be put to a store: SELECT …, FROM …, "
                "DESCRIBE fact or SHOW TABLES"
            )
        answer = connection.sql(query)
    except (duckdb.Error, RuntimeError, UnicodeError) as reason:
        raise unanswered(reason) from None
    if answer is None:
        raise Misuse("the query asks for nothing: begin it with SELECT or FROM")
    return answer


def bounded(work: Callable[[], T], interrupt: Callable[[], None], seconds: int) -> T:
    """What the work gives, in no more time than that and bounded memory; raises Misuse.

    The work has a thread of its own, so that Ctrl-C reaches this one and stops it: the database
    would hear of it when the answer is there.
    """
    import duckdb

    done: Future[T] = Future()
    with _little_memory():
        Thread(target=_fulfil, args=(done, work), daemon=True).start()
        try:
            return done.result(seconds)
        except TimeoutError:
            _stop(done, interrupt)
            raise Misuse(
                f"the query took longer than {seconds} s: ask for less, or say --seconds"
            ) from None
        except (duckdb.OutOfMemoryException, MemoryError):
            raise Misuse("the query needs more memory than one may: ask for less") from None
        except (duckdb.Error, RuntimeError, UnicodeError) as reason:
            raise unanswered(reason) from None
        except BaseException:
            _stop(done, interrupt)
            raise


def _fulfil(done: "Future[T]", work: Callable[[], T]) -> None:
    """Does the work, and keeps what comes of it."""
    try:
        done.set_result(work())
    except BaseException as reason:
        done.set_exception(reason)


def _stop(done: "Future[T]", interrupt: Callable[[], None]) -> None:
    """Stops the work; again and again, since one that has not begun does not hear of it."""
    import duckdb

    while not done.done():
        with contextlib.suppress(duckdb.Error):  # it is busy: with what is to be stopped
            interrupt()
        wait([done], timeout=_PAUSE)


@contextlib.contextmanager
def _little_memory() -> Iterator[None]:
    """At most so much address space: the database's own limit leaves long texts out.

    Where the system has no such limit, there is none.
    """
    try:
        import resource
    except ImportError:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = _ADDRESS_SPACE if soft == resource.RLIM_INFINITY else min(soft, _ADDRESS_SPACE)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def unanswered(reason: Exception) -> Misuse:
    """Why a query has no answer, in the database's words, with the remedy where one is known."""
    words = " ".join(str(reason).partition("\n\n")[0].split())
    if quoted := _QUOTED.search(words):
        words += f'; {quoted[1]} is a word of SQL: write "{quoted[1]}", quotes and all'
    return Misuse(f"the query has no answer: {words}")
