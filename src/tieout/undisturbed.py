"""Work that the garbage collector does not look through: nearly all it makes lasts to its end."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

_Asked = ParamSpec("_Asked")
_Made = TypeVar("_Made")


def undisturbed(work: Callable[_Asked, _Made]) -> Callable[_Asked, _Made]:
    """The same work with the collector at rest; what it leaves is collected soon after."""

    @wraps(work)
    def done(*given: _Asked.args, **named: _Asked.kwargs) -> _Made:
        if not gc.isenabled():  # inside of such work, or as the program wants it
            return work(*given, **named)
        gc.disable()
        try:
            return work(*given, **named)
        finally:
            gc.enable()

    return done
