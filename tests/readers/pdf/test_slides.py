"""Slides: told by shape, type and words; titles over all that stands on them."""

from collections.abc import Callable, Iterator

import pytest

from tieout.engine import check, read
from tieout.model.document import Grid, Heading
from tieout.model.workpaper import Workpaper
from tieout.readers.pdf import read as laid_out

WIDE = (960, 540)
ACROSS = (792, 612)

Made = Callable[..., bytes]
At = Callable[..., str]


@pytest.fixture
def deck(made: Made, at: At) -> Callable[..., bytes]:
    """A presentation: a title page, slides of these words, and the income statement."""

    def slides(*parts: str) -> bytes:
        cover = at(80, 330, "Acme Instruments, Inc.", 36)
        cover += at(80, 280, "Second Quarter 2025 Earnings Presentation", 24)
        return made(cover, *parts, _statement(at), size=WIDE)

    return slides


def _statement(at: At) -> str:
    drawn = at(40, 480, "Condensed Consolidated Statements of Operations", 28)
    drawn += at(40, 455, "($ in millions)", 12) + at(320, 440, "Three Months Ended June 30,", 12)
    rows = (
        ("", "2025", "2024"),
        ("Revenue", "$405.0", "$361.6"),
        ("Cost of revenue", "225.0", "205.6"),
        ("Gross profit", "180.0", "156.0"),
        ("Operating expenses", "120.0", "110.0"),
        ("Operating income", "60.0", "46.0"),
    )
    for line, (caption, *amounts) in enumerate(rows):
        drawn += at(60, 420 - 20 * line, caption, 12) if caption else ""
        for column, amount in enumerate(amounts):
            drawn += at(390 + 90 * column - 7 * len(amount), 420 - 20 * line, amount, 12)
    return drawn


def _endings(workpaper: Workpaper, words: str) -> Iterator[str]:
    pairs = zip(workpaper.subject.document.figures, workpaper.endings, strict=True)
    return (ending.outcome for figure, ending in pairs if figure.text == words)


def test_a_presentation_says_so(deck: Callable[..., bytes]) -> None:
    release = read("q2.pdf", deck())
    assert (release.kind, release.document.is_slides) == ("supplement", True)
    assert release.calendar is not None
    assert f"{release.calendar.period_end}" == "2025-06-30"


def test_tables_printed_across_are_no_slides(made: Made, at: At) -> None:
    page = at(60, 560, "Acme Instruments, Inc. and Subsidiaries", 12)
    rows = [
        at(60, 500 - 12 * n, f"Line {n} of the statement      1,234      5,678", 9)
        for n in range(30)
    ]
    assert not laid_out(made(page + "".join(rows), page + "".join(rows), size=ACROSS)).is_slides


def test_a_title_opens_and_entries_are_paragraphs(deck: Callable[..., bytes], at: At) -> None:
    laid = laid_out(
        deck(
            at(40, 480, "Q2 2025 Highlights", 28)
            + at(60, 400, "\u2022 Revenue of $405.0 million", 14)
            + at(60, 370, "Strong cloud demand", 14)
        )
    )
    opening = [
        laid.text[b.start : b.end] for b in laid.blocks if isinstance(b, Heading) and b.opens
    ]
    headings = [laid.text[b.start : b.end] for b in laid.blocks if isinstance(b, Heading)]
    assert opening == ["Q2 2025 Highlights", "Condensed Consolidated Statements of Operations"]
    assert "Strong cloud demand" not in headings


def test_entries_beside_a_table_are_apart_from_it(deck: Callable[..., bytes], at: At) -> None:
    slide = at(40, 480, "Segment Results", 28)
    for line, (entry, *row) in enumerate(
        (
            ("\u2022 Cloud grew by a fifth", "Cloud", "$240.0", "$200.0"),
            ("\u2022 Devices grew a little", "Devices", "165.0", "161.6"),
        )
    ):
        for words, x in zip((entry, *row), (40, 500, 700, 800), strict=True):
            slide += at(x, 380 - 24 * line, words, 14)
    laid = laid_out(deck(slide))
    first = next(block for block in laid.blocks if isinstance(block, Grid))
    assert laid.text[first.start : first.end] == "Cloud\t$240.0\t$200.0\nDevices\t165.0\t161.6"


def test_figures_over_their_captions_are_read_one_by_one(
    deck: Callable[..., bytes], at: At
) -> None:
    slide = at(40, 480, "Q2 2025 at a Glance", 28)
    for x, amount, caption in ((100, "$405.0M", "Revenue"), (500, "$180.0M", "Gross profit")):
        slide += at(x, 300, amount, 32) + at(x, 270, caption, 14)
    workpaper = check(read("q2.pdf", deck(slide)))
    assert [claim.concept for claim in workpaper.subject.claims] == [
        "us-gaap:Revenues",
        "us-gaap:GrossProfit",
    ]
    assert [*_endings(workpaper, "405.0M"), *_endings(workpaper, "180.0M")] == ["agrees"] * 2


@pytest.mark.parametrize(("amount", "outcome"), [("405.0M", "agrees"), ("450.0M", "not-tested")])
def test_a_figure_without_words_is_of_the_title_and_never_wrong(
    deck: Callable[..., bytes], at: At, amount: str, outcome: str
) -> None:
    slide = at(40, 480, "Q2 2025 Revenue", 28) + at(100, 300, f"${amount}", 40)
    workpaper = check(read("q2.pdf", deck(slide)))
    assert list(_endings(workpaper, amount)) == [outcome]
    assert not workpaper.findings


def test_labels_no_larger_than_their_names_are_a_charts_and_raise_nothing(
    deck: Callable[..., bytes], at: At
) -> None:
    slide = at(40, 480, "Q2 2025 Results", 28) + at(40, 455, "($ in millions)", 12)
    for x, amount, caption in ((100, "$504", "Revenue"), (500, "$160", "Operating income")):
        slide += at(x, 300, amount, 12) + at(x, 280, caption, 12)
    slide += at(300, 200, "Gross margin 54%", 12)
    assert not check(read("q2.pdf", deck(slide))).findings


def test_labels_of_a_chart_are_no_table_and_raise_nothing(
    deck: Callable[..., bytes], at: At
) -> None:
    slide = at(40, 480, "Quarterly Revenue", 28) + at(40, 455, "($ in millions)", 12)
    for place, amount in enumerate(("361", "370", "388", "391", "450")):
        slide += at(120 + 150 * place, 300, amount, 12) + at(120 + 150 * place, 220, amount, 12)
        slide += at(60, 100 + 60 * place, f"{place}00", 12)
        slide += at(115 + 150 * place, 100, f"Q{place % 4 + 1} 2025", 12)
    workpaper = check(read("q2.pdf", deck(slide)))
    assert len(workpaper.subject.document.grids) == 1
    assert not workpaper.findings


def test_a_title_ends_the_period_of_the_one_before(deck: Callable[..., bytes], at: At) -> None:
    first = at(40, 480, "Full Year 2024 in Review", 28) + at(60, 300, "A good year.", 14)
    then = at(40, 480, "Highlights", 28) + at(60, 300, "\u2022 Revenue of $405.0 million", 14)
    claim = read("q2.pdf", deck(first, then)).claims[0]
    assert claim.period is not None
    assert f"{claim.period.end}" == "2025-06-30"
