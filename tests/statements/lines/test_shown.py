from tieout.model.amount import Amount
from tieout.model.table import Reading
from tieout.statements.lines.shown import shown_by


def number(mantissa: int, exponent: int, *, is_percent: bool = False) -> Reading:
    return Reading("number", 0, 1, 0, Amount(mantissa, exponent), is_percent=is_percent)


def test_a_row_of_whole_amounts_has_no_cents() -> None:
    shown = shown_by([number(7219, 0), Reading("nil", 0, 1), number(412, -3, is_percent=True)])
    assert (shown.amounts, shown.nils, shown.rates) == (1, 1, 1)
    assert shown.is_whole
    assert not shown.is_in_cents
    assert not shown.is_ratio


def test_a_row_is_in_cents_where_every_amount_is() -> None:
    assert shown_by([number(12, -2), number(125, -3)]).is_in_cents
    assert not shown_by([number(12, -2), number(12, -1)]).is_in_cents
    assert not shown_by([]).is_in_cents


def test_a_row_of_percentages_alone_is_a_ratio() -> None:
    assert shown_by([number(412, -3, is_percent=True), Reading("blank", 0, 1)]).is_ratio
    assert not shown_by([Reading("nil", 0, 1)]).is_ratio
