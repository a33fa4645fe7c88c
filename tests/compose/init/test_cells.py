"""Cells as a book types them."""

import pytest

from tieout.compose.cells import canonical
from tieout.compose.init.cells import quoted
from tieout.compose.init.statements import statements_of
from tieout.engine import read


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("$ 7,219", "7219"),
        ("(756)", "-756"),
        ("$(0.06)", "-0.06"),
        ("(0.0)", "-0.0"),
        (".47", ".47"),
        ("12.5%", "12.5%"),
        ("--", "--"),
        ("n/m", "n/m"),
        ("90 bps", '"90 bps"'),
        ("2.3x", '"2.3x"'),
    ],
)
def test_a_cell_is_typed_without_signs_and_brackets(printed: str, typed: str) -> None:
    page = f"""<p>SELECTED DATA</p><table>
        <tr><td></td><td>June 30, 2019</td><td>June 30, 2018</td></tr>
        <tr><td>Backlog</td><td>1</td><td>2</td></tr>
        <tr><td>Line</td><td>{printed}</td><td>3</td></tr></table>"""
    (placed,) = statements_of(read("cells.htm", page.encode()))
    assert placed.statement.lines[-1].cells[0] == typed
    assert canonical(typed) == typed


def test_a_year_in_a_row_of_figures_is_no_number() -> None:
    """Saia's release of April 29, 2020 names the years again in the middle of a table."""
    page = """<p>SELECTED DATA</p><table>
        <tr><td></td><td>June 30, 2019</td><td>June 30, 2018</td></tr>
        <tr><td>Backlog</td><td>1</td><td>2</td></tr>
        <tr><td>Year</td><td>2019</td><td>2018</td></tr></table>"""
    (placed,) = statements_of(read("cells.htm", page.encode()))
    assert placed.statement.lines[-1].cells == ('"2019"', '"2018"')


def test_words_that_look_like_a_number_stand_in_quotes() -> None:
    assert quoted("30-59 days") == '"30-59 days"'
    assert quoted("n/m") == "n/m"
