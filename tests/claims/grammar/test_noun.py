from collections.abc import Callable

import pytest

from tieout.model.claim import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("sentence", "concept"),
    [
        ("Selling, general and administrative expenses were $5 million.",
         "us-gaap:SellingGeneralAndAdministrativeExpense"),
        ("Revenue was $5 million and selling, general and administrative costs were $2 million.",
         "us-gaap:SellingGeneralAndAdministrativeExpense"),
        ("We had cash used in operating activities of $5 million.",
         "us-gaap:NetCashProvidedByUsedInOperatingActivities"),
        ("Income from operations was $5 million, compared to income from operations of $4 million.",
         "us-gaap:OperatingIncomeLoss"),
        ("The company had $5 million in cash and cash equivalents and no debt.",
         "us-gaap:CashAndCashEquivalentsAtCarryingValue"),
        ("About $5 million of revenue was deferred.", "us-gaap:Revenues"),
        ("We had $5 million in cash and $9 million of borrowings.", "ext:Borrowings"),
        ("Revenue was between $5 million to $6 million.", "us-gaap:Revenues"),
        ("Example earned $5 million.", "us-gaap:NetIncomeLoss"),
        ("Net income of $5 million, $3.23 diluted EPS", "us-gaap:EarningsPerShareDiluted"),
        ("Corporate overhead saw an increase of $5 million.", "ext:CorporateOverhead"),
        ("Revenue for the quarter ended September 30, 2007, of $5 million", "us-gaap:Revenues"),
        ("On an adjusted basis, the company had EPS of $0.34.", "ext:AdjustedEps"),
        ("In Europe, revenue was $5 million.", "ext:EuropeRevenue"),
        ("In addition, revenue was $5 million.", "us-gaap:Revenues"),
        ("Loan growth of $5 million is good.", "ext:Loan"),
        ("Revenue was 12% higher than a year ago.", "us-gaap:Revenues"),
    ],
)  # fmt: skip
def test_the_noun_of_the_last_figure(sentence: str, concept: str, told: Told) -> None:
    assert told(sentence)[-1].concept.removesuffix("PerShare") == concept


def test_a_comparative_may_shorten_the_name(told: Told) -> None:
    now, before = told(
        "Net income available to common stockholders was $5 million, "
        "compared to net income of $4 million a year ago."
    )
    assert now.concept == before.concept
