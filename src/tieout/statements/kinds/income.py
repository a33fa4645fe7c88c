"""The income statement: revenue less costs, netted step by step down to the result per share."""

import re
from collections.abc import Sequence

from tieout.lexicon.labels import known
from tieout.model.statement import Line, Parts, Sum
from tieout.statements.concepts.income import told, with_others_summed
from tieout.statements.concepts.places import placed
from tieout.statements.concepts.unlabelled import named_by_heading
from tieout.statements.kinds import Anatomy, Kind
from tieout.statements.lines import is_money, is_total, names_only_loss, signs
from tieout.statements.sums.groups import OpenLines, distinct, grouped, inner, total_of
from tieout.statements.sums.nested import counted, nested, subtotal, turned
from tieout.statements.sums.printed import Printed

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
    )
)
_RESULT_WORDS = re.compile(
    r"\b(?:income|loss|earnings|profit)\b.*\b(?:before|from (?:continuing )?operations|attributable"
    r"|available|applicable)\b|\bnet (?:income|loss|earnings)\b"
    r"|\b(?:income|profit|earnings) of consolidated\b",
    re.IGNORECASE,
)
_COMPREHENSIVE = frozenset(
    {
        "us-gaap:ComprehensiveIncomeNetOfTax",
        "us-gaap:ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest",
    }
)
_OPERATING = "us-gaap:OperatingIncomeLoss"
_MINORITY = "us-gaap:NetIncomeLossAttributableToNoncontrollingInterest"
_SOLD = "us-gaap:IncomeLossFromDiscontinuedOperationsNetOfTax"
_TWO_SIDED = re.compile(
    r"\((?:losses|loss|expenses?|income|benefit|provision|gains?|credit|charges?)[^()]*\)",
    re.IGNORECASE,
)
_COSTS = re.compile(
    r"\b(?:expenses?|costs?|loss(?:es)?|charges?|provision|tax(?:es)?|amortization|depreciation"
    r"|impairment|research and development|interest expense|write-?(?:off|down)s?|less)\b",
    re.IGNORECASE,
)
_LOSSES = re.compile(r"\b(?:expenses?|loss(?:es)?)\b", re.IGNORECASE)
_INCOMES = re.compile(r"\b(?:income|gains?|benefit|revenues?|sales|earnings|equity in)\b", re.I)


def dissect(lines: Sequence[Line]) -> Anatomy:
    """An income statement's lines, their weights in the result, and its sums.

    A result nets everything still open above it; a total sums its group.
    """
    fixed, others = with_others_summed(placed(lines, "income"))
    weights: list[int] = []
    sums: list[Sum] = []
    still_open = OpenLines()
    printed = Printed(fixed)
    for number, line in enumerate(fixed):
        weights.append(0 if line.is_heading else _weight(line))
        if line.is_heading:
            still_open.heading(line.caption)
        elif is_money(line):
            weight = weights[number]
            if is_total(line) or number == others:
                starts = still_open.stretches(line.caption, fixed) or [0]
                starts = [still_open.behind(_OPERATING, fixed)] if number == others else starts
                firm = still_open.names_heading(line.caption)
                sums.extend(grouped(number, starts, still_open, printed, weight, firm=firm))
            elif line.concept in _COMPREHENSIVE and still_open.parts:
                parts = still_open.since(0, weight)
                firm = printed.first(number, [parts]) >= 0
                sums.extend(grouped(number, [0], still_open, printed, weight, firm=firm))
            elif _is_result(line):
                made = _result(number, line, fixed, still_open, printed, weight)
                sums.extend(made)
                if made and _only_sounds(line, made[-1], printed):
                    still_open.enter(number, weight)
                else:
                    still_open.close(0, number, weight)
            else:
                sums.extend(grouped(number, [], still_open, printed, weight))
    found = distinct(sums)
    per = [line.unit for line in fixed if line.unit.endswith("/shares")][:1]
    apart = [one for unit in ("shares", *per) for one in counted(fixed, unit)]
    named = told(named_by_heading(fixed, found, "income"), found)
    return Anatomy(named, tuple(weights), (*found, *apart))


