"""What a figure is in its release, and what the release shows as a whole."""

from collections.abc import Callable

import pytest

from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity
from tieout.proof.case import Case, Docket
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal

Propose = Callable[..., Proposal]

RELEASE = """Example Corp. Announces Second Quarter Fiscal 2008 Results

SPRINGFIELD, Ill., November 8, 2007 -- Example Corp. (NASDAQ: EXMP) today announced results for \
its second quarter ended September 30, 2007.

{prose}

EXAMPLE CORP.
CONDENSED STATEMENTS OF OPERATIONS
(In thousands)

\tQuarter Ended September 30, 2007\tQuarter Ended September 30, 2006
Revenue\t$87,219\t$82,946
Cost of goods sold\t54,975\t52,282
Gross profit\t32,244\t30,664
Operating expenses\t{expenses}\t20,460
Income from operations\t11,234\t10,204
"""
TOLD = "Revenue for the second quarter was $87.2 million."


def gathered(prose: str = TOLD, expenses: str = "21,010") -> Evidence:
    return Evidence.gather(
        [read("release.txt", RELEASE.format(prose=prose, expenses=expenses).encode())]
    )


@pytest.fixture(scope="module")
def told() -> Evidence:
    return gathered()


def case(evidence: Evidence, propose: Propose, stated: Quantity, *operands: Quantity) -> Case:
    formula = Formula("", operands, lambda *each: sum(each))
    one = propose(stated.ref.figure).read(stated=stated, formula=formula)
    return Case(Docket(evidence), one, stated, formula)


def test_a_figure_of_prose_has_its_claim_and_its_sentence(told: Evidence, propose: Propose) -> None:
    (claim,) = told.subject.claims
    fact = told.subject.facts[0]
    one = case(told, propose, told.of_claim(0, claim), told.of_fact(0, fact))
    assert (one.claim, one.fact, one.sentence) == (claim, None, TOLD)
    assert list(one.operands) == [fact]
    assert one.amount == claim.amount


def test_a_figure_of_a_statement_has_its_fact_and_no_sentence(
    told: Evidence, propose: Propose
) -> None:
    fact = told.subject.facts[0]
    one = case(told, propose, told.of_fact(0, fact))
    assert (one.claim, one.fact, one.sentence) == (None, fact, "")
    assert one.statement(fact).lines[fact.line].caption == "Revenue"


def test_facts_are_found_by_their_line_and_column_in_order(told: Evidence) -> None:
    docket = Docket(told)
    fact = told.subject.facts[0]
    line = docket.by_line[fact.statement, fact.line]
    column = docket.by_column[fact.statement, fact.column]
    assert [one.column for one in line] == sorted(one.column for one in line)
    assert [one.line for one in column] == sorted(one.line for one in column)
    assert len(line) == 2
    assert len(column) == 5


def test_a_figure_is_tied_by_what_settles_it_not_by_what_was_searched(
    told: Evidence, propose: Propose
) -> None:
    docket = Docket(told, [propose(1, bound="cell"), propose(2), propose(3, 1, bound="cell")])
    assert docket.tied == {1}


def test_prose_that_prints_as_the_table_does_shows_its_scale(told: Evidence) -> None:
    assert Docket(told).tied_scales == {0}
    assert (
        Docket(gathered("Revenue for the second quarter was $87.2 billion.")).tied_scales == set()
    )
    assert Docket(gathered("Nothing is told.")).tied_scales == set()


def test_sums_a_few_units_off_say_which_way_they_are_rounded(told: Evidence) -> None:
    assert Docket(told).residues == ()
    short, over = Docket(gathered(expenses="21,011")), Docket(gathered(expenses="21,009"))
    assert len(short.residues) == len(over.residues) == 1
    assert short.residues != over.residues
