"""Small releases, as the tests of xbrl need them."""

from collections.abc import Callable

import pytest

from tieout.engine import read
from tieout.model.workpaper import Release

HEAD = """Example Corp. Announces Second Quarter Fiscal 2008 Results

SPRINGFIELD, Ill., November 8, 2007 -- Example Corp. (NASDAQ: EXMP) today announced results for its second quarter ended September 30, 2007.

"""  # noqa: E501 - one paragraph

OPERATIONS = """EXAMPLE CORP.
CONDENSED STATEMENTS OF OPERATIONS
(In thousands, except per share data)

	Quarter Ended September 30, 2007	Quarter Ended September 30, 2006
Revenue	$7,219	$2,946
Cost of goods sold	4,975	2,282
Gross profit	2,244	664
Selling expense	310	160
Administrative expense	700	300
Total operating expenses	1,010	460
Income from operations	1,234	204
Income tax expense	400	74
Net income	$834	$130
Net income per share, basic	$0.08	$0.01
"""

BALANCE = """
EXAMPLE CORP.
CONDENSED BALANCE SHEET
(In thousands)

	September 30, 2007	March 31, 2007
Cash and cash equivalents	$1,500	$1,200
Inventories	500	400
Other	30	20
Total current assets	2,030	1,620
Other	70	80
Total assets	$2,100	$1,700
"""


@pytest.fixture(scope="session")
def release() -> Callable[..., Release]:
    """Reads a release of the tables given under one heading; of both above where none is."""

    def make(*tables: str) -> Release:
        return read("release.txt", (HEAD + "\n".join(tables or (OPERATIONS, BALANCE))).encode())

    return make


@pytest.fixture(scope="session")
def operations() -> str:
    """A statement of operations that foots."""
    return OPERATIONS


@pytest.fixture(scope="session")
def balance() -> str:
    """A balance sheet on which two lines are called Other."""
    return BALANCE
