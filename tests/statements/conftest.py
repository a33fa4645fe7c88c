"""Statements read from text as any document's are."""

from collections.abc import Callable

import pytest

from tieout.engine import read
from tieout.model.statement import Statement

Read = Callable[[str], Statement]

BALANCE_SHEET = """EXAMPLE CORP.
CONDENSED BALANCE SHEETS
(In thousands, except share amounts)
(Unaudited)

\tSeptember 30, 2007\tMarch 31, 2007
Current assets:
Cash and cash equivalents\t$ 2,500\t$ 1,300
Accounts receivable, net of allowance of $35 at September 30, 2007 and $28 at March 31, 2007\t400\t300
Total current assets\t2,900\t1,600
Property and equipment, at cost\t900\t800
Less accumulated depreciation\t200\t100
Property and equipment, net\t700\t700
Total assets\t$ 3,600\t$ 2,300
Accounts payable\t600\t--
Common stock, $.001 par value; 415,000,000 shares authorized; 146,067,943 shares issued and \
145,474,074 shares outstanding at September 30, 2007; 144,512,997 shares issued and outstanding \
at March 31, 2007\t146\t145
Retained earnings\t3,000\t2,300
Treasury stock, at cost; 593,869 shares\t146\t145
Total stockholders' equity\t3,000\t2,300
Total liabilities and stockholders' equity\t$ 3,600\t$ 2,300
"""  # noqa: E501 - captions are as long as they are

INCOME = """EXAMPLE CORP.
CONDENSED STATEMENTS OF OPERATIONS
(In thousands, except per share data)

\tQuarter Ended June 30, 2019\tQuarter Ended June 30, 2018
Revenues\t$ 1,000\t$ 900
Cost of revenues\t600\t550
Gross profit\t400\t350
Operating expenses:
Research and development\t(300)\t(310)
Selling, including stock-based compensation of $23 and $51, respectively\t(140)\t(50)
Total operating expenses\t(440)\t(360)
Operating loss\t(40)\t(10)
Interest expense, net\t5\t--
Net loss\t$ (45)\t$ (10)
Net loss per share:
Basic and diluted\t$ (0.03)\t$ (0.01)
Weighted average shares:
Basic and diluted\t1,500\t1,400
"""


@pytest.fixture(scope="session")
def statement() -> Read:
    """The one statement of a text."""

    def one_statement(text: str) -> Statement:
        (found,) = read("statement.txt", text.encode()).statements
        return found

    return one_statement


@pytest.fixture(scope="session")
def balance_sheet(statement: Read) -> Statement:
    return statement(BALANCE_SHEET)


@pytest.fixture(scope="session")
def income(statement: Read) -> Statement:
    return statement(INCOME)
