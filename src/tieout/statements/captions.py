"""Figures inside captions: allowances, par values, shares authorised, issued and outstanding."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tieout.lexicon.labels import extension, named, normal
from tieout.lexicon.units import Scale
from tieout.model.amount import Amount
from tieout.model.document import Document
from tieout.model.figure import Figure
from tieout.model.period import Period
from tieout.model.statement import Column, Dimensions, Fact, Line
from tieout.statements.runs import Remarks, Run

_PAR = re.compile(r"\s*(?:par\b|stated\s+value)", re.IGNORECASE)
_PAR_BEFORE = re.compile(r"(?:par|stated)\s+value\s+(?:of\s+)?[\s$\\€£]*\Z", re.IGNORECASE)
_STATE = r"(?:authori[sz]ed|issued|outstanding|held)"
_STATES = rf"{_STATE}(?:\s*(?:,\s*and|,|and|or|&|/)\s*{_STATE})*\b"
_BEHIND = re.compile(
    r"\s*(?P<shares>(?:of\s+)?(?:(?:common|preferred|ordinary|treasury)\s+)?(?:shares?|units)\b)?"
    rf"(?P<joint>[\s,]*(?:(?:are|were)\s+)?)(?P<states>{_STATES})?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?P<states>{_STATES})(?:\s+(?:common\s+|preferred\s+)?shares?\b)?"
    r"(?:,?\s*net\s+of\s[^;:]{0,80})?(?:[\s,:(\-\u2010-\u2015]|\band\b|\bat\b)*\Z",
    re.IGNORECASE,
)
_COUNTED_BEFORE = re.compile(r"\bshares?\s*[:(\-\u2010-\u2015][\s:(\-\u2010-\u2015]*\Z", re.I)
_STATED = re.compile(_STATE, re.IGNORECASE)
_NOT_ISSUED = re.compile(r"\s*(?:designated|reserved|issuable|are\s+(?:designated|reserved))", re.I)
_AGAIN = re.compile(r"(?:[\s,(;:$\\€£\-\u2010-\u2015]|\band\b|\bin\b|\bat\b|\bas\s+of\b)*\Z", re.I)
_STOCKS = (
    (re.compile(r"\btreasury\b|\b(?:repurchased|reacquired)\s+(?:common\s+)?s", re.I), "treasury"),
    (re.compile(r"\bprefer(?:red|ence)\b", re.IGNORECASE), "preferred"),
    (re.compile(r"\bcommon\b|\bordinary\b|\bcapital\s+stock\b", re.IGNORECASE), "common"),
)
_GOES_ON = re.compile(rf"\s*(?:shares|{_STATE})\b", re.IGNORECASE)
_CLASS = re.compile(r"\b(?P<kind>[Cc]lass|[Ss]eries|CLASS|SERIES)\s+(?P<name>[A-Z](?:-?[0-9])?)\b")
_INTRODUCES = re.compile(
    r".*(?:net of|includ(?:es|ing)|less(?!\s+than\b)|excluding|exclusive of|[(;,])\s+(?:an?\s+)?"
    r"(?P<what>.*?)(?:\s+(?:of|at|was|were))?[\s$\\:€£]*\Z",
    re.IGNORECASE | re.DOTALL,
)
_FOOTNOTE = re.compile(r"\s*(?:\(\w{1,2}\)|\*|[0-9]{1,2}[.)])\s")
# Words so far in front of a figure do not introduce it.
_LONGEST_LEAD = 300


class _Meaning(Struct, frozen=True, gc=False):
    """What a run of figures is: concepts (issued and outstanding may be one), unit, power."""

    concepts: tuple[str, ...]
    unit: str
    power: int
    dimensions: Dimensions = ()


class _Told(Struct, frozen=True, gc=False):
    """A run with its meaning."""

    run: Run
    meaning: _Meaning


_Places = tuple[tuple[int, Period | None], ...]
"""Columns and periods that a run's figures stand for."""


def caption_facts(
    document: Document,
    line: Line,
    columns: Sequence[Column],
    scale: Scale,
    anchor: str,
    above: str = "",
) -> Iterator[Fact]:
    """The facts told inside a line's caption, in reading order; `above` is the last line's.

    Figures in a row, one a column, take the columns' periods in order, or the dates behind them;
    one figure takes the dates of its clause; one without any holds at every column's date that
    no other figure of the same meaning takes.
    """
    if not line.spans or (line.is_heading and _FOOTNOTE.match(line.caption)):
        return
    remarks = Remarks(document, line.spans)
    told = tuple(_told(document, remarks, line, columns, scale, above))
    dated = [_dated(remarks, one, told, columns) for one in told]
    for one, places in zip(told, dated, strict=True):
        if places is None:
            taken = {
                place
                for other, theirs in zip(told, dated, strict=True)
                if other.meaning == one.meaning
                for figure in theirs or ()
                for place, _ in figure
            }
            left = tuple((n, c.period) for n, c in enumerate(columns) if n not in taken)
            places = (left,) if len(one.run.figures) == 1 else ()
        for number, held in zip(one.run.figures, places, strict=False):
            yield from _facts(document, line, number, one.meaning, held, anchor)


