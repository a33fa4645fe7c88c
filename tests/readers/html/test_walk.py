"""What a page's tags become."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from tieout.errors import Unreadable
from tieout.model.document import Grid
from tieout.readers.html import read, walk
from tieout.readers.passages import Laid

Page = Callable[[str], Laid]


def rows(laid: Laid) -> list[list[str]]:
    (grid,) = (block for block in laid.blocks if isinstance(block, Grid))
    return [
        [laid.text[cell.start : cell.end] for cell in row.cells if cell.start < cell.end]
        for row in grid.rows
    ]


def test_white_space_is_collapsed_over_tags(page: Page) -> None:
    assert page("<p>Net \n <b>sales</b> rose&nbsp; 5%</p>").text.strip() == "Net sales rose 5%"


def test_digits_split_across_tags_are_one_number(page: Page) -> None:
    assert page("<p>$1,<font>234</font>.5</p>").text.strip() == "$1,234.5"


def test_a_raised_mark_does_not_join_a_number(page: Page) -> None:
    assert page("<p>1,234<sup>1</sup></p>").text.strip() == "1,234 1"


def test_what_is_hidden_is_left_out(page: Page) -> None:
    body = "<p style='display:none'>9</p><script>8</script><style>7</style><p hidden>6</p><p>5</p>"
    assert page(body).text.strip() == "5"


def test_indentation_is_kept_for_the_stub(page: Page) -> None:
    laid = page(
        "<table><tr><td style='padding-left:12pt'>Cash</td><td>1</td></tr>"
        "<tr><td>Total</td><td>1</td></tr></table>"
    )
    grid = next(block for block in laid.blocks if isinstance(block, Grid))
    assert [row.indent for row in grid.rows] == [12, 0]


def test_tags_left_open_end_where_the_page_does(page: Page) -> None:
    assert rows(page("<table><tr><td>Cash<td>1<tr><td>Debt<td>2")) == [["Cash", "1"], ["Debt", "2"]]


def test_signs_of_markup_in_values_and_words_are_no_tags(page: Page) -> None:
    laid = page(
        "<p title='a > b < c' 5\"=x>1 &lt;b&gt; 2 &amp;amp; 3<!-- > 9 --><font x=\"'>\">4</font>"
    )
    assert laid.text.strip() == "1 <b> 2 &amp; 34"


def test_words_in_a_hidden_part_of_a_cell_are_left_out(page: Page) -> None:
    body = (
        "<table><tr><td><p hidden>9</p><p>Cash</p></td><td><b style='display:none'>8</b>1</td></tr>"
        "<tr><td>Debt</td><td hidden>7</td><td>2</td></tr></table>"
    )
    assert rows(page(body)) == [["Cash", "1"], ["Debt", "2"]]


def test_hidden_elements_within_hidden_ones_end_with_their_own_tags(page: Page) -> None:
    body = (
        "<p>1 <span hidden>2<span>3</span><!-- </span> --><script>'</span>'</script>4</span>5</p>"
    )
    assert page(body).text.strip() == "1 5"


def test_words_that_only_look_like_tags_are_words() -> None:
    page = b"<html><p>5<xmp><b>6</b> <!-- 7</xmp><p>8 <plaintext><td>9"
    assert read(page).text.split() == ["5", "<b>6</b>", "<!--", "7", "8", "<td>9"]


def test_tags_that_came_out_as_words_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    # What Debian's Python 3.11.2 once did: the sign of each tag passed over, its name a word.
    def blind(source: str) -> SimpleNamespace:
        return SimpleNamespace(text=source.replace("<", ""), blocks=[], raised=[])

    monkeypatch.setattr(walk, "walk", blind)
    with pytest.raises(Unreadable, match=r"of its [0-9,]+ tags came out as words"):
        read(b"<html><table>" + b"<tr><td>Cash<td>5" * 20)
