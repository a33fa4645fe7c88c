from msgspec.structs import replace

from tieout.model.document import NamedCell
from tieout.model.sheet import CellPlace, cell_of
from tieout.readers import open_document
from tieout.readers.support import open_support


def test_a_cell_is_named_as_formulas_name_it() -> None:
    assert CellPlace("TB", 14, 3).brief == "TB!C14"
    assert CellPlace("TB PY", 1, 27, "Cash").brief == "'TB PY'!AA1 (Cash)"
    assert CellPlace("", 2, 703).brief == "AAA2"


def test_the_figure_of_a_row_behind_empty_ones_has_its_own_row() -> None:
    document = open_support("book.csv", b"Account,Balance\n\nCash,10\n,\n,\n,\nDebt,,20\n")
    found = {document.figures[n].text: cell_of(document, n) for n in range(2)}
    assert found["10"] == CellPlace("", 3, 2)
    assert found["20"] == CellPlace("", 7, 3)


def test_a_name_belongs_to_its_cell_alone() -> None:
    document = open_support("book.csv", b"Account,Balance\nCash,10\nDebt,20\n")
    document = replace(document, named=(NamedCell("Cash", "", 2, 2),))
    assert [cell_of(document, n) for n in range(2)] == [
        CellPlace("", 2, 2, "Cash"),
        CellPlace("", 3, 2),
    ]


def test_no_other_document_has_cells() -> None:
    assert cell_of(open_document("release.txt", b"Revenue was $5 million.\n"), 0) is None
