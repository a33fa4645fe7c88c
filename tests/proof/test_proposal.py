"""What a rule proposes."""

from collections.abc import Callable

import pytest

from tieout.proof.proposal import Proposal, is_searched

Propose = Callable[..., Proposal]


def test_a_change_of_the_check_leaves_what_it_is_weighed_by_and_the_reverse(
    propose: Propose,
) -> None:
    one = propose(1)
    signed = one.but(rule="YY001")
    assert (signed.check.rule, one.check.rule) == ("YY001", "XX001")
    assert signed.read(check=one.check) == one
    assert one.read(cost=3).check is one.check


def test_it_ties_by_arithmetic_alone(propose: Propose) -> None:
    assert propose(1).ties
    assert not propose(1, 87_129).ties
    assert propose(1, 87_129).outcome == "differs"
    assert propose(1).but(outcome="rounds").ties


@pytest.mark.parametrize(
    ("bound", "bindings", "expected"),
    [
        ("digits", (("row", 1),), True),
        ("digits", (), False),  # nothing could bear it out: it stands as any other
        ("cell", (("row", 1),), False),
    ],
)
def test_a_reading_was_searched_where_only_others_say_that_it_holds(
    propose: Propose, bound: str, bindings: tuple[object, ...], *, expected: bool
) -> None:
    assert is_searched(propose(1, bound=bound, bindings=bindings)) is expected
