"""The printed workpaper clips nothing and leaves nothing out: it is what an archive keeps."""

from collections.abc import Callable
from typing import Any

import pypdfium2 as pdfium
import pytest

from tieout.model.document import Grid
from tieout.model.workpaper import Workpaper

Open = Callable[..., Any]
LEAST = 18
"""Points between a figure and the edge of the sheet."""


def printed(reader: Any) -> pdfium.PdfDocument:
    return pdfium.PdfDocument(reader.page.pdf(format="Letter", prefer_css_page_size=True))


def is_whole(text: Any, words: str) -> bool:
    """True where the words stand on a page with every digit inside its margins."""
    page, found, search = text.page, False, text.search(words)
    while (hit := search.get_next()) is not None and not found:
        boxes = [text.get_charbox(hit[0] + n) for n in range(hit[1])]
        found = all(
            left > LEAST and right < page.get_width() - LEAST for left, _, right, _ in boxes
        )
    return found


def widest(workpaper: Workpaper) -> Grid:
    return max(
        workpaper.subject.document.grids,
        key=lambda grid: max(
            sum(1 for cell in row.cells if cell.end > cell.start) for row in grid.rows
        ),
    )


def test_every_column_of_a_wide_bank_table_is_printed(opened: Open, bank: Workpaper) -> None:
    document, grid = bank.subject.document, widest(bank)
    figures = [document.figures[n].text for n in document.figures_in(grid.start, grid.end)]
    assert len(figures) > 50
    with opened(bank) as reader:
        paper = printed(reader)
    pages = [paper[number].get_textpage() for number in range(len(paper))]
    missing = [text for text in figures if not any(is_whole(page, text) for page in pages)]
    assert missing == []


@pytest.mark.parametrize("words", ["What agrees, and how", "not tested, by what would settle them"])
def test_what_is_closed_on_screen_is_open_in_print(
    opened: Open, capstone: Workpaper, words: str
) -> None:
    with opened(capstone) as reader:
        paper = printed(reader)
        assert reader.page.locator(".untested").get_attribute("open") is None
    told = " ".join(paper[number].get_textpage().get_text_bounded() for number in range(len(paper)))
    assert words in told
    assert "10,000,000 line 141, table" in told
    assert "Search" not in told
