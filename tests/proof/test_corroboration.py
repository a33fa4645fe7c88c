"""The other figures of a reading bear it out or do not; a figure never bears itself out."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.evidence.gathered import Evidence
from tieout.proof.bounds import bounds
from tieout.proof.case import Docket
from tieout.proof.corroboration import Borne, Corroboration
from tieout.proof.proposal import Proposal

Propose = Callable[..., Proposal]


@pytest.fixture(scope="session")
def borne(evidence: Evidence) -> Callable[..., Borne]:
    """What all of the proposals say of the first."""

    def ask(*held: Proposal) -> Borne:
        return Corroboration(Docket(evidence, held), held).of(held[0])

    return ask


def test_a_figure_never_bears_itself_out(borne: Callable[..., Borne], propose: Propose) -> None:
    assert borne(propose(1)) == Borne()
    assert borne(propose(1), propose(1)) == Borne(), "however often it is proposed"
    assert borne(propose(1, 87_129), propose(1)) == Borne(), "nor where another rule ties it"


@pytest.mark.parametrize("stated", [87_219, 87_129])
def test_each_other_figure_that_agrees_bears_out_a_tick_and_a_finding_alike(
    borne: Callable[..., Borne], propose: Propose, stated: int
) -> None:
    said = [borne(propose(1, stated), *(propose(n) for n in range(2, 2 + m))) for m in range(6)]
    assert [one.agreed for one in said] == list(range(6))
    assert [one.bits for one in said] == sorted(one.bits for one in said)
    assert said[1].bits > 0
    assert said[-1].bits <= bounds().corroboration.columns


def test_figures_of_another_reading_say_nothing(
    borne: Callable[..., Borne], propose: Propose
) -> None:
    assert borne(propose(1), propose(2, bindings=[("row", 2)])) == Borne()
    assert borne(propose(1, bindings=()), propose(2)) == Borne()


def test_what_its_digits_alone_found_says_nothing_of_another(
    borne: Callable[..., Borne], propose: Propose
) -> None:
    loose = propose(2, bindings=())
    assert borne(propose(1, 87_129), loose).agreed == 0


def test_a_miss_counts_against_the_reading(borne: Callable[..., Borne], propose: Propose) -> None:
    agreeing = [propose(n) for n in range(2, 6)]
    clean = borne(propose(1, 87_129), *agreeing)
    missed = borne(propose(1, 87_129), *agreeing, propose(9, 40_400))
    assert (clean.missed, missed.missed) == (0, 1)
    assert missed.record < clean.record
    assert missed.bits <= clean.bits


def test_misses_that_one_wrong_figure_makes_are_one(
    borne: Callable[..., Borne], propose: Propose
) -> None:
    """A wrong part makes its total miss, and the total above it, by the same amount."""
    same = [propose(1, 87_129), propose(2, 52_192, 52_282)]  # both ninety too low
    assert borne(*same).missed == 0
    shared = [propose(1, 87_129), propose(2, 40_400, rests_on=1001)]
    assert borne(*shared).missed == 0
    own = [propose(1, 87_129), propose(2, 40_400, rests_on=1)]
    assert borne(*own).missed == 0
    assert borne(propose(1, 87_129), propose(2, 40_400)).missed == 1
    alike = [propose(n, 40_400 + n, 87_219 + n) for n in range(2, 6)]
    assert borne(propose(1, 87_129), *alike).missed == 1


def test_a_reading_that_seldom_misses_has_a_record(
    borne: Callable[..., Borne], propose: Propose
) -> None:
    records = [
        borne(propose(1, 87_129), *(propose(n) for n in range(2, 2 + many))).record
        for many in (0, 3, 30, 300)
    ]
    assert records == sorted(records)
    assert records[0] == 0 < records[-1]


def test_further_figures_of_the_reading_are_worth_what_it_gives_them(
    borne: Callable[..., Borne], propose: Propose
) -> None:
    one = propose(1, 87_129, others=((2, 5), (1, 9)))
    assert (borne(one).bits, borne(one).agreed) == (5, 1), "its own is left out"


@given(st.permutations(range(1, 9)))
def test_the_order_of_proposals_does_not_matter(
    evidence: Evidence, propose: Propose, order: list[int]
) -> None:
    made = {n: propose(n, 87_219 if n % 3 else 40_000 + n) for n in range(1, 9)}

    def said(numbers: list[int]) -> dict[int, Borne]:
        held = [made[n] for n in numbers]
        asked = Corroboration(Docket(evidence, held), held)
        return {n: asked.of(made[n]) for n in sorted(numbers)}

    assert said(order) == said(sorted(order))
