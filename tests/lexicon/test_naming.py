"""Numbers that name are told by the words around them; amounts never are."""

import pytest

from tieout.lexicon.naming import ADDRESS, MARK, MODEL, TERM, naming


def told(marked: str) -> str:
    """What is said of the number between the bars."""
    before, number, behind = marked.split("|")
    start = len(before)
    return naming(before + number + behind, start, start + len(number), opens=not before.strip("("))


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("|14901| S. Orange Blossom Trail", ADDRESS),  # Tupperware, April 29, 2020
        ("Orlando, FL |32837| Investor Contact", ADDRESS),
        ("Northern Blvd., Long Island City, NY |11101| (718)", ADDRESS),
        ("including (|1|) the potential impact; (2) any change", MARK),
        ("|7|.\tAmount calculated on a weighted average basis", MARK),
        ("|5|: In the three months ended March 31, 2020", MARK),
        ("the launch of the GeForce RTX |4060| family", MODEL),
        ("the COVID\u2013|19| pandemic", MODEL),
        ("common equity Tier |1| capital", MODEL),
        ("our |37|-year track record of dividend increases", TERM),
    ],
)
def test_a_number_that_names(marked: str, reason: str) -> None:
    assert told(marked) == reason


@pytest.mark.parametrize(
    "marked",
    [
        "net sales of $|15| million in the quarter",
        "EPS |2|.10 and EBITDA |125| million".replace("|2|", "2"),
        "approximately |80| acres of commercial land",
        "added |12| stores, net (of which |9| opened)".replace("|9|", "9"),
        "shares outstanding were |1,375| at year-end",
        "(|12|.5) million",
    ],
)
def test_a_number_that_counts(marked: str) -> None:
    assert told(marked) == ""
