import pytest

from tieout.model.statement import Statement


def told(statement: Statement, concept: str) -> list[tuple[str, str, str]]:
    """(period, amount, unit) of every fact of a caption that is of that concept."""
    return [
        (str(fact.period), str(fact.amount), fact.amount.unit)
        for fact in statement.facts
        if fact.in_caption and fact.concept == concept
    ]


@pytest.mark.parametrize(
    ("concept", "facts"),
    [
        ("CommonStockParOrStatedValuePerShare",
         [("2007-09-30", "0.001", "USD/shares"), ("2007-03-31", "0.001", "USD/shares")]),
        ("CommonStockSharesAuthorized",
         [("2007-09-30", "415000000", "shares"), ("2007-03-31", "415000000", "shares")]),
        ("CommonStockSharesIssued",
         [("2007-09-30", "146067943", "shares"), ("2007-03-31", "144512997", "shares")]),
        ("CommonStockSharesOutstanding",
         [("2007-09-30", "145474074", "shares"), ("2007-03-31", "144512997", "shares")]),
        ("TreasuryStockShares",
         [("2007-09-30", "593869", "shares"), ("2007-03-31", "593869", "shares")]),
        ("AllowanceForDoubtfulAccountsReceivableCurrent",
         [("2007-09-30", "35000", "USD"), ("2007-03-31", "28000", "USD")]),
    ],
)  # fmt: skip
def test_a_figure_in_a_caption_takes_the_first_date_behind_it(
    balance_sheet: Statement, concept: str, facts: list[tuple[str, str, str]]
) -> None:
    assert sorted(told(balance_sheet, f"us-gaap:{concept}")) == sorted(facts)


def test_figures_in_a_row_are_one_a_column(income: Statement) -> None:
    compensation = [fact for fact in income.facts if fact.in_caption]
    assert [(str(fact.period), str(fact.amount)) for fact in compensation] == [
        ("2019-04-01/2019-06-30", "23000"),
        ("2018-04-01/2018-06-30", "51000"),
    ]
    assert all(fact.dimensions for fact in compensation)


def test_a_caption_of_words_tells_nothing(income: Statement) -> None:
    assert all("compensation" in fact.caption for fact in income.facts if fact.in_caption)
