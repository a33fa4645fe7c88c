"""A price is what a product sold for over its volume; a daily volume is a volume over its days."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, product

from msgspec import Struct

from tieout.evidence.gathered import Evidence
from tieout.lexicon.captions import words_of
from tieout.model.statement import Fact
from tieout.model.unit import Unit
from tieout.proof.bits import weigh
from tieout.proof.formula import Formula
from tieout.proof.guesses import likeliest
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import recompute

_BRACKETS = re.compile(r"\([^()]*\)")
_PLAIN = words_of("average realized sales sold price per unit volume production produced daily net")
_DAILY = "PerDay"
_POWERS = (0, 3, 6, -3)
_MOST = 4
"""So many lines of one product's words are tried."""


class _Line(Struct, frozen=True):
    """A line: its figure in each column, what it counts in, and the words of its product."""

    at: tuple[int, int]
    words: frozenset[str]
    unit: Unit
    facts: dict[int, Fact]


class _Guess(Struct, frozen=True):
    """What a line is computed from: one line over another's size, or over the days of its time."""

    over: _Line
    under: _Line | None
    power: int

    def held(self, fact: Fact) -> tuple[Fact, ...] | None:
        """The figures that one of the line is computed from, in its column; None without them."""
        lines = (self.over,) if self.under is None else (self.over, self.under)
        found = [line.facts.get(fact.column) for line in lines]
        facts = tuple(one for one in found if one is not None and one.amount.mantissa)
        return facts if len(facts) == len(lines) and fact.amount.mantissa else None

    def of(self, evidence: Evidence, fact: Fact, held: Sequence[Fact]) -> Formula:
        """The computation of one figure of the line."""
        by = Fraction(10) ** self.power
        known = tuple(evidence.of_fact(0, one) for one in held)
        if self.under is None:
            days = fact.period.days if fact.period is not None else 1
            return Formula(f"{{0}} / {days} days", known, lambda a: a / days)
        return Formula("{0} / {1}", known, lambda a, b: a / (b * by))


@rule("RX026", "price-does-not-recompute", tick="RX")
def price_lines(evidence: Evidence) -> Iterator[Proposal]:
    """Recomputes every price from revenue and volume, and every daily volume, table by table."""
    for number, statement in enumerate(evidence.subject.statements):
        facts: dict[int, dict[int, Fact]] = {}
        for fact in statement.facts:
            if not (fact.in_caption or statement.columns[fact.column].measure):
                facts.setdefault(fact.line, {})[fact.column] = fact
        lines = [_line((number, at), held) for at, held in facts.items()]
        volumes = [one for one in lines if _is_volume(one.unit)]
        money = [one for one in lines if one.unit.is_money]
        for line in lines if volumes else ():
            if _is_price(line.unit):
                guesses = _prices(line, money, volumes)
            elif line.unit.text.endswith(_DAILY):
                guesses = _days(line, volumes)
            else:
                continue
            yield from _recomputed(evidence, line, list(guesses))


def _line(at: tuple[int, int], facts: dict[int, Fact]) -> _Line:
    """A line by its figures."""
    first = next(iter(facts.values()))
    words = words_of(_BRACKETS.sub(" ", first.caption)) - _PLAIN
    return _Line(at, words, first.amount.unit, facts)


def _is_price(unit: Unit) -> bool:
    """True for money for each of something that is no share."""
    return bool(unit.currency and unit.per) and not unit.is_per_share


def _is_volume(unit: Unit) -> bool:
    """True for a quantity of something: neither money nor a rate, nor shares, nor of a day."""
    is_other = unit.currency or unit.is_rate or unit.is_shares
    return not is_other and not unit.text.endswith(_DAILY)


def _prices(line: _Line, money: Sequence[_Line], volumes: Sequence[_Line]) -> Iterator[_Guess]:
    """The revenue of the line's product over its volume, at every scale of the two."""
    overs = islice((one for one in money if _is_of(one, line)), _MOST)
    unders = islice((one for one in volumes if one.words == line.words), _MOST)
    for over, under, power in product(overs, unders, _POWERS):
        yield _Guess(over, under, power)


def _is_of(money: _Line, line: _Line) -> bool:
    """True for a line of money that has the product's words, and no others but of revenue."""
    return line.words <= money.words and money.words - line.words <= {"revenue"}


def _days(line: _Line, volumes: Sequence[_Line]) -> Iterator[_Guess]:
    """The volumes of the line's unit, that of all of them where it names no product."""
    base = line.unit.text.removesuffix(_DAILY)
    akin = (one for one in volumes if one.unit.text == base and one.words == line.words)
    return (_Guess(one, None, 0) for one in islice(akin, _MOST))


def _recomputed(evidence: Evidence, line: _Line, guesses: Sequence[_Guess]) -> Iterator[Proposal]:
    """The line by the guess that holds in most of its columns."""

    def checks(one: _Guess) -> Iterator[Proposal]:
        for fact in line.facts.values():
            facts = one.held(fact)
            if facts is not None:
                stated, formula = evidence.of_fact(0, fact), one.of(evidence, fact, facts)
                yield recompute(stated, formula).read(
                    bound="caption",
                    bindings=(("price", line.at[0], one.power),),
                    weight=weigh(stated.amount, formula),
                )

    best = likeliest(guesses, lambda one: (check.ties for check in checks(one)))
    borne = (one for one in guesses if any(check.ties for check in checks(one)))
    best = best or next(borne, None)
    if best is not None:
        yield from checks(best)
