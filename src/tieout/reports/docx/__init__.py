"""The Word draft itself, with a comment on each finding and each lead at its figure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from tieout.errors import Misuse, Unreadable
from tieout.limits import allow
from tieout.model.workpaper import Workpaper
from tieout.reports._notes import Note, notes, standing, summary
from tieout.reports._places import Places

if TYPE_CHECKING:
    from tieout.reports.docx.package import Package
    from tieout.reports.docx.tree import Node

IS_BINARY = True

_OTHER = (
    "{} is no Word document, so there is nothing to put comments in: give the draft as a .docx, "
    "or ask for --format pdf or html"
)
_MEMORY_A_BYTE = 16
"""Of the document's body, whose elements are read once more, changed and written."""

_SIGNED = (
    "{} is signed, and a comment would break its signature: save a copy of the draft without it"
)


def render(workpaper: Workpaper) -> bytes:
    """Raises Misuse: comments stand in the draft itself, which a workpaper does not hold."""
    name = workpaper.subject.document.name
    raise Misuse(
        f"comments are put in the draft itself: give the bytes of {name} with its workpaper"
    )


def marked(workpaper: Workpaper, source: bytes) -> bytes:
    """The draft that these bytes are, with its comments; nothing else in it is changed.

    Raises Misuse where they are no Word document, or one that is signed.
    """
    from tieout.readers import docx as reader
    from tieout.readers.docx.parts import body_of
    from tieout.readers.zipped import BROKEN, open_archive
    from tieout.reports.docx.package import Package

    document = workpaper.subject.document
    if document.format != reader.FORMAT:
        raise Misuse(_OTHER.format(document.name))
    archive = open_archive(source)
    if any(name.startswith("_xmlsignatures/") for name in archive.namelist()):
        raise Misuse(_SIGNED.format(document.name))
    name = body_of(archive)
    largest = max(info.file_size for info in archive.infolist())
    allow(_MEMORY_A_BYTE * archive.getinfo(name).file_size + 2 * largest, len(source))
    package = Package(archive, name)
    try:
        _comment(workpaper, package, package.tree(name))
        return package.packed()
    except Unreadable as reason:
        raise Unreadable(f"{document.name} cannot be marked: {reason}") from None
    except BROKEN:
        raise Unreadable(f"{document.name} cannot be marked: save the draft again") from None


def _comment(workpaper: Workpaper, package: "Package", root: "Node") -> None:
    """Puts the comments in: those of figures, and before them what became of the whole."""
    from tieout.readers.docx.body import pieces
    from tieout.reports.docx.comments import add, numbers_in, unused
    from tieout.reports.docx.letters import stretches
    from tieout.reports.docx.ranges import enclose, refer_before, refer_behind, space_of

    document = workpaper.subject.document
    held: dict[int, list[Note]] = {}
    elsewhere: list[Note] = []
    for note in notes(workpaper):
        if note.figure is None:
            elsewhere.append(note)
        else:
            held.setdefault(note.figure, []).append(note)
    words = cast("list[tuple[Node, str]]", list(pieces(root)))
    found = dict(stretches(document.text, words, document.figures, set(held)))
    elsewhere += [note for number, some in held.items() if number not in found for note in some]

    inked = [element for element, said in words if said.strip()]
    comments = package.comments(space_of(root).strip("{}"))
    numbers = unused(numbers_in(comments, root))
    first = next(numbers)
    add(comments, first, summary(workpaper))
    placed: list[tuple[int, list[int]]] = []
    for figure in sorted(found):
        given = [next(numbers) for _ in held[figure]]
        placed.append((figure, given))
        for number, note in zip(given, held[figure], strict=True):
            add(comments, number, (note.title, *note.sentences))
    for figure, given in reversed(placed):
        enclose(found[figure], given)
    if elsewhere:
        last = next(numbers)
        add(comments, last, _elsewhere(elsewhere, Places(workpaper)))
        refer_behind(inked[-1], last)
    refer_before(inked[0], first)


def _elsewhere(found: Sequence[Note], places: Places) -> list[str]:
    """What stands at no figure of the draft, each told with its place."""
    said = ["Not at a figure of this draft:"]
    for note in found:
        said += [f"{note.title}: {standing(note, places)}", *note.sentences]
    return said
