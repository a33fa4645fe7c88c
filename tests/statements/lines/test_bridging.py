from tieout.model.amount import Amount
from tieout.model.document import Span
from tieout.model.statement import Line
from tieout.model.table import Reading
from tieout.model.unit import DOLLARS, PER_SHARE, Unit
from tieout.statements.lines.bridging import bridging


def line(caption: str, exponent: int, unit: Unit = DOLLARS) -> Line:
    cell = Reading("number", 0, 1, 0, Amount(110, exponent))
    return Line(caption, (Span(0, 1),), "ext:X", (cell,), unit=unit)


def test_cents_between_two_amounts_per_share_are_per_share() -> None:
    lines = (
        line("Net income", 0),
        line("Diluted earnings per share", -2, PER_SHARE),
        line("Restructuring charges", -2),
        line("Adjusted earnings per share", -2, PER_SHARE),
    )
    read = bridging(lines)
    assert [one.unit for one in read] == [DOLLARS, PER_SHARE, PER_SHARE, PER_SHARE]
    assert read[2].concept == "ext:RestructuringChargesPerShare"


def test_cents_are_money_where_the_money_above_is_in_cents_too() -> None:
    lines = (
        line("Net income", -2),
        line("Diluted earnings per share", -2, PER_SHARE),
        line("Restructuring charges", -2),
        line("Adjusted earnings per share", -2, PER_SHARE),
    )
    assert bridging(lines) is not lines
    assert bridging(lines)[2].unit is DOLLARS


def test_a_single_amount_per_share_leads_nowhere() -> None:
    lines = (line("Diluted earnings per share", -2, PER_SHARE), line("Charges", -2))
    assert bridging(lines) is lines
