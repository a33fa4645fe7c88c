"""A difference before the judge: the proposal, the release, and what the figure is in it."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity
from tieout.evidence.sized import Sized
from tieout.lexicon.labels import UNNAMED
from tieout.model.amount import Amount, printed_to
from tieout.model.claim import Claim
from tieout.model.period import Period
from tieout.model.statement import Fact, Statement
from tieout.model.unit import Unit
from tieout.patterns import pattern
from tieout.proof.changes import Changes
from tieout.proof.formula import Formula
from tieout.proof.proposal import TIES, Proposal, is_searched

_ASIDE = pattern(r"\([^()]*\)")
_DIGIT = pattern(r"[0-9]")
_ByPlace: TypeAlias = dict[tuple[int, int], list[Fact]]
_FEW_UNITS = 6
_SEVERAL = 2
_SHOWN = 8
"""A convention shows in one figure of so many."""
_TELLING = 100
"""A number of fewer digits fits too many others."""


class Docket:
    """The subject's facts and claims by figure, for every case that comes up."""

    def __init__(self, evidence: Evidence, proposals: Sequence[Proposal] = ()) -> None:
        """The docket of these releases.

        `tied` are the subject's figures that something ties, but for what only words find.
        """
        self.evidence = evidence
        self._proposals = proposals
        self.tied = frozenset(
            check.subject.figure
            for one in proposals
            if (check := one.check).outcome in TIES and one.shared is None
            if not check.subject.document and not is_searched(one)
        )
        self._changes: dict[tuple[Period, Period, Unit | None], Changes] = {}
        self.claims = {claim.figure: claim for claim in evidence.subject.claims}

    @cached_property
    def added_up(self) -> frozenset[int]:
        """The subject's figures that a sum adds up with."""
        return frozenset(
            operand.ref.figure
            for one in self._proposals
            if one.is_sum and one.outcome == "agrees"
            if len(one.check.operands) >= _SEVERAL and not one.check.subject.document
            for operand in one.check.operands
        )

    def is_told_already(self, claim: Claim) -> bool:
        """True where another figure of the sentence states the same thing of its time, and ties."""
        return claim.concept != UNNAMED and any(
            one.figure != claim.figure and _told(one) == _told(claim) and one.figure in self.tied
            for one in self.evidence.beside(claim)
        )

    @cached_property
    def facts(self) -> dict[int, Fact]:
        """The fact of each figure of the subject's statements that is one."""
        return {fact.figure: fact for fact in self.evidence.subject.facts}

    @cached_property
    def tied_scales(self) -> frozenset[int]:
        """The statements whose scale prose bears out: a level of prose prints as one of its facts.

        Of fewer than three digits too many numbers are printed somewhere; what counts shares or
        things is of no scale.
        """
        told = {
            (claim.amount.unit, claim.amount.exponent, abs(claim.amount.mantissa))
            for claim in self.evidence.subject.claims
            if claim.form == "level" and claim.amount.unit.is_money
            if abs(claim.amount.mantissa) >= _TELLING
        }
        finest = {(unit, exponent) for unit, exponent, _ in told}
        return frozenset(
            fact.statement
            for fact in self.evidence.subject.facts
            for unit, exponent in finest
            if fact.amount.unit == unit and fact.amount.exponent <= exponent
            if (unit, exponent, abs(printed_to(fact.amount, exponent).mantissa)) in told
        )

    @cached_property
    def residues(self) -> tuple[bool, ...]:
        """Of each sum that is a few units off, whether its total is larger than its parts."""
        evidence = self.evidence
        sums = (
            one
            for number in range(len(evidence.subject.statements))
            for one in evidence.footed(number)
            if not one.reason and one.footing.difference
        )
        return tuple(
            one.footing.difference > 0 for one in sums if abs(one.footing.difference) <= _FEW_UNITS
        )

    @cached_property
    def abridged(self) -> frozenset[int]:
        """The statements in which several sums are a line short and none adds up: chosen lines."""
        found: set[int] = set()
        for number in range(len(self.evidence.subject.statements)):
            sums = [one for one in self.evidence.footed(number) if not one.reason]
            if len(sums) >= _SEVERAL and not any(one.footing.possible for one in sums):
                found.add(number)
        return frozenset(found)

    @cached_property
    def by_size(self) -> dict[Unit, Sized[tuple[int, Fact]]]:
        """The facts of each unit but zeros, numbered, to be found by what they print as."""
        found: dict[Unit, list[tuple[Amount, tuple[int, Fact]]]] = {}
        for number, fact in enumerate(self.evidence.subject.facts):
            if fact.amount.mantissa:
                held = found.setdefault(fact.amount.unit, [])
                held.append((fact.amount, (number, fact)))
        return {unit: Sized(held) for unit, held in found.items()}

    def changes(self, period: Period, against: Period, unit: Unit | None) -> Changes:
        """How the lines changed between the two, in the unit or as shares of the number before."""
        key = (period, against, unit)
        if key not in self._changes:
            now, before = self._at(period), self._at(against)
            pairs = ((fact, before[line]) for line, fact in now.items() if line in before)
            self._changes[key] = Changes(pairs, unit)
        return self._changes[key]

    def _at(self, period: Period) -> dict[tuple[int, int], Fact]:
        """The first fact of each line for that very period."""
        return {
            line: fact
            for line, facts in self.by_line.items()
            for fact in reversed(facts)
            if fact.period == period
        }

    @cached_property
    def levels(self) -> dict[tuple[Unit, int], Sized[Claim]]:
        """The levels that prose tells, by their unit and precision, to be found by their sizes."""
        found: dict[tuple[Unit, int], list[tuple[Amount, Claim]]] = {}
        for claim in self.evidence.subject.claims:
            if claim.form == "level":
                told = claim.amount
                found.setdefault((told.unit, told.exponent), []).append((told, claim))
        return {key: Sized(held) for key, held in found.items()}

    @cached_property
    def by_column(self) -> _ByPlace:
        """The facts of each column of each statement, in the order of the lines."""
        found: _ByPlace = {}
        for fact in self.evidence.subject.facts:
            if not fact.in_caption:
                found.setdefault((fact.statement, fact.column), []).append(fact)
        return found

    @cached_property
    def by_line(self) -> _ByPlace:
        """The facts of each line of each statement, in the order of the columns."""
        found: _ByPlace = {}
        for fact in self.evidence.subject.facts:
            if not fact.in_caption:
                found.setdefault((fact.statement, fact.line), []).append(fact)
        return found


