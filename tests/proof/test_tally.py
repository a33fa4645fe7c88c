"""A figure asks what others say of a reading, however many there are."""

from hypothesis import given
from hypothesis import strategies as st

from tieout.proof.tally import Tally

figures = st.integers(0, 9)
misses = st.lists(
    st.tuples(figures, st.sampled_from("abcd"), st.frozensets(figures, max_size=3)), max_size=12
)


@given(misses, figures, st.frozensets(figures, max_size=3), st.sampled_from("abcd"))
def test_what_rests_on_other_figures_is_counted_by_its_differences(
    held: list[tuple[int, str, frozenset[int]]], figure: int, own: frozenset[int], cause: str
) -> None:
    tally = Tally()
    for one, difference, rests_on in held:
        tally.miss(one, difference, rests_on)
    apart = {
        difference
        for one, (difference, rests_on) in tally.missed.items()
        if one != figure and not rests_on & own
    }
    assert tally.apart(figure, own, lambda: cause) == len(apart - {cause})


@given(st.lists(st.tuples(figures, st.integers(0, 20))), figures)
def test_a_figure_that_agrees_says_the_most_it_ever_says(
    held: list[tuple[int, int]], figure: int
) -> None:
    tally, most = Tally(), dict[int, int]()
    for one, weight in held:
        tally.agree(one, weight)
        if weight > most.get(one, 0):
            most[one] = weight
    others = [weight for one, weight in most.items() if one != figure]
    assert tally.borne(figure, ()) == (sum(others), len(others))
    assert tally.borne(figure, [(99, 5)]) == (sum(others) + 5, len(others) + 1)
