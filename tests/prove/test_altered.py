"""The same blocks over an altered text: every span still holds its words."""

from tieout.engine import understood
from tieout.model.document import Grid
from tieout.model.memo import Remembered
from tieout.model.sensitivity import Edit
from tieout.prove.altered import Alterable, Moved
from tieout.readers import open_document

TEXT = "Acme Reports\n\nRevenue was $5 million.\n\nBalance Sheet\n\t2007\t2006\nCash\t$12\t$15\n"


def test_what_stood_behind_a_longer_figure_has_moved() -> None:
    document = open_document("acme.txt", TEXT.encode())
    at = TEXT.index("5 million")
    longer = Alterable(document)([Edit(at, at + 9, "5,000 million")])
    assert longer.text == TEXT.replace("5 million", "5,000 million")
    assert [f.text for f in longer.figures] == ["5,000 million", "2007", "2006", "12", "15"]
    (grid,) = (block for block in longer.blocks if isinstance(block, Grid))
    words = [longer.text[cell.start : cell.end] for row in grid.rows for cell in row.cells]
    assert words[-3:] == ["Cash", "$12", "$15"]


def test_an_altered_document_is_understood_as_if_it_had_been_read_so() -> None:
    document = open_document("acme.txt", TEXT.encode())
    at = TEXT.index("12\t")
    other = open_document("acme.txt", TEXT.replace("$12", "$1,234").encode())
    mine, read = understood(Alterable(document)([Edit(at, at + 2, "1,234")])), understood(other)
    assert mine.tables == read.tables
    assert mine.claims == read.claims


def test_a_table_between_two_slips_has_the_numbers_of_its_own_figures() -> None:
    far = "Nothing is counted here.\n\n" * 300
    table = "Balance Sheet\n\t2007\t2006\nDebt\t$22\t$26\n"
    text = f"Revenue was $5 million.\n\n{far}{table}\n{far}Cash was $25.\n"
    document, memo = open_document("acme.txt", text.encode()), Remembered(1000)
    understood(document, memo)
    more, fewer = text.index("5 million"), text.index("25")
    edits = [Edit(more, more + 9, "5 and 6 x"), Edit(fewer, fewer + 2, "no")]
    later = Alterable(document)(edits)
    assert len(later.figures) == len(document.figures)
    assert understood(later, memo).tables == understood(later).tables


def test_a_position_inside_an_edit_stays_inside_it() -> None:
    moved = Moved([Edit(10, 20, "x"), Edit(30, 30, "yy")])
    assert [moved(p) for p in (0, 10, 15, 20, 29, 30, 40)] == [0, 10, 11, 11, 20, 23, 33]
