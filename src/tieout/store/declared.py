"""The columns of each table, read from schema.sql, for whoever writes them without a database."""

from functools import cache
from pathlib import Path

from msgspec import Struct


class Declared(Struct, frozen=True):
    """A column as SQL declares it."""

    name: str
    type: str
    is_required: bool


@cache
def declared() -> dict[str, tuple[Declared, ...]]:
    """The columns of every table of a store, in their order."""
    tables: dict[str, tuple[Declared, ...]] = {}
    table = ""
    for line in (Path(__file__).parent / "schema.sql").read_text("utf-8").splitlines():
        words = line.partition("--")[0].strip().rstrip(",")
        if words.startswith("CREATE TABLE"):
            table = words.split()[2].strip('"')
            tables[table] = ()
        elif words.startswith(")"):
            table = ""
        elif table and words:
            name, _, rest = words.partition(" ")
            kind, required, _ = rest.strip().partition(" NOT NULL")
            tables[table] += (Declared(name.strip('"'), kind, bool(required)),)
    return tables
