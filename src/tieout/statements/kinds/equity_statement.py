"""The statement of equity: components side by side, balances and what moved them line by line."""

import re
from collections.abc import Sequence
from datetime import timedelta

from msgspec import structs

from tieout.lexicon.periods import period_words
from tieout.model.period import Period, month_end
from tieout.model.statement import Line
from tieout.patterns import pattern
from tieout.statements.concepts import Lines
from tieout.statements.kinds import Kind
from tieout.statements.sums.listed import unsummed

_BALANCE = pattern(
    r"\s*(?:(?:beginning|ending|opening|closing)\s+)?balances?\b"
    r"|\s*(?:total\s+)?equity\b\W*(?:at|as of|[A-Z])",
    re.IGNORECASE,
)
_EQUITY = "us-gaap:StockholdersEquity"
_RESULTS = frozenset({"us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss"})


def dated(lines: Lines) -> Lines:
    """The lines, each at its day or over the stretch between the balances it stands between.

    A movement has a period only where a dated balance stands on either side of it.
    """
    days = _opened([_day(line) for line in lines])
    placed: list[Line] = []
    for number, (line, day) in enumerate(zip(lines, days, strict=True)):
        before = next((one for one in reversed(days[:number]) if one is not None), None)
        after = next((one for one in days[number:] if one is not None), None)
        if day is not None:
            line = structs.replace(line, concept=_EQUITY, period=day)
        elif before is not None and after is not None and before.end < after.end:
            stretch = Period(after.end, before.end + timedelta(days=1))
            line = structs.replace(line, period=stretch)
        placed.append(line)
    return tuple(placed)


def _opened(days: Sequence[Period | None]) -> list[Period | None]:
    """The days, an opening on the first of a month as the closing of the day before.

    Where no balance stands at a month's end the quarters are weeks, and the first is a day as any.
    """
    by_months = any(day is not None and day.end == month_end(day.end) for day in days)
    return [
        Period(day.end - timedelta(days=1))
        if day is not None and by_months and day.end.day == 1
        else day
        for day in days
    ]


def _day(line: Line) -> Period | None:
    """The day of a balance; None for a movement, and for a balance without a date."""
    if line.is_heading or not _BALANCE.match(line.caption):
        return None
    end = period_words(line.caption).end
    return Period(end) if end is not None else None


KIND = Kind(
    name="equity_statement",
    titles=pattern(
        r"statements?\s++of\s++(?:changes\s++in\s++)?(?:consolidated\s++)?(?:(?:total|redeemable|convertible"
        r"|preferred|noncontrolling|interests?|stock|and)[\s,]++){0,6}(?:(?:stock|share)(?:holders|owners)"
        r"|owners|members|partners|unitholders)?['\u2019]?s?['\u2019]?\s*+(?:equity|deficit|capital)\b",
        re.IGNORECASE,
    ),
    on="income",
    is_instant=None,
    signature=_RESULTS | {_EQUITY},
    enough=99,
    adds=unsummed,
    places=(dated,),
)
