"""The datasets of a batch: which they are, their columns as the store has them, and their files."""

import os
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from tieout.batch import spool
from tieout.batch.places import ROOM
from tieout.batch.record import DATASETS, FAILED, UNKNOWN, Record
from tieout.batch.tally import Tally, tally, together
from tieout.collector import stilled
from tieout.errors import Misuse
from tieout.extras import needs
from tieout.limits import allow
from tieout.store.declared import Declared, declared
from tieout.store.rows import TABLES

if TYPE_CHECKING:
    import pyarrow

LINES = "workpapers"
"""The folder of JSON lines, where they are asked for beside datasets."""

_PATH = Declared("path", "VARCHAR", is_required=True)
"""Of a document, as it was given."""

_FAILURES = (
    Declared("document", "VARCHAR", is_required=False),
    _PATH,
    Declared("kind", "VARCHAR", is_required=True),
    Declared("reason", "VARCHAR", is_required=True),
)
_IS_LEAD = TABLES["check"].__struct_fields__.index("is_lead")

_AT_ONCE, _ROW_GROUP = 2**13, 2**16
"""Rows that become a piece of Arrow, and rows of a file that are read as one."""


class Sealed(Struct, frozen=True, gc=False):
    """A spool that is full: to be made into the files of a part, in a folder of their own."""

    path: str
    part: str
    year: str
    into: str


class Part(Struct, frozen=True):
    """The files of a part, each by its place in the folder with its size, and what is in them."""

    part: str
    year: str
    files: dict[str, int]
    keys: tuple[str, ...]
    tally: Tally
    staged: str = ""

    def moves(self) -> Iterator[tuple[str, str]]:
        """The name of each file while its part does not count yet, and its place."""
        for file in self.files:
            dataset = file.partition("/")[0]
            yield f"{self.staged}/{file_name(self.part, dataset)}", file


def columns(dataset: str) -> tuple[Declared, ...]:
    """The columns of a dataset: the document's hash, and behind it those of its tables."""
    if dataset == "failures":
        return _FAILURES
    head, *_ = declared()[DATASETS[dataset][0]]
    found = [head, _PATH] if dataset == "documents" else [head]
    for table in DATASETS[dataset]:
        by_name = {one.name: one for one in declared()[table]}
        found += [by_name[name] for name in TABLES[table].__struct_fields__]
    return tuple(found)


def require_pyarrow() -> None:
    """Raises Misuse where the library is not installed."""
    import importlib.util

    if importlib.util.find_spec("pyarrow") is None:
        raise Misuse(needs("--format parquet", "pyarrow", "parquet"))


@stilled
def written(sealed: Sealed) -> Part:
    """The part that a spool is made into: every file of it is on the disk, none in its place."""
    allow(ROOM)
    year = UNKNOWN if sealed.year == FAILED else sealed.year
    files = _Files(sealed, year)
    keys, tallies = [], Tally()
    try:
        for key, body in spool.records(Path(sealed.path)):
            record = _DECODER.decode(body)
            files.add(record)
            keys.append(key.hex())
            tallies = together((tallies, tally(record, year)))
    finally:
        sizes = files.closed()
    return Part(sealed.part, sealed.year, sizes, tuple(keys), tallies)


_DECODER = msgspec.msgpack.Decoder(Record)


class _Files:
    """The files of a part, each opened when its first row comes."""

    def __init__(self, sealed: Sealed, year: str) -> None:
        """No file is there yet."""
        self._sealed, self._year = sealed, year
        self._tables: dict[str, _Table] = {}
        self._lines: Any = None

    def add(self, record: Record) -> None:
        """Takes the rows of a document, and its line."""
        for dataset, tables in DATASETS.items():
            if record.tables:
                rows = _rows(record, tables)
                if dataset == "documents":
                    rows = [[document, record.path, *row] for document, *row in rows]
                elif dataset == "leads":
                    rows = [row for row in rows if row[1 + _IS_LEAD]]
                self._add(dataset, rows)
        if record.kind is not None:
            self._add("failures", [[record.sha256 or None, record.path, record.kind, record.why]])
        if record.line:
            if self._lines is None:
                self._lines = self._path(LINES).open("xb")
            self._lines.write(record.line + b"\n")

    def closed(self) -> dict[str, int]:
        """Every file by its place in the folder, with its size, seen onto the disk."""
        for table in self._tables.values():
            table.close()
        if self._lines is not None:
            self._lines.close()
        sizes = {}
        for dataset in (*self._tables, *((LINES,) if self._lines is not None else ())):
            path = self._path(dataset)
            with path.open("rb+") as file:
                os.fsync(file.fileno())
            name = f"{self._sealed.part}.{_suffix(dataset)}"
            sizes[f"{dataset}/year={self._year}/{name}"] = path.stat().st_size
        return sizes

    def _add(self, dataset: str, rows: list[list[Any]]) -> None:
        """Takes rows of a dataset."""
        if rows:
            table = self._tables.get(dataset)
            if table is None:
                table = self._tables[dataset] = _Table(columns(dataset), self._path(dataset))
            table.add(rows)

    def _path(self, dataset: str) -> Path:
        """Where a file lies till it is put in its place."""
        return Path(self._sealed.into, file_name(self._sealed.part, dataset))


