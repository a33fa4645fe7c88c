from tieout.lexicon.equivalents import equivalents

NET, ALL = "us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss"


def test_filers_use_either_for_the_result() -> None:
    assert ALL in equivalents(NET)
    assert NET in equivalents(ALL)


def test_what_nobody_else_uses_has_none() -> None:
    assert equivalents("us-gaap:Assets") == ()
    assert equivalents("ext:Subscription") == ()
