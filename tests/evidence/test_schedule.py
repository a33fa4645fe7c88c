"""Every table with figures is lines and columns, whether a statement kind claims it or not."""

from tieout.engine import read
from tieout.evidence.schedule import schedules
from tieout.model.unit import PURE, UNSAID

RELEASE = b"""Example Corp. Announces Second Quarter Fiscal 2008 Results

SPRINGFIELD, November 8, 2007 -- Example Corp. today announced results for its second quarter.

CONDENSED STATEMENTS OF OPERATIONS
(In thousands)

	Quarter Ended September 30, 2007	Quarter Ended September 30, 2006	Change
Net sales	$17,219	$12,946	$4,273
Restructuring	--	(12)	12
Net income	$1,834	$1,430	$404

	North	South
Stores	12	--
Growth	5.1%	2.0%
"""


def test_statements_come_first_then_tables_that_are_none() -> None:
    first, second = schedules(read("release.txt", RELEASE))
    assert (first.statement, second.statement) == (0, -1)
    assert first.measures == ("", "", "change")
    assert first.captions == ("net sales", "restructuring", "net income")
    assert second.headers == ("North", "South")


def test_a_nil_cell_is_zero_and_has_no_source() -> None:
    first, second = schedules(read("release.txt", RELEASE))
    for nil in (first.column(0)[1], second.column(1)[0]):
        assert nil is not None
        assert nil.value == 0
        assert not nil.sources


def test_only_its_like_adds_up_with_a_figure_whose_unit_is_unsaid() -> None:
    _, second = schedules(read("release.txt", RELEASE))
    units = [one.amount.unit for one in second.column(0) if one]
    assert units == [UNSAID, PURE]
    assert [one.style.show(one.amount) for one in second.column(0) if one] == ["12", "5.1%"]