def _result(
    number: int,
    line: Line,
    lines: tuple[Line, ...],
    still_open: OpenLines,
    printed: Printed,
    weight: int,
) -> list[Sum]:
    """What a result nets: all that is open; a minority's share may enter with either sign.

    Where none of that foots, the last of what is open, or with other signs than captions tell.
    """
    parts = still_open.since(0, weight)
    if len(parts) < 2:
        return []
    readings = [parts, still_open.apart(weight)]
    if (kept_and_sold := _both_operations(parts, lines)) is not None:
        readings.append(kept_and_sold)
    other = tuple((n, -w if _may_turn(lines[n]) else w) for n, w in parts)
    if other != parts:
        readings.append(other)
    firm = line.concept in _RESULTS and other == parts
    nests: list[tuple[int, Parts]] = []
    if printed.first(number, readings) < 0:
        found = subtotal(printed, number, parts) or turned(printed, number, parts)
        if not found:
            found, nests = nested(printed, number, parts)
        readings = [found, *readings] if found else readings
        firm = firm and not found
    one = total_of(number, readings, firm=firm, kind="result")
    return inner(nests) if one is None else [*inner(nests), one]


def _both_operations(parts: Parts, lines: tuple[Line, ...]) -> Parts | None:
    """The results of continuing and of discontinued operations, where lines led to the latter."""
    sold = [number for number, _ in parts if lines[number].concept.startswith(_SOLD)]
    kept = [n for n, _ in parts if lines[n].concept in _RESULTS and sold and n < sold[-1]]
    if not kept or sold[-1] - kept[-1] < 2:
        return None
    return ((kept[-1], 1), (sold[-1], 1))


def _only_sounds(line: Line, result: Sum, printed: Printed) -> bool:
    """True where words alone make a line a result, and nothing above it leads there."""
    return line.concept not in _RESULTS and printed.foots_nowhere(result.total, result.readings)


def _may_turn(line: Line) -> bool:
    """True for a minority's share whose caption does not say that it is taken off."""
    return line.concept == _MINORITY and not line.caption.lower().lstrip().startswith("less")


def _is_result(line: Line) -> bool:
    """True where the line nets what stands above it."""
    if line.concept in _RESULTS:
        return True
    return line.concept.startswith("ext:") and bool(_RESULT_WORDS.search(line.caption))


def _weight(line: Line) -> int:
    """The sign with which the line's printed figures enter the result.

    A cost printed with brackets already has its sign; a caption of two sides ("income (expense)")
    says what a figure without brackets is; "Net loss" printed without brackets is negative.
    """
    if _is_result(line):
        return -1 if names_only_loss(line.caption) and signs(line) == {1} else 1
    if line.concept == _MINORITY:
        return -1
    if not _is_cost(line):
        return 1
    if _TWO_SIDED.search(line.caption):
        return -1
    return 1 if signs(line) == {-1} else -1


def _is_cost(line: Line) -> bool:
    """True where a figure without brackets lowers the result."""
    words = _TWO_SIDED.sub(" ", line.caption)
    if line.concept.startswith("us-gaap:") and not _TWO_SIDED.search(line.caption):
        said = words.lower()
        tax_benefit = "benefit" in said and "tax" in said and "expense" not in said
        if known(line.concept).side == "credit":
            return bool(_LOSSES.search(words)) and not _INCOMES.search(words)
        return not tax_benefit
    if _COSTS.search(words):
        return True
    if _INCOMES.search(words):
        return False
    section = _TWO_SIDED.sub(" ", line.section)
    return bool(_COSTS.search(section)) and not _INCOMES.search(section)


KIND = Kind(
    name="income_statement",
    titles=re.compile(
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
    dissect=dissect,
    needs=frozenset({"us-gaap:IncomeTaxExpenseBenefit", "us-gaap:CostOfRevenue"}),
)
