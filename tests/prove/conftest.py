"""A small release with a statement and a sentence, checked as it stands."""

import pytest

from tieout.engine import check, read
from tieout.prove.subject import Subject

RELEASE = """Acme Corp. Reports Second Quarter Results

Revenue for the second quarter was $7.2 million, an increase of 50% from $4.8 million.

ACME CORP.
CONDENSED CONSOLIDATED BALANCE SHEETS
(In thousands)
\tJune 30,\tDecember 31,
\t2007\t2006
Current assets:
Cash\t$1,200\t$1,100
Receivables\t(300)\t210
Total current assets\t900\t1,310
Property\t100\t90
Total assets\t$1,000\t$1,400
"""


@pytest.fixture(scope="session")
def subject() -> Subject:
    return Subject(check(read("acme.txt", RELEASE.encode())))
