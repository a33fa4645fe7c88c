"""What tags ask for by their attributes."""

from tieout.readers.html import attributes
from tieout.readers.html.attributes import blank_cells, hidden, layout_of, lead_of
from tieout.readers.html.page import Lead


def test_a_cell_asks_for_columns_rows_and_an_indent() -> None:
    layout = layout_of(' colspan="3" rowspan="2" style="padding-left:12pt"')
    assert (layout.width, layout.height, layout.indent) == (3, 2, 12)


def test_what_is_not_displayed_is_hidden_in_capitals_too() -> None:
    assert layout_of(' style="DISPLAY: NONE"').is_hidden
    assert layout_of(' hidden=""').is_hidden
    assert not layout_of(' style="display:inline"').is_hidden


def test_the_first_hidden_tag_of_a_row_says_where_it_ends() -> None:
    tags = '<font><span style="display:none"><b>'
    found = hidden(tags)
    assert found is not None
    assert (found.name, tags[found.end :]) == ("span", "<b>")
    assert hidden("<font><b>") is None


def test_paragraphs_before_the_words_of_a_cell_set_them_in_and_apart() -> None:
    assert lead_of('<p style="margin-left:9pt"><font>') == Lead(9, is_apart=True)
    assert lead_of('<font style="margin-left:9pt">') == Lead(0, is_apart=False)
    assert lead_of('<p hidden="">') is None


def test_hidden_cells_take_no_room() -> None:
    cells = '<td colspan="2"></td><td hidden=""></td>\n<td><p>&nbsp;</p></td>'
    rooms = blank_cells(cells)
    assert rooms is not None
    assert ([room.width for room in rooms.each], rooms.width) == ([2, 1], 3)


def test_no_wording_outlives_its_page() -> None:
    layout_of(' colspan="2"')
    attributes.forget()
    assert layout_of.cache_info().currsize == 0
