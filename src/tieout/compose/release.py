"""The release as a document: heading, narrative, statements and contacts in their order."""

from datetime import date

from tieout.compose.blocks import Block, PageBreak, Paragraph, Piece, Run, Title
from tieout.compose.book import Heading
from tieout.compose.narrative import Telling
from tieout.compose.statements import laid_out

_EXHIBIT = "99.1"
_MONTHS = (
    *("Jan.", "Feb.", "March", "April", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)


def release_piece(telling: Telling) -> Piece:
    """The exhibit: what the narrative places no statement of stands behind it, each on a page."""
    book = telling.book
    blocks: list[Block] = [Title(telling.headline, 1, "center")]
    if telling.subheadline:
        blocks.append(Title(telling.subheadline, 2, "center"))
    blocks += _dated(telling.body, dateline(book.heading))
    for number, statement in enumerate(book.statements):
        if statement.is_printed and number not in telling.placed:
            blocks += [PageBreak(), laid_out(statement, book.style)]
    if book.heading.contacts:
        blocks.append(Paragraph((Run("\n".join(book.heading.contacts)),)))
    exhibits = book.form.exhibits if book.form else ()
    told = (one.description for one in exhibits if one.number == _EXHIBIT)
    return Piece("EX-99.1", next(told, "Press release"), tuple(blocks))


def dateline(heading: Heading) -> str:
    """City, wire and day as the first words: "CHATSWORTH, Calif.--(BUSINESS WIRE)--Nov. 8, 2007--".

    Empty where the book names no city.
    """
    if not heading.city:
        return ""
    wire = f"({heading.wire})--" if heading.wire else ""
    return f"{heading.city}--{wire}{_short(heading.date)}--"


def _short(day: date) -> str:
    """The day as wires print it."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def _dated(body: tuple[Block, ...], words: str) -> list[Block]:
    """The body, its first paragraph led in by the dateline."""
    blocks = list(body)
    for place, block in enumerate(blocks if words else ()):
        if isinstance(block, Paragraph):
            blocks[place] = Paragraph((Run(words), *block.runs), block.align)
            return blocks
    return blocks
