"""Ranges that tables print."""

from tieout.engine import read
from tieout.evidence.outlook import ranges

PAGE = b"""<html><body><p>Larkspur Networks Reports First Quarter 2025 Results</p>
<p>RENO, Nev., May 1, 2025 -- Larkspur Networks, Inc. today reported results for the first
quarter ended March 31, 2025.</p>
<p>OUTLOOK<br>(in millions, except per share amounts)</p>
<table><tr><td></td><td>Q2 2025</td><td>FY 2025</td></tr>
<tr><td>Revenue</td><td>$84 - $88</td><td>$350 to $360</td></tr>
<tr><td>Growth</td><td>4% to 6%</td><td>5% to 6%</td></tr>
<tr><td>Net income per share</td><td>$0.16 - $0.17</td><td></td></tr></table>
<p>GUIDANCE<br>(in millions)</p>
<table><tr><td></td><td>Low</td><td>High</td></tr>
<tr><td>Capital expenditures</td><td>$ 30</td><td>$ 35</td></tr></table>
<p>OTHER</p><table><tr><td></td><td>FY 2025</td></tr>
<tr><td>Interest expense</td><td>$120 - $140 million</td></tr></table>
</body></html>"""


def test_ranges_stand_in_cells_and_in_two_columns() -> None:
    found = list(ranges(read("release.htm", PAGE)))
    assert [(str(one.low.amount), str(one.high.amount)) for one in found] == [
        ("84000000", "88000000"),
        ("350000000", "360000000"),
        ("0.04", "0.06"),
        ("0.05", "0.06"),
        ("0.16", "0.17"),
        ("120000000", "140000000"),
        ("30000000", "35000000"),
    ]


def test_a_range_has_the_period_over_it() -> None:
    quarter, year = list(ranges(read("release.htm", PAGE)))[:2]
    assert quarter.period is not None
    assert year.period is not None
    assert (quarter.period.months, year.period.months) == (3, 12)
    assert quarter.caption == {"revenue"}
