"""Every number of a release, found by the digits it prints to, with the words around it."""

import pytest

from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.evidence.mentions import Mentions, mentions
from tieout.model.amount import Amount
from tieout.model.period import Period
from tieout.model.unit import DOLLARS

RELEASE = b"""Example Corp. Announces Second Quarter Fiscal 2008 Results

SPRINGFIELD, Ill., November 8, 2007 -- Example Corp. (NASDAQ: EXMP) today announced results for \
its second quarter ended September 30, 2007.

Annual recurring billings grew 18.3% in the second quarter to $7.2 million, compared to \
$6.1 million in the same period last year.

SELECTED OPERATING DATA
(In thousands)

\tThree Months Ended September 30, 2007\tThree Months Ended September 30, 2006
Total annual recurring billings\t$ 7,219\t$ 6,101
Hardware billings\t3,000\t2,500
Returns\t(150)\t120
"""


@pytest.fixture(scope="module")
def held() -> Mentions:
    return mentions(Evidence.gather([read("release.txt", RELEASE)]))


def test_a_number_is_found_at_the_precision_it_is_told_with(held: Mentions) -> None:
    found = held.printed(Amount(72, 5, DOLLARS), "level")
    assert [str(one.amount) for one in found] == ["7200000", "7219000"]
    assert held.printed(Amount(7218, 3, DOLLARS), "level") == ()


def test_the_words_of_a_claim_reach_to_the_figures_beside_it(held: Mentions) -> None:
    growth, now, before = held.claims
    assert {"recurring", "billing", "grew"} <= growth.near
    assert "recurring" in now.wide
    assert now.others == {abs(growth.amount), abs(before.amount)}
    assert now.beside[0] is not None
    assert (now.beside[0].text, before.beside[1]) == ("18.3%", None)


def test_a_cell_has_the_words_of_its_caption(held: Mentions) -> None:
    cell = held.printed(Amount(7219, 3, DOLLARS), "level")[0]
    assert {"recurring", "billing"} <= cell.named
    assert [str(one.amount) for one in held.at(cell.place)] == ["7219000", "6101000"]


def test_a_word_is_counted_once_a_line(held: Mentions) -> None:
    assert held.places("hardware") == (1, 6)  # three lines and three claims
    assert held.places("unheard") == (1, 6)


def test_what_a_line_changed_by_is_found_by_its_digits(held: Mentions) -> None:
    (growth, *_) = held.claims
    assert growth.claim is not None
    ((now, before),) = held.changed(growth.claim)[183]
    assert (str(now.amount), str(before.amount)) == ("7219000", "6101000")
    assert isinstance(growth.period, Period)
    numbers = {one for pairs in held.changed(growth.claim).values() for one in pairs}
    assert len(numbers) == 2  # returns changed their sign, and have no percentage of change


def test_a_long_sentence_is_held_once() -> None:
    told = "Sales were " + ", ".join(
        f"${number} million in region {number}" for number in range(2, 9)
    )
    first, second, *_ = mentions(Evidence.gather([read("release.txt", f"{told}.".encode())])).claims
    assert first.amounts is second.amounts
    assert first.wide is second.wide
    assert first.others == first.amounts - {abs(first.amount)}


def test_a_number_told_twice_is_another_one_of_its_sentence() -> None:
    told = b"Sales were $7.2 million and costs were $7.2 million."
    first, _ = mentions(Evidence.gather([read("release.txt", told)])).claims
    assert first.others == {abs(first.amount)}
