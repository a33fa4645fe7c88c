"""Concepts that a statement's lines take from its date, or from the other statements."""

from collections.abc import Sequence
from datetime import date

from tieout.lexicon.labels import in_force
from tieout.model.statement import Column, Line
from tieout.patterns import pattern
from tieout.statements.concepts import Lines, renamed

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
_STOCK = pattern(r"us-gaap:(?:Preferred|Common)Stock(?=ParOrStated|Shares)")
_TEMPORARY = "us-gaap:TemporaryEquity"
_PREFERENCES = {"ext:LiquidationPreference": "us-gaap:TemporaryEquityLiquidationPreference"}


def latest(columns: Sequence[Column]) -> date | None:
    """The last day that a column names; None where none names any."""
    return max((one.period.end for one in columns if one.period is not None), default=None)


def dated(lines: Lines, columns: Sequence[Column]) -> tuple[Line, ...]:
    """The lines under the elements that filings used at the statement's latest date."""
    day = latest(columns)
    names = {n: in_force(line.concept, day) for n, line in enumerate(lines)} if day else {}
    return renamed(lines, names)


def opening_with_all(lines: Lines) -> tuple[Line, ...]:
    """A statement's lines that open with the result, where others share in that result.

    Cash flows and comprehensive income start from the result of all owners; a first line that
    names whose it is stays.
    """
    first = [n for n, line in enumerate(lines) if line.concept == NET][:1]
    unnamed = (n for n in first if "attributable" not in lines[n].caption.lower())
    return renamed(lines, dict.fromkeys(unnamed, ALL_NET))


def told_of(concept: str, line: Line, day: date | None) -> str:
    """The element of what a line's caption tells: for the line's own concept, and of the day."""
    if concept == _ALLOWANCE:
        concept = _ALLOWANCES.get(line.concept, concept)
    if line.concept.startswith(_TEMPORARY):
        concept = _STOCK.sub(_TEMPORARY, concept)
        concept = _PREFERENCES.get(concept, concept)
    return concept if day is None else in_force(concept, day)
