"""Concepts of a balance sheet told by its structure, whatever the captions."""

import re

from tieout.lexicon.labels import UNNAMED
from tieout.model.statement import Line
from tieout.patterns import pattern
from tieout.statements.concepts import Lines, renamed

_ASSETS = "us-gaap:Assets"
_BOTH = "us-gaap:LiabilitiesAndStockholdersEquity"
_MINORITY = "us-gaap:MinorityInterest"
_EQUITY = "us-gaap:StockholdersEquity"
_ALL_EQUITY = "us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"
_RECEIVABLES = "us-gaap:AccountsReceivableNetCurrent"
_ALLOWANCE = "us-gaap:AllowanceForDoubtfulAccountsReceivableCurrent"
_ALL_RECEIVABLES = "us-gaap:AccountsReceivableGrossCurrent"
_GROSS = "us-gaap:PropertyPlantAndEquipmentGross"
_NET = "us-gaap:PropertyPlantAndEquipmentNet"
_DEPRECIATION = "us-gaap:AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"
_COMMON = "us-gaap:CommonStockValue"
_PAID_IN = "us-gaap:AdditionalPaidInCapital"
_CAPITAL_OF_COMMON = "us-gaap:AdditionalPaidInCapitalCommonStock"
_STOCK_AND_CAPITAL = "us-gaap:CommonStocksIncludingAdditionalPaidInCapital"
_CAPITAL = pattern(r"\s*(?:additional\s+)?paid[\s-]+in\s+capital\b", re.IGNORECASE)
_SAYS_CAPITAL = pattern(r"\bpaid[\s-]+in\b|\bsurplus\b|\bin\s+excess\b", re.IGNORECASE).search
_BARE_TOTAL = pattern(r"total\s*:?\Z", re.IGNORECASE)


def totals(lines: Lines) -> Lines:
    """The lines with a bare "Total" named for its side: assets first, then the other side."""
    bare = [n for n, line in enumerate(lines) if _BARE_TOTAL.match(line.caption.strip())]
    first = _BOTH if any(line.concept == _ASSETS for line in lines) else _ASSETS
    return renamed(lines, {n: _BOTH if order else first for order, n in enumerate(bare)})


def told(lines: Lines) -> Lines:
    """The lines under the concepts that their places prove."""
    names = {**_receivables(lines), **_property(lines), **_stock(lines), **_equity(lines)}
    return renamed(lines, names)


def _receivables(lines: Lines) -> dict[int, str]:
    """Receivables are gross where the allowance is taken off them on a line of its own."""
    around = zip(lines, lines[1:], lines[2:], strict=False)
    return {
        n: _ALL_RECEIVABLES
        for n, three in enumerate(around)
        if [line.concept for line in three] == [_RECEIVABLES, _ALLOWANCE, _RECEIVABLES]
    }


def _stock(lines: Lines) -> dict[int, str]:
    """Common stock has what was paid in over par only where no other line of the sheet has it."""
    joint = [n for n, line in enumerate(lines) if line.concept == _STOCK_AND_CAPITAL]
    capital = {n: _CAPITAL_OF_COMMON for n in joint if _CAPITAL.match(lines[n].caption)}
    is_apart = bool(capital) or any(line.concept == _PAID_IN for line in lines)
    return capital | {n: _COMMON for n in joint if is_apart and not _SAYS_CAPITAL(lines[n].caption)}


def _property(lines: Lines) -> dict[int, str]:
    """Property is at cost above the depreciation taken off it, and net below."""
    less = next((n for n, line in enumerate(lines) if line.concept == _DEPRECIATION), -1)
    if less < 1:
        return {}
    renamed = {less - 1: _GROSS} if lines[less - 1].concept == _NET else {}
    if less + 1 < len(lines) and lines[less + 1].concept in (_GROSS, UNNAMED):
        renamed[less + 1] = _NET
    return renamed


def _equity(lines: Lines) -> dict[int, str]:
    """Equity is the registrant's above the noncontrolling interest, and everybody's below."""
    assets = next((n for n, line in enumerate(lines) if line.concept == _ASSETS), -1)
    end = next((n for n, line in enumerate(lines) if line.concept == _BOTH), len(lines))
    minority = next(
        (n for n in range(assets + 1, end) if lines[n].concept == _MINORITY and lines[n].cells), -1
    )
    totals = [n for n in range(assets + 1, end) if lines[n].concept in (_EQUITY, _ALL_EQUITY)]
    if minority < 0:
        return {totals[0]: _EQUITY} if len(totals) == 1 else {}
    if not totals or totals[-1] < minority:
        return {}
    renamed = {n: _ALL_EQUITY for n in totals if n > minority or _is_net_assets(lines[n])}
    above = minority - 1
    if "equity" in lines[above].caption.lower() and not lines[above].is_heading:
        renamed[above] = _EQUITY
    return renamed


def _is_net_assets(line: Line) -> bool:
    """True for what is left of assets when all that is owed is taken off."""
    return line.caption.lower().lstrip().startswith(("net assets", "total net assets"))