def _dated(
    remarks: Remarks, told: _Told, others: Sequence[_Told], columns: Sequence[Column]
) -> tuple[_Places, ...] | None:
    """For each figure of a run the columns it stands for; None where nothing says so."""
    figures = len(told.run.figures)
    over = [one.run for one in others if not set(one.meaning.concepts) & set(told.meaning.concepts)]
    at = [_place(remarks, date, columns) for date in remarks.dates(told.run, over)]
    named = [place for place in at if place is not None]
    if named and figures == 1:
        return (tuple(named),)
    if len(named) == len(at) == figures:
        return tuple((place,) for place in named)
    if figures == len(columns) > 1:
        return tuple(((n, column.period),) for n, column in enumerate(columns))
    return None


def _place(
    remarks: Remarks, date: int, columns: Sequence[Column]
) -> tuple[int, Period | None] | None:
    """The column a date names with its period; a day of no column stands by itself."""
    column = remarks.column_at(date, columns)
    if column is not None:
        return column, columns[column].period
    day = remarks.day_at(date)
    return (0, Period(day)) if day is not None else None


def _facts(
    document: Document, line: Line, number: int, meaning: _Meaning, held: _Places, anchor: str
) -> Iterator[Fact]:
    """A caption figure's facts: one a concept and period."""
    printed = _amount(document.figures[number], meaning)
    for concept in meaning.concepts:
        for place, period in held:
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
    """The figure in whole units; "16.1 million" has its scale with it."""
    assert figure.amount is not None  # runs are made of amounts
    power = 0 if figure.text[-1].isalpha() else meaning.power
    return Amount(figure.amount.mantissa, figure.amount.exponent + power, meaning.unit)


def _told(
    document: Document,
    remarks: Remarks,
    line: Line,
    columns: Sequence[Column],
    scale: Scale,
    above: str,
) -> Iterator[_Told]:
    """The runs that mean something, in reading order; a run may repeat what the last one meant."""
    at_dates = all(column.period is None or column.period.is_instant for column in columns)
    start = 0
    held: _Meaning | None = None
    head = remarks.words[: remarks.runs[0].start] if remarks.runs else ""
    for run in remarks.runs:
        lead, behind = remarks.lead(run, start)[-_LONGEST_LEAD:], remarks.behind(run)
        figure = document.figures[run.figures[0]]
        stock = _stock(head, line, above) if at_dates else ""
        meaning, used = None, 0
        if stock and (_PAR.match(behind) or _PAR_BEFORE.search(lead)):
            unit = f"{scale.currency_of(figure.currency)}/shares"
            meaning = _Meaning((_named(f"{stock} stock par value"),), unit, 0, _class(line))
        elif stock and not figure.currency:
            meaning, used = _shares(stock, lead, behind, line, scale)
        elif figure.currency:
            meaning = _money(line, lead, scale, scale.currency_of(figure.currency))
        if meaning is None and held is not None and start and _AGAIN.match(lead):
            meaning = held
        held = meaning
        start = run.end + used
        if meaning is not None:
            yield _Told(run, meaning)


def _stock(head: str, line: Line, above: str) -> str:
    """Whose shares a caption counts: those it names first, or its section; "" for none.

    "Shares issued: 5,000" alone speaks of the stock on the line above.
    """
    goes_on = above if _GOES_ON.match(line.caption) else ""
    for words in (head, line.caption, goes_on, line.section):
        for pattern, stock in _STOCKS:
            if pattern.search(words):
                return stock
    return ""


def _shares(
    stock: str, lead: str, behind: str, line: Line, scale: Scale
) -> tuple[_Meaning | None, int]:
    """A count of shares, and how many characters behind it say which.

    "Authorized 5,000 shares" says it before, "5,000 shares authorized" behind.
    """
    after = _BEHIND.match(behind)
    assert after is not None  # every part may be empty
    before = _BEFORE.search(lead)
    used = after.end("shares") if before and after["shares"] else 0 if before else after.end()
    said = before["states"] if before else after["states"]
    if not (said or after["shares"] or _COUNTED_BEFORE.search(lead)):
        return None, 0
    if not before and _NOT_ISSUED.match(behind[after.end() :]):
        return None, after.end()
    states = dict.fromkeys(_american(state) for state in _STATED.findall(said or ""))
    if stock == "treasury" or list(states) == ["held"]:
        names = [_named("treasury stock shares")]
    else:
        names = [_named(f"{stock} stock shares {state}") for state in states if state != "held"]
    if not names:
        names = [extension(f"{stock} stock shares").name]
    return _Meaning(tuple(names), "shares", scale.shares, _class(line)), used


def _american(state: str) -> str:
    """The word as the lexicon spells it."""
    return state.lower().replace("authorised", "authorized")


def _class(line: Line) -> Dimensions:
    """The class or series of stock that the line is of."""
    named_class = _CLASS.search(line.caption)
    if named_class is None:
        return ()
    member = f"{named_class['kind'].capitalize()}{named_class['name']}"
    return (("StatementClassOfStock", member),)


def _money(line: Line, lead: str, scale: Scale, currency: str) -> _Meaning | None:
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
            return _Meaning((concept.name,), currency, scale.money, dimensions)
    return _Meaning((extension(" ".join(words)).name,), currency, scale.money)


def _named(words: str) -> str:
    """The concept's full name for a caption of the lexicon that is sure to be there."""
    concept = named(words)
    return concept.name if concept is not None else extension(words).name
