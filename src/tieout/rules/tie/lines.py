"""A line that stands in two tables shows the same figures in both."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from tieout.lexicon.alike import gist_of
from tieout.model.amount import same
from tieout.model.check import Check
from tieout.model.evidence import Evidence
from tieout.model.period import Period
from tieout.model.statement import Fact
from tieout.rules.base import rule
from tieout.rules.bearing import Instance, borne_out, digits
from tieout.rules.verbs import agree

_LEADING = 3
"""Figures are looked up by so many leading digits."""
_MOST = 16
"""So many figures of one look are compared, and so many lines beside one line."""

Line: TypeAlias = tuple[int, int]
"""A statement's number and a line's."""
Look: TypeAlias = tuple[Period, str, int, int]
"""What figures that may be the same have in common: period, unit, size and leading digits."""


@rule("TI011", "tables-disagree", tick="T")
def lines_tie(evidence: Evidence) -> Iterator[Check]:
    """Holds each line against those of other tables whose other figures show it is the same."""
    lines: dict[Line, dict[Period, Fact]] = {}
    looks: dict[Look, list[Fact]] = {}
    for fact in evidence.subject.facts:
        if fact.period is None or fact.in_caption:
            continue
        lines.setdefault((fact.statement, fact.line), {}).setdefault(fact.period, fact)
        for look in _looks(fact):
            held = looks.setdefault(look, [])
            if len(held) < _MOST:
                held.append(fact)
    found: list[Instance] = []
    for at, facts in lines.items():
        for other in _others(at, list(facts.values()), looks):
            found += _compared(evidence, at, facts, other, lines[other])
    yield from borne_out(found)


def _looks(fact: Fact) -> Iterator[Look]:
    """Under what a figure is looked up: the leading digits of each end of what it may stand for."""
    held = abs(fact.amount)
    if held.mantissa and fact.period is not None:
        for mantissa in (2 * held.mantissa - 1, 2 * held.mantissa + 1):
            text = str(mantissa * 5)
            size = len(text) + held.exponent
            yield fact.period, held.unit, size, int(text[:_LEADING].ljust(_LEADING, "0"))


def _others(at: Line, facts: Sequence[Fact], looks: dict[Look, list[Fact]]) -> list[Line]:
    """The lines of earlier tables that have one of these figures, those that have most first."""
    shared: Counter[Line] = Counter()
    for fact in facts:
        alike = {
            (one.statement, one.line)
            for look in dict.fromkeys(_looks(fact))
            for one in looks.get(look, ())
            if one.statement < at[0] and same(abs(fact.amount), abs(one.amount)).outcome != "differs"
        }
        shared.update(alike)
    return [line for line, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]]


def _compared(
    evidence: Evidence,
    at: Line,
    facts: dict[Period, Fact],
    other: Line,
    others: dict[Period, Fact],
) -> Iterator[Instance]:
    """The line against another in every period that both have, by magnitude."""
    for period, fact in facts.items():
        held = others.get(period)
        if held is None or held.amount.unit != fact.amount.unit:
            continue
        finer, coarser = sorted((fact, held), key=lambda one: one.amount.exponent)
        one, two = evidence.known(0, coarser), evidence.known(0, finer)
        turned = (one.value < 0) != (two.value < 0)
        check = agree(one.magnitude(), two.magnitude())
        is_said = gist_of(fact.caption) == gist_of(held.caption) and fact.dimensions == held.dimensions
        yield Instance((at, other, turned), check, digits(coarser.amount, 0), is_said=is_said)
