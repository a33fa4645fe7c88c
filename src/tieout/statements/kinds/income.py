"""The income statement: revenue less costs, netted step by step down to the result per share."""

import re
from collections.abc import Sequence
from functools import partial

from tieout.lexicon.labels import known, split_heading
from tieout.model.statement import Line, Parts
from tieout.patterns import pattern
from tieout.statements.concepts import Lines
from tieout.statements.concepts.income import (
    OTHERS_SHARE,
    OTHERS_SHARES,
    all_others,
    is_taken_off,
    shared,
    told,
    weight_of_others,
)
from tieout.statements.concepts.places import headed, named_by_heading, placed
from tieout.statements.kinds import Kind
from tieout.statements.lines import names_only_loss
from tieout.statements.sums import Added, Sums, Weights
from tieout.statements.sums.counted import counted
from tieout.statements.sums.nested import subtotal, turned
from tieout.statements.sums.walk import Walk

_RESULTS = frozenset(
    f"us-gaap:{name}"
    for name in (
        "GrossProfit",
        "OperatingIncomeLoss",
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments",
        "IncomeLossFromContinuingOperations",
        "ProfitLoss",
        "NetIncomeLoss",
        "NetIncomeLossAvailableToCommonStockholdersBasic",
        "NetIncomeLossAllocatedToLimitedPartners",
    )
)
_RESULT_WORDS = pattern(
    r"^(?>.*?\b(?:income|loss|earnings|profit)\b).*\b(?:before|from (?:continuing )?operations"
    r"|attributable|available|applicable)\b|\bnet (?:income|loss|earnings)\b"
    r"|\b(?:income|profit|earnings) of consolidated\b",
    re.IGNORECASE | re.MULTILINE,
)
_COMPREHENSIVE = frozenset(
    {
        "us-gaap:ComprehensiveIncomeNetOfTax",
        "us-gaap:ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest",
    }
)
_OPERATING = "us-gaap:OperatingIncomeLoss"
_TAX = "us-gaap:IncomeTaxExpenseBenefit"
_SOLD = "us-gaap:IncomeLossFromDiscontinuedOperationsNetOfTax"
_TWO_SIDED = pattern(
    r"\((?:(?P<cost>loss(?:es)?|expenses?|provision|charges?)"
    r"|(?:income|benefit|gains?|credit|recover(?:y|ies)))\b[^()]*\)",
    re.IGNORECASE,
)
_TAXES = pattern(r"\bincome\s+tax(?:es)?\b", re.IGNORECASE)
_NET_OF_TAXES = pattern(r"\bnet\s+of\s+(?:[a-z]+\s+){0,3}tax(?:es)?\b")
_COSTS = pattern(
    r"\b(?:expenses?|costs?|loss(?:es)?|charges?|provision|tax(?:es)?|amortization|depreciation"
    r"|impairment|research and development|interest expense|write-?(?:off|down)s?|less)\b",
    re.IGNORECASE,
)
_LOSSES = pattern(r"\b(?:expenses?|loss(?:es)?)\b", re.IGNORECASE)
_INCOMES = pattern(
    r"\b(?:income|gains?|benefit|revenues?|sales|earnings|profits?|recovery|equity in)\b", re.I
)


def added(lines: Lines) -> Added:
    """How an income statement adds up: a result nets what is open above it, a total its group."""
    weights = tuple(0 if line.is_heading else _weight(line) for line in lines)
    others = all_others(lines)
    walk = Walk(lines)
    for number, (line, weight) in enumerate(zip(lines, weights, strict=True)):
        if line.is_heading:
            walk.heading(line.caption)
        elif not line.is_money:
            continue
        elif number == others:
            starts = (walk.behind([_OPERATING]) or [0])[-1:]
            walk.total(number, starts, weight, firm=walk.names_heading(line.caption))
        elif line.is_called_total:
            starts = walk.stretches(line.caption)
            walk.total(number, starts, weight, firm=walk.names_heading(line.caption))
        elif line.concept in _COMPREHENSIVE and walk.parts:
            firm = walk.printed.first(number, [walk.since(0, weight)]) >= 0
            walk.total(number, [0], weight, firm=firm)
        elif _is_result(line):
            _net(number, line, walk, weight)
        else:
            walk.take(number, weight)
    sums = walk.distinct()
    return Added(_as_summed(weights, lines, sums), (*sums, *counted(lines)))


def _as_summed(weights: Weights, lines: Lines, sums: Sums) -> Weights:
    """The weights, those of taxes and of others' share as the sums that they foot in have them."""
    shown = {
        part: weight * weights[one.total]
        for one in sums
        for part, weight in one.readings[0]
        if lines[part].concept in (_TAX, OTHERS_SHARE)
        and not one.is_unsigned
        and not split_heading(lines[part].section)
    }
    return tuple(shown.get(number, weight) for number, weight in enumerate(weights))


