"""Figures by line and period: typed, derived, or neither."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tieout.compose.book import Book
from tieout.compose.figures import Figures, Origin
from tieout.compose.footing import verify
from tieout.compose.writing import composed
from tieout.errors import Misuse

Make = Callable[..., Book]


def told(figures: Figures, key: str, words: str = "") -> tuple[str, str]:
    quantity = figures.quantity(key, figures.period(key, words))
    return str(quantity.amount), str(quantity.period)


def test_a_flow_is_of_the_quarter_and_a_balance_of_its_end(small_book: Make) -> None:
    figures = Figures(small_book())
    assert told(figures, "revenue") == ("7219000", "2007-07-01/2007-09-30")
    assert told(figures, "cash") == ("46276000", "2007-09-30")
    assert told(figures, "cash", "March 31, 2007") == ("60322000", "2007-03-31")
    assert told(figures, "us-gaap:Revenues") == ("7219000", "2007-07-01/2007-09-30")


def test_a_quarter_is_derived_from_six_months(small_book: Make) -> None:
    figures = Figures(small_book())
    quantity = figures.quantity("revenue", figures.period("revenue", "prior quarter"))
    assert str(quantity.amount) == "5615000"
    assert quantity.origins == (Origin(0, 0, 2), Origin(0, 0, 0, -1))


def test_a_loss_is_spoken_of_without_its_brackets(small_book: Make) -> None:
    figures = Figures(small_book())
    assert told(figures, "gross_loss")[0] == "756000"
    assert told(figures, "loss_per_share")[0] == "0.06"
    profit = small_book(("  Gross loss  ", "  Gross profit (loss)  "))
    assert told(Figures(profit), "gross_loss")[0] == "-756000"
    turned = small_book(("(2,336)", "2,336"))  # brackets that mean something
    assert told(Figures(turned), "gross_loss")[0] == "-756000"


@pytest.mark.parametrize(
    ("key", "words", "sentence"),
    [
        ("revenu", "", "no line has the key 'revenu': did you mean revenue?"),
        ("revenue", "fortnight", "'fortnight' names no period: say one as 'same period last year'"),
        (
            "revenue",
            "first quarter of fiscal 2007",
            "revenue has no figure for three months ended June 30, 2006 (2006-04-01/2006-06-30): "
            "it has 2007-07-01/2007-09-30, 2006-07-01/2006-09-30, 2007-04-01/2007-09-30",
        ),
        (
            "loss_per_share",
            "prior quarter",
            "loss_per_share has no figure for three months ended June 30, 2007",
        ),
        ("weighted_shares", "prior quarter", "weighted_shares has no figure for three months"),
        ("cash", "prior quarter", "cash has no figure for June 30, 2007 (2007-06-30): it has"),
    ],
)
def test_what_is_neither_typed_nor_derived_is_refused(
    small_book: Make, key: str, words: str, sentence: str
) -> None:
    with pytest.raises(Misuse) as refused:
        told(Figures(small_book()), key, words)
    assert str(refused.value).startswith(sentence)


def test_figures_that_no_statement_prints_are_figures_all_the_same(small_book: Make) -> None:
    unprinted = """
[[figures]]
scale = 1_000_000
columns = [{ period = 2007-09-30 }, { period = 2007-06-30 }]
lines = '''
backlog    | Total backlog | 10.4 | 5.3
short_term | Short-term    |  7.2 | 4.0
long_term  | Long-term     |  3.2 | 1.3
'''

[figures.about]
backlog = { sum = ["short_term", "long_term"] }
"""
    receivables = 'receivables = { facts = { allowance = { 2007-09-30 = "$835" } } }\n'
    last = (receivables, receivables + unprinted)
    book = small_book(
        last,
        narrative="It was {{ backlog }}, {{ backlog | change('prior quarter', 'both') }}.\n",
    )
    assert told(Figures(book), "backlog") == ("10400000", "2007-09-30")
    assert verify(book) == 11  # its sums among them
    made = composed(book, ["text"])
    text = made.files["acme-20071108_ex99-1.txt"].decode()
    assert "It was $10.4 million, an increase of $5.1 million, or 96%." in text
    assert "Short-term" not in text
    with pytest.raises(Misuse, match="there is no statement 3: the book has 2"):
        composed(replace(book, narrative="{{ statement(3) }}"), ["text"])
    with pytest.raises(Misuse, match="'backlog' does not foot in 2007-06-30"):
        verify(small_book((receivables, receivables + unprinted.replace("1.3", "1.9"))))


def test_a_derived_column_is_one_period_less_another(small_book: Make) -> None:
    derived = "2007-04-01/2007-09-30 - 2007-07-01/2007-09-30"
    column = f'  {{ period = "2007-04-01/2007-06-30", derived = "{derived}" }},\n]'
    book = small_book(("]\nlines", f"{column}\nlines"))
    figures = Figures(book)
    assert str(figures.derived(0, 0, book.statements[0].columns[3])) == "5615000"
    assert figures.derived(0, 4, book.statements[0].columns[3]) is None  # per share
    assert told(figures, "revenue", "prior quarter")[0] == "5615000"
