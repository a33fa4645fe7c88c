"""A change told in money and in percent, by the line that moved by both (RX002, RX003)."""

import pytest

from tieout.engine import check, read

_OPENING = """<p>NORTH BANK CORP. REPORTS FIRST QUARTER RESULTS</p>
<p>SPRINGFIELD, Ill., April 20, 2024 -- North Bank Corp. today reported results for the quarter
ended March 31, 2024.</p>"""
_TABLE = """<p>Statements of Income</p><p>(in thousands)</p><table>
<tr><td></td><td colspan=2>Three Months Ended March 31,</td></tr>
<tr><td></td><td>2024</td><td>2023</td></tr>
<tr><td>Loans, including fees</td><td>29,781</td><td>30,770</td></tr>
<tr><td>Commercial paper and deposits</td><td>1,794</td><td>2,283</td></tr>
<tr><td>Securities available for sale</td><td>912</td><td>850</td></tr>
<tr><td>Other investments</td><td>2,154</td><td>2,664</td></tr>
<tr><td>Total interest income</td><td>34,641</td><td>36,567</td></tr></table>"""


@pytest.mark.parametrize(
    ("told", "outcomes"),
    [
        ("a $510,000, or 19.1% decrease in other investment income", {"agrees"}),
        ("a $510,000 (19.1%) decrease in other investment income", {"agrees"}),
        ("a $510,000, or 19.4% decrease in other investment income", {"not-tested"}),
        ("a $540,000, or 19.1% decrease in other investment income", {"not-tested"}),
        ("a $510,000, or 19.1% increase in other investment income", {"not-tested"}),
    ],
)
def test_a_line_that_moved_by_both_bears_them_out(told: str, outcomes: set[str]) -> None:
    page = f"{_OPENING}<p>The decrease was due to {told}.</p>{_TABLE}".encode()
    paper = check(read("x.htm", page))
    ended = {one.subject.figure: one.outcome for one in paper.checks if one.rule == "RX002"}
    ended |= {one.subject.figure: one.outcome for one in paper.checks if one.rule == "RX003"}
    assert len(ended) == 2
    assert set(ended.values()) == outcomes