def _net(number: int, line: Line, walk: Walk, weight: int) -> None:
    """A result nets all that is open; a minority's share may enter with either sign.

    Where none of that foots, the last of what is open, or with other signs than captions tell. A
    line that only sounds like a result, and that nothing above it leads to, is left open.
    """
    parts = walk.since(0, weight)
    unsigned = {one.total for one in walk.sums if one.is_unsigned}
    signed = [n for n in (number, *(n for n, _ in parts)) if _says_sign(walk.lines[n])]
    signed = [n for n in signed if n not in unsigned]
    if len(parts) > 1 and not walk.add_unsigned(number, parts, signed):
        readings = [parts, walk.apart(weight), *_both_operations(parts, walk.lines)]
        other = tuple((n, -w if _may_turn(walk.lines[n]) else w) for n, w in parts)
        readings.append(other)
        firm = (line.concept in _RESULTS or _is_rest(parts, walk.lines)) and other == parts
        if walk.printed.first(number, readings) < 0:
            found: Parts | None = subtotal(walk.printed, number, parts)
            found = found or turned(walk.printed, number, parts) or walk.nests(number, parts)
            readings = [found, *readings] if found else readings
            firm = firm and not found
        walk.add(number, readings, firm=firm, is_result=True)
        if line.concept not in _RESULTS and walk.printed.foots_nowhere(number, readings):
            walk.enter(number, weight)
            return
    walk.close(0, number, weight)


def _says_sign(line: Line) -> bool:
    """True for a result, or taxes, whose caption has two sides, one of them in brackets."""
    if line.concept != _TAX and not _is_result(line):
        return False
    bracketed, outside = _TWO_SIDED.search(line.caption), _outside(line)
    return bracketed is not None and bool(
        _INCOMES.search(outside) if bracketed["cost"] else _COSTS.search(outside)
    )


def _both_operations(parts: Parts, lines: Sequence[Line]) -> list[Parts]:
    """The results of continuing and of discontinued operations, where lines led to the latter."""
    sold = [number for number, _ in parts if lines[number].concept.startswith(_SOLD)]
    kept = [n for n, _ in parts if lines[n].concept in _RESULTS and sold and n < sold[-1]]
    return [((kept[-1], 1), (sold[-1], 1))] if kept and sold[-1] - kept[-1] > 1 else []


def _is_rest(parts: Parts, lines: Sequence[Line]) -> bool:
    """True for a result and what captions say is taken off it: nothing else is open."""
    (first, _), *rest = parts
    return lines[first].concept in _RESULTS and all(is_taken_off(lines[n]) for n, _ in rest)


def _may_turn(line: Line) -> bool:
    """True for a minority's share whose caption does not say that it is taken off."""
    return line.concept == OTHERS_SHARE and not is_taken_off(line)


def _is_result(line: Line) -> bool:
    """True where the line nets what stands above it."""
    if line.concept in _RESULTS:
        return True
    is_named = not is_taken_off(line) and _RESULT_WORDS.search(line.caption) is not None
    return line.concept.startswith("ext:") and is_named


def _weight(line: Line) -> int:
    """The sign with which the line's printed figures enter the result.

    A cost printed with brackets already has its sign; a caption of two sides ("income (expense)")
    says what a figure in brackets is; "Net loss" printed without brackets is negative.
    """
    if _is_result(line):
        return -1 if names_only_loss(line.caption) and line.signs == {1} else 1
    if line.concept in OTHERS_SHARES:
        return weight_of_others(line)
    bracketed = _TWO_SIDED.search(line.caption)
    if bracketed is not None and not bracketed["cost"]:
        return -1
    if bracketed is not None and not _INCOMES.search(_outside(line)):
        return 1 if -1 in line.signs else -1
    return 1 if bracketed is not None or not _is_cost(line) or line.signs == {-1} else -1


def _outside(line: Line) -> str:
    """The caption without what it says in brackets, and without income taxes."""
    return _TAXES.sub(" ", _TWO_SIDED.sub(" ", line.caption))


def _is_cost(line: Line) -> bool:
    """True where a figure without brackets lowers the result."""
    said = _NET_OF_TAXES.sub(" ", line.caption.lower())
    if line.concept.startswith("us-gaap:"):
        if known(line.concept).side == "credit":
            return bool(_LOSSES.search(said)) and not _INCOMES.search(said)
        return not ("benefit" in said and "tax" in said and "expense" not in said)
    if _COSTS.search(said) or _INCOMES.search(said):
        return bool(_COSTS.search(said))
    section = _TWO_SIDED.sub(" ", line.section)
    return bool(_COSTS.search(section)) and not _INCOMES.search(section)


KIND = Kind(
    name="income_statement",
    titles=pattern(
        r"statements?\s+of\s+(?:consolidated\s+)?(?:operations|income|earnings|net\s+income"
        r"|profit\s+and\s+loss|results)|income\s+statements?|results\s+of\s+operations",
        re.IGNORECASE,
    ),
    on="income",
    is_instant=False,
    signature=frozenset(
        _RESULTS
        | {
            "us-gaap:Revenues",
            "us-gaap:CostOfRevenue",
            "us-gaap:EarningsPerShareBasic",
            "us-gaap:EarningsPerShareDiluted",
            "us-gaap:IncomeTaxExpenseBenefit",
            "us-gaap:EarningsPerShareBasicAndDiluted",
        }
    ),
    enough=3,
    adds=added,
    places=(partial(placed, on="income"), headed),
    settles=(partial(named_by_heading, on="income"), told, shared),
    needs=frozenset({"us-gaap:IncomeTaxExpenseBenefit", "us-gaap:CostOfRevenue"}),
)
