from collections.abc import Callable

import pytest

from tieout.model.statement import Statement

Read = Callable[[str], Statement]


def told(statement: Statement, concept: str) -> list[tuple[str, str, str]]:
    """(period, amount, unit) of every fact of a caption that is of that concept."""
    return [
        (str(fact.period), str(fact.amount), fact.amount.unit.text)
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


# Captions of balance sheets in Forms 10-Q for the quarters of mid-2023 and mid-2025, and of a
# release for the first quarter of 2020; the dates are made those of the example.
CAPTIONS = [
    # HubSpot, June 30, 2025: the dates of both runs stand at the end
    (
        "Common stock, $0.001 par value—500,000 shares authorized; 54,198 and 52,667 shares issued;"
        " 52,701 and 51,767 shares outstanding at September 30, 2007 and March 31, 2007,"
        " respectively",
        {
            "CommonStockSharesAuthorized": ["500000000 2007-09-30", "500000000 2007-03-31"],
            "CommonStockSharesIssued": ["54198000 2007-09-30", "52667000 2007-03-31"],
            "CommonStockSharesOutstanding": ["52701000 2007-09-30", "51767000 2007-03-31"],
        },
    ),
    # Exxon Mobil, June 30, 2023: a scale word of its own
    (
        "Common stock without par value (9,000 million shares authorized, 8,019 million shares"
        " issued)",
        {
            "CommonStockSharesAuthorized": ["9000000000 2007-09-30", "9000000000 2007-03-31"],
            "CommonStockSharesIssued": ["8019000000 2007-09-30", "8019000000 2007-03-31"],
        },
    ),
    # Caterpillar, June 30, 2023: the dates stand before the figures
    (
        "Treasury stock: (9/30/07 – 304,751 shares; 3/31/07 – 298,549 shares) at cost",
        {"TreasuryStockShares": ["304751000 2007-09-30", "298549000 2007-03-31"]},
    ),
    (
        "Common stock: Authorized shares: 2,000,000 Issued shares: (9/30/07 and 3/31/07 – 814,894)"
        " at paid-in amount",
        {
            "CommonStockSharesAuthorized": ["2000000000 2007-09-30", "2000000000 2007-03-31"],
            "CommonStockSharesIssued": ["814894000 2007-03-31", "814894000 2007-09-30"],
        },
    ),
    # PepsiCo, September 9, 2023: what is issued is said before its figures, far away
    (
        "Common stock, par value 12/3¢ per share (authorized 3,600 shares; issued, net of"
        " repurchased common stock at par value: 1,375 and 1,377 shares, respectively)",
        {
            "CommonStockSharesAuthorized": ["3600000 2007-09-30", "3600000 2007-03-31"],
            "CommonStockSharesIssued": ["1375000 2007-09-30", "1377000 2007-03-31"],
        },
    ),
    # Intel, July 1, 2023: the other date in brackets leaves the first figure the other column
    (
        "Common stock, 4,188 issued and outstanding (4,137 issued and outstanding as of March 31,"
        " 2007)",
        {
            "CommonStockSharesIssued": ["4188000 2007-09-30", "4137000 2007-03-31"],
            "CommonStockSharesOutstanding": ["4188000 2007-09-30", "4137000 2007-03-31"],
        },
    ),
    # UPS and Verizon, June 30, 2023: classes, and shares held
    (
        "Class B common stock (723 and 725 shares issued at September 30, 2007 and March 31, 2007)",
        {"CommonStockSharesIssued": ["723000 2007-09-30", "725000 2007-03-31"]},
    ),
    (
        "Common stock in treasury, at cost (87,393 and 91,572 shares outstanding)",
        {"TreasuryStockShares": ["87393000 2007-09-30", "91572000 2007-03-31"]},
    ),
    # HomeTrust and Patriot Transportation, 2020: none issued, and shares only designated
    (
        "Preferred stock, 10,000 shares authorized, none issued or outstanding",
        {"PreferredStockSharesAuthorized": ["10000000 2007-09-30", "10000000 2007-03-31"]},
    ),
    (
        "Preferred stock, 5,000 shares authorized, of which 250 shares are designated Series A",
        {"PreferredStockSharesAuthorized": ["5000000 2007-09-30", "5000000 2007-03-31"]},
    ),
    # Criteo, first quarter of 2020: amounts in millions under a scale of thousands
    (
        "Trade receivables, net of allowances of $16.1 million and $23.1 million at September 30,"
        " 2007 and March 31, 2007, respectively",
        {
            "AllowanceForDoubtfulAccountsReceivableCurrent": [
                "16100000 2007-09-30",
                "23100000 2007-03-31",
            ]
        },
    ),
    # a limit is no part of the line (Bridge Bancorp, first quarter of 2020)
    ("Certificates of deposit of less than $100,000", {}),
]


@pytest.mark.parametrize(("caption", "facts"), CAPTIONS)
def test_what_a_caption_tells(statement: Read, caption: str, facts: dict[str, list[str]]) -> None:
    sheet = statement(
        "EXAMPLE CORP.\nCONDENSED BALANCE SHEETS\n(In thousands)\n\n"
        "\tSeptember 30, 2007\tMarch 31, 2007\nCash\t$ 2,500\t$ 1,300\n"
        "Total assets\t$ 3,600\t$ 2,300\nAccounts payable\t600\t500\n"
        f"{caption}\t146\t145\n"
        "Total liabilities and stockholders' equity\t$ 3,600\t$ 2,300\n"
    )
    said: dict[str, list[str]] = {}
    for fact in sheet.facts:
        name = fact.concept.partition(":")[2]
        if fact.in_caption and "ParOrStated" not in name:
            said.setdefault(name, []).append(f"{fact.amount} {fact.period}")
    assert said == facts


def test_shares_of_a_class_are_told_apart_from_all_shares(statement: Read) -> None:
    sheet = statement(
        "EXAMPLE CORP.\nCONDENSED BALANCE SHEETS\n\n\tJune 30, 2023\nCash\t5\nTotal assets\t5\n"
        "Accounts payable\t2\nClass A common stock, 132 shares issued\t2\n"
        "Class B common stock, 723 shares issued\t1\n"
        "Total liabilities and stockholders' equity\t5\n"
    )
    assert [fact.dimensions for fact in sheet.facts if fact.in_caption] == [
        (("StatementClassOfStock", "ClassA"),),
        (("StatementClassOfStock", "ClassB"),),
    ]


def test_shares_on_a_line_of_their_own_are_of_the_stock_above(statement: Read) -> None:
    # IBM, Form 10-Q for June 30, 2025
    sheet = statement(
        "EXAMPLE CORP.\nCONDENSED BALANCE SHEETS\n\n\tJune 30, 2025\tDecember 31, 2024\n"
        "Cash\t5\t5\nTotal assets\t5\t5\nAccounts payable\t2\t2\n"
        "Treasury stock - at cost\t(1)\t(1)\nShares: 2025 - 1,353,027,746\n"
        "Total liabilities and stockholders' equity\t5\t5\n"
    )
    (fact,) = (fact for fact in sheet.facts if fact.in_caption)
    assert fact.concept == "us-gaap:TreasuryStockCommonShares"
    assert (str(fact.amount), str(fact.period)) == ("1353027746", "2025-06-30")
