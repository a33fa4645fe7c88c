"""Tables that are no statements: balances, debits and credits, accounts mapped to lines."""

from datetime import date

import pytest

from tieout.evidence.ledger import Ledger, ledgers
from tieout.model.period import FiscalCalendar, Period, duration
from tieout.readers.support import open_support
from tieout.tables import understand

CALENDAR = FiscalCalendar(2008, 2, date(2007, 9, 30))


def of(text: str) -> list[Ledger]:
    document = open_support("book.csv", text.encode())
    return list(ledgers(document, understand(document, 0), CALENDAR))


def told(ledger: Ledger) -> dict[str, str]:
    return {entry.words: str(entry.amount) for entry in ledger.entries}


def test_a_debit_less_a_credit_is_a_balance_under_the_name_of_its_account() -> None:
    (found,) = of("Account,Name,Debit,Credit\n1010,Cash,70.25,\n2000,Debt,,30\n3000,Both,5,2\n")
    assert told(found) == {"Cash": "70.25", "Debt": "-30", "Both": "3"}
    assert found.is_signed
    assert found.period is None


def test_accounts_of_one_line_are_summed_and_are_no_lines_themselves() -> None:
    (found,) = of(
        "Name,Balance,Line\nOperating,70.25,Cash\nPetty cash,5,Cash\nNotes,-30,Debt\nTotal,45.25,\n"
    )
    assert told(found) == {"Total": "45.25", "cash": "75.25", "debt": "-30"}
    assert [len(entry.figures) for entry in found.entries] == [1, 2, 1]


def test_columns_that_say_when_are_each_of_their_period() -> None:
    found = of("(in thousands),,\nName,9/30/2007,Q2 FY07\nCash,70,60\n")
    assert [one.period for one in found] == [
        Period(date(2007, 9, 30)),
        duration(date(2006, 9, 30), 3),
    ]
    assert [[(str(e.amount), e.power) for e in one.entries] for one in found] == [
        [("70", 3)],
        [("60", 3)],
    ]


def test_the_sheet_may_say_the_day() -> None:
    (found,) = of(
        "Trial balance as of June 30\\, 2007\nName,Balance\nCash,70\n".replace("\\,", " ")
    )
    assert found.period == Period(date(2007, 6, 30))


@pytest.mark.parametrize(
    "text",
    [
        "Name,Opening balance,Movement\nCash,70,60\n",  # which is meant?
        "Name,Debit,Amount\nCash,70,60\n",
        "Name,Budget\nCash,70\n",
        "Name,Budget 9/30/2007\nCash,70\n",
        "Prior year\nName,Balance\nCash,70\n",
    ],
)
def test_what_is_not_clear_or_of_another_time_is_no_ledger(text: str) -> None:
    assert of(text) == []


def test_of_several_balances_the_closing_one_is_meant() -> None:
    (found,) = of("Name,Opening balance,Ending balance\nCash,70,60\n")
    assert told(found) == {"Cash": "60"}


def test_a_row_may_say_its_own_scale() -> None:
    (found,) = of("Name,Unit,Balance\nBacklog,$ millions,10.4\nCash,$,7\n")
    assert [entry.power for entry in found.entries] == [6, None]
