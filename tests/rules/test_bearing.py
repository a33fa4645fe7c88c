"""A guess at a structure is tested by what the other figures under it weigh, never by its own."""

from tieout.model.amount import Amount
from tieout.model.check import Outcome
from tieout.rules.bearing import TICKS, Instance, bits, borne_out, likeliest


def instance(
    outcome: Outcome,
    weight: int,
    key: str = "a",
    *,
    cost: int = 0,
    is_said: bool = False,
    may_refute: bool = True,
) -> Instance[str]:
    return Instance(key, outcome, outcome, weight, cost, is_said, may_refute)


def outcomes(*given: Instance[str]) -> list[str]:
    return list(borne_out(given))


def test_a_long_figure_weighs_more_than_a_short_one() -> None:
    assert bits(Amount(12529, 3, "USD"), 2) == 12
    assert bits(Amount(56, -1), 2) == 4
    assert bits(Amount(3, 0), 2) == bits(Amount(0, 0), 2) == 0


def test_a_figure_never_bears_itself_out() -> None:
    assert outcomes(instance("agrees", 40)) == []
    assert outcomes(instance("agrees", TICKS), instance("agrees", 0)) == ["agrees"]


def test_short_figures_bear_nothing_out() -> None:
    assert outcomes(*[instance("agrees", 1) for _ in range(9)]) == []


def test_what_the_search_has_used_up_is_paid_first() -> None:
    assert outcomes(*[instance("agrees", TICKS, cost=7)] * 2) == []
    assert outcomes(*[instance("agrees", TICKS, cost=7)] * 3) == ["agrees"] * 3


def test_structures_do_not_bear_one_another_out() -> None:
    assert outcomes(instance("agrees", 20, "a"), instance("agrees", 20, "b")) == []


def test_a_difference_needs_three_witnesses_or_words() -> None:
    long = instance("agrees", 14)
    assert outcomes(long, instance("differs", 14)) == []
    assert outcomes(long, long, long, instance("differs", 14))[-1] == "differs"
    assert outcomes(long, long, instance("differs", 14, is_said=True))[-1] == "differs"


def test_where_half_the_others_miss_nothing_is_said() -> None:
    long, miss = instance("agrees", 14), instance("differs", 14)
    assert outcomes(long, long, long, miss, miss) == []


def test_what_is_explained_in_sight_is_no_difference() -> None:
    long = instance("agrees", 14)
    assert outcomes(long, long, long, instance("differs", 14, may_refute=False)) == ["agrees"] * 3


def test_the_likeliest_guess_holds_for_most_and_for_more_than_not() -> None:
    held = {"few": [True], "most": [True, True, False], "as many": [True, True], "no": [False] * 99}
    assert likeliest(held, lambda guess: held[guess]) == "most"
    assert likeliest(["no"], lambda guess: held[guess]) is None
