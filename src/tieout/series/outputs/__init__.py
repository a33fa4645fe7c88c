"""A history to bytes, one format each: every public module here renders one."""

import importlib
import pkgutil
from typing import TYPE_CHECKING, Protocol, cast

from tieout.errors import Misuse

if TYPE_CHECKING:
    from tieout.model.series import History


class Output(Protocol):
    """What a format's module offers; `IS_BINARY` is true where no terminal should be sent it."""

    IS_BINARY: bool

    def render(self, history: "History") -> bytes:
        """The whole output; raises Misuse where a library it needs is not installed."""


def formats() -> tuple[str, ...]:
    """The names of the formats, which are the names of the modules."""
    return tuple(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))


def output(name: str) -> Output:
    """The format's module, imported when first asked for; raises Misuse for an unknown name."""
    if name not in formats():
        raise Misuse(f"there is no format {name!r}: choose one of {', '.join(formats())}")
    return cast("Output", importlib.import_module(f"{__name__}.{name}"))
