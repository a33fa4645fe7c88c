from collections.abc import Callable

import pytest

from tieout.claims.grammar.lists import each
from tieout.lexicon.words import Token
from tieout.model.claim import Claim

Row = Callable[[str], list[Token]]
Told = Callable[[str], list[Claim]]


def said(row: Row, sentence: str) -> list[str]:
    return [" ".join(token.text for token in one) for one in each(row(sentence))]


def test_a_sentence_without_the_word_stands_for_itself(row: Row) -> None:
    assert said(row, "revenue was $5 million") == ["revenue was 5 million"]


def test_nouns_and_figures_one_by_one(row: Row) -> None:
    assert said(row, "revenue and net income were $5 million and $1 million respectively") == [
        "revenue were 5 million",
        "net income were 1 million",
    ]


def test_adjectives_share_the_noun_behind_them(row: Row) -> None:
    # NVIDIA, fiscal 2026: "GAAP and non-GAAP gross margins were 75.0% and 75.2%, respectively."
    assert said(row, "GAAP and non-GAAP gross margins were 75.0% and 75.2% respectively") == [
        "gaap gross margins were 75.0%",
        "non-gaap gross margins were 75.2%",
    ]


def test_the_owner_of_the_first_owns_the_rest(row: Row) -> None:
    # Forterra, first quarter 2020: a segment's measures, and the comparatives of both
    sentence = (
        "Water EBITDA and Adjusted EBITDA were $22.9 million and $23.6 million, respectively, "
        "compared to $8.7 million and $8.8 million, respectively"
    )
    first, second = said(row, sentence)
    assert first.startswith("water ebitda were 22.9 million")
    assert second.startswith("water adjusted ebitda were 23.6 million")
    assert second.endswith("compared to 8.8 million ,")


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("Revenue was $7 million and $6 million in fiscal 2008 and 2007, respectively.",
         ["2007-04-01/2008-03-31", "2006-04-01/2007-03-31"]),
        ("Revenue for the second quarter and six months was $7 million and $12 million, "
         "respectively.", ["2007-07-01/2007-09-30", "2007-04-01/2007-09-30"]),
        ("Revenue for the three and six months ended September 30, 2007 was $7 million and "
         "$12 million, respectively.", ["2007-07-01/2007-09-30", "2007-04-01/2007-09-30"]),
        ("Cash was $7 million, $6 million and $5 million at September 30, 2007, June 30, 2007 and "
         "September 30, 2006, respectively.", ["2007-09-30", "2007-06-30", "2006-09-30"]),
        ("Revenue was $7 million and $6 million for the quarters ended September 30, 2007 and "
         "2006, respectively.", ["2007-07-01/2007-09-30", "2006-07-01/2006-09-30"]),
    ],
)  # fmt: skip
def test_periods_and_figures_one_by_one(sentence: str, periods: list[str], told: Told) -> None:
    assert [str(claim.period) for claim in told(sentence)] == periods


@pytest.mark.parametrize(
    "sentence",
    ["Revenue was $7 million and $6 million, respectively.",
     "Revenue was $7 million, $6 million and $5 million in fiscal 2008 and 2007, respectively."],
)  # fmt: skip
def test_lists_that_do_not_match_assert_nothing(sentence: str, told: Told) -> None:
    assert told(sentence) == []


def test_the_last_of_listed_periods_names_the_year_of_all(row: Row) -> None:
    # NVIDIA Corporation, Form 10-Q, August 31, 2022
    sentence = (
        "margin decreased to 43.5% and 55.7% for the second quarter and first half of fiscal year"
        " 2023 respectively from 64.8% and 64.5% for the second quarter and first half of fiscal"
        " year 2022 respectively"
    )
    assert said(row, sentence) == [
        "margin decreased to 43.5% for the second quarter of fiscal year 2023"
        " from 64.8% for the second quarter of fiscal year 2022",
        "margin decreased to 55.7% for the first half of fiscal year 2023"
        " from 64.5% for the first half of fiscal year 2022",
    ]
