"""The other figures of a reading bear it out or do not; a figure never bears itself out."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from tieout.engine import read
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


# ------------------------------------------------------------------------------------ in prose

PROSE = """Example Corp. Announces Second Quarter Fiscal 2008 Results

SPRINGFIELD, Ill., November 8, 2007 -- Example Corp. (NASDAQ: EXMP) today announced results for \
its second quarter ended September 30, 2007.

Revenue for the second quarter was $87.2 million and net income was $7.3 million.

Revenue for the second quarter was $87.3 million. Revenue for the six months was $169.8 million.
"""


@pytest.fixture(scope="module")
def told() -> Evidence:
    return Evidence.gather([read("release.txt", PROSE.encode())])


def of_prose(told: Evidence, propose: Propose, *stated: int, bound: str = "concept") -> Borne:
    """What is said of the first claim, the claims of prose being these numbers of thousands."""
    claims = sorted(told.subject.claims, key=lambda one: one.figure)
    held = [
        propose(one.figure, number, bound=bound, bindings=())
        for one, number in zip(claims, stated, strict=True)
    ]
    return Corroboration(Docket(told, held), held).of(held[0])


RIGHT = 87_219


def test_the_other_figures_of_a_sentence_bear_it_out_a_little(
    told: Evidence, propose: Propose
) -> None:
    said = of_prose(told, propose, 81_219, RIGHT, 81_219, 81_219)
    assert said.agreed == 1
    assert 0 < said.bits <= bounds().corroboration.sentence


def test_the_same_words_elsewhere_bear_it_out_less_and_miss_it_more(
    told: Evidence, propose: Propose
) -> None:
    alike = of_prose(told, propose, 81_219, 81_219, 81_219, RIGHT)
    missed = of_prose(told, propose, 81_219, 81_219, 81_219, 40_400)
    most = bounds().corroboration
    assert 0 < alike.bits <= most.noun
    assert -most.noun_most <= missed.bits < 0


def test_another_figure_of_the_very_thing_counts_where_it_misses_and_not_where_it_agrees(
    told: Evidence, propose: Propose
) -> None:
    """Two sentences that state one number alike may both be of another thing."""
    alike = of_prose(told, propose, 81_219, 81_219, RIGHT, 81_219)
    missed = of_prose(told, propose, 81_219, 81_219, 40_400, 81_219)
    assert (alike.agreed, alike.missed) == (0, 0)
    assert (missed.agreed, missed.missed) == (0, 1)


@pytest.mark.parametrize("bound", ["caption", "digits"])
def test_a_loose_tick_of_prose_bears_nothing_out(
    told: Evidence, propose: Propose, bound: str
) -> None:
    said = of_prose(told, propose, 81_219, RIGHT, RIGHT, RIGHT, bound=bound)
    assert (said.bits, said.agreed) == (0, 0)


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


def test_two_sums_of_other_figures_that_expect_one_number_bear_each_other_out(
    evidence: Evidence, propose: Propose
) -> None:
    def bits(*held: Proposal) -> int:
        return Corroboration(Docket(evidence, held), held).of_others(held[0])

    def total(rests_on: int, expected: int = 8_316) -> Proposal:
        one = propose(1, 1_998, expected, rests_on=rests_on)
        assert one.formula is not None
        return one.read(formula=structs.replace(one.formula, is_sum=True))

    assert bits(total(2), total(3)) == 13
    assert bits(total(2)) == bits(total(2), total(2)) == 0, "the same figures say it once"
    assert bits(total(2), total(3, 8_317)) == 0
    copy = propose(1, 1_998, 8_316, rests_on=3)
    assert bits(total(2), copy) == 0, "a copy is what was copied"
