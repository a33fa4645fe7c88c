"""The drawn document reads as the document, and every figure is drawn once, in order."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tieout.engine import check, read
from tieout.lexicon.markup import clean
from tieout.model.workpaper import Workpaper

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.txt"))
RULES = re.compile(r"^[\s\-=]{2,}$", re.MULTILINE)


def squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)


def test_every_figure_is_drawn_once_in_order(page: Any, paper: Workpaper) -> None:
    figures = paper.subject.document.figures
    assert list(page.figures) == [f"f{number}" for number in range(len(figures))]
    assert list(page.figures.values()) == [figure.text for figure in figures]


def test_it_reads_as_the_document(page: Any, paper: Workpaper) -> None:
    text = RULES.sub("", paper.subject.document.text)
    assert squeezed(page.words) == squeezed(clean(text))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_real_release_is_drawn_whole(path: Path, drawn: Callable[[Workpaper], Any]) -> None:
    workpaper = check(read(path.name, path.read_bytes()))
    document, page = workpaper.subject.document, drawn(workpaper)
    assert list(page.figures) == [f"f{number}" for number in range(len(document.figures))]
    assert squeezed(page.words) == squeezed(clean(RULES.sub("", document.text)))


def test_headings_are_headings_and_lists_are_indented(
    drawn: Callable[[Workpaper], Any], paper_of: Callable[[str], Workpaper]
) -> None:
    source = drawn(
        paper_of("Outlook\n\nRevenue of 5 is expected.\n\n- Item 9.01 is next.\n")
    ).source
    assert '<h3 class="section">Outlook</h3>' in source
    assert '<p class="p bullet">- Item' in source


def test_a_part_is_as_long_as_its_lines(page: Any) -> None:
    sizes = [given["class"] for tag, given in page.elements if tag == "section" and "id" in given]
    assert sizes[-2:] == ["part z4", "part z2"]  # up to 16 and 4 lines
