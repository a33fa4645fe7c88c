"""A grid is a table: headers over columns, captions left, figures right with their tick."""

import re
from collections.abc import Callable
from typing import Any

from tieout.model.workpaper import Workpaper


def test_a_header_reaches_over_its_columns(page: Any) -> None:
    assert '<th scope="col" class="over line" colspan="2">Three Months Ended' in page.source


def test_a_caption_is_the_head_of_its_row(page: Any) -> None:
    assert '<th scope="row">Cost of goods sold</th>' in page.source


def test_a_tick_stands_at_its_figure(page: Any) -> None:
    assert re.search(
        r'<td>\$ <a id=f[0-9]+ href=#FT001 data-t="F\u2009R">2,946</a></td>',
        page.source,
    )


def test_a_total_has_its_rule(page: Any) -> None:
    assert '<tr class="ruled total"><th scope="row">Gross loss</th>' in page.source


def test_a_closing_bracket_hangs(page: Any) -> None:
    assert "</a><i>)</i></td>" in page.source


def test_a_lone_caption_heads_a_section_and_a_cut_one_does_not(
    drawn: Callable[[Workpaper], Any], paper_of: Callable[[str], Workpaper]
) -> None:
    rows = "\t2008\t2007\nCash\t1\t2\nEquity:\t\t\nStock; 415,000,000 shares\t\t\nissued\t3\t4\n"
    source = drawn(paper_of(rows)).source
    assert '<tr class="section"><th scope="rowgroup" colspan="3">Equity:</th></tr>' in source
    assert '<tr><th scope="row" colspan="3">Stock; <' in source


def test_an_empty_column_keeps_its_place(
    drawn: Callable[[Workpaper], Any], paper_of: Callable[[str], Workpaper]
) -> None:
    source = drawn(paper_of("\t2008\t2007\nCash\t1\t2\nDebt\t\t17\n")).source
    assert '<th scope="row">Debt</th><td></td><td><a' in source


def test_a_figure_before_a_bracket_in_a_cell_of_its_own_is_set_tight(
    drawn: Callable[[Workpaper], Any], paper_of: Callable[[str], Workpaper]
) -> None:
    source = drawn(paper_of("\t2008\t\nDebt\t(17\t)\nCash\t43\t\n")).source
    assert '<td class="tight">(<a' in source
    assert '17</a></td><td class="closing">)</td>' in source
    assert "43</a></td><td></td>" in source


def test_two_figures_in_a_cell_have_their_ticks_beside_them(
    drawn: Callable[[Workpaper], Any], paper_of: Callable[[str], Workpaper]
) -> None:
    source = drawn(paper_of("\t2008\nRange\t12 - 14\nCash\t43\n")).source
    assert '<td class="several"><a' in source


def test_a_caption_with_a_note_is_a_caption_where_the_first_column_is_empty(
    drawn: Callable[[Workpaper], Any], paper_of: Callable[[str], Workpaper]
) -> None:
    source = drawn(paper_of("\t\t2008\nCash\t\t43\n\tLoans 7\t17\n")).source
    assert '<td></td><th scope="row">Loans <' in source
