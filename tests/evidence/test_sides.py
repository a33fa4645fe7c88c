from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.evidence.sides import sides

_RELEASE = """Example Corp. Announces Second Quarter Fiscal 2008 Results

SPRINGFIELD, Ill., November 8, 2007 -- Example Corp. (NASDAQ: EXMP) today announced results for
its second quarter ended September 30, 2007.

EXAMPLE CORP.
CONDENSED STATEMENTS OF OPERATIONS
(In thousands)

\tQuarter Ended September 30, 2007\tQuarter Ended September 30, 2006
Revenue\t$7,219\t$2,946
Cost of goods sold\t4,975\t2,282
Gross profit\t2,244\t664
Selling and administrative\t1,010\t460
Gain on sale of land\t(310)\t(50)
Total operating expenses\t700\t410
Income from operations\t1,544\t254
Income tax benefit (expense)\t(400)\t74
Net income\t$1,144\t$328
"""


def test_a_figure_is_on_the_side_that_the_sums_take_it_for() -> None:
    release = read("release.txt", _RELEASE.encode())
    found = sides(Evidence.gather([release]))
    shown = {(one.caption, one.printed.mantissa): found.of(one.figure) for one in release.facts}
    assert shown["Cost of goods sold", 4975] == -1
    assert shown["Selling and administrative", 1010] == -1
    assert shown["Gain on sale of land", -310] == 1
    assert shown["Income tax benefit (expense)", -400] == -1
    assert shown["Income tax benefit (expense)", 74] == 1
    assert shown["Net income", 1144] == 1
