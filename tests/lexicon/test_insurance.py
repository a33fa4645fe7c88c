"""An insurer's ratios, called by what stands over premiums earned."""

import pytest

from tieout.lexicon.insurance import is_ratio_of


@pytest.mark.parametrize(
    ("ratio", "over"),
    [
        ("Loss ratio", "Losses and loss adjustment expenses"),
        ("Claims ratio", "Claims and claims expenses"),
        ("Loss and LAE ratio", "Losses and LAE"),
        ("Expense ratio", "Underwriting expenses"),
        ("Acquisition cost ratio", "Acquisition costs"),
        ("Policyholder dividend ratio", "Dividends to policyholders"),
    ],
)
def test_a_ratio_is_called_by_what_it_is_of(ratio: str, over: str) -> None:
    assert is_ratio_of(ratio, over)


@pytest.mark.parametrize(
    ("ratio", "over"),
    [
        ("Expense ratio", "Losses and loss adjustment expenses"),
        ("Loss ratio", "Net loss"),
        ("Combined ratio", "Underwriting expenses"),
        ("Loss per share", "Losses and LAE"),
    ],
)
def test_another_line_is_none_of_its(ratio: str, over: str) -> None:
    assert not is_ratio_of(ratio, over)
