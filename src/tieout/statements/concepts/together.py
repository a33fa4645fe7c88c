"""Concepts that a statement's lines take from its date, or from the other statements."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from tieout.lexicon.labels import in_force
from tieout.model.statement import Column, Fact, Line

NET = "us-gaap:NetIncomeLoss"
ALL_NET = "us-gaap:ProfitLoss"
_ALLOWANCE = "us-gaap:AllowanceForDoubtfulAccountsReceivableCurrent"
_ALLOWANCES = {
    f"us-gaap:{asset}": f"us-gaap:{allowance}"
    for asset, allowance in (
        ("NotesAndLoansReceivableNetCurrent", "AllowanceForNotesAndLoansReceivableCurrent"),
        ("NotesAndLoansReceivableNetNoncurrent", "AllowanceForNotesAndLoansReceivableNoncurrent"),
        ("OtherReceivablesNetCurrent", "AllowanceForDoubtfulOtherReceivablesCurrent"),
        ("AccountsReceivableNetNoncurrent", "AllowanceForDoubtfulAccountsReceivableNoncurrent"),
    )
}
_STOCK = re.compile(r"us-gaap:(?:Preferred|Common)Stock(?=ParOrStated|Shares)")
_TEMPORARY = "us-gaap:TemporaryEquity"
_PREFERENCES = {"ext:LiquidationPreference": "us-gaap:TemporaryEquityLiquidationPreference"}


def dated(lines: Sequence[Line], columns: Sequence[Column]) -> tuple[Line, ...]:
    """The lines under the elements that filings used at the statement's latest date."""
    days = [column.period.end for column in columns if column.period is not None]
    if not days:
        return tuple(lines)
    return tuple(_as(line, in_force(line.concept, max(days))) for line in lines)


def opening_with_all(lines: Sequence[Line]) -> tuple[Line, ...]:
    """A statement's lines that open with the result, where others share in that result.

    Cash flows and comprehensive income start from the result of all owners; a first line that
    names whose it is stays.
    """
    first = next((n for n, line in enumerate(lines) if line.concept == NET), len(lines))
    if first < len(lines) and "attributable" in lines[first].caption.lower():
        return tuple(lines)
    return tuple(_as(line, ALL_NET) if n == first else line for n, line in enumerate(lines))


def facts_dated(
    facts: Iterable[Fact], lines: Sequence[Line], columns: Sequence[Column]
) -> tuple[Fact, ...]:
    """The facts, those told in captions under the elements of their line and of the date."""
    days = [column.period.end for column in columns if column.period is not None]
    return tuple(
        _told(fact, lines[fact.line].concept, max(days, default=None)) if fact.in_caption else fact
        for fact in facts
    )


def _told(fact: Fact, of: str, day: date | None) -> Fact:
    """A fact of a caption under the element for its line's concept and its day."""
    concept = fact.concept
    if concept == _ALLOWANCE and of in _ALLOWANCES:
        concept = _ALLOWANCES[of]
    if of.startswith(_TEMPORARY):
        concept = _STOCK.sub(_TEMPORARY, concept)
        concept = _PREFERENCES.get(concept, concept)
    if day is not None:
        concept = in_force(concept, day)
    return fact if concept == fact.concept else msgspec.structs.replace(fact, concept=concept)


def _as(line: Line, concept: str) -> Line:
    """The line under another concept."""
    if concept == line.concept:
        return line
    return msgspec.structs.replace(line, concept=concept, feeds=(concept,))
