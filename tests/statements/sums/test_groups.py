from tieout.model.document import Span
from tieout.model.statement import Line
from tieout.statements.sums.groups import OpenLines, total_of


def line(caption: str) -> Line:
    return Line(caption, (Span(0, 0),), "ext:X", ())


LINES = tuple(map(line, ["Cash", "Stock", "Total current assets", "Land", "Total assets"]))


def test_a_total_takes_the_heading_that_shares_its_words() -> None:
    still_open = OpenLines()
    still_open.enter(0, 1)
    still_open.heading("Current assets:")
    still_open.enter(1, 1)
    assert still_open.names_heading("Total current assets")
    assert not still_open.names_heading("Total liabilities")
    assert still_open.stretches("Total current assets", LINES)[0] == 1
    assert still_open.since(1) == ((1, 1),)


def test_a_total_stands_for_the_lines_it_closes() -> None:
    still_open = OpenLines()
    still_open.enter(0, 1)
    still_open.enter(1, -1)
    still_open.close(0, 2, 1)
    still_open.enter(3, 1)
    assert still_open.parts == ((2, 1), (3, 1))
    assert still_open.since(0, orientation=-1) == ((2, -1), (3, -1))
    assert still_open.stretches("Total assets", LINES) == [1, 0]


def test_nothing_above_a_total_is_no_sum() -> None:
    assert total_of(4, [(), ()], firm=True) is None
    found = total_of(4, [((0, 1),), ((0, 1),)], firm=True, kind="result")
    assert found is not None
    assert (found.readings, found.kind) == ((((0, 1),),), "result")
