"""A line of percentages is one line over another, column by column."""

from collections import Counter
from collections.abc import Hashable, Iterator
from functools import partial
from itertools import islice

from tieout.evidence.gathered import Evidence
from tieout.lexicon.captions import gist_of
from tieout.lexicon.insurance import is_ratio_of
from tieout.model.concept import told_as
from tieout.model.statement import Fact, Statement
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.line_quotients import (
    NEAR,
    Facts,
    Line,
    Lines,
    Place,
    Quotient,
    Search,
    Sizes,
    sizes_of,
)
from tieout.rules.quotient import SHARES, factors, held_against, per_year, weigh_quotient

_BASES = frozenset([*told_as("us-gaap:Revenues"), "us-gaap:Assets", "us-gaap:StockholdersEquity"])
_PREMIUMS = "us-gaap:PremiumsEarnedNet"
_TAX_RATE = frozenset({"tax", "rate"})
_TAX = "us-gaap:IncomeTaxExpenseBenefit"
_BEFORE_TAX = "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxes"


@rule("RX024", "ratio-line-does-not-recompute", tick="RX")
def ratio_lines(evidence: Evidence) -> Iterator[Proposal]:
    """Recomputes every line of percentages that is one line of money over another."""
    if not any(one.amount.unit.is_pure for one in evidence.reported):
        return
    memo = evidence.memo
    read = [memo("ratios", partial(_read, one), one) for one in evidence.statements]
    money: dict[Line, Facts] = {line: facts for one, _ in read for line, facts in one.items()}
    ratios: dict[Line, Facts] = {line: facts for _, one in read for line, facts in one.items()}
    if not ratios:
        return
    bases = _bases(evidence, money)
    unders = money | {base: _of_all(money[base], ratios) for base in bases}
    sizes = sizes_of([one for one, _ in read], memo)
    overs = evidence.indexed("lines of money", money)
    told = evidence.indexed("lines of ratios", ratios)
    search = Search(
        overs=overs,
        unders=evidence.indexed("lines under ratios", unders),
        sizes=Sizes(sizes.exponent, evidence.indexed("sizes of lines", dict(sizes.held))),
        bases=bases,
        is_named=lambda line, stated, over, under: _is_named(line, stated, over, under, overs),
        times=factors,
    )
    key = "ratio line", sizes.exponent, *bases
    found = {
        line: evidence.once((*key, line), partial(_best, search, told, line)) for line in ratios
    }
    chosen = [(line, best) for line, best in found.items() if best is not None]
    shares = Counter((line[0], best.under) for line, best in chosen)
    plugged = [(line, best, shares[line[0], best.under] >= SHARES) for line, best in chosen]
    for line, best, is_plugged in evidence.each(plugged):
        yield from _recomputed(evidence, line, told[line], best, search, is_plugged=is_plugged)


def _read(statement: Statement) -> tuple[dict[Line, Facts], dict[Line, Facts]]:
    """The lines of money of a statement, and those of percentages."""
    money: dict[Line, dict[Place, Fact]] = {}
    ratios: dict[Line, dict[Place, Fact]] = {}
    if not statement.is_face and not any(one.amount.unit.is_pure for one in statement.facts):
        return {}, {}
    for fact in statement.facts:
        column = statement.columns[fact.column]
        if fact.in_caption or column.measure or column.period is None:
            continue
        unit = fact.amount.unit
        lines = ratios if unit.is_pure else money if unit.is_money else None
        if lines is not None and fact.amount.mantissa:
            lines.setdefault((fact.statement, fact.line), {}).setdefault(
                (column.period, column.dimensions), fact
            )
    return dict(money), dict(ratios)


def _best(search: Search, ratios: Lines, line: Line) -> Quotient | None:
    """The quotient that a line of percentages is."""
    return search.best(line, ratios[line])


def _bases(evidence: Evidence, money: Lines) -> list[Line]:
    """The lines of the primary statements that ratios are of, the first of them."""
    found = (
        (number, at)
        for number, one in enumerate(evidence.statements)
        if one.is_face
        for at, row in enumerate(one.lines)
        if row.concept in _BASES and (number, at) in money
    )
    return list(islice(found, NEAR))


def _of_all(base: Facts, ratios: Lines) -> dict[Place, Fact]:
    """The figures of a primary statement for whatever a column of the period shows of it."""
    places = {place for facts in ratios.values() for place in facts}
    told = {place: base[place[0], ()] for place in places if (place[0], ()) in base}
    return {**told, **base}


def _is_named(line: Line, stated: Facts, over: Line, under: Line, money: Lines) -> bool:
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
    if below.concept == _PREMIUMS and is_ratio_of(ratio.caption, above.caption):
        return ratio.dimensions == above.dimensions
    words = said.words | _concept_words(said.concept)
    of = first.words | _concept_words(first.concept)
    is_base = below.concept in _BASES or (second.concept in _BASES and second.words <= words)
    base = second.words | _concept_words(second.concept)
    return (_is_next(line, over) or (bool(of) and of <= words)) and (
        is_base or (bool(base) and base <= words)
    )


def _concept_words(concept: str) -> frozenset[str]:
    """A concept as one word, so that a caption's own words are not lost behind it."""
    return frozenset({concept}) if concept else frozenset()


def _structure(line: Line, one: Quotient, stated: Facts, money: Lines) -> Hashable:
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
    stated: Facts,
    one: Quotient,
    search: Search,
    *,
    is_plugged: bool,
) -> Iterator[Proposal]:
    """The line by its quotient in every column, by magnitude."""
    for fact, over, under in search.columns(stated, one):
        known = [evidence.of_fact(0, each).magnitude() for each in (fact, over, under)]
        formula = per_year(known[1], known[2], one.times)
        check = held_against(known[0], formula, is_plugged=is_plugged)
        weight = weigh_quotient(*(each.amount for each in known))
        key = _structure(line, one, stated, search.overs)
        yield check.read(
            bound="caption" if one.is_named else "digits",
            bindings=(key,),
            weight=weight,
            cost=one.cost,
            is_said=one.is_named,
            is_defined=one.is_named and under.concept == _PREMIUMS,
            doubt=""
            if one.is_named
            else "the caption does not say which two lines this is computed from",
        )
