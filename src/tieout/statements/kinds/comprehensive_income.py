"""The statement of comprehensive income: the result, and what goes past it to equity."""

import re
from collections.abc import Sequence

from msgspec import structs

from tieout.model.statement import Line, Sum
from tieout.statements.concepts.income import shared
from tieout.statements.kinds import Anatomy, Kind
from tieout.statements.lines import is_total
from tieout.statements.sums.groups import OpenLines, total_of

_COMPREHENSIVE = "us-gaap:ComprehensiveIncomeNetOfTax"
_OTHER = "us-gaap:OtherComprehensiveIncomeLossNetOfTax"
_TAX = "us-gaap:IncomeTaxExpenseBenefit"
_OTHER_TAX = "us-gaap:OtherComprehensiveIncomeLossTax"
_RESULTS = frozenset({"us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss"})
_MINORITY = re.compile(r"non-?controlling|minority", re.IGNORECASE)


def dissect(lines: Sequence[Line]) -> Anatomy:
    """The result and the other income add up to comprehensive income, as printed.

    What is attributed to others behind the grand total enters no sum.
    """
    weights: list[int] = []
    sums: list[Sum | None] = []
    still_open = OpenLines()
    is_done = False
    for number, line in enumerate(lines):
        if line.is_heading:
            still_open.heading(line.caption)
            weights.append(0)
            continue
        weights.append(0 if "/" in line.unit or line.unit in ("shares", "pure") else 1)
        if is_done or not weights[number]:
            continue
        if line.concept == _COMPREHENSIVE and not _MINORITY.search(line.caption):
            parts = still_open.since(0)
            if len(parts) > 1:
                sums.append(total_of(number, [parts], firm=False, kind="result"))
            is_done = True
        elif line.concept == _OTHER or is_total(line):
            behind = [
                at + 1
                for at, (part, _) in enumerate(still_open.parts)
                if lines[part].concept in _RESULTS
            ]
            starts = [*still_open.stretches(line.caption, tuple(lines)), *behind] or [0]
            sums.append(total_of(number, [still_open.since(s) for s in starts], firm=False))
            still_open.close(behind[-1] if behind else starts[0], number, 1)
        else:
            still_open.enter(number, 1)
    return Anatomy(_taxed(shared(lines)), tuple(weights), tuple(one for one in sums if one))


def _taxed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, a tax below the result as that of what goes past it."""
    result = next((n for n, line in enumerate(lines) if line.concept in _RESULTS), len(lines))
    return tuple(
        structs.replace(line, concept=_OTHER_TAX) if n > result and line.concept == _TAX else line
        for n, line in enumerate(lines)
    )


KIND = Kind(
    name="comprehensive_income",
    titles=re.compile(r"comprehensive\s+(?:net\s+)?(?:income|loss|earnings)", re.IGNORECASE),
    on="income",
    is_instant=False,
    signature=frozenset({_COMPREHENSIVE, _OTHER, *_RESULTS}),
    enough=3,
    dissect=dissect,
    foreign=frozenset(
        {
            "us-gaap:Revenues",
            "us-gaap:CostOfRevenue",
            "us-gaap:IncomeTaxExpenseBenefit",
            "us-gaap:EarningsPerShareBasic",
            "us-gaap:EarningsPerShareDiluted",
            "us-gaap:EarningsPerShareBasicAndDiluted",
        }
    ),
)
