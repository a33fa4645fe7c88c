"""Words that are a place."""

import pytest

from tieout.lexicon.places import names_place


@pytest.mark.parametrize(
    "words",
    [
        *("FORT WORTH, TX", "Chicago, Ill.", "New York, New York", "Hamilton, Bermuda"),
        *("Zug, Switzerland", "BOISE, Idaho", "Washington, D.C."),
    ],
)
def test_a_city_with_its_state_is_a_place(words: str) -> None:
    assert names_place(words)


@pytest.mark.parametrize(
    "words", ["Acme, Inc.", "Boeing", "Acme, Co", "Smith, Jones and Partners", "Acme, N.V.", ""]
)
def test_a_firm_is_no_place(words: str) -> None:
    assert not names_place(words)
