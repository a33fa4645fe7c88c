import pytest

from tieout.lexicon.per_share import on_another_basis, parts_of_whole, share_element


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
        ("Extraordinary item", "Diluted earnings per share", None),
        ("Cumulative effect of accounting change", "Diluted earnings per share", None),
        (
            "Income (loss) from discontinued operations, net of tax", "Diluted earnings per share:",
            "IncomeLossFromDiscontinuedOperationsNetOfTaxPerDilutedShare",
        ),
        (
            # FRP Holdings, first quarter 2020
            "Net income attributable to the Company- Basic", "Earnings per common share:",
            "EarningsPerShareBasic",
        ),
        ("Dividends per share", "", None),
        ("Net investment income per share", "", None),
        ("Average revenue per unit (ARPU)", "", None),  # Spok, first quarter 2020
        ("Average units in service", "", None),
        ("Average units outstanding", "", "WeightedAverageNumberOfShareOutstandingBasicAndDiluted"),
        ("Diluted share count", "", "WeightedAverageNumberOfDilutedSharesOutstanding"),
        ("Net income", "", None),
    ],
)  # fmt: skip
def test_a_caption_of_shares_is_told_by_its_words(
    caption: str, section: str, element: str | None
) -> None:
    assert share_element(caption, section) == element


def test_a_basis_alone_goes_on_with_what_the_row_above_names() -> None:
    # FRP Holdings, third quarter of fiscal 2016: "Discontinued operations- Basic", then "Diluted"
    assert on_another_basis("Diluted", "Discontinued operations- Basic").split() == [
        "Discontinued",
        "operations",
        "Diluted",
    ]
    assert on_another_basis("Diluted", "Basic") == "Diluted"
    assert on_another_basis("Weighted shares", "Net income - basic") == "Weighted shares"


def test_a_whole_has_parts_on_its_own_basis() -> None:
    assert parts_of_whole("EarningsPerShareDiluted") == (
        "IncomeLossFromContinuingOperationsPerDilutedShare",
        "IncomeLossFromDiscontinuedOperationsNetOfTaxPerDilutedShare",
    )
    assert parts_of_whole("Revenues") == ()
