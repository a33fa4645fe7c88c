"""A table that says no scale and is no primary statement, beside an income statement."""

from tieout.engine import check, read
from tieout.model.statement import Fact

PERIODS = "\tThree Months Ended June 30, 2019\tThree Months Ended June 30, 2018\n"
INCOME = (
    "EXAMPLE CORP.\nSTATEMENTS OF INCOME\n(In thousands)\n\n"
    f"{PERIODS}Revenue\t$ 9,000\t$ 8,000\nCost of revenue\t7,600\t6,800\n"
    "Income tax expense\t400\t300\nNet income\t$ 1,000\t$ 900\n\n"
    "The measures below are not prepared under GAAP.\n\n"
)


def other(now: str, before: str) -> list[Fact]:
    table = f"{PERIODS}Net income\t{now}\t{before}\nAdjusted net income\t1,200\t950\n"
    release = read("release.txt", f"{INCOME}{table}".encode())
    return [fact for one in release.statements[1:] for fact in one.facts]


def test_figures_of_the_income_statement_lend_their_scale() -> None:
    amounts = [str(fact.amount) for fact in other("$ 1,000", "$ 900")]
    assert amounts == ["1000000", "900000", "1200000", "950000"]


def test_without_figures_in_common_money_makes_no_facts() -> None:
    assert other("$ 1,001", "$ 901") == []


def test_a_miss_in_another_table_proves_nothing() -> None:
    """The same words may speak of a part of the company, or of a measure of its own."""
    prose = "Adjusted net income was $1.3 million in the three months ended June 30, 2019.\n\n"
    table = f"{PERIODS}Net income\t$ 1,000\t$ 900\nRestructuring\t200\t--\n"
    text = f"{prose}{INCOME}{table}Adjusted net income\t1,200\t900\n"
    outcomes = {one.outcome for one in check(read("release.txt", text.encode())).checks}
    assert "differs" not in outcomes
