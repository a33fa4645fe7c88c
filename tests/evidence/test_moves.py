"""The moves of a line between periods as long, found by what they print as."""

from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.evidence.moves import Moves, moves
from tieout.model.amount import Amount
from tieout.model.unit import DOLLARS, SHARES

PAGE = b"""<p>NORTH BANK CORP. REPORTS SECOND QUARTER RESULTS</p>
<p>SPRINGFIELD, Ill., July 20, 2024 -- North Bank Corp. today reported results for the quarter
ended June 30, 2024.</p><p>Statements of Income</p><p>(in thousands)</p><table>
<tr><td></td><td colspan=2>Three Months Ended June 30,</td>
<td colspan=2>Six Months Ended June 30,</td></tr>
<tr><td></td><td>2024</td><td>2023</td><td>2024</td><td>2023</td></tr>
<tr><td>Loans, including fees</td><td>$29,781</td><td>30,770</td><td>59,100</td><td>61,020</td></tr>
<tr><td>Service fees</td><td>2,154</td><td>2,664</td><td>4,310</td><td>5,200</td></tr>
<tr><td>Total interest income</td><td>31,935</td><td>33,434</td><td>63,410</td><td>66,220</td></tr>
</table>"""


def _moves() -> Moves:
    return moves(Evidence.gather([read("x.htm", PAGE)]))


def test_a_move_is_found_by_its_size_as_printed() -> None:
    found = _moves().of(Amount(510, 3, DOLLARS))
    assert [(now.amount.mantissa, was.amount.mantissa) for now, was in found] == [(2154, 2664)]
    found = _moves().of(Amount(15, 5, DOLLARS))
    assert [(now.amount.mantissa, was.amount.mantissa) for now, was in found] == [(31935, 33434)]


def test_a_quarter_does_not_move_to_a_half_year() -> None:
    assert not list(_moves().of(Amount(4310 - 2664, 3, DOLLARS)))
    assert _moves().count(DOLLARS) == 6


def test_nothing_moves_that_no_line_counts() -> None:
    assert not list(_moves().of(Amount(510, 3, SHARES)))
    assert _moves().count(SHARES) == 0
