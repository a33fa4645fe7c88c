"""A composed document as bytes, one format each: every public module here renders one."""

import importlib
import pkgutil
from typing import Protocol, cast

from tieout.compose.blocks import Piece
from tieout.compose.book import Book
from tieout.errors import Misuse


class Output(Protocol):
    """What a format's module offers."""

    SUFFIX: str

    def render(self, piece: Piece, book: Book) -> bytes:
        """The whole document."""


def formats() -> tuple[str, ...]:
    """The names of the formats, which are the names of the modules."""
    return tuple(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))


def output(name: str) -> Output:
    """The format's module, imported when first asked for; raises Misuse for an unknown name."""
    if name not in formats():
        raise Misuse(f"there is no format {name!r}: choose one of {', '.join(formats())}")
    return cast("Output", importlib.import_module(f"{__name__}.{name}"))
