import pytest

from tieout.model.document import Span
from tieout.model.statement import Line, Statement
from tieout.statements.lines import is_total, names_only_loss, signs


@pytest.mark.parametrize(
    ("caption", "total"),
    [("Total assets", True), ("TOTAL", True), ("", True), ("Subtotal", False), ("Cash", False)],
)
def test_a_total_says_so_or_has_no_caption(caption: str, *, total: bool) -> None:
    assert is_total(Line(caption, (Span(0, 0),), "ext:X", ())) is total


@pytest.mark.parametrize(
    ("caption", "loss"),
    [
        ("Net loss", True),
        ("Gross loss", True),
        ("Loss before income taxes", True),
        ("Loss from operations", True),
        ("Net income (loss)", False),
        ("Income before income taxes", False),
        ("Gain or loss on sale", False),
    ],
)
def test_a_caption_that_names_only_a_loss(caption: str, *, loss: bool) -> None:
    assert names_only_loss(caption) is loss


def test_lines_know_their_sections_units_and_printed_signs(income: Statement) -> None:
    by_caption = {line.caption: line for line in income.lines}
    assert by_caption["Research and development"].section == "Operating expenses:"
    assert by_caption["Total operating expenses"].depth == 0
    assert signs(by_caption["Research and development"]) == {-1}
    assert signs(by_caption["Interest expense, net"]) == {1}
    shares = [line for line in income.lines if line.unit == "shares"]
    assert [(line.section, line.power) for line in shares] == [("Weighted average shares:", 3)]
    per_share = [line for line in income.lines if line.unit == "USD/shares"]
    assert [(line.section, line.power) for line in per_share] == [("Net loss per share:", 0)]
