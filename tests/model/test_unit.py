"""Units: one of each, and what callers ask of them."""

import copy
import pickle

import pytest

from tieout.model.unit import (
    BASIS_POINTS,
    COUNT,
    DOLLARS,
    PER_SHARE,
    PURE,
    SHARES,
    Unit,
    money,
    unit_of,
)

EUROS = money("EUR")


def test_there_is_one_unit_of_a_text() -> None:
    assert unit_of("EUR/shares") is EUROS.per_share
    assert money("USD") is DOLLARS is unit_of("USD")


def test_money_of_no_named_currency_is_unknown() -> None:
    assert money().text == "unknown"
    assert money().is_money
    assert money().is_unknown
    assert money().per_share.is_per_share
    assert money().per_share.text == "unknown/shares"
    assert DOLLARS.in_currency("") is money()
    assert money().per_share.in_currency("EUR") is EUROS.per_share
    assert not DOLLARS.is_unknown
    assert pickle.loads(pickle.dumps(PER_SHARE)) is PER_SHARE
    assert copy.deepcopy(PURE) is PURE
    assert (COUNT.text, f"{COUNT}") == ("ext:Count", "ext:Count")


@pytest.mark.parametrize(
    ("unit", "is_money", "is_per_share", "is_of_shares", "is_rate", "is_scaled"),
    [
        (EUROS, True, False, False, False, True),
        (EUROS.per_share, False, True, True, False, False),
        (SHARES, False, False, True, False, True),
        (PURE, False, False, False, True, False),
        (BASIS_POINTS, False, False, False, True, True),
        (COUNT, False, False, False, False, True),
        (unit_of("EUR/MWh"), False, False, False, False, False),
    ],
)
def test_a_unit_says_what_callers_ask(
    unit: Unit,
    *,
    is_money: bool,
    is_per_share: bool,
    is_of_shares: bool,
    is_rate: bool,
    is_scaled: bool,
) -> None:
    assert (unit.is_money, unit.is_per_share) == (is_money, is_per_share)
    assert (unit.is_of_shares, unit.is_rate, unit.is_scaled) == (is_of_shares, is_rate, is_scaled)


def test_money_and_money_per_share_are_told_in_another_currency() -> None:
    assert DOLLARS.in_currency("EUR") is EUROS
    assert PER_SHARE.in_currency("EUR") is EUROS.per_share
    assert SHARES.in_currency("EUR") is SHARES
