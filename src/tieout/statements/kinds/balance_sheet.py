"""The balance sheet: assets on one side, liabilities and equity on the other."""

import re
from collections.abc import Sequence

import msgspec

from tieout.lexicon.labels import known
from tieout.model.statement import Line, Sum
from tieout.statements.concepts.balance import told
from tieout.statements.concepts.places import placed
from tieout.statements.concepts.unlabelled import named_by_heading
from tieout.statements.kinds import Anatomy, Kind
from tieout.statements.lines import is_total, signs
from tieout.statements.sums.groups import OpenLines, distinct, grouped
from tieout.statements.sums.printed import Printed

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
_BARE_TOTAL = re.compile(r"total\s*:?\Z", re.IGNORECASE)
_LESS = re.compile(r"\s*(?:less|deduct)\b", re.IGNORECASE)
_CREDIT_SIDE = re.compile(r"liabilit|equity|deficit", re.IGNORECASE)


def dissect(lines: Sequence[Line]) -> Anatomy:
    """A balance sheet's lines with both grand totals named, their weights, and its sums."""
    named = told(placed(_named(lines), "balance"))
    weights: list[int] = []
    sums: list[Sum] = []
    still_open = OpenLines()
    printed = Printed(named)
    on_assets = True
    for number, line in enumerate(named):
        if line.is_heading:
            on_assets = on_assets and not _CREDIT_SIDE.search(line.caption)
            still_open.heading(line.caption)
            weights.append(0)
            continue
        if line.unit == "shares" or "/" in line.unit:
            weights.append(0)
            continue
        weights.append(_weight(line, on_assets=on_assets))
        if line.concept in (ASSETS, BOTH):
            sums.extend(grouped(number, [0], still_open, printed, firm=True))
            still_open = OpenLines()
            on_assets = False
        elif is_total(line) or _sums_equity(line, named, still_open) or _is_net(named, number):
            starts = _starts(number, line, named, still_open)
            firm = still_open.names_heading(line.caption) or line.concept == _LIABILITIES
            sums.extend(grouped(number, starts, still_open, printed, firm=firm))
        else:
            sums.extend(grouped(number, [], still_open, printed, weights[number]))
    found = distinct(sums)
    return Anatomy(named_by_heading(named, found, "balance"), tuple(weights), found)


def _starts(number: int, line: Line, lines: tuple[Line, ...], still_open: OpenLines) -> list[int]:
    """Where the lines of a group's total may begin, the likeliest first."""
    starts = still_open.stretches(line.caption, lines)
    if line.concept == _LIABILITIES and 0 not in starts[:1]:
        starts = [0, *starts]
    if _is_net(lines, number):
        starts = [max(0, len(still_open.parts) - 2), *starts]
    if line.concept == _ALL_EQUITY:
        held = [
            at for at, (part, _) in enumerate(still_open.parts) if lines[part].concept == _EQUITY
        ]
        starts = [*held, *starts]
    return list(dict.fromkeys(starts))


def _sums_equity(line: Line, lines: Sequence[Line], still_open: OpenLines) -> bool:
    """True for equity whose lines stand above; a condensed sheet has it in one line."""
    return line.concept in _TOTALS and any(
        lines[part].concept in _OF_EQUITY for part, _ in still_open.parts
    )


def _is_net(lines: Sequence[Line], number: int) -> bool:
    """True for property at cost less the depreciation that stands right above the line."""
    above = lines[number - 1].concept if number else ""
    return above == _DEPRECIATION and lines[number].concept == _PROPERTY


def _named(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with a bare "Total" named for its side: assets first, then the other side."""
    totals = [n for n, line in enumerate(lines) if _BARE_TOTAL.match(line.caption.strip())]
    has_assets = any(line.concept == ASSETS for line in lines)
    named = list(lines)
    for order, number in enumerate(totals):
        concept = ASSETS if order == 0 and not has_assets else BOTH
        named[number] = msgspec.structs.replace(lines[number], concept=concept, feeds=(concept,))
    return tuple(named)


def _weight(line: Line, *, on_assets: bool) -> int:
    """+1, or −1 for a contra line that prints without brackets or a minus."""
    side = known(line.concept).side
    contra = side == ("credit" if on_assets else "debit") or bool(_LESS.match(line.caption))
    return -1 if contra and signs(line) == {1} else 1


KIND = Kind(
    name="balance_sheet",
    titles=re.compile(
        r"balance\s+sheets?|statements?\s+of\s+(?:consolidated\s+)?(?:financial\s+(?:condition|position)"
        r"|condition)",
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
    dissect=dissect,
)
