"""The parts of a document: statements, and what stands under a heading."""

from collections.abc import Callable

from tieout.model.workpaper import Release, Workpaper
from tieout.reports.html.parts import counted_parts, parts, rows


def test_every_block_is_in_one_part(acme: Release) -> None:
    found = parts(acme)
    assert [block for part in found for block in range(part.first, part.last)] == list(
        range(len(acme.document.blocks))
    )
    figures = [figure for part in found for figure in part.figures]
    assert figures == list(range(len(acme.document.figures)))


def test_a_statement_is_a_part_with_its_titles(acme: Release) -> None:
    titles = [part.title for part in parts(acme)]
    assert titles == ["STATEMENTS OF OPERATIONS", "After STATEMENTS OF OPERATIONS"]


def test_a_heading_begins_a_part(paper_of: Callable[[str], Workpaper]) -> None:
    release = paper_of("First words of 3.\n\nOutlook\n\nRevenue of 5 is expected.\n").subject
    assert [part.title for part in parts(release)] == ["The beginning", "Outlook"]


def test_parts_are_counted_by_ending(paper: Workpaper) -> None:
    counts = [counts for _, _, counts in counted_parts(paper)]
    assert sum(count["differs"] for count in counts) == paper.coverage["differs"]
    assert counts[0]["agrees"] == 4


def test_a_table_is_as_long_as_its_rows(acme: Release) -> None:
    assert 7 <= rows(acme, parts(acme)[0]) <= 16
