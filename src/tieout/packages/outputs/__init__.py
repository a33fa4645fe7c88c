"""A package to bytes, one format each: every public module here renders one."""

from typing import TYPE_CHECKING, Protocol, cast

from tieout.formats import format_named, formats_of

if TYPE_CHECKING:
    from tieout.model.package import Package


class Output(Protocol):
    """What a format's module offers."""

    def render(self, package: "Package") -> bytes:
        """The whole output."""


def formats() -> tuple[str, ...]:
    """The names of the formats, which are the names of the modules."""
    return formats_of(__name__)


def output(name: str) -> Output:
    """The format's module, imported when first asked for; raises Misuse for an unknown name."""
    return cast("Output", format_named(__name__, name))
