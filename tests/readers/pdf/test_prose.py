"""Lines outside tables as paragraphs and headings."""

from collections.abc import Callable

from tieout.model.document import Heading
from tieout.readers.passages import Laid
from tieout.readers.pdf.lines import Line, Piece
from tieout.readers.pdf.prose import leading

Printed = Callable[..., Laid]


def blocks(laid: Laid) -> list[tuple[str, str]]:
    return [
        (
            "heading" if isinstance(block, Heading) else "paragraph",
            laid.text[block.start : block.end],
        )
        for block in laid.blocks
    ]


def test_a_gap_ends_a_paragraph(printed: Printed) -> None:
    laid = printed("""
Results for the Year

Net sales rose in the year as more stores were opened in every region
and each of them sold more than the year before.

Costs rose too.
""")
    assert blocks(laid) == [
        ("heading", "Results for the Year"),
        (
            "paragraph",
            "Net sales rose in the year as more stores were opened in every region\n"
            "and each of them sold more than the year before.",
        ),
        ("paragraph", "Costs rose too."),
    ]


def test_a_short_line_and_a_bullet_end_a_paragraph(printed: Printed) -> None:
    laid = printed("""
Net sales rose in the year as more stores were opened in every region
of the country.
• Costs rose as well, and faster than they had in the year before, as
  wages did.
• Taxes fell.
""")
    assert [said for _, said in blocks(laid)] == [
        "Net sales rose in the year as more stores were opened in every region\nof the country.",
        "\u2022 Costs rose as well, and faster than they had in the year before, as\nwages did.",
        "\u2022 Taxes fell.",
    ]


def test_titles_on_one_axis_are_one_heading(printed: Printed) -> None:
    laid = printed("""
     Example Corporation Reports
             Higher Sales

Net sales rose in the year as more stores were opened in every region.
""")
    assert blocks(laid)[0] == ("heading", "Example Corporation Reports\nHigher Sales")


def test_the_usual_leading_is_that_of_long_lines() -> None:
    lines = [Line(base, 10, 400, (Piece("x" * 80, 50, 500),)) for base in (100, 115, 130, 160, 175)]
    assert leading(lines) == 1.5
    assert leading([]) == 1.2
