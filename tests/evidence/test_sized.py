from hypothesis import given
from hypothesis import strategies as st

from tieout.evidence.sized import Sized
from tieout.model.amount import Amount, has_size

amounts = st.builds(Amount, st.integers(-(10**6), 10**6), st.integers(-3, 6))


@given(st.lists(amounts, max_size=20), amounts)
def test_what_prints_as_a_number_is_found(held: list[Amount], printed: Amount) -> None:
    sized = Sized((one, number) for number, one in enumerate(held))
    found = sized.printing_as(printed)
    assert sorted(found) == [n for n, one in enumerate(held) if has_size(one, abs(printed))]
    sizes = [abs(held[number].value) for number in found]
    assert sizes == sorted(sizes)


def test_equal_sizes_keep_their_order_whatever_their_signs() -> None:
    sized = Sized([(Amount(-5, 3), "a"), (Amount(7, 3), "b"), (Amount(5000, 0), "c")])
    assert list(sized.printing_as(Amount(5, 3))) == ["a", "c"]
    assert (sized.exponent, sized.sizes) == (0, [5000, 5000, 7000])
    assert list(sized.between(6000, 8000)) == ["b"]


def test_of_nothing_nothing_is_found() -> None:
    assert list(Sized[str]([]).printing_as(Amount(5, 3))) == []
