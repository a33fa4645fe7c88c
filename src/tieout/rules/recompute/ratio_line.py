"""A line of percentages is one line over another, column by column."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from typing import TypeAlias

from msgspec import Struct

from tieout.evidence.gathered import Evidence
from tieout.lexicon.captions import gist_of
from tieout.model.period import Period
from tieout.model.statement import Fact
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.quotient import (
    ONE,
    SHARES,
    factors,
    held_against,
    is_near_quotient,
    per_year,
    weigh_quotient,
)

_NEAR = 24
"""The line below is looked for among so many lines above and below, and on the statements."""
_HITS = 6
"""So many lines that may be the line above are tried for each line below."""
_TRIES = 64
"""So many quotients of one line are tried in every column."""
_PIVOTS = 2
"""Columns by which a quotient is looked for: one of them may be the one that is wrong."""
_NAMED = 0
_SEARCHED = 7
"""Bits the search has used up: none where the words name both lines."""

_BASES = frozenset(
    {
        "us-gaap:Revenues",
        "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax",
        "us-gaap:RevenuesNetOfInterestExpense",
        "us-gaap:Assets",
        "us-gaap:StockholdersEquity",
    }
)
_TAX_RATE = frozenset({"tax", "rate"})
_TAX = "us-gaap:IncomeTaxExpenseBenefit"
_BEFORE_TAX = "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxes"
Line: TypeAlias = tuple[int, int]
Lines: TypeAlias = Mapping[Line, Mapping[Period, Fact]]


class _Quotient(Struct, frozen=True):
    """Two lines, how often a year has their period, and whether words name them."""

    over: Line
    under: Line
    times: Fraction
    is_named: bool


@rule("RX024", "ratio-line-does-not-recompute", tick="RX")
def ratio_lines(evidence: Evidence) -> Iterator[Proposal]:
    """Recomputes every line of percentages that is one line of money over another."""
    money: dict[Line, dict[Period, Fact]] = {}
    ratios: dict[Line, dict[Period, Fact]] = {}
    for fact in evidence.subject.facts:
        column = evidence.subject.statements[fact.statement].columns[fact.column]
        if fact.in_caption or column.measure or column.period is None:
            continue
        unit = fact.amount.unit
        lines = ratios if unit.is_pure else money if unit.is_money else None
        if lines is not None and fact.amount.mantissa:
            lines.setdefault((fact.statement, fact.line), {}).setdefault(column.period, fact)
    sizes = _sizes(money)
    bases = _bases(evidence, money)
    chosen = {
        line: best
        for line, stated in ratios.items()
        if (best := _best(line, stated, money, sizes, bases)) is not None
    }
    shares = Counter((line[0], best.under) for line, best in chosen.items())
    for line, best in chosen.items():
        is_plugged = shares[line[0], best.under] >= SHARES
        yield from _recomputed(evidence, line, ratios[line], best, money, is_plugged=is_plugged)


class _Sizes(Struct, frozen=True):
    """The sizes of a period's amounts in one statement, in order, with their lines.

    They are counted in units of 10^exponent.
    """

    exponent: int
    held: Mapping[tuple[Period, int], tuple[Sequence[int], Sequence[Line]]]


def _sizes(money: Lines) -> _Sizes:
    """The sizes of every amount."""
    amounts = (fact.amount for facts in money.values() for fact in facts.values())
    exponent = min((amount.exponent for amount in amounts), default=0)
    held: dict[tuple[Period, int], list[tuple[int, Line]]] = {}
    for line, facts in money.items():
        for period, fact in facts.items():
            held.setdefault((period, line[0]), []).append((abs(fact.amount.at(exponent)), line))
    ordered = {key: sorted(pairs) for key, pairs in held.items()}
    return _Sizes(
        exponent,
        {key: ([size for size, _ in one], [at for _, at in one]) for key, one in ordered.items()},
    )


def _best(
    line: Line,
    stated: Mapping[Period, Fact],
    money: Lines,
    sizes: _Sizes,
    bases: Sequence[Line],
) -> _Quotient | None:
    """The quotient that most columns bear out by most bits, one that is named before others."""
    best: _Quotient | None = None
    most = 0
    for one in islice(_quotients(line, stated, money, sizes, bases), _TRIES):
        weight = _weight(stated, one, money)
        if weight > most:
            best, most = one, weight
    return best


def _quotients(
    line: Line,
    stated: Mapping[Period, Fact],
    money: Lines,
    sizes: _Sizes,
    bases: Sequence[Line],
) -> Iterator[_Quotient]:
    """The quotients that give the percentage in either column where it has most digits."""
    pivots = sorted(stated, key=lambda period: -abs(stated[period].amount.mantissa))[:_PIVOTS]
    for pivot in pivots:
        yield from _quotients_at(line, stated, pivot, money, sizes, bases)


def _quotients_at(
    line: Line,
    stated: Mapping[Period, Fact],
    pivot: Period,
    money: Lines,
    sizes: _Sizes,
    bases: Sequence[Line],
) -> Iterator[_Quotient]:
    """The quotients that give the percentage in one column."""
    ratio = abs(stated[pivot].amount)
    up, down = 10 ** max(0, ratio.exponent), 10 ** max(0, -ratio.exponent)
    scaled = [(one, one.denominator * up, one.numerator * down) for one in factors(pivot)]
    for under in _unders(line, money, bases):
        below = money[under].get(pivot)
        if below is None:
            continue
        size = abs(below.amount.at(sizes.exponent))
        held = [
            sizes.held[pivot, statement]
            for statement in dict.fromkeys((line[0], under[0]))
            if (pivot, statement) in sizes.held
        ]
        for times, by, part in scaled:
            whole = size * by
            least = -((1 - ratio.mantissa) * whole // part)  # rounded up
            most = (ratio.mantissa + 1) * whole // part
            for values, lines in held:
                low, high = bisect_left(values, least), bisect_right(values, most)
                for over in lines[low : min(high, low + _HITS)]:
                    if over != under:
                        is_named = _is_named(line, stated, over, under, money)
                        yield _Quotient(over, under, times, is_named)


def _unders(line: Line, money: Lines, bases: Sequence[Line]) -> Iterator[Line]:
    """The lines that may be what the percentages are of, those nearest above first."""
    statement, number = line
    for near in (*range(number - 1, number - _NEAR, -1), *range(number + 1, number + _NEAR)):
        if (statement, near) in money:
            yield statement, near
    yield from (base for base in bases if base[0] != statement)


def _bases(evidence: Evidence, money: Lines) -> list[Line]:
    """The lines of the primary statements that ratios are of, the first of them."""
    found = (
        (number, at)
        for number, one in enumerate(evidence.subject.statements)
        if one.is_face
        for at, row in enumerate(one.lines)
        if row.concept in _BASES and (number, at) in money
    )
    return list(islice(found, _NEAR))


def _weight(stated: Mapping[Period, Fact], one: _Quotient, money: Lines) -> int:
    """The bits by which the columns bear a quotient out; 0 where as many do not."""
    weight = agreed = missed = 0
    for period, fact in stated.items():
        over, under = money[one.over].get(period), money[one.under].get(period)
        if over is None or under is None:
            continue
        sizes = (abs(fact.amount), abs(over.amount), abs(under.amount))
        if is_near_quotient(*sizes, times=one.times):
            weight += weigh_quotient(*sizes)
            agreed += 1
        else:
            missed += 1
    cost = _NAMED if one.is_named else _SEARCHED + 2 * (one.times != ONE)
    is_borne = agreed > 2 * missed or (one.is_named and agreed == missed == 1)
    return weight - cost if is_borne else 0


def _is_named(
    line: Line, stated: Mapping[Period, Fact], over: Line, under: Line, money: Lines
) -> bool:
    """True where the caption names what is over and what is under, or stands right below it."""
    ratio = next(iter(stated.values()))
    said = gist_of(ratio.caption)
    above, below = (next(iter(money[one].values())) for one in (over, under))
    first, second = gist_of(above.caption), gist_of(below.caption)
    if said is None or first is None or second is None:
        return False
    if said.words >= _TAX_RATE and above.concept == _TAX:
        alike = ratio.dimensions == above.dimensions == below.dimensions  # not the adjusted rate
        return alike and below.concept.startswith(_BEFORE_TAX)
    words = said.words | _concept_words(said.concept)
    of = first.words | _concept_words(first.concept)
    is_base = below.concept in _BASES
    base = second.words | _concept_words(second.concept)
    return (_is_next(line, over) or (bool(of) and of <= words)) and (
        is_base or (bool(base) and base <= words)
    )


def _concept_words(concept: str) -> frozenset[str]:
    """A concept as one word, so that a caption's own words are not lost behind it."""
    return frozenset({concept}) if concept else frozenset()


