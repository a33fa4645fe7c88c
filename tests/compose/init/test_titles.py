"""The titles of a table."""

from tieout.compose.init.titles import titles_of, words_of
from tieout.engine import read
from tieout.model.workpaper import Release


def test_titles_begin_with_the_company_and_end_at_the_table(capstone: Release) -> None:
    (table,) = capstone.tables
    assert words_of(capstone, titles_of(capstone, table)) == (
        "CAPSTONE TURBINE CORPORATION",
        "CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS",
        "(In thousands, except per share data)",
        "(Unaudited)",
    )


def test_what_ends_the_page_before_is_no_title() -> None:
    """nVent's tables of April 29, 2020 stand behind "(more)" and a page's number."""
    page = """<p>jill.saletta@nvent.com</p><p>(more)</p><p>5</p>
        <p>Condensed Statements of Income (Unaudited)</p><p>In millions</p>
        <table><tr><td></td><td>2020</td><td>2019</td></tr>
        <tr><td>Net sales</td><td>520.9</td><td>538.0</td></tr>
        <tr><td>Net income</td><td>18.6</td><td>56.4</td></tr></table>"""
    release = read("titles.htm", page.encode())
    assert words_of(release, titles_of(release, release.tables[0])) == (
        "Condensed Statements of Income (Unaudited)",
        "In millions",
    )
