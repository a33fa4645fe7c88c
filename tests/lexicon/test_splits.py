from datetime import date
from fractions import Fraction

import pytest

from tieout.lexicon.splits import Split, split_ratios, splits_done


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
        ("a five percent (5%) stock dividend", Fraction(21, 20)),
        ("a 100% stock dividend", Fraction(2)),
    ],
)
def test_the_ratio_a_split_is_told_in(text: str, ratio: Fraction) -> None:
    assert ratio in split_ratios(text)


def test_other_ratios_are_of_no_split() -> None:
    assert not split_ratios("Sales rose in two for every one region. The split is not decided.")
    assert not split_ratios("a one-for-one exchange")
    assert not split_ratios("The revenue split was 60 percent domestic.")
    assert not split_ratios("raised its common stock dividend 20% to $1.50 per share")


@pytest.mark.parametrize(
    ("text", "ratio", "days"),
    [
        (
            "On June 10, 2024, the Company effected a twenty-for-one stock split.",
            Fraction(20),
            (date(2024, 6, 10),),
        ),
        ("Amounts reflect the 1-for-8 reverse stock split.", Fraction(1, 8), ()),
        ("A 10-to-1 reverse split became effective.", Fraction(1, 10), ()),
        (
            "The board approved a 2-for-1 stock split. All per share data have been adjusted.",
            Fraction(2),
            (),
        ),
        ("A 5% stock dividend was distributed.", Fraction(21, 20), ()),
    ],
)
def test_a_split_that_is_done(text: str, ratio: Fraction, days: tuple[date, ...]) -> None:
    assert splits_done(text) == (Split(ratio, days),)


@pytest.mark.parametrize(
    "text",
    [
        "The board approved a 2-for-1 stock split to be effected in May.",
        "A 2-for-1 stock split will become effective on June 7, 2024.",
        "The company completed a 2-for-1 stock split; share data do not reflect the split.",
        "A 2-for-1 stock split was completed. Amounts are on a pre-split basis.",
        "The board declared a 2-for-1 stock split.",
    ],
)
def test_a_split_to_come_or_not_adjusted_for(text: str) -> None:
    assert not splits_done(text)
