"""A number where it stands, in prose or in a table, with the words around it."""

from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.evidence.mention import of_claim, of_statement, of_table

PAGE = b"""<html><body><p>Tamarack Holdings Reports Second Quarter 2024 Results</p>
<p>DENVER, August 1, 2024 -- Tamarack Holdings Inc. today reported results for the second quarter
ended June 30, 2024.</p>
<p>Obligations of $134.6 million, or 25.8% of the total, are due in more than five years.</p>
<p>CONTRACTUAL OBLIGATIONS<br>(dollars in millions)</p>
<table>
<tr><td></td><td>Total</td><td>Less than 1 year</td><td>More than 5 years</td></tr>
<tr><td>Long-term debt</td><td>$ 275.1</td><td>$ 155.0</td><td>$ 120.1</td></tr>
<tr><td>Fixed rate interest</td><td>29.5</td><td>15.0</td><td>14.5</td></tr>
<tr><td>Total</td><td>$ 304.6</td><td>$ 170.0</td><td>$ 134.6</td></tr>
</table></body></html>"""


def evidence() -> Evidence:
    return Evidence.gather([read("release.htm", PAGE)])


def test_a_figure_after_or_says_the_one_before_it_in_another_way() -> None:
    held = evidence()
    amount, share = (one for claim in held.claims() for one in of_claim(held, claim))
    assert (amount.is_appended, share.is_appended) == (False, True)
    assert share.others == {abs(amount.amount)}
    assert share.sentence == amount.sentence == amount.figure


def test_a_table_that_is_no_statement_has_its_titles_scale_and_words() -> None:
    release = evidence().subject
    assert [one for statement in release.statements for one in of_statement(statement)] == []
    held = [one for table in release.tables for one in of_table(release, table)]
    debt, total = held[1], held[-1]
    assert (str(debt.amount), str(total.amount)) == ("275100000", "134600000")
    assert {"long", "term", "debt"} <= debt.named
    assert debt.is_of_all
    assert total.is_total
    assert "obligation" in total.named  # a line called nothing but total is of what the table is of
