"""Other readings under which a figure is right; every module here is one, its page beside it."""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

from msgspec import Struct

from tieout.proof.case import Case


class Explained(Struct, frozen=True, gc=False):
    """What another reading weighs against a difference, and what it says."""

    bits: int
    says: str


Explanation = Callable[[Case], Explained | None]
"""What a module here holds under the name `explained`."""


@cache
def explanations() -> tuple[Explanation, ...]:
    """Every explanation found in the modules of this package, by name."""
    names = sorted(one.name for one in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").explained for name in names)
