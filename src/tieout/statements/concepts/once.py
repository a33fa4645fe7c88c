"""Lines that a primary statement has once: revenue, a result, a total, shares, results per share.

Where several lines come out as one of them and tell different amounts, one is it, and the others
are what their own captions say.
"""

from collections.abc import Collection, Sequence

import msgspec

from tieout.lexicon.labels import extension
from tieout.model.amount import Amount
from tieout.model.concept import feeds
from tieout.model.statement import Column, Line
from tieout.statements.concepts.together import ALL_NET, NET

ONCE = frozenset(
    f"us-gaap:{name}"
    for name in (
        "Revenues",
        "RevenueFromContractWithCustomerExcludingAssessedTax",
        "GrossProfit",
        "OperatingIncomeLoss",
        "NoninterestIncome",
        "NoninterestExpense",
        "InterestIncomeExpenseNet",
        "IncomeTaxExpenseBenefit",
        "NetIncomeLoss",
        "ProfitLoss",
        "NetIncomeLossAvailableToCommonStockholdersBasic",
        "EarningsPerShareBasic",
        "EarningsPerShareDiluted",
        "WeightedAverageNumberOfSharesOutstandingBasic",
        "WeightedAverageNumberOfDilutedSharesOutstanding",
        "Assets",
        "AssetsCurrent",
        "Liabilities",
        "LiabilitiesCurrent",
        "StockholdersEquity",
        "LiabilitiesAndStockholdersEquity",
        "NetCashProvidedByUsedInOperatingActivities",
        "NetCashProvidedByUsedInInvestingActivities",
        "NetCashProvidedByUsedInFinancingActivities",
        "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"
        "PeriodIncreaseDecreaseIncludingExchangeRateEffect",
    )
)


def told_once(
    lines: Sequence[Line], columns: Sequence[Column], totals: Collection[int]
) -> tuple[Line, ...]:
    """The lines, no two of them one such concept with different amounts in a column.

    The total of its parts keeps the concept, else the line of the fewest words, of two the first.
    The result before others' share is all owners', where another line is the registrant's own.
    """
    made = list(lines)
    for concept in sorted({name for line in lines for name in _concepts(line) if name in ONCE}):
        claiming = [number for number, line in enumerate(made) if concept in _concepts(line)]
        apart = [number for number in claiming if _differs(number, claiming, made, columns)]
        if len(apart) < 2:
            continue
        keeper = _keeper(apart, made, totals, concept)
        for number in apart:
            if number != keeper and _differs(number, [keeper], made, columns):
                made[number] = _renamed(made[number], concept, made)
    return tuple(made)


def _concepts(line: Line) -> tuple[str, ...]:
    """The concepts a line of the company as a whole reports."""
    if line.is_heading or line.dimensions or line.period is not None:
        return ()
    return feeds(line.concept)


def _differs(
    number: int, others: Sequence[int], lines: Sequence[Line], columns: Sequence[Column]
) -> bool:
    """True where another line tells another amount of the same sort in a column of amounts."""
    line = lines[number]
    for place, column in enumerate(columns):
        own = line.cells[place]
        if own.kind != "number" or column.measure:
            continue
        for other in others:
            cell = lines[other].cells[place]
            is_alike = cell.kind == "number" and cell.is_percent == own.is_percent
            if is_alike and _told(lines[other], place) != _told(line, place):
                return True
    return False


def _told(line: Line, place: int) -> Amount | None:
    """The amount in a column with XBRL's sign."""
    printed = line.printed(place)
    return -printed if printed is not None and line.direction < 0 else printed


def _keeper(
    apart: Sequence[int], lines: Sequence[Line], totals: Collection[int], concept: str
) -> int:
    """The line that is the concept."""
    if concept == NET:
        ours = [n for n in apart if "attributable" in lines[n].caption.lower()]
        if len(ours) == 1:
            return ours[0]
    summed = [number for number in apart if number in totals and lines[number].caption]
    return min(summed or apart, key=lambda n: (not lines[n].caption, _words(lines[n]), n))


def _words(line: Line) -> int:
    """How many words its caption has."""
    return len(line.caption.split())


def _renamed(line: Line, concept: str, lines: Sequence[Line]) -> Line:
    """The line under its own caption's name; a result of all owners under theirs if it is free."""
    name = extension(line.caption or f"{line.section} unlabelled").name
    if concept == NET and not any(other.concept == ALL_NET for other in lines):
        name = ALL_NET
    return msgspec.structs.replace(line, concept=name)
