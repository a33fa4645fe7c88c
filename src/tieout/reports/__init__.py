"""Workpaper to bytes, one format each: every public module here renders one, or marks one."""

from hashlib import sha256
from typing import TYPE_CHECKING, Protocol, cast

from tieout.errors import Misuse
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


class Marking(Protocol):
    """What the module of a format offers that marks the document itself."""

    def marked(self, workpaper: "Workpaper", source: bytes) -> bytes:
        """The document with its marks, made from the bytes that it was read from."""


def formats() -> tuple[str, ...]:
    """The names of the formats, which are the names of the modules."""
    return formats_of(__name__)


def report(name: str) -> Report:
    """The format's module, imported when first asked for; raises Misuse for an unknown name."""
    return cast("Report", format_named(__name__, name))


def rendered(name: str, workpaper: "Workpaper", source: bytes) -> bytes:
    """The report in a format, made from the workpaper and the bytes its subject was read from.

    Raises Misuse for an unknown format, for bytes of another document, and where the format cannot
    be made of a document like this.
    """
    module = format_named(__name__, name)
    if not hasattr(module, "marked"):
        return cast("Report", module).render(workpaper)
    if sha256(source).hexdigest() != workpaper.subject.document.sha256:
        raise Misuse(f"these are not the bytes of {workpaper.subject.document.name}")
    return cast("Marking", module).marked(workpaper, source)
