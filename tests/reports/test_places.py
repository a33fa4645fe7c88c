"""Where figures stand, as one would tell it to somebody who has the document in hand."""

import pytest
from msgspec import structs

from tieout.engine import check, read
from tieout.model.check import Ref
from tieout.model.workpaper import Release, Workpaper, conclude
from tieout.readers import open_document
from tieout.reports._places import Place, Places

PAGE = b"""<p><b>Acme Reports Second Quarter 2008 Results</b></p>
<p>CHICAGO, July 30, 2008 - Acme Corporation today reported its second quarter.</p>
<p><b>7</b></p>
<p><b>Liquidity</b></p>
<p>Acme has one plant.</p>
<p>Cash was $3.1 million at June 30, 2008. Debt was $9.9 million then. It fell.</p>
<p>ACME CORPORATION<br>BALANCE SHEETS<br>(In thousands)</p>
<table><tr><td></td><td>June 30, 2008</td><td>December 31, 2007</td></tr>
<tr><td>Cash</td><td>3,100</td><td>2,900</td></tr>
<tr><td>Inventories</td><td>40</td><td>41</td></tr>
<tr><td>Total assets</td><td>3,140</td><td>2,941</td></tr>
<tr><td>Accounts payable</td><td>17</td><td>19</td></tr></table>
<p>Loans by type</p>
<table><tr><td></td><td>Amount</td><td>Share</td></tr>
<tr><td>Homes</td><td>55</td><td>12.5%</td></tr><tr><td>Ships</td><td>385</td><td>87.5%</td></tr>
</table>
"""


@pytest.fixture(scope="module")
def page() -> Workpaper:
    """The workpaper of a page with prose, a statement and a table that is none."""
    return check(read("acme.htm", PAGE), rules=())


def found(workpaper: Workpaper, text: str, document: int = 0) -> Ref:
    figures = workpaper.releases[document].document.figures
    return Ref(document, next(n for n, one in enumerate(figures) if one.text == text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("9.9 million", "\u201cLiquidity\u201d, paragraph 2"),
        ("Second Quarter 2008", "heading \u201cAcme Reports Second Quarter 2008 Results\u201d"),
        (
            "2,941",
            "table 1, \u201cBALANCE SHEETS\u201d, row \u201cTotal assets\u201d, "
            "column \u201cDecember 31, 2007\u201d",
        ),
        (
            "12.5%",
            "table 2, \u201cLoans by type\u201d, row \u201cHomes\u201d, column \u201cShare\u201d",
        ),
    ],
)
def test_a_place_is_told_in_words(text: str, words: str, page: Workpaper) -> None:
    text = {"Second Quarter 2008": "2008"}.get(text, text)
    assert Places(page).where(found(page, text)) == words


def test_beside_its_caption_a_figure_needs_few_words(page: Workpaper) -> None:
    assert Places(page).line(found(page, "2,941")) == "table 1"
    assert Places(page).line(found(page, "9.9 million")) == "\u201cLiquidity\u201d, paragraph 2"


def test_prose_is_quoted_by_the_sentence_and_a_table_by_the_row(page: Workpaper) -> None:
    places = Places(page)
    quoted = places.excerpt(found(page, "9.9 million"), 90)
    assert quoted.marked() == "Debt was $\u00bb9.9 million\u00ab then."
    assert places.excerpt(found(page, "41"), 90).marked() == "Inventories 40 \u00bb41\u00ab"


def test_another_document_is_named(page: Workpaper) -> None:
    both = conclude([page.subject, page.subject], [], {})
    where = Places(both).where(found(both, "9.9 million", 1))
    assert where == "acme.htm, \u201cLiquidity\u201d, paragraph 2"


def test_a_figure_of_a_text_stands_in_its_line(paper: Workpaper) -> None:
    assert Places(paper).where(paper.checks[0].subject) == (
        "line 10, table \u201cSTATEMENTS OF OPERATIONS\u201d, row \u201cGross loss\u201d, "
        "column \u201c2008\u201d"
    )


def test_a_figure_of_a_pdf_stands_on_its_page() -> None:
    document = open_document("it.txt", b"Revenue was 5.\n\fCosts were 17.\n")
    pages = structs.replace(document, format="pdf", pages=2)
    workpaper = conclude([Release(pages, "other", None, None, None, (), (), ())], [], {})
    assert [Places(workpaper).place(Ref(0, n)).page for n in (0, 1)] == [1, 2]
    assert Places(workpaper).line(Ref(0, 1)) == "page 2"


def test_what_is_not_known_is_not_said() -> None:
    assert Place().words == ""
    assert Place(table=3).words == "table 3"
    assert Place(page=4, paragraph=2).words == "page 4, paragraph 2"
