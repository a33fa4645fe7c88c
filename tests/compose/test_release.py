"""The release's blocks in their order."""

from collections.abc import Callable

from msgspec.structs import replace

from tieout.compose.blocks import PageBreak, Paragraph, Run, Table, Title
from tieout.compose.book import Book
from tieout.compose.narrative import tell
from tieout.compose.release import dateline, release_piece
from tieout.compose.statements import laid_out

Make = Callable[..., Book]


def blocks(book: Book) -> list[object]:
    telling = tell(book, lambda statement, told: laid_out(statement, told.style))
    return list(release_piece(telling).blocks)


def test_statements_follow_where_the_narrative_places_none(small_book: Make) -> None:
    kinds = [type(block) for block in blocks(small_book(narrative="Words."))]
    assert kinds == [Title, Paragraph, PageBreak, Table, PageBreak, Table]
    placed = small_book(narrative="{{ statement('balance') }}\n\nWords.")
    assert [type(one) for one in blocks(placed)] == [Title, Table, Paragraph, PageBreak, Table]


def test_the_first_paragraph_is_dated(small_book: Make) -> None:
    book = small_book(narrative="## Summary\n\nWords.")
    heading = replace(book.heading, city="RENO, Nev.", wire="WIRE", contacts=("CONTACT:", "Jo"))
    found = blocks(replace(book, heading=heading))
    assert found[2] == Paragraph((Run("RENO, Nev.--(WIRE)--Nov. 8, 2007--"), Run("Words.")))
    assert found[-1] == Paragraph((Run("CONTACT:\nJo"),))
    assert dateline(replace(heading, wire="")) == "RENO, Nev.--Nov. 8, 2007--"
    assert dateline(book.heading) == ""
