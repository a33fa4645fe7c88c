"""Subtotals without a word and signs without a caption: amounts tell them, from other columns."""

import pytest

from tieout.engine import check, read
from tieout.model.statement import Sum
from tieout.statements.sums.nested import borne_out, subtotal
from tieout.statements.sums.printed import Printed

HEADS = {
    "balance": "CONSOLIDATED BALANCE SHEETS\n(In thousands)\n\n\t"
    "March 31, 2020\tDecember 31, 2019\n",
    "income": "STATEMENTS OF OPERATIONS\n(In thousands)\n\n\t"
    "Three Months Ended March 31, 2020\tThree Months Ended March 31, 2019\n",
    "cash": "STATEMENTS OF CASH FLOWS\n(In thousands)\n\n\t"
    "Three Months Ended March 31, 2020\tThree Months Ended March 31, 2019\n",
}


def sums(kind: str, rows: str) -> dict[str, str]:
    """How every sum of a statement ended, by the total's figure."""
    release = read("release.txt", f"EXAMPLE CORP.\n{HEADS[kind]}{rows}".encode())
    return {
        release.document.figures[one.subject.figure].text: one.outcome
        for one in check(release).checks
        if one.rule in ("FT001", "FT002")
    }


# HomeTrust, 8-K, April 28, 2020: neither cash nor net loans is called a total, and "Total loans"
# sums nothing that is printed.
BANK = (
    "Assets\nCash\t41,206\t47,213\nInterest-bearing deposits\t40,855\t41,705\n"
    "Cash and cash equivalents\t82,061\t88,918\n"
    "Total loans, net of deferred loan fees\t2,663,524\t2,554,541\n"
    "Allowance for loan losses\t(26,850)\t(22,031)\nNet loans\t2,636,674\t2,532,510\n"
    "Other assets\t829,298\t848,804\nTotal Assets\t3,548,033\t3,470,232\n"
)


def test_a_subtotal_need_not_be_called_one() -> None:
    assert set(sums("balance", BANK).values()) == {"agrees"}
    assert sums("balance", BANK)["3,548,033"] == "agrees"


@pytest.mark.parametrize(
    ("slip", "differing"),
    [
        (("\t40,855", "\t40,865"), {"82,061"}),  # a part of the subtotal
        (("829,298", "829,398"), {"3,548,033"}),  # a part of the total
        (("\t82,061", "\t82,961"), {"82,961", "3,548,033"}),  # the subtotal itself
    ],
)
def test_what_is_nested_is_proven_by_the_total_around_it(
    slip: tuple[str, str], differing: set[str]
) -> None:
    """Of two columns one is wrong, and the other alone shows the subtotal."""
    found = sums("balance", BANK.replace(*slip))
    assert {text for text, outcome in found.items() if outcome == "differs"} == differing


def test_a_gain_among_costs_is_taken_as_printed() -> None:
    """Patriot Transportation, fiscal 2020: a gain in brackets lowers the costs."""
    found = sums(
        "income",
        "Revenues\t21,366\t26,128\nCost of operations:\nFuel expenses\t15,705\t21,188\n"
        "Corporate expenses\t5,000\t5,000\nGain on disposition of PP&E\t(100)\t(216)\n"
        "Total cost of operations\t20,605\t25,972\nTotal operating profit\t761\t156\n"
        "Provision for income taxes\t208\t71\nNet income\t553\t85\n",
    )
    assert set(found.values()) == {"agrees"}
    assert {"20,605", "761", "553"} <= set(found)


def test_a_head_sums_the_lines_behind_it() -> None:
    """Criteo, first quarter 2020: non-cash items first, then what they are."""
    found = sums(
        "cash",
        "Net income\t21,401\t16,428\nNon-cash and non-operating items\t24,998\t32,828\n"
        "- Amortization and provisions\t11,116\t24,326\n- Equity awards\t13,882\t8,502\n"
        "CASH FROM OPERATING ACTIVITIES\t46,399\t49,256\n"
        "CASH USED FOR INVESTING ACTIVITIES\t(29,041)\t(10,848)\n"
        "Net increase in cash\t17,358\t38,408\n",
    )
    assert found["24,998"] == found["46,399"] == "agrees"


def test_a_net_behind_a_net_sums_nets() -> None:
    """Forian, third quarter 2024: continuing operations, discontinued ones, and both."""
    found = sums(
        "cash",
        "Net income\t3,970,781\t2,114,444\nInventories\t(2,503,697)\t(727,094)\n"
        "Net cash provided by operating activities - continuing operations\t1,467,084\t1,387,350\n"
        "Net cash used in operating activities - discontinued operations\t—\t(59,075)\n"
        "Net cash provided by operating activities\t1,467,084\t1,328,275\n"
        "Purchases of equipment\t(467,084)\t(328,275)\n"
        "Net cash used in investing activities\t(467,084)\t(328,275)\n"
        "Net change in cash\t1,000,000\t1,000,000\n",
    )
    assert set(found.values()) == {"agrees"}


def test_one_column_shows_nothing() -> None:
    release = read(
        "release.txt",
        b"EXAMPLE CORP.\nBALANCE SHEET\n(In thousands)\n\n\tMarch 31, 2020\nCash\t41,206\n"
        b"Deposits\t40,855\nLiquid funds\t82,061\nOther assets\t100\nTotal assets\t82,161\n",
    )
    printed = Printed(release.statements[0].lines)
    assert subtotal(printed, 2, ((0, 1), (1, 1))) == ()


def test_a_choice_of_lines_keeps_the_sums_that_columns_bear_out() -> None:
    release = read("release.txt", f"EXAMPLE CORP.\n{HEADS['balance']}{BANK}".encode())
    lines = release.statements[0].lines
    at = next(n for n, line in enumerate(lines) if line.caption == "Cash and cash equivalents")
    right, wrong = ((at - 2, 1), (at - 1, 1)), ((at - 1, 1), (at + 1, 1))
    found = borne_out(lines, [Sum(at, (wrong, right), firm=True), Sum(at + 5, (wrong,), firm=True)])
    assert [(one.total, one.readings, one.firm) for one in found] == [(at, (right,), False)]
