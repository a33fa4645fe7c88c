"""What a kind of statement is: its titles, its signature, and how its lines add up."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct

from tieout.lexicon.entries import On
from tieout.model.statement import StatementKind
from tieout.statements.concepts import Lines
from tieout.statements.sums import Added, Sums


class Kind(Struct, frozen=True):
    """One kind of statement; a module of tieout.statements holds it, a page beside it says why.

    A table is of a face kind if a title matches `titles`, or if no title of any kind stands over
    it and at least `enough` of the `signature` concepts are among its lines, and one that it
    `needs` or many lines; two of the `foreign` concepts are proof that it is not. Any other kind
    (`rank` above 0) takes a table that no face kind does, if a title matches or `bears` finds it
    in columns and captions; the lowest rank first. `is_instant` is None where columns may be of
    either sort; where it `runs_to_date` a stretch said to end on a day, and not how long it is,
    starts with the fiscal year.

    Of the lines read, `places` are the passes that say what each is where it stands; `adds` says
    how they add up; `settles` are the passes that say what each is by the sums it is part of.
    """

    name: StatementKind
    titles: re.Pattern[str]
    on: On
    is_instant: bool | None
    signature: frozenset[str]
    enough: int
    adds: Callable[[Lines], Added]
    places: tuple[Callable[[Lines], Lines], ...] = ()
    settles: tuple[Callable[[Lines, Sums], Lines], ...] = ()
    foreign: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    rank: int = 0
    bears: Callable[[Sequence[str], Sequence[str]], bool] | None = None
    runs_to_date: bool = False

    @property
    def is_face(self) -> bool:
        """True for the primary statements, which tell of the company as a whole."""
        return self.rank == 0


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Every kind found in the modules of this package: face kinds first, by rank and name."""
    found = [
        value
        for module in pkgutil.iter_modules(__path__, f"{__name__}.")
        for value in vars(importlib.import_module(module.name)).values()
        if isinstance(value, Kind)
    ]
    return tuple(sorted(found, key=lambda kind: (kind.rank, kind.name)))
