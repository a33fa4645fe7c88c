import pytest

from tieout.lexicon.sides import side_of


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("income tax benefit", 1),
        ("benefit from income taxes", 1),
        ("income tax expense", -1),
        ("the provision for income taxes", -1),
        ("benefit (provision) for income taxes", 0),
        ("income taxes", 0),
        ("income before income tax expense", 0),
        ("net income", 1),
        ("net loss", -1),
        ("net income (loss)", 0),
        ("operating loss", -1),
        ("gain on sale of assets", 1),
        ("loss on extinguishment of debt", -1),
        ("other income, net", 1),
        ("other expense, net", -1),
        ("net cash provided by operating activities", 1),
        ("cash used in investing activities", -1),
        ("net cash provided by (used in) financing activities", 0),
        ("cash inflow", 1),
        ("net outflows", -1),
        ("net increase in cash", 1),
        ("decrease in restricted cash", -1),
        ("interest expense", 0),
        ("provision for credit losses", 0),
        ("net loss per share", 0),
        ("other comprehensive loss", 0),
        ("revenue", 0),
    ],
)
def test_the_side_that_words_say(words: str, side: int) -> None:
    assert side_of(words) == side
