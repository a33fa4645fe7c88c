from collections.abc import Callable

import pytest

from tieout.claims.grammar.links import Link, link
from tieout.lexicon.spoken import spoken_periods
from tieout.lexicon.words import Token

Row = Callable[[str], list[Token]]


def link_into_the_figure(tokens: list[Token]) -> Link:
    place = next(n for n, token in enumerate(tokens) if token.kind in ("amount", "percent"))
    return link(tokens, spoken_periods(tokens), 0, place)


@pytest.mark.parametrize(
    ("sentence", "kind", "direction"),
    [
        ("revenue was approximately $5 million", "is", 0),
        ("revenue exceeded $5 million", "is", 0),
        ("revenue was a record $5 million", "is", 0),
        ("net loss per share was $(0.06)", "is", 0),
        ("a net loss of $5 million", "noun", 0),
        ("revenue for the quarter of $5 million", "noun", 0),
        ("Revenue: $5 million", "noun", 0),
        ("revenue rose to $5 million", "to", 0),
        ("revenue rose 5%", "change-verb", 1),
        ("revenue fell by more than 5%", "change-verb", -1),
        ("costs improved 5%", "change-verb", 2),
        ("an increase of $5 million", "change-noun", 1),
        ("a 5% decline", "change-behind", -1),
        ("on top of a 5% increase", "change-behind", 1),
        ("$5 million higher than before", "change-behind", 1),
        ("$5 million higher", "change-behind", 1),
        ("$5 million higher volume", "none", 0),
        ("an increase in revenue of $5 million", "change-in", 1),
        ("compared with $5 million", "versus", 0),
        ("as compared to the $5 million", "versus", 0),
        ("from $5 million", "from", 0),
        ("of which $5 million", "which", 0),
        ("of which is $5 million", "which", 0),
        ("led by $5 million", "none", 0),
        ("$5 million", "none", 0),
    ],
)
def test_what_leads_into_a_figure(sentence: str, kind: str, direction: int, row: Row) -> None:
    found = link_into_the_figure(row(sentence))
    assert (found.kind, found.direction) == (kind, direction)


def test_an_increase_over_a_figure_has_it_as_its_base(row: Row) -> None:
    tokens = row("a 12% increase over the $40.4 million")
    assert link(tokens, [], 2, len(tokens) - 1).kind == "from"


def test_the_noun_is_what_stands_before_of(row: Row) -> None:
    tokens = row("the company had net income for the quarter of $5 million")
    first, last = link_into_the_figure(tokens).noun
    assert [token.text for token in tokens[first:last]][-2:] == ["net", "income"]
