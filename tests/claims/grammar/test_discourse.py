from collections.abc import Callable

import pytest

from tieout.model.claim import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    "dateline",
    [
        "SPRINGFIELD, Ill., May 3, 2009 -- Example",
        "SPRINGFIELD (BUSINESS WIRE)--May 3, 2009-- Example",  # Cadence Bancorporation, Q1 2020
        "SPRINGFIELD, WA – May 3, 2009 - Example today",  # Timberland Bancorp, Q2 2020
    ],
)
def test_the_day_a_release_is_given_out_is_no_period(dateline: str, told: Told) -> None:
    (income,) = told(
        f"{dateline} reported net income for the quarter ended September 30, 2007 of $5 million."
    )
    assert str(income.period) == "2007-07-01/2007-09-30"


def test_a_comparative_that_is_called_less_is_the_same_subject(told: Told) -> None:
    now, before = told(
        "Net loss attributable to common shareholders was $2 million versus a net loss of"
        " $3 million in the year-ago quarter."
    )
    assert now.concept == before.concept
