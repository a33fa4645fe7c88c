"""A line that stands in two tables shows the same figures in both."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import TypeAlias

from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_caption import OWNED
from tieout.lexicon.canonical import normal
from tieout.lexicon.captions import Gist, gist_of, say_the_same
from tieout.lexicon.qualifiers import apart, of_kind
from tieout.model.amount import same
from tieout.model.check import Outcome
from tieout.model.period import Period
from tieout.model.statement import Dimensions, Fact, Statement
from tieout.model.unit import Unit
from tieout.proof.proposal import Proposal
from tieout.proof.slip import is_slip
from tieout.rules.base import rule
from tieout.rules.verbs import agree

_LONG = 1000
_LEADING = 3
"""Figures are looked up by so many leading digits."""
_MOST = 16
"""So many figures of one look are compared, and so many lines beside one line."""
_NEAREST = 5
"""So many lines that agree with a line in every figure are told of it, the nearest before it."""

Line: TypeAlias = tuple[int, int, str]
"""A statement's number, a line's, and the concept of what stands in its caption: "" for cells."""
_Pair: TypeAlias = tuple[Fact, Fact]
"""The coarser and the finer of two facts."""
_Met: TypeAlias = tuple[Period, Fact, Fact]
"""A period, a line's fact for it and another line's."""
Look: TypeAlias = tuple[Unit, int, int]
"""What figures that may be the same have in common: unit, size and leading digits."""
_Lines: TypeAlias = Mapping[Line, Sequence[dict[Period, Fact]]]
"""The facts of each line, by every period they may be of."""
_Beside: TypeAlias = tuple[Line, bool]
"""A line to be held against, and whether the two have a figure in common."""
_Looks: TypeAlias = Mapping[tuple[Period, Look], Sequence[Fact]]
"""The figures that look alike and may be of one period."""
_Name: TypeAlias = tuple[str, Dimensions, Unit]
"""What a line of a known concept is called: the concept, its qualifiers and its unit."""
_Told: TypeAlias = Sequence[tuple[int, int, Line | None]]
"""The tables that have a name: their numbers, first facts so called, and lines if each is one."""


_OF_ANOTHER = (
    "another table shows a different amount under the same caption; it may be for a segment"
)


@rule("TI011", "tables-disagree", tick="T")
def lines_tie(evidence: Evidence) -> Iterator[Proposal]:
    """Holds each line against those of other tables whose other figures show it is the same."""
    lines, looks = evidence.told_by_all(_lines), evidence.told_by_all(_figures)
    named, names = evidence.told_by_all(_named), evidence.told_by_all(_names)
    for at in evidence.each(chain.from_iterable(evidence.told_in(_lines))):
        (facts,) = lines[at]
        akin = _akin(at, named, names)
        beside = partial(_beside, facts, lines, looks, akin)
        is_settled = _is_settled(at, facts, looks)
        shown = ("TI011", *akin, *_shown(facts)) if is_settled else ()
        for other, is_found in evidence.once(shown, beside) if is_settled else beside():
            pairs = _pairs(facts, lines[other][0], is_found=is_found)
            yield from _compared(evidence, at, other, pairs, is_named=other in akin)


def _is_settled(at: Line, facts: dict[Period, Fact], looks: _Looks) -> bool:
    """True where each figure was met so often in earlier tables that it is held against no more.

    A line of a later table that shows the same is then held against the same lines.
    """
    return all(
        len(held := looks[period, look]) >= _MOST and held[_MOST - 1].statement < at[0]
        for period, fact in facts.items()
        for look in _looks(fact)
    )


def _shown(facts: dict[Period, Fact]) -> Iterator[Hashable]:
    """What a line shows, which decides what lines it is held against."""
    first = 0
    for period, fact in facts.items():
        first = first or fact.figure
        own = abs(fact.amount.mantissa), fact.amount.exponent, fact.amount.unit
        yield period, fact.period, own, fact.figure - first


def _beside(
    facts: dict[Period, Fact], lines: _Lines, looks: _Looks, akin: Sequence[Line]
) -> list[_Beside]:
    """The lines a line is held against; of those that agree in every figure the nearest alone."""
    others = _others(facts, looks)
    found = {other: other in others for other in dict.fromkeys((*others, *akin))}
    agreeing = sorted(
        other
        for other, is_found in found.items()
        if _agree(_pairs(facts, lines[other][0], is_found=is_found))
    )
    for further in agreeing[:-_NEAREST]:
        del found[further]  # the nearer ones say the same
    return list(found.items())


def _lines(_: int, statement: Statement) -> _Lines:
    """The facts of each line of a statement, each under every period it may be of."""
    found: dict[Line, dict[Period, Fact]] = {}
    for fact, periods in _dated(statement):
        held = found.setdefault(_line(fact), {})
        for period in periods:
            held.setdefault(period, fact)
    return {at: [facts] for at, facts in found.items()}


def _figures(_: int, statement: Statement) -> Mapping[tuple[Period, Look], Sequence[Fact]]:
    """The first facts of a statement by what their figures look like and when they may be of."""
    found: dict[tuple[Period, Look], list[Fact]] = {}
    for fact, periods in _dated(statement):
        looks = _looks(fact)
        for period in periods:
            for look in looks:
                held = found.setdefault((period, look), [])
                if len(held) < _MOST:
                    held.append(fact)
    return found


def _dated(statement: Statement) -> Iterator[tuple[Fact, list[Period]]]:
    """The facts of a statement, each with every period that it may be of."""
    known: dict[tuple[int, Period | None], list[Period]] = {}
    for fact in statement.facts:
        key = fact.column, fact.period
        if key not in known:
            known[key] = _periods(fact.period, statement.columns[fact.column].period)
        yield fact, known[key]


def _line(fact: Fact) -> Line:
    """The line of a fact's cell; a caption of counts is as many lines as it has concepts."""
    return fact.statement, fact.line, fact.concept if fact.in_caption else ""


