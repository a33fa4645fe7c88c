"""The tools that an assistant has: every public module here is one, by its own name."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Protocol, TypeAlias, cast

from msgspec import Meta, Struct

from tieout.assistants.folders import Folders
from tieout.formats import format_named, formats_of

File: TypeAlias = Annotated[
    str, Meta(max_length=4096, description="A document's path in a folder that may be read.")
]
Files: TypeAlias = Annotated[
    list[File],
    Meta(max_length=40, description="Earlier or later filings that it is tied to, by path."),
]
Page: TypeAlias = Annotated[
    int, Meta(ge=1, le=100_000, description="Which page of the entries; pages says how many.")
]


class Tool(Protocol):
    """What a tool's module offers."""

    DESCRIPTION: ClassVar[str]
    Asked: ClassVar[type[Struct]]

    def answer(self, asked: Any, folders: Folders) -> Mapping[str, object]:  # noqa: ANN401
        """What is said of it; raises Misuse and Unreadable."""


def tools() -> tuple[str, ...]:
    """The names of the tools, which are the names of the modules."""
    return formats_of(__name__)


def tool(name: str) -> Tool:
    """The tool's module, imported when first asked for."""
    return cast("Tool", format_named(__name__, name))
