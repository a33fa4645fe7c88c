"""A table that says no scale, beside an income statement in thousands."""

from tieout.engine import check, read
from tieout.model.statement import Fact

PERIODS = "\tThree Months Ended June 30, 2019\tThree Months Ended June 30, 2018\n"
INCOME = (
    "EXAMPLE CORP.\nSTATEMENTS OF INCOME\n(In thousands)\n\n"
    f"{PERIODS}Revenue\t$ 9,000\t$ 8,000\nCost of revenue\t7,600\t6,800\n"
    "Income tax expense\t400\t300\nNet income\t$ 1,000\t$ 900\n\n"
    "The measures below are not prepared under GAAP.\n\n"
)


def other(net_income: str) -> list[Fact]:
    table = f"{PERIODS}Net income\t{net_income}\t$ 900.4\nAdjusted net income\t1,200\t900\n"
    release = read("release.txt", f"{INCOME}{table}".encode())
    return [fact for one in release.statements[1:] for fact in one.facts]


def test_a_figure_of_the_income_statement_proves_the_scale() -> None:
    assert [str(fact.amount) for fact in other("$ 1,000")] == [
        "1000000", "900400", "1200000", "900000",
    ]  # fmt: skip


def test_without_a_figure_in_common_money_makes_no_facts() -> None:
    assert other("$ 1,001") == []


def test_a_miss_in_another_table_proves_nothing() -> None:
    """The same words may speak of a part of the company, or of a measure of its own."""
    prose = "Adjusted net income was $1.3 million in the three months ended June 30, 2019.\n\n"
    table = f"{PERIODS}Net income\t$ 1,000\t$ 900\nRestructuring\t200\t--\n"
    text = f"{prose}{INCOME}{table}Adjusted net income\t1,200\t900\n"
    outcomes = {one.outcome for one in check(read("release.txt", text.encode())).checks}
    assert "differs" not in outcomes
