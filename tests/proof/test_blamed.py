"""One figure explains differences only where one number in its place makes all of them agree."""

from collections.abc import Callable, Sequence

from tieout.evidence.quantity import Quantity
from tieout.model.check import Check
from tieout.proof.blamed import blames
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.verbs import agree, foot, recompute

Known = Callable[..., Quantity]
TOTAL, OTHER = 8, 9


def total(known: Known, stated: int, *parts: tuple[int, int], figure: int = TOTAL) -> Proposal:
    """A total of these figures, each with its number."""
    return foot(known(stated, figure), [(1, known(number, one)) for one, number in parts])


def told(*proposals: Proposal) -> list[tuple[tuple[int, ...], list[tuple[int, str]]]]:
    """The checks of each group, and its figures with what they would be."""
    found = blames([(one.check, one) for one in proposals])
    return [
        (one.checks, [(each.ref.figure, each.wanted) for each in one.suspects]) for one in found
    ]


def test_a_figure_explains_the_sums_it_stands_in(known: Known) -> None:
    """7,210 became 7,219: its own sum, and the total that rests on it, differ by nine."""
    own = total(known, 7_219, (1, 7_000), (2, 210), figure=3)
    over = total(known, 9_210, (3, 7_219), (4, 2_000))
    alone = total(known, 55, (5, 20), (6, 30), figure=OTHER)
    assert told(own, over, alone) == [((0, 1), [(3, "7,210")])]


def test_a_sign_and_a_ratio_are_computed_again_as_the_rule_does(known: Known) -> None:
    """It stands in a cost with its sign turned, and in a ratio of three digits."""
    less = foot(known(3_000, TOTAL), [(1, known(10_000, 1)), (1, known(-7_100, 3))])
    same = agree(known(7_000, OTHER), known(7_100, 3))
    share = Formula("{0} / {1}", (known(7_100, 3), known(10_000, 1)), lambda a, b: a / b)
    rate = recompute(known(700, 10, exponent=-3), share)
    assert told(same, less, rate) == [((0, 1, 2), [(3, "7,000")])]


def test_what_a_check_ticks_is_right(known: Known) -> None:
    sums = (
        total(known, 7_219, (1, 7_000), (2, 210), figure=3),
        total(known, 9_210, (3, 7_219), (4, 2_000)),
    )
    assert told(*sums, agree(known(7_219, OTHER), known(7_219, 3))) == []


def test_where_another_difference_is_left_nothing_is_explained(known: Known) -> None:
    sums = (
        total(known, 7_219, (1, 7_000), (2, 210), figure=3),
        total(known, 9_210, (3, 7_219), (4, 2_000)),
    )
    assert told(*sums, agree(known(7_555, OTHER), known(7_219, 3))) == []


def test_of_several_figures_none_is_named_alone(known: Known) -> None:
    """Both stand in the two sums, with one sign."""
    sums = (
        total(known, 7_219, (1, 7_000), (2, 210), figure=3),
        total(known, 7_319, (1, 7_000), (2, 210), (5, 100), figure=4),
    )
    assert told(*sums) == [((0, 1), [(1, "7,009"), (2, "219")])]


def test_groups_that_share_a_difference_are_not_told(known: Known) -> None:
    """The middle total rests on two figures, and each of them explains another one besides."""
    sums = (
        total(known, 7_219, (1, 7_000), (2, 210), figure=3),
        total(known, 9_201, (3, 7_219), (5, 1_991), figure=6),
        total(known, 1_991, (7, 982), (8, 1_000), figure=5),
    )
    assert told(*sums) == []


def test_one_difference_is_no_group(known: Known) -> None:
    lone: Sequence[Proposal] = [total(known, 7_219, (1, 7_000), (2, 210), figure=3)]
    assert told(*lone) == []


def test_what_was_not_computed_is_left_alone(known: Known) -> None:
    check = Check("FM001", "x", "FM", "differs", "error", known(7, 3).ref)
    assert told(Proposal(check), Proposal(check)) == []


def test_a_figure_of_very_many_differences_is_misread(known: Known) -> None:
    many = [agree(known(7_000, n), known(7_100, 1)) for n in range(2, 100)]
    assert told(*many) == []
    assert told(*many[:4]) == [((0, 1, 2, 3), [(1, "7,000")])]


def test_a_document_of_very_many_long_sums_is_given_up(known: Known) -> None:
    parts = [(n, n) for n in range(1, 400)]
    sums = [total(known, 100_000 + n, *parts, figure=1_000 + n) for n in range(60)]
    group = (
        total(known, 7_219, (2_001, 7_000), (2_002, 210), figure=2_003),
        total(known, 9_210, (2_003, 7_219), (2_004, 2_000), figure=2_005),
    )
    assert told(*group)
    assert told(*sums, *group) == []
