from tieout.model.amount import Amount
from tieout.model.document import Span
from tieout.model.statement import Line, Sum
from tieout.model.table import Reading
from tieout.statements.sums.walk import Walk


def line(caption: str) -> Line:
    return Line(caption, (Span(0, 0),), "ext:X", ())


LINES = tuple(map(line, ["Cash", "Stock", "Total current assets", "Land", "Total assets"]))


def test_a_total_takes_the_heading_that_shares_its_words() -> None:
    walk = Walk(LINES)
    walk.enter(0)
    walk.heading("Current assets:")
    walk.enter(1)
    assert walk.names_heading("Total current assets")
    assert not walk.names_heading("Total liabilities")
    assert walk.stretches("Total current assets")[0] == 1
    assert walk.since(1) == ((1, 1),)


def test_a_total_stands_for_the_lines_it_closes() -> None:
    walk = Walk(LINES)
    walk.enter(0)
    walk.enter(1, -1)
    walk.close(0, 2)
    walk.enter(3)
    assert walk.parts == ((2, 1), (3, 1))
    assert walk.since(0, -1) == ((2, -1), (3, -1))
    assert walk.stretches("Total assets") == [1, 0]


def test_nothing_above_a_total_is_no_sum() -> None:
    walk = Walk(LINES)
    walk.add(4, [(), ()], firm=True)
    assert not walk.sums
    walk.add(4, [((0, 1),), ((0, 1),)], firm=True, is_result=True)
    assert [(one.readings, one.kind) for one in walk.sums] == [((((0, 1),),), "result")]


def amounts(caption: str, *values: int) -> Line:
    cells = tuple(Reading("number", 0, 1, 0, Amount(value, 0)) for value in values)
    return Line(caption, (Span(0, 0),), "ext:X", cells)


def test_a_total_alone_under_its_own_heading_sums_nothing_above_it() -> None:
    # Accenture, release for the second quarter of fiscal 2026: redeemable interests stand between
    walk = Walk(LINES)
    walk.enter(0)
    walk.heading("SHAREHOLDERS' EQUITY:")
    assert walk.stretches("Total Example shareholders' equity") == []
    assert not walk.names_heading("Total Example shareholders' equity")
    walk.enter(1)
    assert walk.stretches("Total Example shareholders' equity")[0] == 1


def test_no_sum_stands_that_no_column_bears_out() -> None:
    lines = (amounts("A", 10, 20), amounts("B", 5, 2), amounts("Total", 15, 99))
    walk = Walk(lines)
    walk.add(2, [((0, 1),), ((0, 1), (1, 1))], firm=True)
    assert [one.readings for one in walk.borne_out()] == [(((0, 1), (1, 1)),)]
    walk.sums.clear()
    walk.add(2, [((0, 1),)], firm=True)
    assert not walk.borne_out()


def test_figures_exchanged_between_columns_bear_a_sum_out() -> None:
    walk = Walk((amounts("A", 20, 10), amounts("B", 1, 2), amounts("Total", 11, 22)))
    walk.add(2, [((0, 1), (1, 1))], firm=True)
    assert walk.borne_out()


def test_one_column_leaves_a_total_to_its_captions() -> None:
    walk = Walk((amounts("A", 10), amounts("B", 1), amounts("Total", 99)))
    walk.add(2, [((0, 1), (1, 1))], firm=True)
    assert walk.borne_out()
    walk.sums.clear()
    walk.add(2, [((0, 1), (1, 1))])
    assert not walk.borne_out()


def test_a_sign_lacking_in_every_column_is_no_other_way_to_add_up() -> None:
    lines = (amounts("Profit", 50, 40), amounts("Costs", 60, 45), amounts("Result", 10, 5))
    walk = Walk(lines)
    parts = ((0, 1), (1, -1))
    assert not walk.add_unsigned(2, parts, [])
    assert walk.add_unsigned(2, parts, [2])
    assert walk.borne_out() == (Sum(2, (parts,), firm=True, kind="result", is_unsigned=True),)


def test_a_measure_echoes_the_line_that_it_adjusts() -> None:
    lines = tuple(map(line, ["Net loss", "GAAP net loss attributable to owners", "Costs"]))
    walk = Walk(lines)
    for number in range(3):
        walk.enter(number)
    assert walk.echoes("Adjusted net income attributable to owners") == [1]
    assert walk.echoes("Adjusted") == []
