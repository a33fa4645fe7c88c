from tieout.model.document import Span
from tieout.model.statement import Line
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
