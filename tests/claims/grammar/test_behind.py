from collections.abc import Callable

import pytest

from tieout.model.claim import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("sentence", "concept"),
    [
        ("We had $20.3 billion in cash.", "us-gaap:CashAndCashEquivalentsAtCarryingValue"),
        # NVIDIA Corporation, Form 10-Q, May 27, 2022
        (
            "We had $20.3 billion in cash, cash equivalents and marketable securities.",
            "us-gaap:CashCashEquivalentsAndShortTermInvestments",
        ),
    ],
)
def test_a_list_of_nouns_behind_is_one_name(sentence: str, concept: str, told: Told) -> None:
    assert [claim.concept for claim in told(sentence)] == [concept]
