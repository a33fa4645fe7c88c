"""Statements of other worlds: other currencies, scales, units and calendars, in other words."""

from decimal import Decimal

import pytest

from tieout.engine import check, read
from tieout.model.check import Check
from tieout.model.workpaper import Release


def released(text: str) -> Release:
    return read("release.txt", text.encode())


def told(release: Release, caption: str) -> list[tuple[str, str]]:
    """(value, unit) of every fact of a caption."""
    return [
        (str(fact.amount), fact.amount.unit.text)
        for fact in release.facts
        if fact.caption == caption and not fact.in_caption
    ]


def findings(text: str) -> list[Check]:
    return list(check(released(text)).findings)


HEAD = """Example Corp. Reports Second Quarter 2024 Results

DENVER, July 25, 2024 -- Example Corp. today reported results for the quarter ended June 30, 2024.

"""
INCOME = """
\tThree Months Ended June 30, 2024\tThree Months Ended June 30, 2023
Net sales\t250,000\t240,000
Cost of sales\t147,000\t136,600
Gross profit\t103,000\t103,400
Operating expenses\t72,000\t75,100
Operating income\t31,000\t28,300
Income tax expense\t7,000\t6,300
Net income\t24,000\t22,000
"""


@pytest.mark.parametrize(
    ("note", "scale", "unit"),
    [
        ("(In 000's, except per share amounts)", 1000, "unknown"),
        ("($000s)", 1000, "USD"),
        ("US$ million", 10**6, "USD"),
        ("DKK million", 10**6, "DKK"),
        ("(\u20ac in thousands)", 1000, "EUR"),
        ("(In thousands of New Taiwan dollars)", 1000, "TWD"),
        ("(\u20b9 in Lakhs)", 10**5, "INR"),
        ("Rs. in crore", 10**7, "INR"),
        ("(Canadian $ in millions)", 10**6, "CAD"),
        ("Helping millions of customers every day", 1, "unknown"),
        ("Our path to a billion", 1, "unknown"),
        ("(shares in thousands)", 1, "unknown"),
    ],
)
def test_the_scale_and_the_currency_are_those_that_the_note_names(
    note: str, scale: int, unit: str
) -> None:
    text = f"{HEAD}CONDENSED STATEMENTS OF OPERATIONS\n{note}\n{INCOME}"
    (statement,) = released(text).statements
    assert (statement.scale, statement.unit.text) == (scale, unit)


def test_money_is_of_the_currency_that_the_document_speaks_of() -> None:
    prose = "Net sales were \u00a3250.0 million.\n\n"
    text = f"{HEAD}{prose}CONDENSED STATEMENTS OF OPERATIONS\n(in thousands)\n{INCOME}"
    assert {unit for _, unit in told(released(text), "Net sales")} == {"GBP"}


def test_a_bare_dollar_sign_is_of_the_dollars_reported_in() -> None:
    note = "All amounts are expressed in Canadian dollars. Net sales were $250.0 million.\n\n"
    text = f"{HEAD}{note}CONDENSED STATEMENTS OF OPERATIONS\n(in thousands)\n{INCOME}"
    release = released(text)
    assert {unit for _, unit in told(release, "Net sales")} == {"CAD"}
    assert {claim.amount.unit.text for claim in release.claims} == {"CAD"}


def test_other_data_are_counted_in_units_of_their_own() -> None:
    release = released(
        f"{HEAD}SELECTED DATA\n(dollars in millions, except average check, customers and ratios)\n"
        "\n\tThree Months Ended June 30, 2024\tThree Months Ended June 30, 2023\n"
        "Total revenue\t$ 412.5\t$ 398.1\n"
        "Restaurants at end of period\t142\t133\n"
        "Loyalty customers\t1,204,300\t980,120\n"
        "Average check\t$ 23.41\t$ 22.87\n"
        "RevPAR\t$ 120.50\t$ 115.20\n"
        "Employees\t11,420\t10,980\n"
        "Coal shipments (thousand tons)\t2,410\t2,305\n"
        "Coal, price per ton\t$ 61.20\t$ 58.40\n"
    )
    assert told(release, "Total revenue")[0] == ("412500000", "USD")
    assert told(release, "Restaurants at end of period")[0] == ("142", "ext:Count")
    assert told(release, "Loyalty customers")[0] == ("1204300", "ext:Count")
    assert told(release, "Average check")[0] == ("23.41", "USD")
    assert told(release, "RevPAR")[0] == ("120.50", "USD")
    assert told(release, "Employees")[0] == ("11420", "ext:Count")
    assert told(release, "Coal shipments (thousand tons)")[0] == ("2410000", "ext:tons")
    assert told(release, "Coal, price per ton")[0] == ("61.20", "USD/ton")


BRIDGE = """FUNDS FROM OPERATIONS PER SHARE

\tQ2 2024\tQ2 2023\tQ1 2024
Net income per diluted share\t$ 0.42\t$ 0.38\t$ 0.40
Depreciation\t0.55\t0.53\t0.54
Gain on sale of real estate\t(0.12)\t(0.04)\t--
FFO per diluted share\t0.85\t0.87\t0.94
Merger costs\t0.03\t0.01\t0.02
Core FFO per diluted share\t$ {core}\t$ 0.88\t$ 0.96
"""


@pytest.mark.parametrize(("core", "wrong"), [("0.88", 0), ("0.89", 0), ("0.68", 1)])
def test_amounts_per_share_lead_from_one_measure_to_the_next(core: str, wrong: int) -> None:
    text = HEAD + BRIDGE.format(core=core)
    assert told(released(text), "Depreciation")[0] == ("0.55", "USD/shares")
    assert len(findings(text)) == wrong


