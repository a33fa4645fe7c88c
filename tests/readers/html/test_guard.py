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
