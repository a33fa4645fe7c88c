"""The balance sheet: assets on one side, liabilities and equity on the other."""

import re
from collections.abc import Sequence
from functools import partial

from tieout.lexicon.labels import known
from tieout.model.statement import Line
from tieout.patterns import pattern
from tieout.statements.concepts import Lines
from tieout.statements.concepts.balance import told, totals
from tieout.statements.concepts.places import named_by_heading, placed
from tieout.statements.kinds import Kind
from tieout.statements.sums import Added
from tieout.statements.sums.walk import Walk

ASSETS = "us-gaap:Assets"
BOTH = "us-gaap:LiabilitiesAndStockholdersEquity"
_EQUITY = "us-gaap:StockholdersEquity"
_ALL_EQUITY = "us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"
_LIABILITIES = "us-gaap:Liabilities"
_PROPERTY = "us-gaap:PropertyPlantAndEquipmentNet"
_DEPRECIATION = "us-gaap:AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"
_TOTALS = frozenset({_EQUITY, _ALL_EQUITY})
_OF_EQUITY = _TOTALS | frozenset(
    f"us-gaap:{name}"
    for name in (
        "CommonStockValue",
        "CommonStocksIncludingAdditionalPaidInCapital",
        "AdditionalPaidInCapital",
        "RetainedEarningsAccumulatedDeficit",
        "MinorityInterest",
    )
)
_LESS = pattern(r"\s*(?:less|deduct)\b", re.IGNORECASE)
_CREDIT_SIDE = pattern(r"liabilit|equity|deficit", re.IGNORECASE)


def added(lines: Lines) -> Added:
    """How a balance sheet adds up: groups to their totals, and each side to its grand total."""
    weights: list[int] = []
    walk = Walk(lines)
    on_assets = True
    for number, line in enumerate(lines):
        if line.is_heading:
            on_assets = on_assets and not _CREDIT_SIDE.search(line.caption)
            walk.heading(line.caption)
        adds = line.is_money and not line.is_heading
        weights.append(_weight(line, on_assets=on_assets) if adds else 0)
        if not adds:
            continue
        if line.concept in (ASSETS, BOTH):
            walk.total(number, [0], firm=True)
            walk.reset()
            on_assets = False
        elif line.is_called_total or _sums_equity(line, walk) or _is_net(lines, number):
            firm = walk.names_heading(line.caption) or line.concept == _LIABILITIES
            walk.total(number, _starts(number, line, walk), firm=firm)
        else:
            walk.take(number, weights[number])
    return Added(tuple(weights), walk.distinct())


def _starts(number: int, line: Line, walk: Walk) -> list[int]:
    """Where the lines of a group's total may begin, the likeliest first."""
    starts = walk.stretches(line.caption)
    if line.concept == _LIABILITIES and 0 not in starts[:1]:
        starts = [0, *starts]
    if _is_net(walk.lines, number):
        starts = [max(0, len(walk.parts) - 2), *starts]
    if line.concept == _ALL_EQUITY:
        starts = [*(at - 1 for at in walk.behind([_EQUITY])), *starts]
    return list(dict.fromkeys(starts))


def _sums_equity(line: Line, walk: Walk) -> bool:
    """True for equity whose lines stand above; a condensed sheet has it in one line."""
    return line.concept in _TOTALS and bool(walk.behind(_OF_EQUITY))


def _is_net(lines: Sequence[Line], number: int) -> bool:
    """True for property at cost less the depreciation that stands right above the line."""
    above = lines[number - 1].concept if number else ""
    return above == _DEPRECIATION and lines[number].concept == _PROPERTY


def _weight(line: Line, *, on_assets: bool) -> int:
    """+1, or −1 for a contra line that prints without brackets or a minus."""
    side = known(line.concept).side
    contra = side == ("credit" if on_assets else "debit") or bool(_LESS.match(line.caption))
    return -1 if contra and line.signs == {1} else 1


KIND = Kind(
    name="balance_sheet",
    titles=pattern(
        r"balance\s+sheets?|statements?\s+of\s+(?:consolidated\s+)?(?:financial\s+(?:condition|position)"
        r"|condition|assets(?:,|\s+and)\s+liabilities)",
        re.IGNORECASE,
    ),
    on="balance",
    is_instant=True,
    signature=frozenset(
        {
            ASSETS,
            BOTH,
            _EQUITY,
            _ALL_EQUITY,
            _LIABILITIES,
            "us-gaap:AssetsCurrent",
            "us-gaap:LiabilitiesCurrent",
            "us-gaap:RetainedEarningsAccumulatedDeficit",
        }
    ),
    enough=3,
    adds=added,
    places=(totals, partial(placed, on="balance"), told),
    settles=(partial(named_by_heading, on="balance"),),
)
