"""How much of a document was understood, and what was not: so that silence never misleads."""

from typing import Literal, TypeAlias

from msgspec import Struct, structs

from tieout.model.document import Document
from tieout.model.workpaper import Workpaper

Degree: TypeAlias = Literal["most", "little", "nothing"]
"""How much was understood. Only a document that reports a period is judged: an agreement, or the
announcement of a call, may well hold nothing to test."""

_FEWEST = 20
"""Fewer figures than these say nothing of how well a document was read."""
_LITTLE = 3
"""One figure in three. Of texts whose tables are lost, 3% to 35% of the figures are understood; of
the other documents of the corpus all but three reach 34%, and those three are indeed read badly."""
_NO_STATEMENT = 2
"""One in two where no statement was recognised: much prose does not make up for lost tables."""

_TAGS = ("</td>", "</tr>", "</div>", "</span>", "</p>", "</font>")
_MOST_TAGS = 10
_MOST_PAGES = 12


class Understanding(Struct, frozen=True, gc=False):
    """How many figures state an amount, how many were understood, and what was not, in sentences.

    A figure is understood where it is a line of a statement with a period, or a claim in prose.
    `pictures` of the document's `pages` are pictures, of which no figure is known.
    """

    degree: Degree
    figures: int
    understood: int
    gaps: tuple[str, ...]
    pages: int
    pictures: int

    @property
    def is_pictured(self) -> bool:
        """True where most pages are pictures."""
        return self.pictures * 2 > self.pages


def understanding(workpaper: Workpaper) -> Understanding:
    """How much of the document under test was understood."""
    release = workpaper.subject
    facts = {fact.figure: fact.period is not None for fact in release.facts}
    claims = {claim.figure for claim in release.claims}
    stated = [
        number
        for number, figure in enumerate(release.document.figures)
        if figure.amount is not None and workpaper.endings[number].outcome != "excluded"
    ]
    unread = [number for number in stated if not (facts.get(number) or number in claims)]
    figures, read = len(stated), len(stated) - len(unread)
    degree: Degree = "most"
    if release.calendar is not None and figures >= _FEWEST:
        enough = _LITTLE if release.statements else _NO_STATEMENT
        if not (release.statements or release.claims):
            degree = "nothing"
        elif read * enough < figures:
            degree = "little"
    document = release.document
    gaps = _gaps(workpaper, unread, facts)
    of = Understanding(degree, figures, read, gaps, document.pages, len(document.pictures))
    is_unseen = of.is_pictured and degree == "most"
    return structs.replace(of, degree="little") if is_unseen else of


def pictured(document: Document) -> str:
    """Which pages are pictures, in a sentence; empty where none is."""
    if not document.pictures:
        return ""
    listed = ", ".join(map(str, document.pictures[:_MOST_PAGES]))
    if len(document.pictures) > _MOST_PAGES:
        listed += ", \u2026"
    if len(document.pictures) == 1:
        return f"Page {listed} of {document.pages} is a picture: figures in it were not read."
    return f"Pages {listed} of {document.pages} are pictures: figures in them were not read."


def _gaps(workpaper: Workpaper, unread: list[int], facts: dict[int, bool]) -> tuple[str, ...]:
    """What was not understood, a sentence each, the most telling first."""
    release = workpaper.subject
    document = release.document
    inside = {
        number for grid in document.grids for number in document.figures_in(grid.start, grid.end)
    }
    undated = sum(1 for number in unread if number in facts)
    tabled = sum(1 for number in unread if number in inside) - undated
    loose = len(unread) - undated - tabled
    said = [sentence] if (sentence := pictured(document)) else []
    tags = sum(document.text.count(tag) for tag in _TAGS)
    if tags >= _MOST_TAGS:
        said.append(
            f"The text holds {tags:,} tags of a web page as words: "
            "give the page itself, as the website or EDGAR has it."
        )
    if not document.grids and loose >= _FEWEST:
        said.append(
            "No table was found. A text copied or saved from a page often loses its tables: "
            "give the page or the PDF itself."
        )
    elif not release.statements and tabled:
        said.append("No table was recognised as a financial statement.")
    places = (
        (tabled, "in tables, but in no line that was understood"),
        (undated, "in columns whose headings name no period"),
        (loose, "outside tables, in no sentence that was understood"),
    )
    said += [f"{_figures(count)} {place}." for count, place in places if count]
    return tuple(said)


def _figures(count: int) -> str:
    """So many figures, as the beginning of a sentence."""
    return "1 figure stands" if count == 1 else f"{count:,} figures stand"