def _told(claim: Claim) -> tuple[object, ...]:
    """What a claim is of, which end of a range, when, and since when."""
    return (
        *(claim.form, claim.bound, claim.concept, claim.amount.unit),
        *(claim.period, claim.against),
    )


class Case(Struct, frozen=True, gc=False):
    """A proposal that differs: `stated` is the figure, `formula` what it is held against.

    `agreed` is how many other figures, read in the same way, agree.
    """

    docket: Docket
    proposal: Proposal
    stated: Quantity
    formula: Formula
    agreed: int = 0

    @property
    def amount(self) -> Amount:
        """The stated number."""
        return self.stated.amount

    @property
    def claim(self) -> Claim | None:
        """The claim of prose that the figure is, or None."""
        return self.docket.claims.get(self.stated.ref.figure)

    @property
    def fact(self) -> Fact | None:
        """The fact of a statement that the figure is, or None."""
        return self.docket.facts.get(self.stated.ref.figure)

    @property
    def is_copy(self) -> bool:
        """True for a figure of a table held against one figure that may tell the same."""
        is_filed = self.proposal.bound == "filing"
        return self.claim is None and len(self.formula.operands) == 1 and not is_filed

    @property
    def unadjusted(self) -> int:
        """The bits against a convention of adjusting figures, by the others that agree without."""
        return self.agreed // _SHOWN

    @property
    def columns(self) -> int:
        """How many columns have a fact on the line of the figure; 0 for one of no statement."""
        fact = self.fact
        if fact is None:
            return 0
        line = self.docket.by_line.get((fact.statement, fact.line), ())
        return len({one.column for one in line})

    @property
    def operands(self) -> Sequence[Fact]:
        """The facts of the subject's statements among the operands."""
        facts = self.docket.facts
        refs = (ref for one in self.formula.operands for ref in one.sources)
        return [facts[ref.figure] for ref in refs if ref.document == 0 and ref.figure in facts]

    @property
    def told(self) -> Sequence[Claim]:
        """The claims of the subject's prose among the operands."""
        claims = self.docket.claims
        refs = (ref for one in self.formula.operands for ref in one.sources)
        return [claims[ref.figure] for ref in refs if not ref.document and ref.figure in claims]

    def statement(self, fact: Fact) -> Statement:
        """The statement a fact stands in."""
        return self.docket.evidence.subject.statements[fact.statement]

    @property
    def sentence(self) -> str:
        """The sentence of the claim; empty for a figure of a table.

        Less the brackets of other figures: "was $12.3 billion (up 29% in constant currency)".
        """
        claim = self.claim
        if claim is None:
            return ""
        document = self.docket.evidence.subject.document
        own = document.figures[claim.figure].start - claim.sentence.start
        said = claim.sentence.of(document.text)

        def kept(aside: re.Match[str]) -> str:
            is_own = aside.start() <= own < aside.end()
            return aside[0] if is_own or not _DIGIT.search(aside[0]) else " "

        return _ASIDE.sub(kept, said)
