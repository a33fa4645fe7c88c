from collections.abc import Callable

import pytest

from tieout.claims.grammar.groups import groups
from tieout.lexicon.spoken import spoken_periods
from tieout.lexicon.words import Token

Row = Callable[[str], list[Token]]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("a decrease of $0.2 million, or 6%, from last year", [["0.2 million", "6%"]]),
        ("$5.2 million ($0.31 per share)", [["5.2 million", "0.31"]]),
        ("$5.2 million, or $(0.31) per share", [["5.2 million", "0.31"]]),
        ("$5.2 million or approximately 6%", [["5.2 million", "6%"]]),
        ("$5.2 million and $6.1 million", [["5.2 million"], ["6.1 million"]]),
        ("$5.2 million was sold or $6.1 million", [["5.2 million"], ["6.1 million"]]),
        ("16.1% (15.2% in Q2 2023)", [["16.1%"], ["15.2%"]]),
        ("$0.89 per share ($0.88 per share on a diluted basis)", [["0.89", "0.88"]]),
        ("$11.5 billion, 20% higher than 2023", [["11.5 billion"], ["20%"]]),
        ("2,500 people on May 5, 2007", [["2,500"]]),
        ("250 people on May 5, 2007", []),
    ],
)
def test_figures_joined_are_one_group(sentence: str, found: list[list[str]], row: Row) -> None:
    tokens = row(sentence)
    read = groups(tokens, spoken_periods(tokens))
    assert [[tokens[member].text for member in group.members] for group in read] == found
    assert all(group.start <= group.first < group.stop for group in read)
    assert [group.stop for group in read][-1:] in ([], [len(tokens)])
