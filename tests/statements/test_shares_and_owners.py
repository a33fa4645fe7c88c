"""Captions that take their meaning from headings, neighbours and classes, in whole documents."""

import pytest

from tieout.engine import check, read
from tieout.model.statement import Fact
from tieout.model.workpaper import Workpaper

LEAD = """Example Holdings Reports Second Quarter 2024 Results

DENVER, August 1, 2024 -- Example Holdings Inc. today reported results for the second quarter \
ended June 30, 2024.{prose}

CONSOLIDATED STATEMENTS OF {title}
(in {scale}, except per {unit} data)

\tThree Months Ended June 30, 2024\tThree Months Ended June 30, 2023
"""


def paper(
    rows: str,
    prose: str = "",
    title: str = "OPERATIONS",
    scale: str = "thousands",
    unit: str = "share",
) -> Workpaper:
    text = LEAD.format(prose=prose, title=title, scale=scale, unit=unit) + rows
    return check(read("release.txt", text.encode()))


def facts(workpaper: Workpaper) -> dict[tuple[str, int], Fact]:
    return {(fact.caption, fact.column): fact for fact in workpaper.releases[0].facts}


def ending(workpaper: Workpaper, *outcomes: str) -> list[str]:
    document = workpaper.releases[0].document
    pairs = zip(document.figures, workpaper.endings, strict=True)
    return [figure.text for figure, ending in pairs if ending.outcome in outcomes]


def differing(workpaper: Workpaper) -> list[str]:
    return ending(workpaper, "differs")


def ticked(workpaper: Workpaper) -> set[str]:
    return set(ending(workpaper, "agrees", "rounds"))


RESULT = """Revenue\t120,000\t100,000
Cost of revenue\t70,000\t60,000
Gross profit\t50,000\t40,000
Operating expenses\t30,000\t25,000
Operating income\t20,000\t15,000
Income tax expense\t5,000\t4,000
Net income\t15,000\t11,000
"""


@pytest.mark.parametrize(
    "caption",
    [
        "Diluted shares",
        "Fully diluted shares",
        "Diluted common shares",
        "Diluted share count",
        "Common and common equivalent shares",
        "Average shares - diluted",
        "Diluted shares outstanding",
        "Shares used in computing diluted earnings per share",
        "Weighted average units outstanding - diluted",
    ],
)
def test_counts_of_shares_on_a_basis_are_what_results_are_divided_by(caption: str) -> None:
    found = paper(f"{RESULT}Diluted earnings per share\t0.30\t0.32\n{caption}\t50,000\t50,000\n")
    shares = facts(found)[caption, 0]
    assert shares.name == "us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding"
    assert (str(shares.value), shares.value.unit.text) == ("50000000", "shares")
    assert "0.30" in ticked(found)
    assert differing(found) == ["0.32"]


def test_a_basic_count_in_its_own_scale() -> None:
    found = paper(
        f"{RESULT}Basic earnings per share\t0.30\t0.22\nBasic share count (millions)\t50.0\t50.0\n"
    )
    shares = facts(found)["Basic share count (millions)", 0]
    assert str(shares.value) == "50000000"
    assert not differing(found)


@pytest.mark.parametrize("caption", ["Shares repurchased", "Diluted earnings", "Share capital"])
def test_what_only_sounds_like_a_count_is_none(caption: str) -> None:
    found = paper(f"{RESULT}{caption}\t50,000\t50,000\n")
    assert "WeightedAverage" not in facts(found)[caption, 0].name


SPLIT = """Operating revenue\t1,000,000\t900,000
Operating costs\t700,000\t650,000
Gross profit\t300,000\t250,000
Operating expenses\t150,000\t140,000
Profit from operations\t150,000\t110,000
Income tax expense\t35,000\t25,000
{result}\t115,000\t85,000
Other comprehensive income (loss)\t(15,000)\t5,000
Total comprehensive income\t100,000\t90,000
{heading}:
{owners}\t110,000\t81,000
{others}\t5,000\t4,000
\t115,000\t85,000
Total comprehensive {heading_of_all}:
{owners}\t95,500\t85,800
{others}\t4,500\t4,200
\t100,000\t90,000
"""