MARGINS = """SUMMARY OF RESULTS
(dollars in thousands)

\tQ2 2024\tQ2 2023\tChange
Revenue\t82,410\t75,300\t9.4%
Gross profit\t39,100\t34,200\t14.3%
Gross margin\t47.4%\t45.4%\t+200 bp
Operating income\t12,300\t12,500\t(1.6)%
Operating margin\t14.9%\t16.6%\t(1.7) pts
Effective tax rate\t21.0%\t23.4%\t{rate}
"""


@pytest.mark.parametrize(
    ("rate", "wrong"), [("-2.4 ppts", 0), ("(240) bps", 0), ("(4.2) pts", 1), ("(420) bps", 1)]
)
def test_a_margin_changes_by_points(rate: str, wrong: int) -> None:
    text = HEAD + MARGINS.format(rate=rate)
    assert told(released(text), "Operating margin")[-1] == ("-170", "bps")
    assert len(findings(text)) == wrong


INDIAN = """Bhavani Limited announces results for the year ended 31st March, 2023

Mumbai, 12th May, 2023: Bhavani Limited today announced its results for the year ended 31st March, \
2023. Revenue for the year was \u20b9 1,23,456.78 lakhs.

Statement of Profit and Loss for the year ended on 31st March, 2023
(\u20b9 in Lakhs)

Particulars\tNotes\tFor the year ended 31-Mar-23\tFor the year ended 31.03.2022
Revenue\t21\t1,23,456.78\t1,08,105.55
Cost of materials consumed\t23\t(90,000.00)\t(80,000.00)
Other expenses\t25\t(21,491.34)\t(19,716.66)
Profit before tax\t\t11,965.44\t8,388.89
Tax expense\t26\t(3,323.46)\t(2,400.00)
Profit for the year\t\t8,641.98\t5,988.89
"""


def test_digits_grouped_by_two_dates_with_the_day_first_and_notes() -> None:
    release = released(INDIAN)
    assert told(release, "Revenue") == [("12345678000", "INR"), ("10810555000", "INR")]
    periods = {str(fact.period) for fact in release.facts}
    assert periods == {"2022-04-01/2023-03-31", "2021-04-01/2022-03-31"}
    (claim,) = release.claims
    assert str(claim.amount) == "12345678000"
    assert not findings(INDIAN)


HALF = """Thamesford plc {name} Results 2025

London, 31 July 2025 - Thamesford plc today publishes its results. Revenue was \u20ac1,050 million.
Operating profit was \u20ac{profit} million.

Income statement
EUR million

\tSix months to 30 June 2025\tSix months to 30 June 2024
Revenue\t1,050\t1,000
Cost of sales\t(630)\t(610)
Gross profit\t420\t390
Administrative expenses\t(240)\t(230)
Operating profit\t180\t160
Finance costs\t(20)\t(20)
Profit before taxation\t160\t140
Taxation\t(40)\t(35)
Profit for the period\t120\t105
"""


@pytest.mark.parametrize("name", ["Half Year", "Half-yearly", "H1", "First Half", "Interim"])
@pytest.mark.parametrize(("profit", "wrong"), [("180", 0), ("190", 1)])
def test_half_a_year_by_every_name(name: str, profit: str, wrong: int) -> None:
    text = HALF.format(name=name, profit=profit)
    release = released(text)
    assert {str(claim.period) for claim in release.claims} == {"2025-01-01/2025-06-30"}
    assert release.calendar is not None
    assert release.calendar.fiscal_quarter == 2
    (result,) = {fact.concept for fact in release.facts if "for the period" in fact.caption}
    assert result == "us-gaap:NetIncomeLoss"
    assert len(findings(text)) == wrong


CONVENIENCE = """CONSOLIDATED STATEMENTS OF INCOME
(Millions of yen and thousands of U.S. dollars)

\tThree months ended June 30, 2023 Millions of yen\
\tThree months ended June 30, 2024 Millions of yen\
\tThree months ended June 30, 2024 Thousands of U.S. dollars
Net sales\t50,000\t52,000\t361,111
Cost of sales\t30,000\t31,000\t215,278
Gross profit\t20,000\t21,000\t145,833
Operating expenses\t12,000\t12,500\t86,806
Operating income\t8,000\t8,500\t59,028
Income taxes\t2,400\t2,550\t17,708
Net income\t5,600\t5,950\t41,319
"""


def test_a_translation_is_kept_apart_in_its_own_scale_and_rounding() -> None:
    text = HEAD + CONVENIENCE
    release = released(text)
    assert told(release, "Net sales") == [
        ("50000000000", "JPY"),
        ("52000000000", "JPY"),
        ("361111000", "USD"),
    ]
    dimensions = {fact.dimensions for fact in release.facts}
    assert dimensions == {(), (("currency", "USD"),)}
    assert not findings(text)


def test_prose_is_counted_in_the_units_behind_its_figures() -> None:
    release = released(
        f"{HEAD}Production averaged 95.0 MBoe/d. Average realized prices were $76.00 per Bbl. "
        "Net profit increased to $2.5 billion and earnings per share were $5.00.\n"
    )
    amounts = {(Decimal(str(one.amount)), one.amount.unit.text) for one in release.claims}
    assert (Decimal("95.0"), "ext:MBoePerDay") in amounts
    assert (Decimal("76.00"), "USD/Bbl") in amounts
    assert (Decimal("2500000000"), "USD") in amounts  # with a scale word, it is none per share
    assert (Decimal("5.00"), "USD/shares") in amounts
