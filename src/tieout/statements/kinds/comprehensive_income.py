"""The statement of comprehensive income: the result, and what goes past it to equity."""

import re

from tieout.lexicon.labels import is_bare_split
from tieout.model.statement import Line
from tieout.patterns import pattern
from tieout.statements.concepts import Lines, renamed
from tieout.statements.concepts.income import OTHERS_SHARES, shared, weight_of_others
from tieout.statements.kinds import Kind
from tieout.statements.sums import Added, Sums
from tieout.statements.sums.walk import Walk

_COMPREHENSIVE = "us-gaap:ComprehensiveIncomeNetOfTax"
_OTHER = "us-gaap:OtherComprehensiveIncomeLossNetOfTax"
_TAX = "us-gaap:IncomeTaxExpenseBenefit"
_OTHER_TAX = "us-gaap:OtherComprehensiveIncomeLossTax"
_RESULTS = frozenset({"us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss"})
_SPLIT = {
    "us-gaap:NetIncomeLoss": _COMPREHENSIVE,
    "us-gaap:NetIncomeLossAttributableToNoncontrollingInterest": "us-gaap:"
    "ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest",
}
_MINORITY = pattern(r"non-?controlling|minority", re.IGNORECASE)


def added(lines: Lines) -> Added:
    """The result and the other income add up to comprehensive income, as printed.

    What is attributed to others behind the grand total enters no sum.
    """
    weights = tuple(map(_weight, lines))
    walk = Walk(lines)
    for number, line in enumerate(lines):
        if line.is_heading:
            walk.heading(line.caption)
        elif not weights[number]:
            continue
        elif line.concept == _COMPREHENSIVE and not _MINORITY.search(line.caption):
            if len(walk.parts) > 1:
                walk.add(number, [walk.since(0)], is_result=True)
            break
        elif line.concept == _OTHER or line.is_called_total:
            behind = walk.behind(_RESULTS)
            starts = [*walk.stretches(line.caption), *behind] or [0]
            walk.add(number, [walk.since(start) for start in starts])
            walk.close(behind[-1] if behind else starts[0], number)
        else:
            walk.enter(number)
    return Added(weights, walk.borne_out())


def _weight(line: Line) -> int:
    """+1 for amounts as printed, 0 for what is no money, −1 for what others share in."""
    if line.is_heading or not line.is_money:
        return 0
    return weight_of_others(line) if line.concept in OTHERS_SHARES else 1


def taxed(lines: Lines, _: Sums = ()) -> Lines:
    """The lines, a tax below the result as that of what goes past it."""
    result = next((n for n, line in enumerate(lines) if line.concept in _RESULTS), len(lines))
    taxes = (n for n, line in enumerate(lines) if n > result and line.concept == _TAX)
    return renamed(lines, dict.fromkeys(taxes, _OTHER_TAX))


def split(lines: Lines, _: Sums = ()) -> Lines:
    """The lines, what "attributable to" alone splits below comprehensive income as that."""
    first = next((n for n, line in enumerate(lines) if line.concept in _SPLIT.values()), len(lines))
    return renamed(
        lines,
        {
            n: _SPLIT[line.concept]
            for n, line in enumerate(lines)
            if n > first and line.concept in _SPLIT and _is_share(line)
        },
    )


def _is_share(line: Line) -> bool:
    """True for an owner's share of the result above, which neither caption nor heading names."""
    words = line.caption.lower().lstrip()
    is_bare = bool(_MINORITY.match(words)) or words.startswith("attributable to")
    return is_bare or is_bare_split(line.section)


KIND = Kind(
    name="comprehensive_income",
    titles=pattern(r"comprehensive\s+(?:net\s+)?(?:income|loss|earnings)", re.IGNORECASE),
    on="income",
    is_instant=False,
    signature=frozenset({_COMPREHENSIVE, _OTHER, *_RESULTS}),
    enough=3,
    adds=added,
    settles=(split, shared, taxed),
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
