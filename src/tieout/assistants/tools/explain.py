"""The tool explain: a rule's page, or the list of rules."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, Struct

from tieout.assistants.folders import Folders
from tieout.assistants.paged import Entry, entry, paged
from tieout.assistants.tools import Page
from tieout.errors import Misuse
from tieout.rules.base import all_rules

DESCRIPTION = (
    "Explains a rule by which figures are proven: what it tests, why it matters, when it is wrong. "
    "Without a code it lists every rule."
)


class Asked(Struct, frozen=True, forbid_unknown_fields=True):
    """What the tool is asked."""

    code: Annotated[str, Meta(max_length=80, description="A rule's code or name: FT001.")] = ""
    page: Page = 1


def answer(asked: Asked, _: Folders) -> Entry:
    """The rule's page by its paragraphs, or a page of the list."""
    if not asked.code:
        return paged(
            (entry(code=one.code, name=one.name, finds=one.title) for one in all_rules()),
            asked.page,
        )
    for one in all_rules():
        if asked.code.upper() == one.code or asked.code.lower() == one.name:
            return {"rule": one.code} | paged(_paragraphs(one.page.read_text("utf-8")), asked.page)
    raise Misuse(f"there is no rule {asked.code!r}: without a code, explain lists them all")


def _paragraphs(markdown: str) -> Iterator[Entry]:
    """A page's paragraphs as they are; its cases are for those who write rules."""
    for paragraph in markdown.partition("\n## Cases\n")[0].split("\n\n"):
        if paragraph.strip():
            yield {"says": paragraph.strip()}
