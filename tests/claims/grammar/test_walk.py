from collections.abc import Callable
from datetime import date

import pytest

from tieout.claims.grammar.walk import mentions
from tieout.claims.setting import Setting
from tieout.lexicon.words import Token
from tieout.model.claim import Claim
from tieout.model.period import FiscalCalendar

Row = Callable[[str], list[Token]]
Told = Callable[[str], list[Claim]]

CALENDAR = FiscalCalendar(2008, 2, date(2007, 9, 30))
NOW, YEAR_AGO, BEFORE = "2007-07-01/2007-09-30", "2006-07-01/2006-09-30", "2007-04-01/2007-06-30"


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("Revenue was $7.2 million, up 145% from $2.9 million", ["level", "change", "compared"]),
        ("Revenue was $7.2 million compared with $2.9 million", ["level", "compared"]),
        ("Net income was $1 million compared to a net loss of $2 million", ["level", "compared"]),
        ("Backlog was $10 million of which $7 million is short term", ["level", "part"]),
        ("The remaining $1.4 million will follow", ["remainder"]),
        ("The first $1.5 million of the $12.0 million", ["level", "whole"]),
        ("an increase of $5 million, or 96% from June and $3 million, or 53% from May",
         ["change", "change", "change", "change"]),
        ("costs were $8 million versus $9 million and $7 million before",
         ["level", "compared", "compared"]),
    ],
)  # fmt: skip
def test_every_figure_of_a_sentence_has_its_role(sentence: str, roles: list[str], row: Row) -> None:
    found = mentions(row(sentence), Setting(CALENDAR), None, 0)
    assert [mention.role for mention in found] == roles


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("Revenue was $7.2 million, compared to $2.9 million a year ago.", [NOW, YEAR_AGO]),
        ("Revenue was $7.2 million, compared to $2.9 million.", [NOW, "None"]),
        ("Net loss was $1 million, compared to a net loss of $2 million.", [NOW, "None"]),
        ("Revenue was $7.2 million, up from first quarter revenue of $5.6 million.",
         [NOW, BEFORE]),
        ("Revenue was $7.2 million and for the six months was $12.8 million.",
         [NOW, "2007-04-01/2007-09-30"]),
        ("Cash was $5 million at September 30, 2007 and $6 million at March 31, 2007.",
         ["2007-09-30", "2007-03-31"]),
        ("Compared to the first quarter, revenue was $7.2 million.", [NOW]),
    ],
)  # fmt: skip
def test_a_comparative_is_never_taken_for_the_quarter_announced(
    sentence: str, periods: list[str], told: Told
) -> None:
    assert [str(claim.period) for claim in told(sentence)] == periods


@pytest.mark.parametrize(
    ("sentence", "base"),
    [
        ("Revenue rose 145% from the same period last year.", YEAR_AGO),
        ("Revenue rose 145% year over year.", YEAR_AGO),
        ("Revenue rose 28% sequentially.", BEFORE),
        ("Revenue rose 145% to $7.2 million from $2.9 million a year ago.", YEAR_AGO),
        ("Revenue was $7.2 million versus $2.9 million a year ago, up 145%.", YEAR_AGO),
        ("Compared to the same quarter last year, revenue rose 145%.", YEAR_AGO),
        ("Revenue rose 145%.", "None"),
    ],
)
def test_the_base_of_a_change(sentence: str, base: str, told: Told) -> None:
    (change,) = [claim for claim in told(sentence) if claim.form == "percent_change"]
    assert (str(change.period), str(change.against)) == (NOW, base)


@pytest.mark.parametrize(
    ("before", "hedge"),
    [
        ("", ""),
        ("approximately ", "about"),
        ("more than ", "over"),
        ("over ", "over"),
        ("less than ", "under"),
        ("below ", "under"),
    ],
)
def test_the_hedge_in_front_of_a_figure(before: str, hedge: str, told: Told) -> None:
    (claim,) = told(f"Revenue was {before}$7.2 million.")
    assert (claim.concept, claim.hedge) == ("us-gaap:Revenues", hedge)


def test_no_change_is_from_a_later_period(told: Told) -> None:
    # Cadence Bancorporation, first quarter of 2020: what the sentence before introduced is over
    claims = told(
        "For the second quarter of fiscal 2007, costs included $1 million of charges."
        " Revenue was $92.6 million, down $5.8 million from the first quarter of fiscal 2008."
    )
    assert {str(claim.period) for claim in claims[1:]} == {NOW}