@pytest.mark.parametrize(
    ("result", "heading", "heading_of_all", "owners", "others"),
    [
        (
            "Net income", "Net income attributable to", "income attributable to",
            "Owners of the parent", "Non-controlling interests",
        ),
        (
            "Profit for the period", "Profit for the period attributable to",
            "income for the period attributable to", "Equity holders of the Company",
            "Minority interests",
        ),
        (
            "Net profit", "Net profit attributable to", "income attributable to",
            "Shareholders of Example Holdings", "Noncontrolling interest",
        ),
    ],
)  # fmt: skip
def test_a_split_takes_its_meaning_from_the_heading(
    result: str, heading: str, heading_of_all: str, owners: str, others: str
) -> None:
    rows = SPLIT.format(
        result=result, heading=heading, heading_of_all=heading_of_all, owners=owners, others=others
    )
    found = paper(rows, title="COMPREHENSIVE INCOME")
    told = {(fact.name, str(fact.value)) for fact in found.releases[0].facts if fact.column == 0}
    assert {
        ("us-gaap:NetIncomeLoss", "110000000"),
        ("us-gaap:NetIncomeLossAttributableToNoncontrollingInterest", "5000000"),
        ("us-gaap:ComprehensiveIncomeNetOfTax", "95500000"),
        ("us-gaap:ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest", "4500000"),
    } <= told
    assert not differing(found)


def test_prose_of_one_of_the_owners_is_held_against_the_split() -> None:
    rows = SPLIT.format(
        result="Net income",
        heading="Net income attributable to",
        heading_of_all="income attributable to",
        owners="Owners of the parent",
        others="Non-controlling interests",
    )
    prose = " Net income attributable to owners of the parent was ${} million."
    right = paper(rows, prose.format("110.0"), title="COMPREHENSIVE INCOME")
    wrong = paper(rows, prose.format("112.0"), title="COMPREHENSIVE INCOME")
    assert not differing(right)
    assert differing(wrong) == ["112.0 million"]


CLASSES = """Net sales\t1,000,000\t950,000
Cost of sales\t600,000\t580,000
Gross profit\t400,000\t370,000
Selling and administrative expenses\t270,000\t250,000
Income from operations\t130,000\t120,000
Income tax expense\t30,000\t28,000
Net income\t$ 100,000\t$ 92,000
"""


@pytest.mark.parametrize(
    ("rows", "members"),
    [
        (
            "Net income per share, basic:\nClass A\t$ 1.40\t$ 1.29\nClass B\t$ 1.27\t$ 1.17\n",
            {"ClassA", "ClassB"},
        ),
        (
            "Net income per share:\nCommon stock - basic\t1.40\t1.29\n"
            "Class B common stock - basic\t1.27\t1.17\n",
            {"CommonStock", "ClassB"},
        ),
        (
            "Basic earnings per share, voting\t1.40\t1.29\n"
            "Basic earnings per share, non-voting\t1.27\t1.17\n",
            {"Voting", "Nonvoting"},
        ),
        (
            "Earnings per share:\nBasic, Series A\t1.40\t1.29\nBasic, Series B\t1.27\t1.17\n",
            {"SeriesA", "SeriesB"},
        ),
    ],
)
def test_each_class_of_stock_has_its_own_result_per_share(rows: str, members: set[str]) -> None:
    found = paper(CLASSES + rows)
    results = [
        fact for fact in found.releases[0].facts
        if fact.value.unit.is_per_share and fact.column == 0
    ]  # fmt: skip
    assert {fact.name for fact in results} == {"us-gaap:EarningsPerShareBasic"}
    assert {fact.dimensions[0][1] for fact in results} == members
    assert not differing(found)


def test_one_class_alone_is_not_told_apart() -> None:
    found = paper(CLASSES + "Net income per share, basic:\nClass A\t$ 1.40\t$ 1.29\n")
    assert not facts(found)["Class A", 0].dimensions