def _names(number: int, statement: Statement) -> dict[_Name, _Told]:
    """The known concepts of a statement, each with its first fact and the one line it has.

    No line that the table has two of, by concept or by caption: revenue and cost of a service; and
    no adjustment of a reconciliation, which takes in what stands under several lines elsewhere.
    Shares are counted anew where a result is adjusted, and are not compared.
    """
    captions = Counter(normal(line.caption) for line in statement.lines)
    adjusting = _adjusting(statement)
    first: dict[_Name, int] = {}
    found: dict[_Name, set[Line]] = {}
    for place, fact in enumerate(statement.facts):
        is_own = not fact.in_caption and fact.line not in adjusting
        is_known = fact.concept.startswith("us-gaap:") and not _is_rest(fact.caption)
        if is_own and is_known and fact.amount.unit.is_money:
            first.setdefault(_name(fact), place)
            found.setdefault(_name(fact), set()).add(_line(fact))
    return {
        name: [(number, first[name], _alone(lines, statement, captions))]
        for name, lines in found.items()
    }


def _named(number: int, statement: Statement) -> dict[Line, list[_Name]]:
    """What each line of a statement is called that is the one of its name."""
    found: dict[Line, list[_Name]] = {}
    for name, ((_, _, at),) in _names(number, statement).items():
        if at is not None:
            found.setdefault(at, []).append(name)
    return found


def _akin(
    at: Line, named: Mapping[Line, Sequence[_Name]], names: Mapping[_Name, _Told]
) -> list[Line]:
    """The lines of earlier tables that are called as a line is; of two names by the later one."""
    told = [names[name] for name in named.get(at, ())]
    last = max(told, key=lambda one: one[0][:2], default=())
    akin = [line for _, _, line in last if line is not None and line[0] < at[0]]
    return akin[:_MOST]


def _alone(lines: set[Line], statement: Statement, captions: Counter[str]) -> Line | None:
    """The one line of a name, if no other has its caption."""
    (at, *others) = lines
    is_alone = not others and captions[normal(statement.lines[at[1]].caption)] == 1
    return at if is_alone else None


def _adjusting(statement: Statement) -> frozenset[int]:
    """The lines that a reconciliation adds to the one it begins with."""
    if statement.kind != "reconciliation":
        return frozenset()
    readings = (parts for one in statement.calculation for parts in one.readings)
    return frozenset(number for parts in readings for number, _ in parts[1:])


def _is_rest(caption: str) -> bool:
    """True for "Other": what a table does not list, and each table lists other things."""
    return normal(caption).startswith("other")


def _name(fact: Fact) -> _Name:
    """What a fact's line is called."""
    return fact.concept, fact.dimensions, fact.amount.unit


def _periods(own: Period | None, column: Period | None) -> list[Period]:
    """A fact's period, its column's and the day it ends: balances stand in columns of flows."""
    told = [one for one in (own, column) if one is not None]
    return list(dict.fromkeys((*told, *(one.closing() for one in told))))


def _is_then(one: Fact, other: Fact, period: Period, *, is_found: bool) -> bool:
    """True where two facts that share a period may be of one time.

    A balance and a line of flows meet on the day the column ends, where `is_found` by their
    digits; two lines of flows that end on one day do not.
    """
    if not period.is_instant or (one.period == period == other.period):
        return True
    return is_found and period in (one.period, other.period)


def _looks(fact: Fact) -> list[Look]:
    """Under what a figure is looked up: the leading digits of each end of what it may stand for."""
    amount = fact.amount
    ends = _ends(abs(amount.mantissa), amount.exponent)
    return [(amount.unit, size, digits) for size, digits in ends]


@lru_cache(maxsize=8192)
def _ends(mantissa: int, exponent: int) -> tuple[tuple[int, int], ...]:
    """The size and the leading digits of each end of what a printed number may stand for."""
    texts = [str(end * 5) for end in (2 * mantissa - 1, 2 * mantissa + 1)] if mantissa else []
    ends = ((len(text) + exponent, int(text[:_LEADING].ljust(_LEADING, "0"))) for text in texts)
    return tuple(dict.fromkeys(ends))


