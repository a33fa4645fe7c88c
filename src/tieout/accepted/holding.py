"""A workpaper held against the file of what people said: read, asked of some rules, and matched."""

from collections.abc import Callable, Collection, Iterable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from tieout.accepted.matching import applied
from tieout.accepted.reading import kept
from tieout.accepted.support import exchanged
from tieout.model.accepted import Entry
from tieout.model.workpaper import Workpaper


def holding(path: Path, rules: Collection[str] | None = None) -> Callable[[Workpaper], Workpaper]:
    """What holds a workpaper against the file; raises Misuse where it is wrong.

    Supports that stand beside the file are looked at again. Where only some rules are applied,
    what was said of others is not asked.
    """
    entries = tuple(asked(kept(path).entries, rules))
    others = exchanged(path.parent, entries)
    return partial(applied, entries=entries, exchanged=others)


def asked(entries: Iterable[Entry], rules: Collection[str] | None) -> Iterable[Entry]:
    """The entries that are asked where these rules are applied: a tick by hand is of no rule."""
    return (one for one in entries if rules is None or not one.rule or one.rule in rules)


def today() -> date:
    """The day it is here, on which something is said."""
    return datetime.now(UTC).astimezone().date()
