from tieout.model.concept import Concept, feeds, told_as, wide


def test_a_concept_is_known_or_made_of_a_caption() -> None:
    assert Concept("us-gaap:Revenues").is_known
    assert not Concept("ext:Backlog").is_known


def test_one_line_for_basic_and_diluted_reports_both() -> None:
    assert feeds("us-gaap:EarningsPerShareBasicAndDiluted") == (
        "us-gaap:EarningsPerShareBasic",
        "us-gaap:EarningsPerShareDiluted",
    )
    assert feeds("us-gaap:Revenues") == ("us-gaap:Revenues",)


def test_a_filing_may_use_a_narrower_element_for_what_prose_means() -> None:
    narrow = "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax"
    assert wide(narrow) == "us-gaap:Revenues"
    assert told_as("us-gaap:Revenues")[:2] == ("us-gaap:Revenues", narrow)
    # everybody's result is not the registrant's: it never stands for it
    assert told_as("us-gaap:NetIncomeLoss") == ("us-gaap:NetIncomeLoss",)
