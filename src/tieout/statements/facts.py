"""The facts of a statement: every figure of its lines, with concept, context and XBRL's sign."""

import re
from collections.abc import Iterator, Sequence

from tieout.lexicon.labels import known
from tieout.lexicon.units import Scale
from tieout.model.document import Document
from tieout.model.period import Period
from tieout.model.statement import Column, Fact, Line
from tieout.statements.captions import caption_facts
from tieout.statements.lines import names_only_loss, signs

_RESULTS = ("us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss")
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
    for number, line in enumerate(lines):
        anchor = f"T{table}.R{line.row + 1}"
        for fact in caption_facts(document, line, columns, scale, anchor) if line.spans else ():
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
        for place, column in enumerate(columns):
            printed = line.printed(place)
            if printed is None or line.cells[place].kind != "number":
                continue
            amount = printed if line.direction > 0 else -printed
            period = line.period or _moment(line, column.period)
            dimensions = tuple(sorted({*column.dimensions, *line.dimensions}))
            for concept in line.feeds or (line.concept,):
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


def _moment(line: Line, period: Period | None) -> Period | None:
    """The period of a line's figures: a balance in a column of flows stands at one of its ends."""
    if period is None or period.is_instant or not known(line.concept).instant:
        return period
    return period.opening() if _OPENS.search(line.caption) else period.closing()