def file_name(part: str, dataset: str) -> str:
    """The name of a part's file of a dataset till it is put in its place."""
    return f"{part}-{dataset}.{_suffix(dataset)}"


def _suffix(dataset: str) -> str:
    """How the name of a dataset's files ends."""
    return "jsonl" if dataset == LINES else "parquet"


def _rows(record: Record, tables: tuple[str, ...]) -> list[list[Any]]:
    """The rows of a document in a dataset, with its hash before them."""
    first, *beside = (record.tables[table] for table in tables)
    if not beside:
        return [[record.sha256, *cells] for cells in first]
    return [[record.sha256, *chain(*cells)] for cells in zip(first, *beside, strict=True)]


class _Table:
    """A file of Parquet: rows are held till there are enough for a row group."""

    def __init__(self, wanted: tuple[Declared, ...], path: Path) -> None:
        """The file, with its columns."""
        arrow = _arrow()
        self._rows: list[list[Any]] = []
        self._pieces: list[pyarrow.RecordBatch] = []
        self._schema = arrow.schema(
            [arrow.field(one.name, _types()[one.type], not one.is_required) for one in wanted]
        )
        from pyarrow.parquet import ParquetWriter

        self._writer = ParquetWriter(path, self._schema, compression="zstd")

    def add(self, rows: list[list[Any]]) -> None:
        """Takes rows."""
        self._rows += rows
        while len(self._rows) >= _AT_ONCE:
            self._press()
            if len(self._pieces) * _AT_ONCE >= _ROW_GROUP:
                self._write()

    def close(self) -> None:
        """Ends the file with the rows that are left."""
        self._press()
        self._write()
        self._writer.close()

    def _press(self) -> None:
        """Makes Arrow of the first rows at hand, which takes a tenth of the memory."""
        if self._rows:
            cells = zip(*self._rows[:_AT_ONCE], strict=True)
            arrays = [
                _array(list(one), field) for one, field in zip(cells, self._schema, strict=True)
            ]
            self._pieces.append(_arrow().RecordBatch.from_arrays(arrays, schema=self._schema))
            del self._rows[:_AT_ONCE]

    def _write(self) -> None:
        """Writes a row group of what is pressed."""
        if self._pieces:
            self._writer.write_table(_arrow().Table.from_batches(self._pieces))
            self._pieces = []


def _array(cells: list[Any], field: "pyarrow.Field") -> "pyarrow.Array":
    """The cells of a column; days and amounts come as text, and lose no digit."""
    arrow = _arrow()
    if arrow.types.is_date(field.type) or arrow.types.is_decimal(field.type):
        return arrow.array(cells, arrow.string()).cast(field.type)
    return arrow.array(cells, field.type)


@cache
def _types() -> "dict[str, pyarrow.DataType]":
    """What Arrow calls the types that columns are declared with."""
    arrow = _arrow()
    return {
        "VARCHAR": arrow.string(),
        "INTEGER": arrow.int32(),
        "BIGINT": arrow.int64(),
        "BOOLEAN": arrow.bool_(),
        "DATE": arrow.date32(),
        "DECIMAL(38, 12)": arrow.decimal128(38, 12),
    }


@cache
def _arrow() -> Any:  # noqa: ANN401 - a library the core knows no types of
    """The library, loaded by the first part: with the system's memory, which is given back."""
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    import pyarrow

    return pyarrow
