"""Python's collector of cycles, held still where many values are made and none of them is one."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def stilled(work: Callable[P, T]) -> Callable[P, T]:
    """The same work, while which nothing is looked through for cycles; afterwards as before.

    A document is a million values that all stay till it is done. To look through them again and
    again costs a seventh of the time, and more of it the longer a document is.
    """

    @wraps(work)
    def still(*arguments: P.args, **named: P.kwargs) -> T:
        was = gc.isenabled()
        gc.disable()
        try:
            return work(*arguments, **named)
        finally:
            if was:
                gc.enable()

    return still
