"""Figures inside captions: allowances, par values, shares authorised, issued and outstanding."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tieout.lexicon.dates import read_date
from tieout.lexicon.labels import extension, named, normal
from tieout.lexicon.units import Scale
from tieout.model.amount import Amount
from tieout.model.document import Document, Span
from tieout.model.figure import Figure
from tieout.model.period import Period
from tieout.model.statement import Column, Dimensions, Fact, Line

_PAR = re.compile(r"\s*(?:par\b|stated\s+value)", re.IGNORECASE)
_PAR_BEFORE = re.compile(r"(?:par|stated)\s+value\s+(?:of\s+)?\\?\$?\s*\Z", re.IGNORECASE)
_SHARES = re.compile(r"\s*(?:and\s+)?(?:common\s+|preferred\s+)?shares?\b", re.IGNORECASE)
_STATES = re.compile(r"authori[sz]ed|issued|outstanding", re.IGNORECASE)
_STATE_BEFORE = re.compile(r"(authori[sz]ed|issued|outstanding)[\s,:\-]*\Z", re.IGNORECASE)
_JOINED = re.compile(r"[\s,]*(?:and)?[\s$\\]*\Z", re.IGNORECASE)
_INTRODUCES = re.compile(
    r".*(?:net of|includ(?:es|ing)|less|excluding|exclusive of|[(;,])\s+(?:an?\s+)?(?P<what>.*?)"
    r"(?:\s+(?:of|at|was|were))?[\s$\\:]*\Z",
    re.IGNORECASE | re.DOTALL,
)
# A caption with more figures is no caption, and pairs of them are looked at.
_MOST = 60
_EQUITY_CAPTIONS = {
    "us-gaap:CommonStockValue": "common stock",
    "us-gaap:PreferredStockValue": "preferred stock",
    "us-gaap:TreasuryStockValue": "treasury stock",
}


class _Meaning(Struct, frozen=True, gc=False):
    """What a figure in a caption is: concepts (issued and outstanding may be one), unit, power."""

    concepts: tuple[str, ...]
    unit: str
    power: int
    dimensions: Dimensions = ()


def caption_facts(
    document: Document, line: Line, columns: Sequence[Column], scale: Scale, anchor: str
) -> Iterator[Fact]:
    """The facts told inside a line's caption, in reading order.

    A figure takes the first date behind it in its clause; figures in a row, one a column, take
    the columns' periods in order; a figure with neither holds at every column's date.
    """
    numbers = [n for span in line.spans for n in document.figures_in(span.start, span.end)]
    quantities = [n for n in numbers[:_MOST] if document.figures[n].kind == "amount"]
    held: _Meaning | None = None
    for place, number in enumerate(quantities):
        before = numbers[numbers.index(number) - 1] if number != numbers[0] else -1
        joined = before >= 0 and bool(_JOINED.match(_between(document, line, before, number)))
        told = _meaning(document, line, number, before, scale)
        held = told if told is not None or not joined else held
        if held is None:
            continue
        run = _run(document, line, quantities, place)
        dated = _date_behind(document, line, numbers, number)
        yield from _facts(document, line, columns, number, held, run, dated, anchor)


def _facts(
    document: Document,
    line: Line,
    columns: Sequence[Column],
    number: int,
    meaning: _Meaning,
    run: tuple[int, int],
    dated: Period | None,
    anchor: str,
) -> Iterator[Fact]:
    """A caption figure's facts: one a concept and period."""
    position, length = run
    figure = document.figures[number]
    if length > 1 and length == len(columns):
        places = [(position, columns[position].period)]
    elif dated is not None:
        places = [(_column_at(columns, dated), dated)]
    else:
        places = [(place, column.period) for place, column in enumerate(columns)]
    printed = _amount(figure, meaning)
    for concept in meaning.concepts:
        for place, period in places:
            yield Fact(
                concept,
                line.caption,
                period,
                meaning.dimensions,
                printed,
                printed,
                number,
                f"{anchor}.C0",
                -1,
                -1,
                place,
                in_caption=True,
            )


def _amount(figure: Figure, meaning: _Meaning) -> Amount:
    """The figure in whole units."""
    assert figure.amount is not None  # quantities have amounts
    return Amount(figure.amount.mantissa, figure.amount.exponent + meaning.power, meaning.unit)


