from collections.abc import Callable
from datetime import date

import pytest

from tieout.claims.grammar.outlook import parted, ranges
from tieout.claims.setting import Setting
from tieout.lexicon.words import Token
from tieout.model.claim import Claim
from tieout.model.period import FiscalCalendar

Row = Callable[[str], list[Token]]
Told = Callable[[str], list[Claim]]
SETTING = Setting(FiscalCalendar(2008, 2, date(2007, 9, 30)))


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("revenue of $43.8 million to $45.2 million", ["43.8 million", "45.2 million"]),
        ("EPS in the range of $1.20-$1.30", ["1.20", "1.30"]),
        ("margin between 40% and 42%", ["40%", "42%"]),
        ("sales of $97.9B – $98.9B / $98.4B", ["97.9b", "98.9b", "98.4b"]),  # J&J, Q4 2022
        ("revenue of $1 million to $3 million, midpoint $2 million", ["1 million", "3 million",
                                                                     "2 million"]),
        ("revenue was up 36% and 34%", []),
        ("increased from $5 million to $6 million", []),
        ("Vycor $1,515,744 $1,378,598", []),
    ],
)  # fmt: skip
def test_a_range_is_two_figures_of_a_kind(sentence: str, figures: list[str], row: Row) -> None:
    found = ranges(row(sentence), SETTING, is_ahead=True)
    assert [one.token.text for one in found] == figures


def test_a_low_end_takes_the_scale_of_the_high_one(told: Told) -> None:
    # Forian, second quarter of 2025: "in the range of $28 to $30 million"
    low, high = told("Revenue is expected to be in the range of $28 to $30 million.")
    assert (str(low.amount), str(high.amount)) == ("28000000", "30000000")
    assert (low.whole, high.whole) == (-1, low.figure)


def test_what_is_expected_is_not_of_the_quarter_announced(told: Told) -> None:
    low, _ = told("We expect revenue of $5 million to $6 million for the third quarter.")
    assert low.period is None
    low, _ = told("We expect revenue of $5 million to $6 million for fiscal 2009.")
    assert str(low.period) == "2008-04-01/2009-03-31"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("revenue is expected to be $5 million", ""),
        ("revenue was as expected $5 million", "revenue was as expected 5 million"),
        ("revenue was $5 million, and we expect $6 million in 2027", "revenue was 5 million ,"),
        (
            "revenue of $5 million, up 9%, and raised its outlook to $43 million",
            "revenue of 5 million , up 9% ,",
        ),
        ("revenue of $5 million; outlook raised to $43 million", "revenue of 5 million ;"),
        ("revenue of $43 million, up 9%, is expected to last", ""),
        ("sales of $43 million and EPS of $2 are expected to last", ""),
        ("revenue will be $5 million, and we expect EPS of $1.00", ""),
        ("we expect revenue of $43 million; EPS of $2.00", ""),
    ],
)
def test_only_the_clause_of_outlook_looks_ahead(sentence: str, told: str, row: Row) -> None:
    parts = list(parted(row(sentence), is_ahead=False))
    assert " ".join(one.text for part, ahead in parts if not ahead for one in part) == told
