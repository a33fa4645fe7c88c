"""A release small enough to be read at a glance, read as any other is."""

import pytest

from tieout.engine import read
from tieout.model.workpaper import Release

SMALL = """ACME CORPORATION ANNOUNCES SECOND QUARTER FISCAL 2008 RESULTS

ANYTOWN, Calif.--(BUSINESS WIRE)--November 8, 2007--Acme Corporation today reported results for \
the second quarter ended September 30, 2007. Revenue was $7.2 million, an increase of 145% from \
$2.9 million for the same period last year.

ACME CORPORATION
CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS
(In thousands, except per share data)

\tThree Months Ended September 30,\t\tSix Months Ended September 30,\t
\t2007\t2006\t2007\t2006
Revenue\t$ 7,219\t$ 2,946\t$ 12,834\t$ 9,512
Cost of goods sold\t7,975\t5,282\t16,063\t13,084
Gross loss\t(756)\t(2,336)\t(3,229)\t(3,572)
Operating expenses:
Research and development\t2,433\t2,592\t5,182\t5,398
Selling, general and administrative\t5,910\t6,061\t11,803\t11,976
Total operating expenses\t8,343\t8,653\t16,985\t17,374
Loss from operations\t(9,099)\t(10,989)\t(20,214)\t(20,946)
Other income\t--\t--\t--\t1
Net loss\t$ (9,099)\t$ (10,989)\t$ (20,214)\t$ (20,945)
Weighted average shares used in basic net loss per share\t145,440\t103,901\t144,710\t103,612
"""


@pytest.fixture(scope="session")
def small() -> Release:
    return read("small.txt", SMALL.encode())
