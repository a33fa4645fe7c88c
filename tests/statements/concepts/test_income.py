from collections.abc import Callable

from tieout.model.statement import Statement

Read = Callable[[str], Statement]
HEADER = """EXAMPLE CORP.
STATEMENTS OF INCOME
(In millions)

\tQuarter Ended June 30, 2025\tQuarter Ended June 30, 2024
"""


def names(statement: Statement) -> list[str]:
    return [line.concept.removeprefix("us-gaap:") for line in statement.lines]


def test_income_before_the_share_of_others_is_everybodys(statement: Read) -> None:
    # Verizon's 10-Q for June 30, 2023, which prints net income above and below its owners' shares
    text = """Total revenues\t100\t90
Income before income taxes\t60\t50
Income taxes\t20\t15
Net income\t40\t35
Net income attributable to noncontrolling interests\t5\t5
Net income attributable to Example\t35\t30
Net income\t40\t35
"""
    assert names(statement(HEADER + text))[3:] == [
        "ProfitLoss",
        "NetIncomeLossAttributableToNoncontrollingInterest",
        "NetIncomeLoss",
        "ProfitLoss",
    ]


def test_net_income_below_the_share_of_others_is_the_registrants(statement: Read) -> None:
    text = """Revenues\t100\t90
Net income including noncontrolling interests\t40\t35
Less: net income attributable to noncontrolling interests\t5\t5
Net income\t35\t30
"""
    found = names(statement(HEADER + text))
    assert (found[1], found[3]) == ("ProfitLoss", "NetIncomeLoss")


def test_all_costs_taken_off_revenue_are_costs_and_expenses(statement: Read) -> None:
    # United Parcel Service's 10-Q for June 30, 2023, which has no gross profit
    text = """Revenue\t100\t90
Operating expenses:
Compensation and benefits\t50\t45
Other expenses\t30\t27
Total operating expenses\t80\t72
Operating profit\t20\t18
"""
    found = names(statement(HEADER + text))
    assert (found[3], found[4]) == ("OtherCostAndExpenseOperating", "CostsAndExpenses")


def test_expenses_below_gross_profit_are_operating(statement: Read) -> None:
    text = """Revenue\t100\t90
Cost of revenue\t50\t45
Gross profit\t50\t45
Research and development\t10\t9
Selling, general and administrative\t10\t9
Total costs and expenses\t20\t18
Operating income\t30\t27
"""
    assert names(statement(HEADER + text))[5] == "OperatingExpenses"


def test_the_second_other_income_sums_the_first(statement: Read) -> None:
    # NVIDIA's 10-Q for April 27, 2025
    text = """Revenue\t100\t90
Operating income\t30\t27
Interest income\t5\t4
Interest expense\t(2)\t(2)
Other, net\t(1)\t2
Other income (expense), net\t2\t4
Income before income tax\t32\t31
Income tax expense\t4\t4
Net income\t28\t27
"""
    found = statement(HEADER + text)
    assert names(found)[4:6] == ["OtherNonoperatingIncomeExpense", "NonoperatingIncomeExpense"]
    assert names(found)[3] == "InterestExpenseNonoperating"
    total = next(one for one in found.calculation if one.total == 5)
    assert total.readings[0] == ((2, 1), (3, 1), (4, 1))


def test_income_before_what_affiliates_add_after_taxes(statement: Read) -> None:
    # Caterpillar's 10-Q for June 30, 2023
    text = """Revenue\t100\t90
Profit before taxes\t30\t27
Provision for income taxes\t10\t9
Equity in profit of unconsolidated affiliated companies\t1\t1
Net income\t21\t19
"""
    assert names(statement(HEADER + text))[1].endswith("IncomeLossFromEquityMethodInvestments")


def test_revenues_that_are_all_sales_to_customers(statement: Read) -> None:
    # General Dynamics' 10-Q for July 2, 2023, and Tesla's for June 30, 2025, which leases cars too
    text = """Products\t60\t50
Services\t40\t40
Total revenues\t100\t90
Operating income\t30\t27
Net income\t20\t18
"""
    contract = "RevenueFromContractWithCustomerExcludingAssessedTax"
    assert names(statement(HEADER + text))[2] == contract
    assert names(statement(HEADER + text.replace("Services", "Leasing")))[2] == "Revenues"


def test_other_income_among_revenues_is_revenue(statement: Read) -> None:
    # Rocket Companies' 10-Q for June 30, 2023
    text = """Net sales\t90\t80
Other income\t10\t10
Total revenues\t100\t90
Operating income\t30\t27
Net income\t20\t18
"""
    assert names(statement(HEADER + text))[1:3] in (
        ["OtherIncome", "Revenues"],
        ["OtherOperatingIncomeExpenseNet", "Revenues"],
    )


def test_research_is_without_what_was_bought_in_process_where_that_stands_apart(
    statement: Read,
) -> None:
    # Johnson & Johnson's 10-Q for July 2, 2023
    text = """Sales to customers\t100\t90
Research and development expense\t20\t18
In-process research and development impairments\t1\t2
Earnings before provision for taxes on income\t79\t70
Net earnings\t60\t55
"""
    own = "ResearchAndDevelopmentExpenseExcludingAcquiredInProcessCost"
    assert names(statement(HEADER + text))[1] == own
    apart = text.replace("In-process research and development impairments", "Restructuring")
    assert names(statement(HEADER + apart))[1] == "ResearchAndDevelopmentExpense"


def test_comprehensive_income_before_the_share_of_others_is_everybodys(statement: Read) -> None:
    # Tesla's 10-Q for June 30, 2025
    text = """Net income\t40\t35
Foreign currency translation adjustment\t2\t1
Comprehensive income\t42\t36
Less: Comprehensive income attributable to noncontrolling interests in subsidiaries\t5\t5
Comprehensive income attributable to common stockholders\t37\t31
"""
    header = HEADER.replace("STATEMENTS OF INCOME", "STATEMENTS OF COMPREHENSIVE INCOME")
    found = statement(header + text)
    assert found.kind == "comprehensive_income"
    assert [names(found)[n] for n in (0, 2, 3, 4)] == [
        "ProfitLoss",
        "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest",
        "ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest",
        "ComprehensiveIncomeNetOfTax",
    ]
