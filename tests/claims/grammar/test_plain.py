from collections.abc import Callable

import pytest

from tieout.claims.grammar.plain import plain
from tieout.lexicon.words import Token

Row = Callable[[str], list[Token]]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Adjusted EBITDA(2) of $5 million", "adjusted ebitda of 5 million"),  # OpenText, Q4 2024
        ("efficiency ratio 3 was 53.8%", "efficiency ratio was 53.8%"),  # Goldman Sachs, Q4 2021
        ("net interest margin (“NIM”) was 3.80%", "net interest margin was 3.80%"),
        # Pericom Semiconductor Corporation, August 9, 2005
        ("net income (restated) of $5 million", "net income of 5 million"),
        ("net income (as restated) of $5 million", "net income of 5 million"),
        ("sales decline vs. prior year", "sales decline vs prior year"),  # Johnson & Johnson
        ("net income (loss) was $5 million", "net income ( loss ) was 5 million"),
        ("Tier 1 leverage was 9.9%", "tier 1 leverage was 9.9%"),
        ("loss of $(2) million", "loss of ( 2 ) million"),
    ],
)
def test_what_only_points_or_abbreviates_is_passed_over(
    sentence: str, words: str, row: Row
) -> None:
    assert " ".join(token.text for token in plain(row(sentence))) == words
