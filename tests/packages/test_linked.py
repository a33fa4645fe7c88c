"""Groups of what is joined in pairs."""

from tieout.packages.linked import Linked


def test_what_is_joined_by_steps_is_one_group() -> None:
    linked = Linked("ae")
    for one, other in ("bc", "de", "ec"):
        linked.join(one, other)
    assert sorted(map(sorted, linked.groups())) == [["a"], ["b", "c", "d", "e"]]


def test_long_chains_are_no_matter() -> None:
    linked = Linked[int]()
    for number in range(10_000):
        linked.join(number + 1, number)
    assert [len(group) for group in linked.groups()] == [10_001]
