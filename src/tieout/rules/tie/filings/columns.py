"""Whether a table or a column of one filing is one of another: shown by the figures that agree."""

from collections import defaultdict
from typing import TypeAlias

from msgspec import Struct

from tieout.model.statement import Fact
from tieout.proof.bits import bits
from tieout.proof.bounds import bounds

_FEWEST = 3
_TIMES = 5

Tables: TypeAlias = tuple[int, int, int]
"""A document's number, and the numbers of a statement of the subject and of one of its own."""


class _Tally(Struct):
    """The bits of the figures that agree, how many these are, and how many differ."""

    weight: int = 0
    agreed: int = 0
    missed: int = 0


class Columns:
    """How the figures of pairs of tables and of their columns stand to one another."""

    def __init__(self) -> None:
        """Nothing compared yet."""
        self._tables: defaultdict[Tables, _Tally] = defaultdict(_Tally)
        self._columns: defaultdict[tuple[int, ...], _Tally] = defaultdict(_Tally)

    def put(self, fact: Fact, document: int, other: Fact, *, agrees: bool) -> None:
        """Counts two figures as compared."""
        table = self._tables[document, fact.statement, other.statement]
        column = self._columns[document, fact.statement, other.statement, fact.column, other.column]
        weight = min(bits(fact.amount, 0), bits(other.amount, 0)) if agrees else 0
        for tally in (table, column):
            tally.weight += weight
            tally.agreed += agrees and weight > 0
            tally.missed += not agrees

    def is_one(self, fact: Fact, document: int, other: Fact) -> bool:
        """True where so much of two columns agrees that they are beyond doubt the same."""
        key = (document, fact.statement, other.statement, fact.column, other.column)
        tally = self._columns[key]
        return tally.weight >= bounds().bounds.ticks or tally.agreed >= _FEWEST * max(
            1, tally.missed
        )

    def are_tables_one(self, fact: Fact, document: int, other: Fact) -> bool:
        """True where so much of two tables agrees that hardly a figure of them differs."""
        tally = self._tables[document, fact.statement, other.statement]
        is_seen = tally.weight >= bounds().bounds.differs and tally.agreed >= _FEWEST
        return is_seen and tally.agreed >= _TIMES * tally.missed
