from fractions import Fraction

import pytest

from tieout.lexicon.splits import split_ratios


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        # NVIDIA's release of May 22, 2024
        ("Ten-for-one forward stock split effective June 7, 2024", Fraction(10)),
        ("a 10-for-1 stock split", Fraction(10)),
        ("a three-for-two stock split in the form of a dividend", Fraction(3, 2)),
        ("a 1-for-8 reverse stock split", Fraction(1, 8)),
        ("the one-for-twenty-five (1:25) reverse split", Fraction(1, 25)),
        ("a 2:1 split of the common stock", Fraction(2)),
        ("a split of four (4) for one (1)", Fraction(4)),
    ],
)
def test_the_ratio_a_split_is_told_in(text: str, ratio: Fraction) -> None:
    assert ratio in split_ratios(text)


def test_other_ratios_are_of_no_split() -> None:
    assert not split_ratios("Sales rose in two for every one region. The split is not decided.")
    assert not split_ratios("a one-for-one exchange")
    assert not split_ratios("The revenue split was 60 percent domestic.")