def _others(facts: dict[Period, Fact], looks: _Looks) -> list[Line]:
    """The lines before that have one of these figures, those that have most first."""
    shared: dict[Line, int] = {}
    for period, fact in facts.items():
        earlier = {
            _line(one): None
            for look in _looks(fact)
            if len(held := looks[period, look]) > 1
            for one in held[:_MOST]
            if one.statement <= fact.statement
            and one is not fact
            and _is_then(fact, one, period, is_found=True)
            and _is_before(one, fact)
            and _tied(fact, one) != "differs"
        }
        for line in earlier:
            shared[line] = shared.get(line, 0) + 1
    if len(shared) < 2:
        return list(shared)
    return [
        line for line, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]
    ]


def _is_before(one: Fact, fact: Fact) -> bool:
    """True for a fact of an earlier table, or of an earlier line of like words in the same one.

    A table that has a ratio twice, or an amount per share, has it of two measures, and few digits
    tell them apart.
    """
    if one.statement != fact.statement:
        return one.statement < fact.statement
    is_cell = not one.in_caption and one.amount.unit.is_scaled and not one.amount.unit.is_points
    return is_cell and one.line < fact.line and _says_same(one, fact)


def _tied(one: Fact, other: Fact) -> Outcome:
    """How two facts stand that may be one number, whatever its sign."""
    left, right = one.amount, other.amount
    if left.exponent == right.exponent:
        return "agrees" if abs(left.mantissa) == abs(right.mantissa) else "differs"
    return same(abs(left), abs(right)).outcome


def _pairs(
    facts: dict[Period, Fact], others: dict[Period, Fact], *, is_found: bool
) -> Iterator[_Met]:
    """The figures of two lines for each period that both have; each figure of the first once.

    `is_found` is true of two lines that have a figure in common.
    """
    done: set[int] = set()
    for period, fact in facts.items():
        held = others.get(period)
        if held is None or held.amount.unit != fact.amount.unit or fact.figure in done:
            continue
        if _is_then(fact, held, period, is_found=is_found):
            done.add(fact.figure)
            yield period, fact, held


def _agree(pairs: Iterable[_Met]) -> bool:
    """True where every figure of one line is that of the other, whatever its sign."""
    return all(_tied(fact, held) != "differs" for _, fact, held in pairs)


def _compared(
    evidence: Evidence, at: Line, other: Line, pairs: Iterable[_Met], *, is_named: bool
) -> Iterator[Proposal]:
    """The line against another in every period that both have, by magnitude.

    `is_named` is true of two lines of one known concept: then their tables are compared.
    """
    for period, fact, held in pairs:
        pair = (fact, held) if fact.amount.exponent >= held.amount.exponent else (held, fact)
        turned = (fact.amount.mantissa < 0) != (held.amount.mantissa < 0)
        check = _check(evidence, pair)
        ties = check.ties
        is_asked = is_named or not ties
        is_said = is_asked and _says_same(*pair) and _is_sure(evidence, *pair)
        is_known = is_said and is_named and _name(fact) == _name(held)
        is_misprint = is_said and not ties and _is_misprint(*pair)
        by_line, by_table = (at, other, turned), (at[0], other[0], period)
        yield check.read(
            bound="caption" if is_known and ties else "digits",
            bindings=(by_line, by_table) if is_known else (by_line,),
            is_said=is_said and not ties,
            doubt="" if ties or is_known or is_misprint else _OF_ANOTHER,
        )


def _is_misprint(one: Fact, other: Fact) -> bool:
    """True for a slip of the hand in a number of four digits: of fewer too many are one apart."""
    is_long = abs(one.amount.mantissa) >= _LONG
    return is_long and is_slip(abs(one.amount), abs(other.amount.value))


def _says_same(one: Fact, other: Fact) -> bool:
    """True where the captions and the qualifiers of two facts say the same in other words."""
    return say_the_same(one.caption, other.caption) and _apart(one) == _apart(other)


def _is_sure(evidence: Evidence, one: Fact, other: Fact) -> bool:
    """True where it is clear which lines are meant: by the very words, or there is but one of each.

    "Total equity" and "Total equity (as reported)" of one table are two things.
    """
    if normal(one.caption) == normal(other.caption):
        return True
    gists = evidence.told_by_all(_gists)
    alike = (gists.get((fact.statement, gist_of(fact.caption)), ()) for fact in (one, other))
    return all(count <= 1 for counts in alike for count in counts)


def _gists(number: int, statement: Statement) -> dict[tuple[int, Gist | None], Sequence[int]]:
    """How many lines of a statement say the same, by what they say."""
    said = Counter(gist_of(line.caption) for line in statement.lines)
    return {(number, gist): (count,) for gist, count in said.items()}


def _apart(fact: Fact) -> frozenset[str]:
    """The members a fact's own qualifiers name, what restates it, and what it leaves out."""
    owned = frozenset(member for axis, member in fact.dimensions if axis in OWNED)
    owned |= of_kind(fact.caption, "restating", "without")
    return owned | apart(*(member for _, member in fact.dimensions))


def _check(evidence: Evidence, pair: _Pair) -> Proposal:
    """The coarser of two facts against the finer, by magnitude."""
    one, two = (evidence.of_fact(0, fact).magnitude() for fact in pair)
    return agree(one, two, severity="warning")
