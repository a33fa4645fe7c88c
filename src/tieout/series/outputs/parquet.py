"""The series as Parquet: one quarter of one concept a row, numbers as exact decimals."""

import tempfile
from pathlib import Path

import msgspec

from tieout.errors import Misuse
from tieout.extras import needs
from tieout.model.series import History
from tieout.series.outputs._rows import Row, rows

IS_BINARY = True

_NUMBER = "DECIMAL(38, 10)"
_TYPES = {
    "fiscal_year": "INTEGER",
    "fiscal_quarter": "INTEGER",
    "period_end": "DATE",
    "value": _NUMBER,
    "decimals": "INTEGER",
    "is_changed": "BOOLEAN",
    "first_reported": _NUMBER,
    "last_reported": _NUMBER,
    "derived": _NUMBER,
    "trailing_twelve_months": _NUMBER,
    "growth_on_year": _NUMBER,
    "growth_on_quarter": _NUMBER,
}
"""What is no text."""


def render(history: History) -> bytes:
    """The file; raises Misuse where duckdb is not installed."""
    try:
        import duckdb
    except ImportError:
        raise Misuse(needs("Parquet", "duckdb", "store")) from None
    names = Row.__struct_fields__
    columns = ", ".join(f"{name} {_TYPES.get(name, 'VARCHAR')}" for name in names)
    values = ", ".join(f"CAST(? AS {_TYPES.get(name, 'VARCHAR')})" for name in names)
    made = [msgspec.structs.astuple(row) for row in rows(history)]
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(config={"threads": 1}) as table:
        path = Path(folder) / "series.parquet"
        quoted = str(path).replace("'", "''")
        try:
            table.execute(f"CREATE TABLE series ({columns})")
            if made:
                table.executemany(f"INSERT INTO series VALUES ({values})", made)
            table.execute(f"COPY series TO '{quoted}' (FORMAT parquet)")
            return path.read_bytes()
        except duckdb.ConversionException:
            raise Misuse(
                "an amount of the series has more digits than Parquet's columns hold: "
                "--format csv gives them all"
            ) from None
        except (duckdb.Error, OSError) as reason:
            words = str(reason).partition("\n")[0]
            raise Misuse(f"the series cannot be made Parquet in {folder}: {words}") from None
