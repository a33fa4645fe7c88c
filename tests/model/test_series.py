"""What a series says of itself."""

from tieout.model.series import Quarter, Series
from tieout.model.unit import PER_SHARE


def series(*captions: str) -> Series:
    return Series(
        ("us-gaap:EarningsPerShareBasic",), captions, "", PER_SHARE, 0, is_flow=True, quarters=()
    )


def test_a_quarter_is_named_as_filings_name_it() -> None:
    assert Quarter(2008, 2).label == "FY2008 Q2"


def test_a_caption_that_says_nothing_alone_gives_way_to_the_element() -> None:
    assert series("Basic").caption == "Earnings per share basic"
    assert series().caption == "Earnings per share basic"
    assert series("Net income per share", "Basic").caption == "Net income per share"
