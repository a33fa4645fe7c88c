"""What the words say that two numbers have in common."""

from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import Mentions, mentions
from tieout.model.amount import Amount
from tieout.model.unit import DOLLARS
from tieout.proof.bounds import bounds
from tieout.proof.words import is_enough, shared

RELEASE = """Example Corp. Announces Second Quarter Fiscal 2008 Results

SPRINGFIELD, Ill., November 8, 2007 -- Example Corp. (NASDAQ: EXMP) today announced results for \
its second quarter ended September 30, 2007.

{sentence}

SELECTED OPERATING DATA
(In thousands)

\tThree Months Ended September 30, 2007\tThree Months Ended September 30, 2006
Desert water orders\t$ 7,219\t$ 6,101
Water contracts\t3,000\t2,500
Freight\t938\t884
Travel\t184\t179
Insurance\t156\t149
Utilities\t127\t119
"""


def held(sentence: str) -> Mentions:
    return mentions(
        Evidence.gather([read("release.txt", RELEASE.format(sentence=sentence).encode())])
    )


def found(sentence: str, thousands: int) -> int:
    """The bits that the first claim shares with the cell of so many thousands."""
    all_of = held(sentence)
    (cell,) = (
        one for one in all_of.printed(Amount(thousands, 3, DOLLARS), "level") if not one.claim
    )
    return shared(all_of, all_of.claims[0], cell)


ORDERS = "In the quarter ended September 30, 2007, orders for desert water were $7.9 million."


def test_the_line_that_the_words_name_is_the_likest() -> None:
    assert found(ORDERS, 7219) > found(ORDERS, 3000) > found(ORDERS, 938)


def test_another_period_is_another_number() -> None:
    assert found(ORDERS, 7219) - found(ORDERS, 6101) > bounds().words.otherwise


def test_a_seldom_word_says_more() -> None:
    desert = found("Desert pumps were $7.9 million in the second quarter.", 7219)
    water = found("Water pumps were $7.9 million in the second quarter.", 7219)
    assert desert > water


def test_a_word_of_the_line_that_nobody_says_speaks_against_it() -> None:
    named = found(ORDERS, 7219)
    short = found(ORDERS.replace("desert ", ""), 7219)
    assert short < named


def test_the_other_figures_of_two_sentences_speak_too() -> None:
    alike, apart = (
        held(f"Orders for desert water were $7.2 million, up 20%. So desert orders of $7.9 {rest}.")
        for rest in ("million came, up 20%", "million came, up 21%")
    )
    assert shared(alike, *_levels(alike)) > shared(apart, *_levels(apart))


def _levels(all_of: Mentions) -> tuple[Mention, Mention]:
    """The two levels of the text."""
    one, other = (each for each in all_of.claims if each.role == "level")
    return one, other


def test_so_few_bits_are_not_enough_to_refute() -> None:
    least = bounds().words.least
    assert is_enough(least)
    assert not is_enough(least - 1)


MOVES = "Orders for desert water {} $1.4 million from {}. So desert orders {} $1.9 million from {}."
YEAR_AGO, MARCH = "the same period last year", "the quarter ended March 31, 2007"


def moved(*words: str) -> int:
    """The bits that two changes share."""
    all_of = held(MOVES.format(*words))
    one, other = all_of.claims
    return shared(all_of, one, other)


def test_a_change_from_another_time_or_the_other_way_is_another_change() -> None:
    alike = moved("increased", YEAR_AGO, "increased", YEAR_AGO)
    assert alike - moved("increased", YEAR_AGO, "increased", MARCH) > bounds().words.otherwise - 9
    assert alike > moved("increased", YEAR_AGO, "decreased", YEAR_AGO)
