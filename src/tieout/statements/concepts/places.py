"""Where on its statement a line stands, told by the totals around it; what its caption means there.

Headings are left out as often as not, and stay open over what follows. Totals stand on almost
every statement, and what stands above "total current assets" is a current asset.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from tieout.lexicon.entries import On
from tieout.lexicon.labels import concept_of, extension
from tieout.model.concept import Concept, feeds
from tieout.model.statement import Line

_OF_BALANCE = re.compile(
    r"\s*(?:(?:total|current|non-?\s?current|long-?\s?term)\s+)*(?:assets|liabilities)\b"
    r"|.*\b(?:equity|deficit|capital)\b",
    re.IGNORECASE,
)
_OTHER_ACTIVITIES = re.compile(r"investing|financing", re.IGNORECASE)
_EQUITY = re.compile(r"equity|deficit|capital\b|shareholders.? investment", re.IGNORECASE)
_OWNED = frozenset(
    f"us-gaap:{name}"
    for name in (
        "PreferredStockValue",
        "CommonStockValue",
        "CommonStocksIncludingAdditionalPaidInCapital",
        "AdditionalPaidInCapital",
        "RetainedEarningsAccumulatedDeficit",
    )
)
_NETS = {
    f"us-gaap:NetCashProvidedByUsedIn{name}Activities": name.lower()
    for name in ("Operating", "Investing", "Financing")
}
_CHANGES = "us-gaap:IncreaseDecreaseIn"
_ALL_CHANGES = "us-gaap:IncreaseDecreaseInOperatingCapital"
_CONTRA = re.compile(r"Accumulated|Allowance|Discount")
_REVENUES = re.compile(
    r"\s*(?:total\s+)?(?:net\s+)?(?:operating\s+)?(?:revenues?|sales)(?:\s+and\s+other(?:\s+income)?)?\W*\Z",
    re.IGNORECASE,
)


def placed(lines: Sequence[Line], on: On) -> tuple[Line, ...]:
    """The lines with what their captions mean where they stand."""
    return tuple(
        _meant(line, on, place) if place else line
        for line, place in zip(lines, _PLACES[on](lines), strict=True)
    )


def _meant(line: Line, on: On, place: str) -> Line:
    """A line of money under the concept of its caption in a place; its nearest heading counts."""
    if line.is_heading or not line.caption or len(line.unit) != 3:
        return line
    heading = line.section.rpartition(" / ")[2]
    if _is_said_by(place, heading, on):
        heading = ""
    concept = concept_of(line.caption, on, f"{place} / {heading}")
    if _is_astray(concept, on, place, heading):
        concept = extension(line.caption, instant=on == "balance")
        return msgspec.structs.replace(line, concept=concept.name, feeds=feeds(concept.name))
    if not concept.is_known or concept.name == line.concept or concept.unit != "USD":
        return line
    return msgspec.structs.replace(line, concept=concept.name, feeds=feeds(concept.name))


def _is_said_by(place: str, heading: str, on: On) -> bool:
    """True where the place says what the heading would, and says it better."""
    if on == "balance":
        return bool(_OF_BALANCE.match(heading))
    if on == "cash":
        return place in ("investing", "financing") or bool(_OTHER_ACTIVITIES.search(heading))
    return False


def _is_astray(concept: Concept, on: On, place: str, heading: str) -> bool:
    """True for a liability among assets, an asset among liabilities, a cost among revenues."""
    if on == "balance" and not _CONTRA.search(concept.name):
        other = "credit" if place.endswith("assets") else "debit"
        return concept.side == other and not place.endswith("equity")
    return on == "income" and concept.side == "debit" and bool(_REVENUES.match(heading))


def _on_balance_sheet(lines: Sequence[Line]) -> Iterator[str]:
    """The sides of a balance sheet, and of each what is current and what is not."""
    at = {line.concept: number for number, line in reversed(tuple(enumerate(lines)))}
    assets = at.get("us-gaap:Assets", -1)
    current = at.get("us-gaap:AssetsCurrent", -1)
    owed = at.get("us-gaap:LiabilitiesCurrent", -1)
    owned = next(
        (n for n, line in enumerate(lines) if n > assets and _opens_equity(line)), len(lines)
    )
    for number in range(len(lines)):
        if number <= assets:
            side, first = "assets", current
        elif number < owned:
            side, first = "liabilities", owed
        else:
            yield "equity"
            continue
        term = "unclassified" if first < 0 else "current" if number <= first else "long term"
        yield f"{term} {side}"


def _opens_equity(line: Line) -> bool:
    """True for the heading or the first line of equity."""
    if line.is_heading:
        return bool(_EQUITY.search(line.caption)) and "liabilit" not in line.caption.lower()
    return line.concept in _OWNED


def _on_income_statement(lines: Sequence[Line]) -> Iterator[str]:
    """Above and below the operating income, where the statement has it."""
    income = next(
        (n for n, line in enumerate(lines) if line.concept == "us-gaap:OperatingIncomeLoss"), -1
    )
    for number in range(len(lines)):
        yield "" if income < 0 else f"{'above' if number <= income else 'below'} operating income"


def _on_cash_flow_statement(lines: Sequence[Line]) -> Iterator[str]:
    """The activities that the next net cash flow sums; below the last, the supplement.

    Of operating activities, what stands below the first change in what is owed and owned, and
    behind their total.
    """
    places: list[str] = []
    place = "supplement" if any(line.concept in _NETS for line in lines) else ""
    for line in reversed(lines):
        place = _NETS.get(line.concept, place)
        places.append(place)
    side = ""
    for line, activities in zip(lines, reversed(places), strict=True):
        yield f"{activities} {side}" if side and activities == "operating" else activities
        if line.concept == _ALL_CHANGES:
            side = "after all"
        elif line.concept.startswith(_CHANGES):
            side = side or "below"


_PLACES = {
    "balance": _on_balance_sheet,
    "income": _on_income_statement,
    "cash": _on_cash_flow_statement,
}
