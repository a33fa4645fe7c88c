"""Totals that are what their lines add up to, and books whose totals are not."""

from collections.abc import Callable

import pytest

from tieout.compose.book import Book
from tieout.compose.footing import verify
from tieout.errors import Misuse

Make = Callable[..., Book]


def test_every_total_is_footed_and_the_sheet_balances(
    small_book: Make, capstone_book: Book
) -> None:
    assert verify(small_book()) == 3 + 2 + 2 + 2
    assert verify(capstone_book) == 5 * 2 + 5 * 4 + 2


def test_a_total_off_by_a_rounding_stands(small_book: Make) -> None:
    assert verify(small_book(("(756)", "(757)"))) == 9


def test_a_total_that_does_not_foot_is_refused(small_book: Make) -> None:
    with pytest.raises(Misuse) as refused:
        verify(small_book(("(756)", "(765)")))
    assert str(refused.value) == (
        "figures.toml, line 13: 'gross_loss' does not foot in 2007-07-01/2007-09-30: "
        "it is typed -765, and its lines sum to -756"
    )


def test_a_sheet_that_does_not_balance_is_refused(small_book: Make) -> None:
    total = "both             |   Total                   | 52,"
    book = small_book((f"46,348 | 58,150\n{total}152", f"46,438 | 58,150\n{total}242"))
    with pytest.raises(Misuse) as refused:
        verify(book)
    assert str(refused.value) == (
        "figures.toml, line 36: the balance sheet does not balance in 2007-09-30: "
        "assets are 52,152, liabilities and equity 52,242"
    )


def test_words_among_the_parts_prove_nothing(small_book: Make) -> None:
    assert verify(small_book(("7,975", "n/a"))) == 8


def test_a_column_without_a_period_adds_up_to_nothing(small_book: Make) -> None:
    """Changes in percent stand beside the amounts of many releases, and sum to nothing."""
    quarters = (
        'period = "2007-04-01/2007-09-30", header = ["Six Months Ended September 30,", "2007"]'
    )
    book = small_book((quarters, 'header = ["Change"]'), ("(3,229)", "50%"))
    assert verify(book) == verify(small_book()) - 1
