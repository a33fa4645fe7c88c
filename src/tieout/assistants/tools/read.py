"""The tool read: the figures of a document's statements or prose, each with how it ended."""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from tieout.assistants.folders import Folders
from tieout.assistants.paged import Entry, entry, paged
from tieout.assistants.tools import File, Files, Page
from tieout.assistants.tools.check import checked
from tieout.assistants.warned import Warned
from tieout.model.check import Ref
from tieout.reports._words import KINDS

DESCRIPTION = (
    "Reads an earnings release: the figures of its statements, or of its prose, with what each is "
    "of, its period, its place in words, and whether it was proven. A figure with warnings differs "
    "from the others, or its table does not foot: never use it without saying so."
)


class Asked(Struct, frozen=True, forbid_unknown_fields=True):
    """What the tool is asked."""

    file: File
    what: Annotated[
        Literal["statements", "prose"], Meta(description="Which figures: of tables or sentences.")
    ] = "statements"
    against: Files = field(default_factory=list)
    page: Page = 1


def answer(asked: Asked, folders: Folders) -> Entry:
    """The document, and a page of its figures; it is checked first, so that none is unmarked."""
    warned = checked(folders, asked.file, asked.against)
    entries = _facts(warned) if asked.what == "statements" else _claims(warned)
    return warned.head() | paged(entries, asked.page)


def _facts(warned: Warned) -> Iterator[Entry]:
    """Every figure of the statements, each with what is to be said of its caption's own figures."""
    release = warned.workpaper.subject
    for fact in release.facts:
        statement = release.statements[fact.statement]
        beside = warned.within(*statement.lines[fact.line].spans)
        yield entry(
            caption=fact.caption,
            concept=fact.name,
            statement=KINDS[statement.kind],
            period=None if fact.period is None else str(fact.period),
            dimensions=dict(fact.dimensions) or None,
            value=str(fact.value),
            unit=fact.amount.unit.text,
            printed=warned.places.printed(Ref(0, fact.figure)),
            place=warned.where(fact.figure),
            **warned.ending(fact.figure, beside),
        )


def _claims(warned: Warned) -> Iterator[Entry]:
    """Every figure that prose asserts, each with what is to be said of its sentence's others."""
    release = warned.workpaper.subject
    for claim in release.claims:
        sentence = claim.sentence
        yield entry(
            caption=claim.caption,
            concept=claim.concept,
            form=claim.form.replace("_", " "),
            period=None if claim.period is None else str(claim.period),
            against=None if claim.against is None else str(claim.against),
            value=str(claim.amount),
            unit=claim.amount.unit.text,
            printed=release.document.figures[claim.figure].text,
            sentence=release.document.text[sentence.start : sentence.end],
            place=warned.where(claim.figure),
            **warned.ending(claim.figure, warned.within(sentence)),
        )
