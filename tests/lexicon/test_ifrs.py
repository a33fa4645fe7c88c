"""What documents under IFRS are told in, on small documents of several countries."""

from importlib.resources import files

import pytest

from tieout import engine
from tieout.lexicon.entries import by_name
from tieout.lexicon.ifrs import outer, reported, side
from tieout.model.workpaper import Release

BASIS = "<p>The statements are prepared in accordance with IAS 34.</p>"


def read(*parts: str) -> Release:
    """The release that a page of these parts is, in the names that it is told in."""
    return reported(engine.read("a.htm", "\n".join([BASIS, *parts]).encode()))


def table(*rows: str) -> str:
    """A table, a row a line, cells between pipes."""
    cells = ("".join(f"<td>{one}</td>" for one in row.split("|")) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def told(release: Release) -> dict[tuple[str, str], str]:
    """The numbers of the first column by element and caption."""
    found: dict[tuple[str, str], str] = {}
    for fact in release.facts:
        name = fact.name.removeprefix("ifrs-full:")
        found.setdefault((fact.caption, name), str(fact.value))
    return found


UK = (
    "<h3>Condensed consolidated income statement</h3>",
    "<p>for the six months ended 30 June 2025 (unaudited)</p>",
    table(
        "|Note|Half year 2025|Half year 2024",
        "||£m|£m",
        "Revenue|3|1,204.5|1,150.2",
        "Cost of sales||(802.3)|(770.1)",
        "Gross profit||402.2|380.1",
        "Distribution costs||(101.0)|(99.8)",
        "Administrative expenses||(148.2)|(140.0)",
        "Operating profit||153.0|140.3",
        "Finance income|5|4.5|4.0",
        "Finance costs|5|(22.5)|(21.0)",
        "Share of profit of associates and joint ventures||4.0|3.0",
        "Profit before tax||139.0|126.3",
        "Income tax expense|6|(32.5)|(29.3)",
        "Profit for the period||106.5|97.0",
        "Attributable to:|||",
        "Owners of the parent||100.4|92.0",
        "Non-controlling interests||6.1|5.0",
    ),
)


def test_lines_of_profit_or_loss_have_ifrs_names_and_the_sign_of_their_balance() -> None:
    release = read(*UK)
    assert release.standards == "ifrs"
    assert told(release) == {
        ("Revenue", "Revenue"): "1204500000",
        ("Cost of sales", "CostOfSales"): "802300000",
        ("Gross profit", "GrossProfit"): "402200000",
        ("Distribution costs", "DistributionCosts"): "101000000",
        ("Administrative expenses", "AdministrativeExpense"): "148200000",
        ("Operating profit", "ProfitLossFromOperatingActivities"): "153000000",
        ("Finance income", "FinanceIncome"): "4500000",
        ("Finance costs", "FinanceCosts"): "22500000",
        (
            "Share of profit of associates and joint ventures",
            "ShareOfProfitLossOfAssociatesAndJointVenturesAccountedForUsingEquityMethod",
        ): "4000000",
        ("Profit before tax", "ProfitLossBeforeTax"): "139000000",
        ("Income tax expense", "IncomeTaxExpenseContinuingOperations"): "32500000",
        ("Profit for the period", "ProfitLoss"): "106500000",
        ("Owners of the parent", "ProfitLossAttributableToOwnersOfParent"): "100400000",
        (
            "Non-controlling interests",
            "ProfitLossAttributableToNoncontrollingInterests",
        ): "6100000",
    }
    assert {fact.amount.unit.text for fact in release.facts} == {"GBP"}


def test_inside_the_names_are_those_that_rules_know() -> None:
    inner = engine.read("a.htm", "\n".join([BASIS, *UK]).encode())
    assert inner.facts[0].concept == "us-gaap:Revenues"
    assert not any(fact.name.startswith("us-gaap:") for fact in reported(inner).facts)


def test_a_document_that_does_not_say_so_is_told_as_it_is() -> None:
    release = engine.read("a.htm", "\n".join(UK).encode())
    assert release.standards == ""
    assert reported(release) is release


def test_a_sheet_that_takes_liabilities_off_prints_them_in_brackets() -> None:
    release = read(
        "<h3>Consolidated statement of financial position</h3>",
        table(
            "|30 June 2025|31 December 2024",
            "|£m|£m",
            "Non-current assets||",
            "Property, plant and equipment|640.0|622.0",
            "Right-of-use assets|120.0|118.0",
            "Trade and other receivables|10.0|10.0",
            "|770.0|750.0",
            "Current assets||",
            "Trade and other receivables|402.0|380.0",
            "Cash and cash equivalents|178.0|190.0",
            "|580.0|570.0",
            "Total assets|1,350.0|1,320.0",
            "Current liabilities||",
            "Trade and other payables|(420.0)|(410.0)",
            "Provisions|(12.0)|(10.0)",
            "|(432.0)|(420.0)",
            "Non-current liabilities||",
            "Borrowings|(200.0)|(210.0)",
            "Provisions|(20.0)|(18.0)",
            "|(220.0)|(228.0)",
            "Total liabilities|(652.0)|(648.0)",
            "Net assets|698.0|672.0",
            "Equity||",
            "Share capital|40.0|40.0",
            "Retained earnings|628.0|602.0",
            "Equity attributable to owners of the parent|668.0|642.0",
            "Non-controlling interests|30.0|30.0",
            "Total equity|698.0|672.0",
        ),
    )
    found = told(release)
    assert {name: found[caption, name] for caption, name in found if "iabilit" in caption} == {
        "Liabilities": "652000000"
    }
    names = {name: number for (_, name), number in found.items()}
    assert names["NoncurrentReceivables"] == "10000000"
    assert names["TradeAndOtherCurrentReceivables"] == "402000000"
    assert names["TradeAndOtherCurrentPayables"] == "420000000"
    assert (names["CurrentProvisions"], names["NoncurrentProvisions"]) == ("12000000", "20000000")
    assert names["LongtermBorrowings"] == "200000000"
    assert names["NoncurrentAssets"] == "770000000"
    assert names["EquityAttributableToOwnersOfParent"] == "668000000"
    assert names["Equity"] == "698000000"
    assert names["IssuedCapital"] == "40000000"


def test_an_increase_is_told_as_the_decrease_that_ifrs_names() -> None:
    release = read(
        "<h3>Consolidated cash flow statement</h3>",
        table(
            "£m|Half year 2025|Half year 2024",
            "Cash flows from operating activities||",
            "Profit before tax|139.0|126.0",
            "Depreciation and amortisation|60.0|58.0",
            "Increase in inventories|(10.0)|(8.0)",
            "Cash generated from operations|189.0|176.0",
            "Interest paid|(20.0)|(19.0)",
            "Net cash from operating activities|169.0|157.0",
            "Cash flows from financing activities||",
            "Payment of lease liabilities|(13.0)|(12.0)",
            "Interest paid|(2.0)|(2.0)",
            "Net cash used in financing activities|(15.0)|(14.0)",
        ),
    )
    assert told(release) == {
        ("Profit before tax", "ProfitLossBeforeTax"): "139000000",
        (
            "Depreciation and amortisation",
            "AdjustmentsForDepreciationAndAmortisationExpense",
        ): "60000000",
        ("Increase in inventories", "AdjustmentsForDecreaseIncreaseInInventories"): "-10000000",
        ("Cash generated from operations", "CashFlowsFromUsedInOperations"): "189000000",
        ("Interest paid", "InterestPaidClassifiedAsOperatingActivities"): "20000000",
        (
            "Net cash from operating activities",
            "CashFlowsFromUsedInOperatingActivities",
        ): "169000000",
        (
            "Payment of lease liabilities",
            "PaymentsOfLeaseLiabilitiesClassifiedAsFinancingActivities",
        ): "13000000",
        ("Interest paid", "InterestPaidClassifiedAsFinancingActivities"): "2000000",
        (
            "Net cash used in financing activities",
            "CashFlowsFromUsedInFinancingActivities",
        ): "-15000000",
    }


def test_what_is_attributable_below_comprehensive_income_is_of_it() -> None:
    release = read(
        "<h3>Condensed statement of comprehensive income</h3>",
        table(
            "£m|Half year 2025|Half year 2024",
            "Profit for the period|106.5|97.0",
            "Exchange differences on translation of foreign operations|(8.5)|1.0",
            "Other comprehensive (expense)/income for the period, net of tax|(8.5)|1.0",
            "Total comprehensive income for the period|98.0|98.0",
            "Attributable to:||",
            "Owners of the parent|92.5|93.0",
            "Non-controlling interests|5.5|5.0",
        ),
    )
    names = [name for _, name in told(release)]
    assert names[-3:] == [
        "ComprehensiveIncome",
        "ComprehensiveIncomeAttributableToOwnersOfParent",
        "ComprehensiveIncomeAttributableToNoncontrollingInterests",
    ]


def test_swiss_numbers_and_days_are_read() -> None:
    release = read(
        "<h3>Consolidated income statement</h3>",
        table(
            "CHF million|Notes|1.1. - 30.6.2025|1.1. - 30.6.2024",
            "Net sales|4|3'412.5|3'310.0",
            "Cost of goods sold||(2'010.5)|(1'950.0)",
            "Gross profit||1'402.0|1'360.0",
            "Income taxes||(80.0)|(75.0)",
            "Net profit||310.0|295.0",
            "Attributable to shareholders of Alpinum Holding AG||301.2|287.0",
        ),
    )
    fact = release.facts[0]
    assert (str(fact.value), fact.amount.unit.text) == ("3412500000", "CHF")
    assert str(fact.period) == "2025-01-01/2025-06-30"
    assert release.facts[-1].name == "ifrs-full:ProfitLossAttributableToOwnersOfParent"


def test_indian_amounts_days_and_a_translation_for_convenience() -> None:
    release = read(
        "<h3>Consolidated Statement of Financial Position</h3>",
        table(
            "|As at 31-Mar-25|As at 31-Mar-24|As at 31-Mar-25",
            "|\u20b9 in crore|\u20b9 in crore|US$ million (Convenience translation)",
            "Trade receivables|31,158|30,193|3,647",
            "Total assets|1,01,000|87,000|11,823",
            "Total equity|74,385|65,345|8,707",
            "Lease liabilities|5,772|6,400|676",
            "Total liabilities|26,615|21,655|3,116",
            "Total equity and liabilities|1,01,000|87,000|11,823",
        ),
    )
    facts = [fact for fact in release.facts if fact.name == "ifrs-full:Assets"]
    assert [(str(one.value), one.amount.unit.text) for one in facts] == [
        ("1010000000000", "INR"),
        ("870000000000", "INR"),
        ("11823000000", "USD"),
    ]
    assert [str(one.period) for one in facts] == ["2025-03-31", "2024-03-31", "2025-03-31"]
    assert [bool(one.dimensions) for one in facts] == [False, False, True]
    assert "ifrs-full:LeaseLiabilities" in {fact.name for fact in release.facts}


def test_letters_of_a_currency_before_a_number_are_of_it() -> None:
    release = read(
        "<h3>Consolidated statement of profit or loss</h3>",
        table(
            "|Six months ended 30 June|",
            "|2025|2024",
            "|RMB'000|RMB'000",
            "Revenue|1,234,567|1,100,001",
            "Income tax expense|(58,000)|(48,000)",
            "Profit for the period|175,000|144,000",
            "of which attributable to owners of the parent|170,000|140,000",
            "Basic earnings per share|RMB0.34|RMB0.28",
        ),
    )
    assert list(told(release).items())[-2:] == [
        (
            (
                "of which attributable to owners of the parent",
                "ProfitLossAttributableToOwnersOfParent",
            ),
            "170000000",
        ),
        (("Basic earnings per share", "BasicEarningsLossPerShare"), "0.34"),
    ]


def test_amounts_per_depositary_share_are_apart() -> None:
    release = read(
        "<p>Taipei, August 7, 2025. Results of the quarter ended June 30, 2025 were good.</p>",
        "<h3>Income statement</h3>",
        table(
            "NT$ million|6M25|6M24",
            "Revenue|812.0|801.0",
            "Income tax expense|(20.0)|(19.0)",
            "Profit|76.0|64.0",
            "Basic earnings per share (NT$)|1.17|0.99",
            "Basic earnings per ADS (NT$)|5.85|4.95",
        ),
    )
    eps = [one for one in release.facts if one.name == "ifrs-full:BasicEarningsLossPerShare"]
    assert [(str(one.value), one.dimensions) for one in eps[::2]] == [
        ("1.17", ()),
        ("5.85", (("StatementClassOfStock", "ADS"),)),
    ]
    assert str(eps[0].period) == "2025-01-01/2025-06-30"


ROWS = [
    line.split()
    for line in files("tieout.lexicon").joinpath("ifrs.txt").read_text("ascii").splitlines()
    if line and not line.startswith("#")
]


def test_the_table_covers_the_face_of_statements() -> None:
    assert len({row[0] for row in ROWS}) >= 200
    assert len({tuple(row) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", [row for row in ROWS if row[1].startswith("-")], ids=str)
def test_a_sign_is_turned_only_between_two_sides(row: list[str]) -> None:
    inner = by_name()[f"us-gaap:{row[0]}"]
    assert {inner.side, side(f"ifrs-full:{row[1][1:]}")} == {"debit", "credit"}


def test_what_has_no_element_of_the_same_meaning_is_an_extension() -> None:
    assert outer("us-gaap:Revenues") == "ifrs-full:Revenue"
    assert outer("us-gaap:EarningsPerShareBasicAndDiluted") == "ext:EarningsPerShareBasicAndDiluted"
    assert outer("ext:Backlog") == "ext:Backlog"


@pytest.mark.parametrize("heading", ["Non-current", "Noncurrent", "Non current", "Current"])
def test_a_place_is_asked_by_its_words(heading: str) -> None:
    page = (
        "<h3>Consolidated statement of financial position</h3>",
        table(
            "CHF million|30 June 2025|31 December 2024",
            "Cash and cash equivalents|120.5|101.4",
            f"{heading} liabilities||",
            "Income taxes payable|12.4|11.9",
            "Total liabilities|12.4|11.9",
            "Total equity|108.1|89.5",
            "Total liabilities and equity|120.5|101.4",
        ),
    )
    names = {name for caption, name in told(read(*page)) if caption == "Income taxes payable"}
    assert names == {f"CurrentTaxLiabilities{'Current' if heading == 'Current' else 'Noncurrent'}"}
