from collections.abc import Callable

import pytest

from tieout.claims import find_claims
from tieout.engine import read
from tieout.model.claim import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    "paragraph",
    [
        "We expect revenue of $9 million in the third quarter.",
        "Revenue guidance is $9 million.",
        "Revenue is expected to be $9 million.",
        "We shipped 12 units to 3 customers on May 5, 2007.",
    ],
)
def test_what_asserts_no_figure_of_a_period_is_no_claim(paragraph: str, told: Told) -> None:
    assert told(paragraph) == []


def test_the_noun_of_a_sentence_is_carried_to_the_next(told: Told) -> None:
    level, change = told(
        "Backlog at September 30, 2007 was $10 million. An increase of 5% from June 30, 2007."
    )
    assert level.concept == change.concept == "ext:Backlog"


def test_a_new_paragraph_starts_anew(told: Told) -> None:
    _, change = told("Backlog was $10 million.\n\nAn increase of 5% from June 30, 2007 is good.")
    assert change.concept == "ext:Unnamed"


def test_safe_harbor_asserts_nothing(told: Told) -> None:
    caution = (
        "This release contains forward-looking statements within the meaning of the Private "
        "Securities Litigation Reform Act of 1995. Revenue was $7.2 million."
    )
    assert told(f"Safe Harbor Statement\n\n{caution}") == []


def test_without_a_calendar_only_dated_figures_have_periods() -> None:
    release = read("note.txt", b"Revenue was $5 million. Cash was $6 million at May 31, 2007.\n")
    revenue, cash = find_claims(release.document, None, None)
    assert revenue.period is None
    assert str(cash.period) == "2007-05-31"


def test_claims_stand_in_reading_order_one_a_figure(told: Told) -> None:
    claims = told("Revenue was $7.2 million, or 10% of $72 million, up 5% from $6.9 million.")
    figures = [claim.figure for claim in claims]
    assert figures == sorted(set(figures))


def test_who_a_sentence_begins_with_owns_what_it_goes_on_with(told: Told) -> None:
    # Vycor Medical, 2024: "NovaVision … generated revenues of $73,580 …, and gross margin of 94%"
    revenue, margin = told("NovaVision generated revenue of $73,580 and gross margin of 94%.")
    assert revenue.concept == "ext:NovavisionRevenue"
    assert not margin.concept.startswith("us-gaap:")


def test_what_an_increase_was_due_to_are_parts_of_it(told: Told) -> None:
    # MarketAxess, first quarter of 2020: costs that are listed as causes are no levels
    claims = told(
        "The increase in expenses was due to technology costs of $2.4 million and depreciation and"
        " amortization of $2.0 million."
    )
    assert all(claim.is_loose for claim in claims)


@pytest.mark.parametrize(
    ("sentence", "captions"),
    [
        ("Example revenue grew 5% to $1 million.", ["revenue", "revenue"]),
        ("Example Digital revenue grew 5% to $1 million.", ["digital revenue"] * 2),
        ("Example's revenue of $1 million rose.", ["revenue"]),
    ],
)
def test_the_registrants_own_name_is_no_part_of_a_noun(
    sentence: str, captions: list[str], told: Told
) -> None:
    assert [claim.caption for claim in told(sentence)] == captions


def test_what_is_left_of_a_brands_name_can_only_prove(told: Told) -> None:
    assert all(claim.is_loose for claim in told("Example revenue grew 5% to $1 million."))


def test_letters_of_a_currency_are_no_words(told: Told) -> None:
    one, other = told("Revenue was HK$7.2 million (US$0.9 million).")
    assert one.concept == other.concept == "us-gaap:Revenues"
    assert (one.amount.unit.text, other.amount.unit.text) == ("HKD", "USD")


def test_a_bullet_is_no_heading(told: Told) -> None:
    _, net = told(
        "\u2022 Backlog of $1 million\n\n\u2022 Completed the purchase in early fiscal 2007\n\n"
        "\u2022 Net loss of $2 million"
    )
    assert str(net.period) == "2007-07-01/2007-09-30"
