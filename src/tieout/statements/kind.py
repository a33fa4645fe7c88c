"""What a kind of statement is: its titles, its signature, and how its lines add up."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct

from tieout.lexicon.entries import On
from tieout.model.statement import Line, StatementKind, Sum


class Anatomy(Struct, frozen=True):
    """What a kind says of a table's lines: their final concepts, their weights, the sums.

    A line's weight is the sign with which its printed figures enter the statement's last result:
    +1 for revenue, −1 for a cost printed without brackets; 0 for a line that enters no sum.
    """

    lines: tuple[Line, ...]
    weights: tuple[int, ...]
    sums: tuple[Sum, ...]


class Kind(Struct, frozen=True):
    """One kind of statement; a module of tieout.statements holds it, a page beside it says why.

    A table is of this kind if a title matches `titles`, or no title of any kind stands over it
    and at least `enough` of the `signature` concepts are among its lines.
    """

    name: StatementKind
    titles: re.Pattern[str]
    on: On
    is_instant: bool
    signature: frozenset[str]
    enough: int
    dissect: Callable[[Sequence[Line]], Anatomy]


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Every kind found in the modules of tieout.statements, by name."""
    package = importlib.import_module("tieout.statements")
    found = [
        value
        for module in pkgutil.iter_modules(package.__path__, "tieout.statements.")
        for value in vars(importlib.import_module(module.name)).values()
        if isinstance(value, Kind)
    ]
    return tuple(sorted(found, key=lambda kind: kind.name))
