from collections.abc import Callable, Sequence

import pytest

from tieout.lexicon.labels import UNNAMED
from tieout.model.statement import Line, Statement, Sum
from tieout.statements.concepts.places import apart, named_by_heading, placed

Read = Callable[[str], Statement]


def concepts(lines: Sequence[Line]) -> dict[str, str]:
    return {line.caption: line.concept.removeprefix("us-gaap:") for line in lines}


UNHEADED = """EXAMPLE CORP.
BALANCE SHEETS
(In millions)

\tJune 30, 2025\tDecember 31, 2024
Cash and cash equivalents\t10\t9
Deferred costs\t3\t3
Total current assets\t13\t12
Deferred taxes\t4\t4
Deferred costs\t2\t2
Total assets\t19\t18
Taxes\t1\t1
Deferred income\t2\t2
Total current liabilities\t3\t3
Deferred income\t5\t5
Other liabilities\t1\t1
Total liabilities\t9\t9
Common stock\t6\t6
Retained earnings\t4\t3
Total stockholders' equity\t10\t9
Total liabilities and stockholders' equity\t19\t18
"""
"""As IBM's 10-Q for June 30, 2025 is set: no heading stands over what is not current."""


def test_totals_say_what_is_current_where_no_heading_does(statement: Read) -> None:
    lines = statement(UNHEADED).lines
    assert [
        line.concept.rpartition(":")[2] for line in lines if line.caption.startswith("Def")
    ] == [
        "CapitalizedContractCostNetCurrent",
        "DeferredIncomeTaxAssetsNet",
        "CapitalizedContractCostNetNoncurrent",
        "ContractWithCustomerLiabilityCurrent",
        "ContractWithCustomerLiabilityNoncurrent",
    ]


CASH_FLOW = """EXAMPLE CORP.
STATEMENTS OF CASH FLOWS
(In millions)

\tSix Months Ended June 30, 2025\tSix Months Ended June 30, 2024
Net income\t10\t9
Adjustments to reconcile net income to net cash provided by operating activities:
Other\t1\t1
Accounts receivable\t(2)\t(2)
Other\t3\t3
Net cash provided by operating activities\t12\t11
Other\t(4)\t(4)
Net cash used in investing activities\t(4)\t(4)
Other\t(5)\t(5)
Net cash used in financing activities\t(5)\t(5)
Net increase in cash\t3\t2
Interest\t1\t1
"""


def test_other_takes_its_meaning_from_the_net_that_sums_it(statement: Read) -> None:
    lines = statement(CASH_FLOW).lines
    assert [line.concept.rpartition(":")[2] for line in lines if line.caption == "Other"] == [
        "OtherNoncashIncomeExpense",
        "OtherOperatingActivitiesCashFlowStatement",
        "PaymentsForProceedsFromOtherInvestingActivities",
        "ProceedsFromPaymentsForOtherFinancingActivities",
    ]
    assert lines[-1].concept == "us-gaap:InterestPaidNet"


INCOME = """EXAMPLE CORP.
STATEMENTS OF INCOME
(In millions)

\tQuarter Ended June 30, 2025\tQuarter Ended June 30, 2024
Revenue:
Marketing\t5\t5
Net sales\t95\t85
Total revenue\t100\t90
Cost of sales\t50\t45
Other income, net\t1\t1
Operating income\t51\t46
Other income, net\t2\t2
Income before income taxes\t53\t48
Income tax expense\t13\t12
Net income\t40\t36
"""


def test_other_income_is_operating_above_the_operating_income(statement: Read) -> None:
    lines = statement(INCOME).lines
    assert [
        line.concept.rpartition(":")[2] for line in lines if line.caption == "Other income, net"
    ] == ["OtherOperatingIncomeExpenseNet", "OtherNonoperatingIncomeExpense"]


def test_no_cost_stands_among_revenues(statement: Read) -> None:
    # Antero Resources, 8-K of April 29, 2020: "Marketing" is a revenue under "Revenue and other"
    assert concepts(statement(INCOME).lines)["Marketing"] == "ext:MarketingRevenue"


def test_no_liability_stands_among_assets(statement: Read) -> None:
    # Criteo, 8-K of April 29, 2020: "Income taxes" and "Other taxes" on both sides
    text = UNHEADED.replace("Deferred costs\t3", "Commercial paper\t3")
    assert concepts(statement(text).lines)["Commercial paper"] == "ext:CommercialPaper"


@pytest.mark.parametrize("on", ["balance", "income", "cash"])
def test_lines_without_totals_are_left_as_they_are(on: str) -> None:
    line = Line("Sunshine", (), "ext:Sunshine", ())
    assert placed([line], on)[0].concept == "ext:Sunshine"  # type: ignore[arg-type]


def test_what_stands_behind_the_total_of_changes_is_none_of_them() -> None:
    # Verizon's 10-Q for June 30, 2023: one line of changes in assets and liabilities, then "Other"
    above = "Adjustments to reconcile net income to net cash"
    names = (
        ("Changes in assets and liabilities", "IncreaseDecreaseInOperatingCapital"),
        ("Other, net", "OtherNoncashIncomeExpense"),
        ("Net cash provided by operations", "NetCashProvidedByUsedInOperatingActivities"),
    )
    lines = [Line(said, (), f"us-gaap:{name}", (), section=above) for said, name in names]
    found = concepts(placed(lines, "cash"))["Other, net"]
    assert found == "OtherOperatingActivitiesCashFlowStatement"


def bare(concept: str, section: str) -> Line:
    return Line("", (), concept, (), section=section)


def test_a_total_without_a_caption_is_what_its_heading_says() -> None:
    # PepsiCo's 10-Q for September 9, 2023: finished goods and the like, then a figure alone
    heading = "ASSETS / Inventories:"
    lines = [bare("ext:A", heading), bare("ext:B", heading), bare(UNNAMED, heading)]
    named = named_by_heading(lines, [Sum(2, (((0, 1), (1, 1)),), firm=False)], "balance")
    assert named[2].concept == "us-gaap:InventoryNet"


def test_a_total_that_sums_more_than_its_heading_stays_unnamed() -> None:
    lines = [bare("ext:A", "Cash"), bare("ext:B", "Inventories:"), bare(UNNAMED, "Inventories:")]
    named = named_by_heading(lines, [Sum(2, (((0, 1), (1, 1)),), firm=False)], "balance")
    assert named[2].concept == UNNAMED


def test_a_heading_that_names_nothing_names_no_total() -> None:
    lines = [bare("ext:A", "Sunshine"), bare(UNNAMED, "Sunshine")]
    named = named_by_heading(lines, [Sum(1, (((0, 1),),), firm=False)], "balance")
    assert named[1].concept == UNNAMED


def test_a_caption_under_two_headings_is_two_things() -> None:
    def under(heading: str) -> Line:
        return Line("Subscription", (), "ext:Subscription", (), section=heading)

    told = [line.concept for line in apart((under("Fees:"), under("Refunds:")))]
    assert told == ["ext:FeesSubscription", "ext:RefundsSubscription"]
    same = apart((under("Period end:"), under("Year end:"), under("Fees:")))
    assert [line.concept for line in same][:2] == ["ext:Subscription", "ext:Subscription"]
