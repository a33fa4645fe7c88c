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
