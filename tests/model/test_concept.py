from tieout.model.concept import Concept, feeds


def test_a_concept_is_known_or_made_of_a_caption() -> None:
    assert Concept("us-gaap:Revenues").is_known
    assert not Concept("ext:Backlog").is_known


def test_one_line_for_basic_and_diluted_reports_both() -> None:
    assert feeds("us-gaap:EarningsPerShareBasicAndDiluted") == (
        "us-gaap:EarningsPerShareBasic",
        "us-gaap:EarningsPerShareDiluted",
    )
    assert feeds("us-gaap:Revenues") == ("us-gaap:Revenues",)
