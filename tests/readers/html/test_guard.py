"""Pages that no parser should be given."""

from collections.abc import Callable

import pytest

from tieout.errors import Unreadable
from tieout.readers.passages import Laid

Page = Callable[[str], Laid]


def test_a_page_of_bottomless_nesting_is_refused(page: Page) -> None:
    with pytest.raises(Unreadable, match="nested"):
        page("<div>" * 600)


def test_a_tag_without_end_is_refused(page: Page) -> None:
    with pytest.raises(Unreadable, match="longer"):
        page("<div " + "a" * 70_000 + ">5</div>")


def test_a_page_of_open_fonts_is_read(page: Page) -> None:
    assert "5" in page("<font>" * 300 + "5").text


@pytest.mark.parametrize(
    "piece",
    [
        "<div></zz>",
        "<div></span>",
        "<span><div></span>",
        "<div><table></div>",
        "<option><font>",
        "<DIV></B></Zz>",
        "<div><!--</div>-->",
        "<div a='</div>'>",
        '<div a="</div>">',
        "<dl><dd>",
    ],
)
def test_what_closes_nothing_lowers_no_depth(page: Page, piece: str) -> None:
    with pytest.raises(Unreadable, match="nested"):
        page(piece * 1_000)


@pytest.mark.parametrize(
    "piece",
    [
        "<div></div>",
        "<div><span></div>",
        "<div><p></DIV>",
        "<ul><li>a<li>b</ul>",
        "<table><tr><td><div></table>",
        "<select><option>a<option>b</select>",
        "<option>a</option>",
        "<!-- <div> -->",
    ],
)
def test_what_closes_does(page: Page, piece: str) -> None:
    assert "5" in page(piece * 1_000 + "<p>5").text


def test_a_tag_of_too_many_attributes_is_refused(page: Page) -> None:
    names = " ".join(f"a{number}" for number in range(5_000))
    for tag in (f"<p {names}>", f"<p a='>' {names}>", f"<p/{names.replace(' ', '/')}>"):
        with pytest.raises(Unreadable, match="attributes"):
            page(f"{tag}5</p>")
    assert "5" in page(f"<p title='{names}'>5</p>").text
