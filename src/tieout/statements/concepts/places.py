"""Where on its statement a line stands, told by the totals around it; what its caption means there.

Headings are left out as often as not, and stay open over what follows. Totals stand on almost
every statement, and what stands above "total current assets" is a current asset.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tieout.lexicon.canonical import normal
from tieout.lexicon.entries import On, by_name
from tieout.lexicon.headed import heading_of, part_of
from tieout.lexicon.labels import UNNAMED, concept_of, extension, known, variants
from tieout.model.concept import Concept
from tieout.model.statement import Line, Sum
from tieout.patterns import pattern
from tieout.statements.concepts import Lines, renamed

_OF_BALANCE = pattern(
    r"\s*(?:(?:total|current|non-?\s?current|long-?\s?term)\s+)*(?:assets|liabilities)\b"
    r"|.*\b(?:equity|deficit|capital)\b",
    re.IGNORECASE,
)
_TERM = pattern(
    r"\s*(?:total\s+)?(?:(?P<current>current)|non-?\s?current|long-?\s?term)\s+(?:assets|liabilities)\b",
    re.IGNORECASE,
)
_TOTALS = frozenset(
    f"us-gaap:{name}"
    for name in (
        *("Assets", "AssetsCurrent", "AssetsNoncurrent"),
        *("Liabilities", "LiabilitiesCurrent", "LiabilitiesNoncurrent"),
    )
)
_OTHER_ACTIVITIES = pattern(r"investing|financing", re.IGNORECASE)
_EQUITY = pattern(r"equity|deficit|capital\b|shareholders.? investment", re.IGNORECASE)
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
_ALL_OWNED = frozenset(
    {
        "us-gaap:StockholdersEquity",
        "us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest",
    }
)
_LIABILITIES = "us-gaap:Liabilities"
_NETS = {
    f"us-gaap:NetCashProvidedByUsedIn{name}Activities": name.lower()
    for name in ("Operating", "Investing", "Financing")
}
_WHEN = pattern(r"\b(?:period|year|quarter|month|date)s?\b", re.IGNORECASE)
_CHANGES = "us-gaap:IncreaseDecreaseIn"
_ALL_CHANGES = "us-gaap:IncreaseDecreaseInOperatingCapital"
_CONTRA = pattern(r"Accumulated|Allowance|Discount")
_REVENUES = pattern(
    r"\s*(?:total\s+)?(?:net\s+)?(?:operating\s+)?(?:revenues?|sales)(?:\s+and\s+other(?:\s+income)?)?\W*\Z",
    re.IGNORECASE,
)


def placed(lines: Lines, on: On) -> Lines:
    """The lines with what their captions mean where they stand."""
    places = zip(lines, places_of(lines, on), strict=True)
    return renamed(lines, {n: _meant(line, on, at) for n, (line, at) in enumerate(places) if at})


def places_of(lines: Lines, on: On) -> tuple[str, ...]:
    """Where each line stands: "current assets", "above operating income", "investing"."""
    return tuple(_PLACES[on](lines))


def headed(lines: Lines) -> Lines:
    """The lines of an income statement, parts of revenue and of its cost named by their headings.

    "Services" is revenue of services under "Revenue:" and their cost under "Cost of revenue:".
    What the lexicon knows as a cost has no place among revenue, nor a part of revenue among costs.
    """
    over = {line.heading for line in lines}
    told = {heading: heading_of(variants(heading)) for heading in over if heading}
    if not any(told.values()):
        return tuple(lines)
    under = [told.get(line.heading, "") for line in lines]
    earned = {
        normal(one.caption) for one, over in zip(lines, under, strict=True) if over == "revenue"
    }
    names: dict[int, str] = {}
    for number, (line, heading) in enumerate(zip(lines, under, strict=True)):
        words = part_of(normal(line.caption), heading) if line.is_money else ""
        own = known(line.concept)
        fits = own.is_known and own.side != ("debit" if heading == "revenue" else "credit")
        if words and not (fits and (heading == "revenue" or normal(line.caption) not in earned)):
            names[number] = extension(words).name
    return renamed(lines, names)


def named_by_heading(lines: Lines, sums: Sequence[Sum], on: On) -> Lines:
    """The lines, a total that has no caption under the concept of the heading it closes.

    Only where the heading stands over every line that the total sums.
    """
    names: dict[int, str] = {}
    for one in sums:
        line = lines[one.total]
        over = {lines[part].section for part, _ in one.readings[0]}
        if line.concept == UNNAMED and line.section and over <= {line.section}:
            heading = line.heading.strip().rstrip(":")
            possible = [concept_of(caption, on) for caption in (f"Total {heading}", heading)]
            told = [one.name for one in possible if one.is_known and one.unit.is_money]
            names.update((one.total, name) for name in told[:1])
    return renamed(lines, names)


def apart(lines: Lines) -> Lines:
    """The lines, those of one caption under several headings each with its heading's words.

    "Subscription" under two headings is two things, whatever the lexicon does not know of them.
    A heading that says when makes no other thing of it.
    """
    made = Counter(line.concept for line in lines if not line.is_heading)
    over: dict[str, dict[int, str]] = {}
    for number, line in enumerate(lines):
        is_own = line.concept.startswith("ext:") and line.concept != UNNAMED
        if made[line.concept] > 1 and is_own and not line.is_heading:
            heading = "" if _WHEN.search(line.heading) else line.heading
            over.setdefault(line.concept, {})[number] = heading
    return renamed(
        lines,
        {
            number: extension(f"{heading} {lines[number].caption}").name
            for headings in over.values()
            if len(set(headings.values())) > 1
            for number, heading in headings.items()
            if heading
        },
    )


def _meant(line: Line, on: On, place: str) -> str:
    """The concept of a line of money's caption in a place; its nearest heading counts."""
    if line.is_heading or not line.caption or not line.is_money:
        return line.concept
    heading = "" if _is_said_by(place, line.heading, on) else line.heading
    concept = concept_of(line.caption, on, f"{place} / {heading}")
    if _is_astray(concept, on, place, heading):
        return extension(line.caption, instant=on == "balance").name
    is_named = concept.name in by_name()
    return concept.name if is_named and concept.unit.is_money else line.concept


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
    terms = _terms(lines)
    later = at.get("us-gaap:AssetsNoncurrent", -1), at.get("us-gaap:LiabilitiesNoncurrent", -1)
    assets = at.get("us-gaap:Assets", -1)
    current = at.get("us-gaap:AssetsCurrent", -1)
    owed = at.get("us-gaap:LiabilitiesCurrent", -1)
    owned = next(
        (n for n, line in enumerate(lines) if n > assets and _opens_equity(line)), len(lines)
    )
    totals = [n for n, line in enumerate(lines) if n >= owned and line.concept in _ALL_OWNED]
    closed = totals[-1] if totals and totals[-1] < at.get(_LIABILITIES, -1) else len(lines)
    for number in range(len(lines)):
        if number <= assets:
            side, first, other = "assets", current, later[0]
        elif number < owned or number > closed or terms[number]:
            side, first, other = "liabilities", owed, later[1]
        else:
            yield "equity"
            continue
        is_current = number <= first and number > (other if other < first else -1)
        term = "unclassified" if first < 0 else "current" if is_current else "long term"
        yield f"{terms[number] or term} {side}"


def _terms(lines: Sequence[Line]) -> list[str]:
    """What headings say is current and what is not; empty where none does.

    Under IFRS what is not current may stand first. A total ends what its heading says.
    """
    terms: list[str] = []
    term = ""
    for line in lines:
        if line.is_heading and _OF_BALANCE.match(line.caption):
            said = _TERM.match(line.caption)
            term = "" if said is None else "current" if said["current"] else "long term"
        terms.append(term)
        if not line.is_heading and (not line.caption or line.concept in _TOTALS):
            term = ""
    return terms


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
