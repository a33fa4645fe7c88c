import pytest

from tieout.lexicon.spoken import spoken_periods
from tieout.lexicon.tokens import figures
from tieout.lexicon.words import Token, tokens
from tieout.model.document import Document


def row(text: str) -> list[Token]:
    document = Document("d", "", "text", text, (), (), figures(text))
    return tokens(document, 0, len(text))


def test_words_that_compare_are_a_base_by_themselves() -> None:
    year, quarter = spoken_periods(row("12% year over year, 3% sequentially in the quarter"))[:2]
    assert year.is_base
    assert quarter.is_base
    (plain,) = spoken_periods(row("from the prior year"))
    assert not plain.is_base


def test_words_that_name_no_period_are_none() -> None:
    assert spoken_periods(row("we shipped 5 units to the same customer")) == []


@pytest.mark.parametrize("words", ["notes due 2024", "the 2024 Notes", "2024 Plan", "13 stores"])
def test_a_number_that_names_is_no_period(words: str) -> None:
    assert spoken_periods(row(words)) == []


@pytest.mark.parametrize(
    ("words", "is_counted"),
    [
        ("the 2nd quarter last year", True),
        ("the first nine months", True),
        ("the same period last year", False),
        ("the prior quarter", False),
    ],
)
def test_a_stretch_told_by_count_needs_no_other(words: str, *, is_counted: bool) -> None:
    (said,) = spoken_periods(row(words))
    assert said.is_counted is is_counted