UNITS = """Revenues\t$ 420.0\t$ 390.0
Costs and expenses\t290.0\t281.0
Operating income\t130.0\t109.0
Interest expense, net\t40.0\t38.0
Net income\t90.0\t71.0
{general}\t15.0\t12.0
{limited}\t$ 75.0\t$ {before}
Net income per {unit} – basic and diluted\t$ 0.75\t$ 0.59
{counted} – basic and diluted\t100.0\t100.0
"""


@pytest.mark.parametrize(
    ("general", "limited", "unit", "counted"),
    [
        (
            "Less: general partner's interest in net income",
            "Limited partners' interest in net income", "limited partner unit",
            "Weighted average limited partner units outstanding",
        ),
        (
            "Less: general partner interest in net income",
            "Net income attributable to common unitholders", "common unit",
            "Weighted average common units outstanding",
        ),
        (
            "General partner's interest in net income",
            "Net income available to limited partners", "unit", "Average units outstanding",
        ),
    ],
)  # fmt: skip
def test_partners_share_the_result_and_units_divide_it(
    general: str, limited: str, unit: str, counted: str
) -> None:
    written = {"general": general, "limited": limited, "unit": unit, "counted": counted}
    right = paper(UNITS.format(**written, before="59.0"), scale="millions", unit="unit")
    wrong = paper(UNITS.format(**written, before="95.0"), scale="millions", unit="unit")
    counts = facts(right)[f"{counted} – basic and diluted", 0]
    assert (str(counts.value), counts.value.unit.text) == ("100000000", "shares")
    assert {"75.0", "0.75"} <= ticked(right)
    assert not differing(right)
    assert differing(wrong) == ["95.0"]


FUND = """Total investment income\t$ 110,000\t$ 100,000
Total expenses\t57,500\t53,000
Net investment income\t52,500\t47,000
Net realized and unrealized loss\t(12,000)\t(5,000)
Net increase in net assets {of} operations\t$ 40,500\t$ 42,000
{income} per share\t$ 0.35\t$ 0.32
Earnings per share, basic and diluted\t$ 0.27\t$ 0.28
Weighted average shares outstanding\t150,000\t149,000

CONSOLIDATED STATEMENTS OF ASSETS AND LIABILITIES
(in thousands, except per share amounts)

\tJune 30, 2024\tDecember 31, 2023
Total investments at fair value\t4,200,000\t4,150,000
Cash\t200,000\t167,500
Total assets\t4,400,000\t4,317,500
Debt\t2,100,000\t2,010,000
Other liabilities\t53,000\t50,000
Total liabilities\t2,153,000\t2,060,000
{net}\t2,247,000\t2,257,500
Total liabilities and net assets\t4,400,000\t4,317,500
{value}\t$ 14.98\t$ {before}
Shares outstanding\t150,000\t150,000
"""


@pytest.mark.parametrize(
    ("of", "income", "net", "value"),
    [
        (
            "resulting from",
            "Net investment income",
            "Total net assets",
            "Net asset value per share",
        ),
        ("from", "NII", "Net assets", "NAV per share"),
    ],
)
def test_a_fund_tells_two_results_and_the_value_of_its_net_assets(
    of: str, income: str, net: str, value: str
) -> None:
    written = {"of": of, "income": income, "net": net, "value": value}
    right, wrong = (paper(FUND.format(**written, before=at)) for at in ("15.05", "15.50"))
    assert not facts(right)[f"{income} per share", 0].name.startswith("us-gaap:EarningsPerShare")
    assert {"0.27", "0.28", "14.98", "15.05"} <= ticked(right)
    assert not differing(right)
    assert differing(wrong) == ["15.50"]
    sheet = right.releases[0].statements[1]
    captions = [line.caption for line in sheet.lines]
    parts = [
        (part, weight)
        for one in sheet.calculation
        if captions[one.total] == net
        for part, weight in one.readings[0]
    ]
    assert (captions.index("Total liabilities"), 1) not in parts
