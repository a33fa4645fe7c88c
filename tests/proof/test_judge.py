"""Ticks, findings, leads and silence: who may call a figure wrong, and on what ground."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from tieout.evidence.gathered import Evidence
from tieout.model.check import Check
from tieout.proof.bounds import bounds
from tieout.proof.case import Case, Docket
from tieout.proof.corroboration import Corroboration
from tieout.proof.explanations import Explained
from tieout.proof.judge import Weighed, judged, weighed
from tieout.proof.proposal import Proposal
from tieout.proof.reserved import Reserved

Propose = Callable[..., Proposal]
WRONG = 81_219
"""A slip of one digit from 87,219."""


def weigh(evidence: Evidence, one: Proposal, held: Sequence[Proposal]) -> Weighed:
    docket = Docket(evidence, held)
    assert one.stated is not None
    assert one.formula is not None
    return weighed(Case(docket, one, one.stated, one.formula), Corroboration(docket, held))


def of(figure: int, checks: Sequence[Check]) -> Check | None:
    return next((one for one in checks if one.subject.figure == figure), None)


# ----------------------------------------------------------------------------------------- ticks


def test_a_searched_reading_ticks_only_what_others_bear_out(
    evidence: Evidence, propose: Propose
) -> None:
    assert list(judged(evidence, [propose(1)])) == []
    row = [propose(n) for n in range(1, 5)]
    assert [one.outcome for one in judged(evidence, row)] == ["agrees"] * 4


def test_a_search_must_be_paid_for(evidence: Evidence, propose: Propose) -> None:
    dear = [propose(n, cost=bounds().corroboration.columns) for n in range(1, 5)]
    assert list(judged(evidence, dear)) == []


def test_a_reading_that_misses_as_often_ticks_nothing(evidence: Evidence, propose: Propose) -> None:
    row = [propose(1), propose(2), *(propose(n, 40_000 + n) for n in range(3, 8))]
    assert not any(one.outcome == "agrees" for one in judged(evidence, row))


def test_what_a_place_or_words_settle_is_ticked_as_it_stands(
    evidence: Evidence, propose: Propose
) -> None:
    alone = propose(1, bound="cell")
    assert list(judged(evidence, [alone])) == [alone.check]


def test_what_is_reserved_is_asked_for_where_nothing_firmer_ties(
    evidence: Evidence, propose: Propose
) -> None:
    firm, in_words = propose(1, bound="cell"), propose(2, bound="sentence", shared=64)
    asked: list[int] = []

    def make(one: Proposal) -> Iterator[Proposal]:
        asked.append(one.check.subject.figure)
        yield one

    known, unknown = (
        Reserved(figure, partial(make, propose(figure, bound="sentence", shared=64)))
        for figure in (1, 2)
    )
    held: list[Proposal | Reserved] = [firm, known, unknown]
    assert list(judged(evidence, held)) == [firm.check, in_words.check]
    assert asked == [2]


def test_what_was_not_computed_stands_as_it_is(evidence: Evidence, propose: Propose) -> None:
    required = Proposal(propose(1, WRONG).check)
    untested = propose(2).but(outcome="not-tested", reason="needs revenue")
    assert list(judged(evidence, [required, untested])) == [required.check, untested.check]


# ------------------------------------------------------------------------- findings and leads


def cases(propose: Propose) -> list[list[Proposal]]:
    """A slip with more and more others that bear it out, and one of every other kind."""
    found = [
        [propose(1, WRONG, bound="cell"), *(propose(n, bound="cell") for n in range(2, 2 + many))]
        for many in range(6)
    ]
    others = [propose(n, bound="cell") for n in range(2, 5)]
    found += [
        [propose(1, stated, bound=bound, doubt=doubt), *others]
        for stated in (WRONG, 31_406, -87_219, 872_190)
        for bound in bounds().bound
        for doubt in ("", "this column has other lines")
    ]
    return found


def test_the_bits_alone_say_whether_it_is_a_finding_a_lead_or_neither(
    evidence: Evidence, propose: Propose
) -> None:
    band = bounds().bounds
    told = set()
    for held in cases(propose):
        found = weigh(evidence, held[0], held)
        check = of(1, list(judged(evidence, held)))
        kind = "none" if check is None or check.outcome != "differs" else "differs"
        kind = "lead" if check is not None and check.is_lead else kind
        told.add(kind)
        if found.bits >= band.differs:
            assert kind == "differs"
        elif found.bits >= band.lead:
            assert kind == "lead"
        else:
            assert kind == "none"
    assert told == {"differs", "lead", "none"}


def test_the_bound_of_a_band_belongs_to_it(evidence: Evidence, propose: Propose) -> None:
    held = [propose(1, WRONG, bound="cell"), *(propose(n, bound="cell") for n in range(2, 6))]
    proven, band = weigh(evidence, held[0], held).proven, bounds().bounds

    def concluded(bits: int) -> tuple[str, bool]:
        check = of(1, list(judged(evidence, [held[0].read(cost=proven - bits), *held[1:]])))
        assert check is not None
        return check.outcome, check.is_lead

    assert concluded(band.differs) == ("differs", False)
    assert concluded(band.differs - 1) == concluded(band.lead) == ("not-tested", True)
    assert concluded(band.lead - 1) == ("not-tested", False)


def test_a_lead_is_no_finding_and_its_figure_stays_not_tested(
    evidence: Evidence, propose: Propose
) -> None:
    leads = [one for held in cases(propose) for one in judged(evidence, held) if one.is_lead]
    assert leads
    for one in leads:
        assert one.outcome == "not-tested"
        assert one.reason
        assert one.expected, "what was expected is told with it"
        assert one.ground is not None
        assert not any(operand.pinned for operand in one.operands), "and nothing is ticked by it"


def test_a_finding_says_how_each_operand_was_bound_and_what_bears_it_out(
    evidence: Evidence, propose: Propose
) -> None:
    held = [propose(1, WRONG, bound="cell"), *(propose(n, bound="cell") for n in range(2, 6))]
    one = of(1, list(judged(evidence, held)))
    assert one is not None
    assert one.ground is not None
    assert one.ground.bound == ("cell",)
    assert one.ground.bits >= bounds().bounds.differs
    assert "4 other figures, read in the same way, agree" in one.ground.says
    assert "a typing error" in one.ground.says


def test_a_searched_reading_that_nobody_bears_out_is_silent(
    evidence: Evidence, propose: Propose
) -> None:
    assert list(judged(evidence, [propose(1, WRONG, is_said=False)])) == []
    assert list(judged(evidence, [propose(1, 31_406)])) == [], "whatever words say"


def test_what_words_settled_is_untested_where_it_is_not_proven(
    evidence: Evidence, propose: Propose
) -> None:
    (one,) = judged(evidence, [propose(1, 31_406, bound="cell", bindings=())])
    assert (one.outcome, one.is_lead, one.ground) == ("not-tested", False, None)
    assert one.reason


# ------------------------------------------------------------------------------- what it weighs


def test_doubt_and_cost_count_against_and_definitions_for(
    evidence: Evidence, propose: Propose
) -> None:
    plain = propose(1, WRONG, bound="cell")

    def bits(one: Proposal) -> int:
        return weigh(evidence, one, [one]).proven

    assert bits(plain.read(doubt="x")) == bits(plain) - bounds().doubt.said
    assert bits(plain.read(cost=3)) == bits(plain) - 3
    assert bits(plain.read(is_defined=True)) == bits(plain) + bounds().doubt.defined


def test_a_better_binding_is_never_worth_less(evidence: Evidence, propose: Propose) -> None:
    def proven(bound: str) -> int:
        one = propose(1, WRONG, bound=bound, bindings=())
        return weigh(evidence, one, [one]).proven

    worth = bounds().bound
    ranked = sorted(worth, key=worth.__getitem__)
    assert [proven(one) for one in ranked] == sorted(proven(one) for one in ranked)


def test_each_explanation_is_kept_apart_and_all_of_them_count(
    evidence: Evidence, propose: Propose
) -> None:
    one = propose(1, WRONG, bound="cell")
    found = weigh(evidence, one, [one])
    two = (Explained(5, "another line"), Explained(3, "another column"))
    assert structs.replace(found, explained=two).bits == found.proven - 8


@given(st.permutations(range(1, 10)))
def test_the_order_of_proposals_does_not_matter(
    evidence: Evidence, propose: Propose, order: list[int]
) -> None:
    made = {n: propose(n, 87_219 if n % 4 else WRONG + n, bound="caption") for n in order}
    there = {one.subject: one for one in judged(evidence, [made[n] for n in sorted(order)])}
    here = {one.subject: one for one in judged(evidence, [made[n] for n in order])}
    assert here == there


@pytest.mark.parametrize("misses", [1, 2, 3])
def test_more_misses_never_make_a_finding_likelier(
    evidence: Evidence, propose: Propose, misses: int
) -> None:
    held = [propose(1, WRONG, bound="cell"), *(propose(n, bound="cell") for n in range(2, 6))]
    more = [*held, *(propose(20 + n, 31_000 + 7 * n, bound="cell") for n in range(misses))]
    assert weigh(evidence, held[0], more).bits < weigh(evidence, held[0], held).bits
