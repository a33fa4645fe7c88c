"""A history to bytes, one format each: every public module here renders one."""

from typing import TYPE_CHECKING, Protocol, cast

from tieout.formats import format_named, formats_of

if TYPE_CHECKING:
    from tieout.model.series import History


class Output(Protocol):
    """What a format's module offers; `IS_BINARY` is true where no terminal should be sent it."""

    IS_BINARY: bool

    def render(self, history: "History") -> bytes:
        """The whole output; raises Misuse where a library it needs is not installed."""


def is_binary(name: str) -> bool:
    """True where no terminal should be sent the format."""
    return output(name).IS_BINARY


def formats() -> tuple[str, ...]:
    """The names of the formats, which are the names of the modules."""
    return formats_of(__name__)


def output(name: str) -> Output:
    """The format's module, imported when first asked for; raises Misuse for an unknown name."""
    return cast("Output", format_named(__name__, name))
