from collections.abc import Callable

import pytest

from tieout.model.claim import Claim

Told = Callable[[str], list[Claim]]
NOW, AGO, BEFORE = (
    "2007-07-01/2007-09-30",
    "2006-07-01/2006-09-30",
    "2007-04-01/2007-06-30",
)


def test_a_period_no_words_name_is_assumed(told: Told) -> None:
    assumed, said = told("Revenue was $7 million.\n\nSecond quarter revenue was $7 million.")
    assert (assumed.is_assumed, said.is_assumed) == (True, False)
    assert assumed.period == said.period


@pytest.mark.parametrize(
    ("sentence", "against"),
    [
        ("Revenue was $7 million, up 5% from revenue in the preceding quarter.", BEFORE),
        ("Revenue rose 5% year over year.", AGO),
        ("Revenue rose 5% sequentially.", BEFORE),
        ("Revenue rose 5% to $7 million from $6 million in the same quarter last year.", AGO),
        ("Revenue rose 5%.", "None"),
    ],
)
def test_the_base_of_a_change(sentence: str, against: str, told: Told) -> None:
    change = next(claim for claim in told(sentence) if claim.form == "percent_change")
    assert (str(change.period), str(change.against)) == (NOW, against)


def test_a_heading_gives_the_base_that_no_words_name(told: Told) -> None:
    # PNC, first quarter 2022: "First quarter 2022 compared with fourth quarter 2021" over bullets
    heading = "Second quarter 2008 compared with first quarter 2008"
    (change,) = told(f"{heading}\n\nNet income decreased 6% due to lower sales.")
    assert str(change.against) == BEFORE


def test_a_sentence_takes_up_the_change_before_it(told: Told) -> None:
    # HomeTrust, third quarter of fiscal 2020: "The $1.3 million, or 4.7% decrease was due to …"
    claims = told(
        "For the six months, cash was fine. Revenue decreased to $25 million for the quarter ended "
        "September 30, 2007, compared to $26 million for the same quarter last year. "
        "The $1 million, or 4% decrease was due to lower prices."
    )
    assert [str(claim.period) for claim in claims[-2:]] == [NOW, NOW]
    assert [str(claim.against) for claim in claims[-2:]] == [AGO, AGO]
