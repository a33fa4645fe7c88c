"""Lines that a primary statement has once: revenue, a result, a total, shares, results per share.

Where several lines come out as one of them and tell different amounts, one is it, and the others
are what their own captions say.
"""

from collections.abc import Collection, Sequence

import msgspec

from tieout.lexicon.labels import concept_of, extension, split_heading
from tieout.model.amount import Amount
from tieout.model.concept import feeds
from tieout.model.statement import Column, Line
from tieout.patterns import pattern
from tieout.statements.concepts.together import ALL_NET, NET

_PROPERTY = "us-gaap:PropertyPlantAndEquipmentNet"
_OPERATING_CASH = "us-gaap:NetCashProvidedByUsedInOperatingActivities"
_KINDS = ("Basic", "Diluted")
_OF_MONEY = pattern(r"\b(?:income|loss|earnings|profit|depreciation|gain)\b")
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
        "PropertyPlantAndEquipmentNet",
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
    Of two with one caption under one heading none does.
    The result before others' share is all owners', where another line is the registrant's own.
    """
    made = _in_turn(lines, columns)
    for concept in sorted({name for line in lines for name in _concepts(line) if name in ONCE}):
        claiming = [number for number, line in enumerate(made) if concept in _concepts(line)]
        apart = [number for number in claiming if _differs(number, claiming, made, columns)]
        if len(apart) < 2:
            continue
        keeper = _keeper(apart, made, totals, concept)
        for number in apart:
            is_it = number == keeper and not _has_double(keeper, apart, made, totals)
            if not is_it and _differs(number, apart, made, columns):
                made[number] = _renamed(made[number], concept, made[keeper], made)
    return tuple(made)


def _in_turn(lines: Sequence[Line], columns: Sequence[Column]) -> list[Line]:
    """The lines; of two for both basic and diluted that differ, the first is the basic one."""
    made = list(lines)
    for both in sorted({way for line in lines if len(way := feeds(line.concept)) == len(_KINDS)}):
        pair = [number for number, line in enumerate(lines) if feeds(line.concept) == both]
        if len(pair) == len(_KINDS) and _differs(pair[0], pair[1:], lines, columns):
            for number, kind in zip(pair, _KINDS, strict=True):
                name = next((one for one in both if kind in one), lines[number].concept)
                made[number] = msgspec.structs.replace(lines[number], concept=name)
    return made


def is_shared(lines: Sequence[Line]) -> bool:
    """True where a line is the result of all owners, or stands beside the registrant's own."""
    results = [line for line in lines if NET in _concepts(line)]
    ours = [line for line in results if _is_ours(line)]
    return any(line.concept == ALL_NET for line in lines) or 1 == len(ours) < len(results)


def _is_ours(line: Line) -> bool:
    """True where the caption, or the heading that splits a result, says whose the result is."""
    if "attributable" in line.caption.lower():
        return True
    is_split = bool(split_heading(line.section))
    return is_split and concept_of(line.caption, "income").name not in (NET, ALL_NET)


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
            is_alike = cell.kind == "number" and cell.is_rate == own.is_rate
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
    return min(apart, key=lambda number: _rank(number, lines[number], totals, concept))


def _has_double(
    keeper: int, apart: Sequence[int], lines: Sequence[Line], totals: Collection[int]
) -> bool:
    """True where another line has the same caption under the same heading: none is surely it."""
    line = lines[keeper]
    said = (line.caption.lower(), line.section)
    return keeper not in totals and any(
        (lines[n].caption.lower(), lines[n].section) == said for n in apart if n != keeper
    )


def _rank(
    number: int, line: Line, totals: Collection[int], concept: str
) -> tuple[bool, bool, bool, int, int]:
    """How far a line is from being the concept."""
    words = line.caption.lower()
    if concept == NET:
        is_other = not _is_ours(line)
    elif concept == _PROPERTY:
        is_other = "property" not in words  # "Fixed assets" may have goodwill among them
    elif concept == _OPERATING_CASH:
        is_other = "activities" not in words  # "Cash generated from operations" has more to pay
    else:
        of_shares = "NumberOf" in concept
        is_other = of_shares and "shares" not in words and _OF_MONEY.search(words) is not None
    return (not words, is_other, number not in totals, len(words.split()), number)


def _renamed(line: Line, concept: str, kept: Line, lines: Sequence[Line]) -> Line:
    """The line under its own caption's name; beside the registrant's own result all owners'."""
    name = extension(line.caption or f"{line.section} unlabelled").name
    is_ours = concept == NET and _is_ours(kept)
    if is_ours and not any(other.concept == ALL_NET for other in lines):
        name = ALL_NET
    return msgspec.structs.replace(line, concept=name)
