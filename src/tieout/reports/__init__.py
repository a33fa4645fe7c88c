"""Workpaper to bytes, one format each: every public module here renders one."""

from typing import TYPE_CHECKING, Protocol, cast

from tieout.formats import format_named, formats_of

if TYPE_CHECKING:
    from tieout.model.workpaper import Workpaper


class Report(Protocol):
    """What a format's module offers."""

    def render(self, workpaper: "Workpaper") -> bytes:
        """The whole report."""


def is_binary(name: str) -> bool:
    """True where no terminal should be sent the format: its module then says IS_BINARY."""
    return bool(getattr(report(name), "IS_BINARY", False))


def formats() -> tuple[str, ...]:
    """The names of the formats, which are the names of the modules."""
    return formats_of(__name__)


def report(name: str) -> Report:
    """The format's module, imported when first asked for; raises Misuse for an unknown name."""
    return cast("Report", format_named(__name__, name))
