"""A composed document as bytes, one format each: every public module here renders one."""

from typing import Protocol, cast

from tieout.compose.blocks import Piece
from tieout.compose.book import Book
from tieout.formats import format_named, formats_of


class Output(Protocol):
    """What a format's module offers."""

    SUFFIX: str

    def render(self, piece: Piece, book: Book) -> bytes:
        """The whole document."""


def formats() -> tuple[str, ...]:
    """The names of the formats, which are the names of the modules."""
    return formats_of(__name__)


def output(name: str) -> Output:
    """The format's module, imported when first asked for; raises Misuse for an unknown name."""
    return cast("Output", format_named(__name__, name))
