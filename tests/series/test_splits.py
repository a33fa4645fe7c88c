"""Splits told by comparatives on a new basis."""

from collections import Counter
from fractions import Fraction

from tieout.model.amount import Amount
from tieout.model.series import Split, Value
from tieout.model.unit import PER_SHARE, SHARES, Unit
from tieout.series.splits import factor, on_basis, splits
from tieout.series.tellings import Told


def value(mantissa: int, exponent: int, unit: Unit, filing: int) -> Value:
    amount = Amount(mantissa, exponent, unit)
    return Value(amount, amount.interval, filing, ())


def line(unit: Unit, exponent: int, *tellings: dict[int, int]) -> Told:
    """A line told of one quarter after another, by filing."""
    values = {
        (number, number): {f: value(n, exponent, unit, f) for f, n in told.items()}
        for number, told in enumerate(tellings)
    }
    return Told(
        "",
        unit,
        is_flow=True,
        values=values,
        captions={},
        places={0: (0, Fraction(0))},
        powers=Counter(),
    )


def shares(*tellings: dict[int, int]) -> Told:
    return line(SHARES, 6, *tellings)


def per_share(*tellings: dict[int, int]) -> Told:
    return line(PER_SHARE, -2, *tellings)


def test_nvidias_split_is_ten_for_one() -> None:
    # Basic shares and earnings of the quarter of July 2023, as told in 2023 and in August 2024.
    found = splits([shares({0: 2473, 1: 24729}), per_share({0: 250, 1: 25})])
    assert found == (Split(Fraction(10), 1),)
    assert found[0].words == "10-for-1"


def test_a_reverse_split_is_one_for_many() -> None:
    found = splits([shares({0: 60000, 1: 3000}), per_share({0: -5, 1: -100})])
    assert [split.words for split in found] == ["1-for-20"]


def test_shares_alone_or_earnings_alone_are_no_split() -> None:
    assert splits([shares({0: 2473, 1: 24729}), per_share({0: 250, 1: 250})]) == ()
    assert splits([per_share({0: 250, 1: 25})]) == ()


def test_few_digits_single_no_ratio_out() -> None:
    assert splits([shares({0: 3, 1: 30}), per_share({0: 250, 1: 25})]) == ()


def test_filings_between_stand_on_the_basis_their_own_shares_are_near() -> None:
    own = {1: 2500, 2: 2510, 3: 25200}
    told = [{0: 2490, 4: 24900}, *({filing: count} for filing, count in own.items())]
    (split,) = splits([shares(*told), per_share({0: 250, 4: 25})])
    assert split.filing == 3


def test_a_value_is_put_on_the_latest_basis_exactly_or_with_two_more_digits() -> None:
    found = (Split(Fraction(2), 2), Split(Fraction(3), 5))
    assert [factor(found, filing) for filing in (0, 2, 5)] == [6, 3, 1]
    assert str(on_basis(value(82, -2, PER_SHARE, 0), Fraction(1, 10)).amount) == "0.082"
    assert str(on_basis(value(82, -2, PER_SHARE, 0), Fraction(1, 3)).amount) == "0.2733"
