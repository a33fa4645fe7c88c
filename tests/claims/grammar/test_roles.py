from collections.abc import Callable

import pytest

from tieout.model.claim import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("sentence", "forms"),
    [
        ("Revenue was $7 million, up 5% from $6 million.", ["level", "percent_change", "level"]),
        ("Higher costs of $2 million and taxes of $1 million were paid.", ["change", "change"]),
        ("Revenue was $7 million (Q1 2007: $6 million).", ["level", "level"]),
    ],
)
def test_the_role_of_a_figure_gives_its_form(sentence: str, forms: list[str], told: Told) -> None:
    assert [claim.form for claim in told(sentence)] == forms


def test_a_cause_is_no_amount_that_the_subject_went_to(told: Told) -> None:
    # Patriot Transportation Holding, Inc., May 1, 2019
    change, gain = told(
        "Gain on disposition of assets increased $1,057,000 due primarily to a gain of $866,000 on"
        " the sale of a terminal."
    )
    assert change.caption == "gain on disposition of assets"
    assert gain.caption == "gain"