def _meaning(
    document: Document, line: Line, number: int, before: int, scale: Scale
) -> _Meaning | None:
    """What the figure is, from the words around it; None where they do not say."""
    figure = document.figures[number]
    lead = _lead(document, line, number, before)
    behind = _behind(document, line, figure)
    stock = _EQUITY_CAPTIONS.get(line.concept, "")
    if stock and (_PAR.match(behind) or _PAR_BEFORE.search(lead)):
        return _Meaning((_named(f"{stock} par value"),), "USD/shares", 0)
    if stock and not figure.currency and (_SHARES.match(behind) or _STATE_BEFORE.search(lead)):
        return _shares(stock, behind, lead, scale)
    return _money(line, lead, scale) if figure.currency else None


def _shares(stock: str, behind: str, lead: str, scale: Scale) -> _Meaning:
    """A count of shares: authorised, issued, outstanding, or in treasury."""
    if stock == "treasury stock":
        return _Meaning((_named("treasury stock shares"),), "shares", scale.shares)
    clause = re.split(r"[0-9;]", behind, maxsplit=1)[0]
    states = _STATES.findall(clause) or _STATE_BEFORE.findall(lead) or ["outstanding"]
    names = tuple(_named(f"{stock} shares {_american(state)}") for state in dict.fromkeys(states))
    return _Meaning(names, "shares", scale.shares)


def _american(state: str) -> str:
    """The word as the lexicon spells it."""
    return state.lower().replace("authorised", "authorized")


def _money(line: Line, lead: str, scale: Scale) -> _Meaning | None:
    """An amount that the words before it introduce: "net of allowance … of $835"."""
    introduced = _INTRODUCES.match(lead)
    if introduced is None or not normal(introduced["what"]):
        return None
    words = normal(introduced["what"]).split()
    dimensions: Dimensions = ()
    for length in range(len(words), 0, -1):
        concept = named(" ".join(words[:length]))
        if concept is not None:
            if concept.name == "us-gaap:ShareBasedCompensation":
                dimensions = (("IncomeStatementLocation", line.concept.partition(":")[2]),)
            return _Meaning((concept.name,), "USD", scale.money, dimensions)
    return _Meaning((extension(" ".join(words)).name,), "USD", scale.money)


def _named(words: str) -> str:
    """The concept's full name for a caption of the lexicon that is sure to be there."""
    concept = named(words)
    return concept.name if concept is not None else extension(words).name


def _lead(document: Document, line: Line, number: int, before: int) -> str:
    """The caption's words up to a figure, from the figure before it."""
    figure = document.figures[number]
    start = document.figures[before].end if before >= 0 else line.spans[0].start
    return _words(document, line, start, figure.start)


def _behind(document: Document, line: Line, figure: Figure) -> str:
    """The caption's words behind a figure."""
    return _words(document, line, figure.end, line.spans[-1].end)


def _between(document: Document, line: Line, first: int, second: int) -> str:
    """The caption's words between two figures."""
    return _words(document, line, document.figures[first].end, document.figures[second].start)


def _words(document: Document, line: Line, start: int, end: int) -> str:
    """The caption's text in [start, end), without what lies between its spans."""
    pieces = [
        Span(max(span.start, start), min(span.end, end)).of(document.text)
        for span in line.spans
        if span.start < end and start < span.end
    ]
    return " ".join(pieces)


def _run(document: Document, line: Line, quantities: list[int], place: int) -> tuple[int, int]:
    """(position, length) of a figure in its run of figures parted by commas and "and" only."""
    first = place
    while first and _JOINED.match(
        _between(document, line, quantities[first - 1], quantities[first])
    ):
        first -= 1
    last = place
    while last + 1 < len(quantities) and _JOINED.match(
        _between(document, line, quantities[last], quantities[last + 1])
    ):
        last += 1
    return place - first, last - first + 1


def _date_behind(document: Document, line: Line, numbers: list[int], number: int) -> Period | None:
    """The first date after a figure in the same clause."""
    for later in numbers[numbers.index(number) + 1 :]:
        if ";" in _between(document, line, number, later):
            return None
        figure = document.figures[later]
        if figure.kind == "date":
            day = read_date(figure.text)
            return Period(day) if day else None
    return None


def _column_at(columns: Sequence[Column], period: Period) -> int:
    """The column of that date, or the first."""
    return next((n for n, column in enumerate(columns) if column.period == period), 0)
