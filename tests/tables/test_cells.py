import pytest

from tieout.lexicon.tokens import figures
from tieout.model.document import Cell, Document
from tieout.model.table import Reading
from tieout.tables.cells import read_cell


def reading(text: str) -> Reading:
    document = Document("d", "", "text", text, (), (), figures(text))
    return read_cell(document, Cell(0, len(text), 1))


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
        ("(0.06)", -6, -2, ""),
        ("12.5%", 125, -3, ""),
        ("(12.5)%", -125, -1, ""),
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


def test_no_cell_reads_as_blank() -> None:
    document = Document("d", "", "text", "", (), (), ())
    assert read_cell(document, None).kind == "blank"
    assert read_cell(document, Cell(0, 0, 0)).kind == "blank"
