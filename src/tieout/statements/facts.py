"""The facts of a statement: every figure of its lines, with concept, context and XBRL's sign."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from tieout.lexicon.currencies import read_currency
from tieout.lexicon.dates import month_and_day
from tieout.lexicon.labels import known
from tieout.lexicon.periods import is_trailing_year
from tieout.lexicon.units import Scale
from tieout.model.document import Document
from tieout.model.period import Period, duration
from tieout.model.statement import Column, Fact, Line
from tieout.statements.lines import names_only_loss, signs
from tieout.statements.lines.captions import caption_facts

_RESULTS = ("us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss")
_AT_DAY = re.compile(
    r"(?:\bat|\bas\s+of)\s+(?P<day>[a-z]{3,9}\.?\s+[0-9]{1,2})(?:,\s*[0-9]{4})?\s*\Z",
    re.IGNORECASE,
)
_RECONCILES = re.compile(
    r"\breconciliation\s+of\s(?:[^/]{0,40}\s)?cash\b[^/]{0,80}\bbalance\s+sheets?\b", re.IGNORECASE
)
_OPENS = re.compile(r"\b(?:beginning|start)\b", re.IGNORECASE)


def direction(line: Line, weight: int, *, is_asset: bool) -> int:
    """+1 where the printed sign is XBRL's, −1 where it is the opposite.

    A figure that enters the result (or the credit side of a balance sheet) with weight w has the
    sign w on a credit concept and −w on a debit concept; assets the other way round.
    """
    if "/" in line.unit:
        return -1 if names_only_loss(line.caption) and signs(line) == {1} else 1
    if line.concept in _RESULTS and is_asset:
        return 1  # the result opens a cash flow statement with the sign it has everywhere
    side = known(line.concept).side
    if not weight or not side or not line.concept.startswith("us-gaap:"):
        return 1
    natural = "debit" if is_asset else "credit"
    return weight if side == natural else -weight


def facts_of(
    document: Document,
    table: int,
    statement: int,
    lines: Sequence[Line],
    columns: Sequence[Column],
    scale: Scale,
) -> Iterator[Fact]:
    """Every fact of the lines, in reading order; a nil cell is no fact."""
    above, money = "", scale.currency or "USD"
    currencies = [read_currency([column.header]) for column in columns]
    apart = [tuple(sorted({*column.dimensions})) for column in columns]
    for number, line in enumerate(lines):
        anchor = f"T{table}.R{line.row + 1}"
        for fact in caption_facts(document, line, columns, scale, anchor, above):
            yield Fact(
                fact.concept,
                fact.caption,
                fact.period,
                fact.dimensions,
                fact.amount,
                fact.printed,
                fact.figure,
                fact.anchor,
                statement,
                number,
                fact.column,
                in_caption=True,
            )
        above = above if line.is_heading else line.caption
        for place, column in enumerate(columns):
            is_number = line.cells[place].kind == "number"
            printed = line.printed(place) if is_number else None
            if printed is None:
                continue
            if currencies[place] and (line.unit == money or line.unit == f"{money}/shares"):
                printed = printed.in_unit(printed.unit.replace(money, currencies[place], 1))
            amount = printed if line.direction > 0 else -printed
            period = line.period or _moment(line, column.period)
            dimensions = apart[place]
            if line.dimensions:
                dimensions = tuple(sorted({*dimensions, *line.dimensions}))
            concepts = line.feeds or (line.concept,)
            if column.measure:
                period, concepts = column.period, (_comparing(line, column),)
                amount = printed if printed.unit == "pure" else amount
            for concept in concepts:
                yield Fact(
                    concept,
                    line.caption,
                    period,
                    dimensions,
                    amount,
                    printed,
                    line.cells[place].figure,
                    f"{anchor}.C{place + 1}",
                    statement,
                    number,
                    place,
                )


def _comparing(line: Line, column: Column) -> str:
    """The concept of a line's figure in a column that compares: "ext:RevenuesPercentChange"."""
    words = "Percent of sales" if column.measure == "share" else column.measure
    return "ext:" + line.concept.partition(":")[2] + "".join(w.capitalize() for w in words.split())


def _moment(line: Line, period: Period | None) -> Period | None:
    """The period of a line's figures: a balance in a column of flows stands at one of its ends.

    A caption that says "at June 30" says which; what cash is reconciled to stands at the end.
    Figures of trailing twelve months are of the year up to the column's last day.
    """
    if period is None or period.is_instant:
        return period
    if is_trailing_year(line.caption):
        return duration(period.end, 12)
    day = _day_named(line.caption)
    if day is not None:
        opening = period.opening().end
        first = opening + timedelta(days=1)
        if day == (period.end.month, period.end.day):
            return period.closing()
        return period.opening() if day in _days(opening, first) else period
    if _RECONCILES.search(line.section):
        return period.closing()
    if not known(line.concept).instant:
        return period
    return period.opening() if _OPENS.search(line.caption) else period.closing()


@lru_cache(maxsize=4096)
def _day_named(caption: str) -> tuple[int, int] | None:
    """The month and day at which a caption ends: "Cash at June 30"."""
    named = _AT_DAY.search(caption)
    return month_and_day(named["day"]) if named is not None else None


def _days(*days: date) -> tuple[tuple[int, int], ...]:
    """The days without their years."""
    return tuple((day.month, day.day) for day in days)
