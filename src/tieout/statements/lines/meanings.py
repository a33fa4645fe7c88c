"""What figures in a caption are: par values, counts of shares, amounts that words introduce."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tieout.lexicon.canonical import normal
from tieout.lexicon.labels import extension, named
from tieout.lexicon.shapes import CURRENCY_SIGNS, DASH_SET, SIGN_SET
from tieout.lexicon.units import Scale
from tieout.model.document import Document
from tieout.model.statement import Column, Dimensions, Line
from tieout.model.unit import SHARES, Unit, money
from tieout.patterns import pattern
from tieout.statements.lines.classes import class_named, of_class
from tieout.statements.lines.runs import Remarks, Run

_PAR = pattern(r"\s*(?:par\b|stated\s+value)", re.IGNORECASE)
_PAR_BEFORE = pattern(rf"(?:par|stated)\s+value\s++(?:of\s++)?[\s\\{SIGN_SET}]*+\Z", re.IGNORECASE)
_STATE = r"(?:authori[sz]ed|issued|outstanding|held)"
_STATES = rf"{_STATE}(?:\s*(?:,\s*and|,|and|or|&|/)\s*{_STATE}){{0,8}}\b"
_BEHIND = pattern(
    r"\s*(?P<shares>(?:of\s+)?(?:(?:common|preferred|ordinary|treasury)\s+)?(?:shares?|units)\b)?"
    rf"(?P<joint>[\s,]*(?:(?:are|were)\s+)?)(?P<states>{_STATES})?",
    re.IGNORECASE,
)
_BEFORE = pattern(
    rf"(?P<states>{_STATES})(?:\s+(?:common\s+|preferred\s+)?shares?\b)?"
    rf"(?:,?\s*net\s+of\s(?:[^;:]{{0,79}}[^;:\s,({DASH_SET}])?)?"
    rf"(?:[\s,:({DASH_SET}]|\band\b|\bat\b)*\Z",
    re.IGNORECASE,
)
_COUNTED_BEFORE = pattern(rf"\bshares?\s*[:({DASH_SET}][\s:({DASH_SET}]*\Z", re.I)
_STATED = pattern(_STATE, re.IGNORECASE)
_NOT_ISSUED = pattern(r"\s*(?:designated|reserved|issuable|are\s+(?:designated|reserved))", re.I)
_AGAIN = pattern(rf"(?:[\s,(;:\\{SIGN_SET}{DASH_SET}]|\band\b|\bin\b|\bat\b|\bas\s+of\b)*\Z", re.I)
_STOCKS = (
    (pattern(r"\btreasury\b|\b(?:repurchased|reacquired)\s+(?:common\s+)?s", re.I), "treasury"),
    (pattern(r"\bprefer(?:red|ence)\b", re.IGNORECASE), "preferred"),
    (pattern(r"\bcommon\b|\bordinary\b|\bcapital\s+stock\b", re.IGNORECASE), "common"),
)
_GOES_ON = pattern(rf"\s*(?:shares|{_STATE})\b", re.IGNORECASE)
_INTRODUCES = pattern(
    r".*(?:net of|includ(?:es|ing)|less(?!\s+than\b)|excluding|exclusive of|[(;,])\s+(?:an?\s+)?"
    r"(?P<what>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_LEADS_ON = pattern(r"\s(?:of|at|was|were)\Z", re.IGNORECASE)
# Words so far in front of a figure do not introduce it.
_LONGEST_LEAD = 300


class Meaning(Struct, frozen=True, gc=False):
    """What a run of figures is: concepts (issued and outstanding may be one), unit, power."""

    concepts: tuple[str, ...]
    unit: Unit
    power: int
    dimensions: Dimensions = ()


class Told(Struct, frozen=True, gc=False):
    """A run with its meaning."""

    run: Run
    meaning: Meaning


def told_in(
    document: Document,
    remarks: Remarks,
    line: Line,
    columns: Sequence[Column],
    scale: Scale,
    above: str,
) -> Iterator[Told]:
    """The runs that mean something, in reading order; a run may repeat what the last one meant."""
    at_dates = all(column.period is None or column.period.is_instant for column in columns)
    start = 0
    held: Meaning | None = None
    head = remarks.words[: remarks.runs[0].start] if remarks.runs else ""
    for run in remarks.runs:
        lead, behind = remarks.lead(run, start)[-_LONGEST_LEAD:], remarks.behind(run)
        figure = document.figures[run.figures[0]]
        stock = _stock(head, line, above) if at_dates else ""
        meaning, used = None, 0
        if stock and (_PAR.match(behind) or _PAR_BEFORE.search(lead)):
            unit = money(scale.currency_of(figure.currency)).per_share
            meaning = Meaning((_named(f"{stock} stock par value"),), unit, 0, _class(line))
        elif stock and not figure.currency:
            meaning, used = _shares(stock, lead, behind, line, scale)
        elif figure.currency:
            meaning = _money(line, lead, scale, money(scale.currency_of(figure.currency)))
        if meaning is None and held is not None and start and _AGAIN.match(lead):
            meaning = held
        held = meaning
        start = run.end + used
        if meaning is not None:
            yield Told(run, meaning)


def _stock(head: str, line: Line, above: str) -> str:
    """Whose shares a caption counts: those it names first, or its section; "" for none.

    "Shares issued: 5,000" alone speaks of the stock on the line above.
    """
    goes_on = above if _GOES_ON.match(line.caption) else ""
    for words in (head, line.caption, goes_on, line.section):
        for told, stock in _STOCKS:
            if told.search(words):
                return stock
    return ""


def _shares(
    stock: str, lead: str, behind: str, line: Line, scale: Scale
) -> tuple[Meaning | None, int]:
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
    return Meaning(tuple(names), SHARES, scale.shares, _class(line)), used


def _american(state: str) -> str:
    """The word as the lexicon spells it."""
    return state.lower().replace("authorised", "authorized")


def _class(line: Line) -> Dimensions:
    """The class or series of stock that the line is of."""
    return of_class(class_named(line.caption))


def _money(line: Line, lead: str, scale: Scale, unit: Unit) -> Meaning | None:
    """An amount that the words before it introduce: "net of allowance … of $835"."""
    introduced = _INTRODUCES.match(lead)
    what = introduced["what"].rstrip(f" \t\r\n\f\v\u00a0\\:{CURRENCY_SIGNS}") if introduced else ""
    words = normal(_LEADS_ON.sub("", what)).split()
    if not words:
        return None
    dimensions: Dimensions = ()
    for length in range(len(words), 0, -1):
        concept = named(" ".join(words[:length]))
        if concept is not None:
            if concept.name == "us-gaap:ShareBasedCompensation":
                dimensions = (("IncomeStatementLocation", line.concept.partition(":")[2]),)
            return Meaning((concept.name,), unit, scale.money, dimensions)
    return Meaning((extension(" ".join(words)).name,), unit, scale.money)


def _named(words: str) -> str:
    """The concept's full name for a caption of the lexicon that is sure to be there."""
    concept = named(words)
    return concept.name if concept is not None else extension(words).name
