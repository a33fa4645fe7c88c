import pytest

from tieout.lexicon.tokens import figures
from tieout.model.document import Cell, Document
from tieout.model.table import Reading
from tieout.readers import open_document
from tieout.tables.cells import read_cell, read_row


def reading(text: str) -> Reading:
    document = Document("d", "", "text", text, (), (), figures(text))
    return read_cell(document, Cell(0, len(text), 1), document.figures_in(0, len(text)))


@pytest.mark.parametrize(
    ("text", "mantissa", "exponent", "currency"),
    [
        ("7,219", 7219, 0, ""),
        ("$ 7,219", 7219, 0, "USD"),
        (r"\$ 7,219", 7219, 0, "USD"),
        ("(7,219)", -7219, 0, ""),
        ("$ (7,219)", -7219, 0, "USD"),
        (r"(\$7,219)", -7219, 0, "USD"),
        ("-7,219", -7219, 0, ""),
        ("−7,219", -7219, 0, ""),
        ("7,219-", -7219, 0, ""),
        ("7,219 −", -7219, 0, ""),
        ("(0.06)", -6, -2, ""),
        ("12.5%", 125, -3, ""),
        ("(12.5)%", -125, -3, ""),
        ("Up 22%", 22, -2, ""),
        ("60 bps", 60, 0, ""),
        ("(910) bps", -910, 0, ""),
        ("+60 bp", 60, 0, ""),
        ("(1.9) pts", -19, 1, ""),
        ("0.6 pp", 6, 1, ""),
        ("90 basis pts", 90, 0, ""),
        ("Down 3%", -3, -2, ""),
        ("1,234 (1)", 1234, 0, ""),  # a footnote's mark is neither digits nor a sign
        ("1,234(1)", 1234, 0, ""),
        ("(1,234) (1)", -1234, 0, ""),
        ("<b>5</b>", 5, 0, ""),
    ],
)
def test_a_number_has_the_sign_as_printed(
    text: str, mantissa: int, exponent: int, currency: str
) -> None:
    cell = reading(text)
    assert cell.kind == "number"
    assert (cell.amount.mantissa, cell.amount.exponent) == (mantissa, exponent)
    assert cell.currency == currency
    assert cell.figure == 0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("--", "nil"),
        ("—", "nil"),
        ("$ –", "nil"),
        ("(-)", "nil"),
        ("nil", "nil"),
        ("n/m", "not-meaningful"),
        ("N/A", "not-meaningful"),
        ("NM", "not-meaningful"),
        ("*", "not-meaningful"),
        ("   ", "blank"),
        ("Unaudited", "text"),
        ("about 5 or 6 units", "text"),
        ("Note 5", "text"),
        ("September 30, 2007", "text"),
    ],
)
def test_a_cell_without_a_number_says_which_kind_of_nothing(text: str, kind: str) -> None:
    cell = reading(text)
    assert (cell.kind, cell.figure) == (kind, -1)


def row(text: str) -> list[tuple[str, str, int, int, int]]:
    """The row's cells that have words: kind, words, mantissa, column and width."""
    document = open_document("x.txt", f"{text}\n1".encode())
    return [
        (one.reading.kind, one.words, one.reading.amount.mantissa, one.cell.column, one.cell.width)
        for one in read_row(document, document.grids[0].rows[0])
    ]


def test_signs_in_cells_of_their_own_belong_to_the_number_beside_them() -> None:
    assert row("Net loss\t$\t(7,219\t)\t5") == [
        ("text", "Net loss", 0, 0, 1),
        ("number", "(7,219", -7219, 1, 3),
        ("number", "5", 5, 4, 1),
    ]
    assert row("Margin\t28\t%") == [("text", "Margin", 0, 0, 1), ("number", "28", 28, 1, 2)]
    assert row("Net loss\t$(\t7,219\t)")[1][2] == -7219


def test_a_currency_before_a_figure_that_has_its_own_takes_no_room() -> None:
    # Open Text, fourth quarter of fiscal 2024: the figure behind the first "$" is lost in the page
    text = "Balance\t(3,706)\t$\t$2,160,069\n"
    document = open_document("x.txt", f"{text}Other\t5\t6\t7\n".encode())
    cells = read_row(document, document.grids[0].rows[0])
    assert [(one.words, one.cell.column) for one in cells][-1] == ("$2,160,069", 3)
