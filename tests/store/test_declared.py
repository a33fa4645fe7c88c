"""The columns that schema.sql declares are those that the database makes of it."""

from pathlib import Path

import pytest

from tieout.store import declared as module
from tieout.store.declared import declared
from tieout.store.rows import TABLES


def test_columns_are_those_of_the_database() -> None:
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.execute((Path(module.__file__).parent / "schema.sql").read_text("utf-8"))
    for table, columns in declared().items():
        made = connection.execute(f'DESCRIBE "{table}"').fetchall()
        told = [(one.name, one.type.replace(", ", ","), not one.is_required) for one in columns]
        assert told == [(name, kind, null == "YES") for name, kind, null, *_ in made]


def test_every_field_of_a_row_is_a_column() -> None:
    assert set(TABLES) < set(declared())
    for table, row in TABLES.items():
        assert set(row.__struct_fields__) < {one.name for one in declared()[table]}
