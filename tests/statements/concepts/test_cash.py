from tieout.model.statement import Line
from tieout.statements.concepts.cash import told

ADDED = Line("Additions to short-term debt", (), "us-gaap:ProceedsFromShortTermDebt", ())
NET = Line("Additions in debt with three months or less maturity, net", (), "ext:X", ())


def test_short_debt_beside_the_shortest_is_of_more_than_three_months() -> None:
    # Exxon Mobil's 10-Q for June 30, 2023
    assert told([ADDED, NET])[0].concept.endswith("DebtMaturingInMoreThanThreeMonths")
    assert told([ADDED])[0].concept == ADDED.concept
