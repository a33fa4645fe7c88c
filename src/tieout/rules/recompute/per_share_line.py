"""A line of amounts per share is a line of money over a line of shares, column by column."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import islice, product

from msgspec import Struct

from tieout.evidence.gathered import Evidence
from tieout.lexicon.captions import Gist, gist_of
from tieout.lexicon.per_share import divided
from tieout.model.period import Period
from tieout.model.statement import Fact, Statement
from tieout.patterns import pattern
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.line_quotients import NEAR, Facts, Line, Lines, Place, Quotient, Search, sizes_of
from tieout.rules.quotient import ONE, SHARES, held_against, per_year, weigh_quotient
from tieout.rules.recompute.earnings_per_share import (
    BASIC,
    DILUTED,
    OF_HOLDERS,
    is_divided,
    is_in_loss,
)

_OF_ALL = frozenset({"us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss"})
_OUTSTANDING = "us-gaap:CommonStockSharesOutstanding"
# A dividend is declared by the share, and bought or sold shares have a price.
_PRICED = pattern(r"\bdividends?\b|\bdistributions?\b|\bprices?\b|\bpar\b", re.IGNORECASE)
_AT_END = pattern(r"\bbook\s+value\b|\bnet\s+asset\s+value\b|\bperiod[\s-]+end\b", re.IGNORECASE)
_BASIC = pattern(r"\bbasic\b", re.IGNORECASE)
_DILUTED = pattern(r"\bdilut(?:ed|ion)\b", re.IGNORECASE)


class _Lines(Struct, frozen=True):
    """The lines of a statement in money, those of shares, and what is told per share, and where."""

    money: dict[Line, dict[Place, Fact]]
    shares: dict[Line, dict[Place, Fact]]
    stated: list[tuple[Fact, Place]]


@rule("RX025", "per-share-line-does-not-recompute", tick="RX")
def per_share_lines(evidence: Evidence) -> Iterator[Proposal]:
    """Recomputes every line of amounts per share that is one line of money over one of shares."""
    memo, statements = evidence.memo, evidence.statements
    read = [memo("per share", partial(_read, one), one) for one in statements]
    stated: dict[Line, dict[Place, Fact]] = {}
    for one in read:
        for fact, place in one.stated:
            if not is_divided(evidence, fact):
                stated.setdefault((fact.statement, fact.line), {}).setdefault(place, fact)
    if not stated:
        return
    money = {line: facts for one in read for line, facts in one.money.items()}
    shares = {line: dict(facts) for one in read for line, facts in one.shares.items()}
    for counted in shares.values():  # all parts and adjustments are of the same shares
        for place in {place for facts in stated.values() for place in facts}:
            if (place[0], ()) in counted:
                counted.setdefault(place, counted[place[0], ()])
    told_of = evidence.indexed("lines per share", stated)
    search = Search(
        overs=evidence.indexed("lines of money over shares", money),
        unders=evidence.indexed("lines of shares", shares),
        sizes=sizes_of([one.money for one in read], memo),
        bases=list(islice((one for one in shares if statements[one[0]].is_face), NEAR)),
        is_named=lambda line, _, over, under: _is_named(evidence, line, over, under, money, shares),
        times=lambda _: [ONE],
    )
    called: dict[Gist | None, list[Line]] = {}
    told = {line: next(iter(facts.values())) for line, facts in money.items()}
    of_common = any(fact.concept in OF_HOLDERS for fact in told.values())
    for line, fact in told.items():
        if not (of_common and fact.concept in _OF_ALL):  # preferred dividends are taken off before
            called.setdefault(gist_of(fact.caption), []).append(line)
    beside = _beside(search, stated)
    chosen: dict[Line, Quotient] = {}
    for line, facts in stated.items():
        row = statements[line[0]].lines[line[1]]
        overs = [
            one
            for name in dict.fromkeys((_named(row.caption), _named(row.caption, row.heading)))
            for one in (called.get(name, ()) if name is not None else ())
        ]
        best = beside.get(line) or _told(search, line, facts, overs) or search.best(line, facts)
        if best is not None:
            chosen[line] = best
    parts = Counter((line[0], best.under) for line, best in chosen.items())
    plugged = [(line, one, parts[line[0], one.under] >= SHARES) for line, one in chosen.items()]
    for line, best, is_plugged in evidence.each(plugged):
        yield from _recomputed(evidence, line, told_of[line], best, search, is_plugged=is_plugged)


def _read(statement: Statement) -> _Lines:
    """The lines of a statement that amounts per share are told on or may be divided from."""
    found = _Lines({}, {}, [])
    for fact in statement.facts:
        unit, column = fact.amount.unit, statement.columns[fact.column]
        if column.measure or column.period is None or not fact.amount.mantissa:
            continue
        if fact.in_caption and fact.concept != _OUTSTANDING:
            continue
        periods = _periods(fact, column.period)
        if unit.is_per_share:
            is_beside = unit != statement.lines[fact.line].unit
            whose = () if is_beside else column.dimensions
            if not _PRICED.search(fact.caption):
                found.stated.extend((fact, (period, whose)) for period in periods)
        elif unit.is_shares or unit.is_money:
            lines = found.shares if unit.is_shares else found.money
            held = lines.setdefault((fact.statement, fact.line), {})
            for place in product(periods, {(), column.dimensions}):
                held.setdefault(place, fact)
    return found


def _told(search: Search, line: Line, stated: Facts, overs: Sequence[Line]) -> Quotient | None:
    """The quotient that most columns bear out of those whose money the words name, in any table."""
    tried = (
        Quotient(over, under, ONE, is_named=True)
        for over in overs[:NEAR]
        for under in search.unders_of(line)
        if search.is_named(line, stated, over, under)
    )
    weighed = [(search.weight(stated, one), one) for one in tried]
    most, best = max(weighed, key=lambda pair: pair[0], default=(0, None))
    return best if most else None


def _beside(search: Search, stated: Lines) -> dict[Line, Quotient]:
    """What stands beside its own amount in a line, over the shares that most lines bear out.

    A column of amounts per share is a column of amounts over one number.
    """
    tables: dict[int, list[Line]] = {}
    for line in stated:
        if line in search.overs:
            tables.setdefault(line[0], []).append(line)
    found: dict[Line, Quotient] = {}
    for lines in tables.values():
        tried = (
            [Quotient(line, under, ONE, is_named=True) for line in lines]
            for under in search.unders_of(lines[0])
        )
        weighed = [(sum(search.weight(stated[one.over], one) for one in of), of) for of in tried]
        most, best = max(weighed, key=lambda pair: pair[0], default=(0, []))
        found |= {one.over: one for one in best} if most else {}
    return found


def _periods(fact: Fact, column: Period) -> tuple[Period, ...]:
    """Under which periods a figure is looked up: a book value stands at the end of its column's.

    What is counted at a day is found in a column of flows too.
    """
    if fact.amount.unit.is_per_share:
        return (column.closing(),) if _AT_END.search(fact.caption) else (column,)
    own = fact.period or column
    return (own,) if own == column or fact.in_caption else (column, own)


def _is_named(
    evidence: Evidence, line: Line, over: Line, under: Line, money: Lines, shares: Lines
) -> bool:
    """True where the words of the line name the money, and no other shares.

    "Diluted" under "Adjusted net income per share" is of adjusted net income, and so is "Adjusted"
    under "Net income per share".
    """
    row = evidence.statements[line[0]].lines[line[1]]
    above = gist_of(next(iter(money[over].values())).caption)
    words = f"{row.heading} {row.caption}"
    counted = next(iter(shares[under].values())).concept
    is_other = any(
        found.search(words) and not other.search(words) and counted == concept
        for found, other, concept in ((_DILUTED, _BASIC, BASIC), (_BASIC, _DILUTED, DILUTED))
    )
    said = _named(row.caption), _named(row.caption, row.heading)
    return not is_other and above is not None and above in said


@lru_cache(maxsize=1024)
def _named(*words: str) -> Gist | None:
    """What is divided, by the words of a line."""
    return gist_of(divided(*words))


def _recomputed(
    evidence: Evidence,
    line: Line,
    stated: Facts,
    one: Quotient,
    search: Search,
    *,
    is_plugged: bool,
) -> Iterator[Proposal]:
    """The line by its quotient in every column, by magnitude.

    The other lines of its table that are divided by the same shares speak for it too.
    """
    for fact, over, under in search.columns(stated, one):
        known = [evidence.of_fact(0, each).magnitude() for each in (fact, over, under)]
        check = held_against(known[0], per_year(known[1], known[2], ONE), is_plugged=is_plugged)
        if not check.ties and over.amount.mantissa > 0 and is_in_loss(evidence, under.period):
            continue  # shares that dilute a profit are printed nowhere where the result is a loss
        yield check.read(
            bound="caption" if one.is_named else "digits",
            bindings=((line, one.over, one.under), ("per share of", line[0], one.under)),
            weight=weigh_quotient(*(each.amount for each in known)),
            cost=one.cost,
            is_said=one.is_named,
            doubt="" if one.is_named else _UNSAID,
        )


_UNSAID = "the caption does not say which two lines this is computed from"