def _structure(line: Line, one: _Quotient, stated: Mapping[Period, Fact], money: Lines) -> Hashable:
    """What lines of one structure share: the words of a formula that is said, else the lines."""
    if not one.is_named:
        return line, one.over, one.under
    said, below = next(iter(stated.values())), next(iter(money[one.under].values()))
    above = next(iter(money[one.over].values()))
    over = "above" if _is_next(line, one.over) else gist_of(above.caption)
    return gist_of(said.caption), over, gist_of(below.caption), one.times


def _is_next(line: Line, over: Line) -> bool:
    """True where the percentages stand right below the line."""
    return over[0] == line[0] and 0 < line[1] - over[1] <= 2


def _recomputed(
    evidence: Evidence,
    line: Line,
    stated: Mapping[Period, Fact],
    one: _Quotient,
    money: Lines,
    *,
    is_plugged: bool,
) -> Iterator[Proposal]:
    """The line by its quotient in every column, by magnitude."""
    cost = _NAMED if one.is_named else _SEARCHED + 2 * (one.times != ONE)
    for period, fact in stated.items():
        over, under = money[one.over].get(period), money[one.under].get(period)
        if over is None or under is None:
            continue
        known = [evidence.of_fact(0, each).magnitude() for each in (fact, over, under)]
        formula = per_year(known[1], known[2], one.times)
        check = held_against(known[0], formula, is_plugged=is_plugged)
        weight = weigh_quotient(*(each.amount for each in known))
        key = _structure(line, one, stated, money)
        yield check.read(
            bound="caption" if one.is_named else "digits",
            bindings=(key,),
            weight=weight,
            cost=cost,
            is_said=one.is_named,
            doubt=""
            if one.is_named
            else "the caption does not say which two lines this is computed from",
        )
