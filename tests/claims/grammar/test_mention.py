from collections.abc import Callable

from tieout.claims.grammar.mention import trailing
from tieout.lexicon.words import Token
from tieout.model.claim import Claim

Row = Callable[[str], list[Token]]
Told = Callable[[str], list[Claim]]


def test_what_trails_ends_at_the_next_figure_or_stop(row: Row) -> None:
    tokens = row("$5.2 million per share in 2007, up 8%; more")
    assert [token.text for token in trailing(tokens, 0)] == [
        "per",
        "share",
        "in",
        "2007",
        ",",
        "up",
    ]


def test_a_measure_aside_is_another_one(told: Told) -> None:
    # Microsoft, third quarter of fiscal 2020: "increased 15% (up 16% in constant currency)"
    plain, aside = told("Revenue increased 15% (up 16% in constant currency).")
    assert plain.concept == "us-gaap:Revenues"
    assert aside.concept == "ext:AdjustedRevenue"
