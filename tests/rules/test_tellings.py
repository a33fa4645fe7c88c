from datetime import date

import pytest

from tieout.model.amount import Amount
from tieout.model.check import Check, Ref
from tieout.model.claim import Claim
from tieout.model.document import Span
from tieout.model.period import duration
from tieout.rules.tellings import SEVERAL, told_alone
from tieout.rules.verbs import require

QUARTER = duration(date(2023, 6, 30), 3)


def told(figure: int, millions: int, sentence: int, *, agrees: bool) -> tuple[Claim, Check]:
    claim = Claim(
        form="level",
        figure=figure,
        sentence=Span(sentence, sentence + 50),
        concept="us-gaap:Revenues",
        caption="revenue",
        amount=Amount(millions, 6, "USD"),
        period=QUARTER,
    )
    return claim, require(Ref(0, figure), agrees, "as the statement has it")


@pytest.mark.parametrize(
    ("claims", "outcomes"),
    [
        # a slip stands alone, whatever the headline tells
        ([told(0, 719, 0, agrees=False), told(1, 721, 90, agrees=True)], ["differs", "agrees"]),
        # Intel Corporation, Form 10-Q, July 2023: "Revenue was $4.0 billion" under each segment
        ([told(0, 40, 0, agrees=False), told(1, 14, 90, agrees=False)], ["not-tested"] * 2),
        # one wrong figure, twice
        ([told(0, 40, 0, agrees=False), told(1, 40, 90, agrees=False)], ["differs"] * 2),
        # NVIDIA Corporation, Form 10-Q, November 2024: two years told in one sentence
        ([told(0, 30, 0, agrees=True), told(1, 13, 0, agrees=False)], ["agrees", "not-tested"]),
    ],
)
def test_a_difference_counts_where_nothing_else_is_told_under_the_words(
    claims: list[tuple[Claim, Check]], outcomes: list[str]
) -> None:
    found = list(told_alone(claims))
    assert [check.outcome for check in found] == outcomes
    assert {check.reason for check in found if check.outcome == "not-tested"} <= {SEVERAL}
