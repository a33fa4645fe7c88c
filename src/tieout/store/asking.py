"""A query of the user's put to a store: one that asks, and cannot change, read or fetch anything."""

import re
from typing import TYPE_CHECKING

from tieout.errors import Misuse

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

_QUOTED = re.compile(r'at or near "(check|column)"', re.IGNORECASE)


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


def unanswered(reason: Exception) -> Misuse:
    """Why a query has no answer, in the database's words, with the remedy where one is known."""
    words = " ".join(str(reason).partition("\n\n")[0].split())
    if quoted := _QUOTED.search(words):
        words += f'; {quoted[1]} is a word of SQL: write "{quoted[1]}", quotes and all'
    return Misuse(f"the query has no answer: {words}")
