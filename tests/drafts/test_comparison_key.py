"""Comparison keys: the same number however it is printed, and another one if it is another."""

from collections.abc import Callable

import pytest

from tieout.drafts.comparison_key import Keys, are_equal
from tieout.model.workpaper import Release

Told = Callable[[str], Release]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Sales were $7,200,000.", "Sales were $7.2 million.", True),
        ("Sales were $7.2 million.", "Sales were $7.20 million.", True),
        ("Sales were $7.2 million.", "Sales were $7.3 million.", False),
        ("Sales rose 5%.", "Sales rose 5.0%.", True),
        ("Sales rose 5%.", "Sales rose $5.", False),
        ("The call is on Nov. 8, 2007.", "The call is on November 8, 2007.", True),
        ("The call is on November 8.", "The call is on November 9.", False),
        ("Call 818-407-3628.", "Call (818) 407-3628.", True),
    ],
)
def test_numbers_are_compared_by_value(one: str, two: str, same: bool, told: Told) -> None:  # noqa: FBT001
    assert are_equal(Keys(told(one)), 0, Keys(told(two)), 0) is same


TABLE = """INCOME STATEMENTS
({scale})
\tThree Months Ended June 30, 2008\tThree Months Ended June 30, 2007
Revenue\t7,219\t2,946
Net income\t{result}\t(2,336)
"""


def number(release: Release, text: str) -> int:
    return next(n for n, one in enumerate(release.document.figures) if one.text == text)


def test_a_bracket_is_part_of_a_number(told: Told) -> None:
    loss, profit = (
        told(TABLE.format(scale="In thousands", result=result)) for result in ("(757)", "757")
    )
    assert not are_equal(Keys(loss), number(loss, "757"), Keys(profit), number(profit, "757"))


def test_the_scale_of_a_table_is_part_of_its_numbers(told: Told) -> None:
    one, two = (
        told(TABLE.format(scale=scale, result="757")) for scale in ("In thousands", "In millions")
    )
    assert not are_equal(Keys(one), number(one, "7,219"), Keys(two), number(two, "7,219"))
