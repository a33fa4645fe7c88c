import pytest

from tieout.lexicon.per_share import share_element


@pytest.mark.parametrize(
    ("caption", "section", "element"),
    [
        ("Basic", "Net income per share:", "EarningsPerShareBasic"),
        ("Net income", "Diluted earnings per share:", "EarningsPerShareDiluted"),
        ("Net loss per share, basic and diluted", "", "EarningsPerShareBasicAndDiluted"),
        (
            # IBM's 10-Q for June 30, 2025
            "Earnings per share from continuing operations - assuming dilution", "",
            "IncomeLossFromContinuingOperationsPerDilutedShare",
        ),
        (
            "Discontinued operations", "Basic earnings per share",
            "IncomeLossFromDiscontinuedOperationsNetOfTaxPerBasicShare",
        ),
        (
            "Diluted", "Weighted average shares outstanding",
            "WeightedAverageNumberOfDilutedSharesOutstanding",
        ),
        ("Adjusted earnings per diluted share", "", None),
        ("Dividends per share", "", None),
        ("Net income", "", None),
    ],
)  # fmt: skip
def test_a_caption_of_shares_is_told_by_its_words(
    caption: str, section: str, element: str | None
) -> None:
    assert share_element(caption, section) == element
