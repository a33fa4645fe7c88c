"""Shares of wholes, and sums of neighbours, found by what they print to."""

import pytest

from tieout.engine import read
from tieout.evidence.computed import Computed, computed
from tieout.evidence.gathered import Evidence
from tieout.evidence.mentions import Mentions, mentions

RELEASE = b"""Example Corp. Announces Second Quarter Fiscal 2008 Results

SPRINGFIELD, Ill., November 8, 2007 -- Example Corp. (NASDAQ: EXMP) today announced results for \
its second quarter ended September 30, 2007.

Hardware billings of $3.0 million, or 29.4% of the total, and returns were $3.2 million.

SELECTED OPERATING DATA
(In thousands)

\tThree Months Ended September 30, 2007\tThree Months Ended September 30, 2006
Recurring billings\t$ 7,219\t$ 6,101
Hardware billings\t3,004\t2,500
Total billings\t10,223\t8,601
"""


@pytest.fixture(scope="module")
def both() -> tuple[Mentions, Computed]:
    evidence = Evidence.gather([read("release.txt", RELEASE)])
    return mentions(evidence), computed(evidence)


def test_a_share_is_found_by_what_it_comes_to(both: tuple[Mentions, Computed]) -> None:
    held, made = both
    share = next(one for one in held.claims if one.amount.unit.is_pure)
    pairs = list(made.shares(share))
    assert [(str(one.first.amount), str(one.second.amount)) for one in pairs] == [
        ("3004000", "10223000")
    ]
    assert pairs[0].told == 2  # the part is told right before


def test_neighbours_are_added_up(both: tuple[Mentions, Computed]) -> None:
    held, made = both
    level = next(one for one in held.claims if one.amount.unit.is_money)
    assert list(made.sums(level)) == []
