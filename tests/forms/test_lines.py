from collections.abc import Callable
from datetime import date

from tieout.forms.lines import Line, dates_in, is_date_only, line_at
from tieout.model.document import Document

Opened = Callable[[str], tuple[Document, list[Line]]]


def test_cells_come_from_tabs_and_from_wide_gaps_alike(opened: Opened) -> None:
    document, lines = opened("0-27026\t77-0254621\n\n    0-27026          77-0254621 here\n")
    tabs, gaps = ([cell.of(document.text) for cell in line.cells] for line in lines)
    assert tabs == ["0-27026", "77-0254621"]
    assert gaps == ["0-27026", "77-0254621 here"]
    assert lines[1].columns == (4, 21)


def test_empty_lines_and_cells_are_left_out(opened: Opened) -> None:
    _, lines = opened("\t\n\none 1\n\n\n\t\ttwo\n")
    assert [line.text for line in lines] == ["one 1", "two"]
    assert [line.first for line in lines] == [True, True]


def test_the_line_that_holds_an_offset(opened: Opened) -> None:
    document, lines = opened("one 1\ntwo\nthree\n")
    assert line_at(lines, document.text.index("three")) == 2
    assert line_at(lines, 0) == 0


def test_dates_and_lines_of_nothing_else(opened: Opened) -> None:
    document, lines = opened("Thursday, November 8, 2007\n\nDue on November 9, if ever it comes\n")
    assert [is_date_only(document, line) for line in lines] == [True, False]
    end = len(document.text)
    assert [one.day for one in dates_in(document, 0, end)] == [date(2007, 11, 8)]
    assert [one.day for one in dates_in(document, 0, end, 2007)][1] == date(2007, 11, 9)
