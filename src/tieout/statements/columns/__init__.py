"""The columns of a statement: the period each names, and what sets it apart from the others."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from tieout.lexicon.currencies import without_currency
from tieout.lexicon.heads import LETTERED, beside_period, is_general, sets_apart
from tieout.lexicon.labels import extension
from tieout.lexicon.periods import NOTHING, PeriodWords, is_ambiguous, period_of, period_words
from tieout.lexicon.qualifiers import RESTATED, says
from tieout.model.figure import DateSaid
from tieout.model.period import FiscalCalendar, Period
from tieout.model.statement import Column, Dimensions, Line
from tieout.patterns import pattern
from tieout.statements.columns.said import rejoined, said_of_columns, tells_ahead, whole_if_ahead
from tieout.statements.kinds import Kind

_RESTATES = RESTATED | {
    *("eliminations", "organic", "constant-currency", "previously", "normalized", "underlying")
}
# "Adjustments to reconcile net income to net cash" restates nothing.
_CASH = pattern(r"\bcash\b|\breconcile\b")
_COMPARES = pattern(r"\b(?:reconcil\w*|to gaap|and gaap|gaap (?:to|and))\b")
_REGISTRANT = pattern(
    r"(?:\b(?:inc|incorporated|corp|corporation|company|co|ltd|limited|llc|plc|lp|subsidiaries)\b"
    r"|n\.v|s\.a)\.?\s*\Z",
    re.IGNORECASE,
)
_TOTAL = pattern(r"total(?: (?:stock|share)(?:holders|owners))?(?: (?:equity|deficit))?\Z")
_PARENT = pattern(r"total (?:\w+ ){1,5}(?:stock|share)(?:holders|owners) (?:equity|deficit)\Z")
_OTHERS = pattern(r"\bnon ?controlling\b|\bminority\b")
_SHARES = pattern(r"\b(?:shares|units|number)\s*\Z", re.IGNORECASE)
_LEADS = pattern(r"\b(?:the\s+following\s+tables?|tables?\s+below)\b", re.IGNORECASE)
_PAGE = pattern(r"\s*page\s*[0-9]{1,3}(?:\s+of\s+[0-9]{1,3})?\s*\Z", re.IGNORECASE)
_LONGEST_TITLE = 160


def columns_of(
    headers: Sequence[str], titles: Sequence[str], kind: Kind, calendar: FiscalCalendar | None
) -> tuple[Column, ...]:
    """The contexts that the headers name, the titles where they do not.

    A column whose header names no period has the titles' own only where no other column's does,
    and where it stands alone or is told from the others by its words.
    """
    titles = _of_its_own(titles)
    over = _over(titles, is_face=kind.is_face)
    is_flow = None if kind.is_instant is None else not kind.is_instant
    said = said_of_columns(headers, titles, is_flow=is_flow)
    if not kind.is_face:
        said = list(map(whole_if_ahead, said, headers))
    plain = map(without_currency, rejoined(headers))  # a currency sets no part apart
    rests = _told_apart([beside_period(header) for header in plain])
    any_said = any(one != NOTHING for one in said)
    alone = len(headers) == 1 or len(set(rests)) == len(rests)
    periods = [
        period_of(one, over, calendar, instant=kind.is_instant, to_date=kind.runs_to_date)
        if one != NOTHING or (alone and not any_said)
        else None
        for one in said
    ]
    if kind.name == "equity_statement":
        return tuple(map(Column, headers, periods, _components(rests)))
    whole = () if kind.is_face else _of_table(titles, kind)
    return tuple(
        Column(header, period, _sorted(whole, _of_column(rest, period, periods, kind)))
        for header, period, rest in zip(headers, periods, rests, strict=True)
    )


def counts_shares(column: Column) -> bool:
    """True for a column of a statement of equity that counts shares beside their amount."""
    return bool(_SHARES.search(column.header))


def restated(line: Line) -> Line:
    """A line of a primary statement as its heading's, where that restates what stands above it.

    "Adjusted (non-GAAP):" under the result of the year opens other measures of the same names.
    """
    rest = beside_period(line.section)
    if line.is_heading or not says(rest, _RESTATES) or line.dimensions or _CASH.search(rest):
        return line
    return structs.replace(line, dimensions=(("section", _member(rest)),))


def is_dated(lines: Sequence[Line], columns: Sequence[Column]) -> bool:
    """True where a column or a line has a period: without one nothing can tie to a table."""
    dated = any(column.period is not None for column in columns)
    return dated or any(line.period is not None for line in lines)


def dated_lines(
    lines: Sequence[Line], columns: Sequence[Column], calendar: FiscalCalendar | None
) -> tuple[Line, ...]:
    """The lines with the periods that their captions, or the headings over them, name.

    Only where no column names one: a table of parts side by side has its periods one under the
    other.
    """
    if any(column.period is not None for column in columns):
        return tuple(lines)
    dated: list[Line] = []
    heading: Period | None = None
    for line in lines:
        said = period_words(line.caption)
        period = None
        if said != NOTHING and len(line.caption) <= _LONGEST_TITLE:
            period = period_of(said, NOTHING, calendar, instant=None)
        if line.is_heading:
            heading = period or heading
        dated.append(structs.replace(line, period=period or heading))
    return tuple(dated)


def _of_its_own(titles: Sequence[str]) -> Sequence[str]:
    """The title lines behind the number of the page, over which stands what heads every page.

    "Acme Reports Third Quarter Results", "January 29, 2009" and "Page 4" say when nothing is of.
    """
    last = max((n for n, line in enumerate(titles) if _PAGE.match(line)), default=-1)
    return titles[last + 1 :]


def _over(titles: Sequence[str], *, is_face: bool) -> PeriodWords:
    """What the title lines say of the period, the nearest first; ambiguous ones say nothing.

    An outlook is of the whole year it names; no primary statement is one.
    """
    over = NOTHING
    bare = {_length(line) for line in titles if not beside_period(line)} - {(0, 0)}
    for line in reversed(titles):
        if len(line) > _LONGEST_TITLE or is_ambiguous(line):
            continue
        if len(bare) > 1 and not beside_period(line):  # heads of columns that fit none
            continue
        said = period_words(line) if is_face else whole_if_ahead(period_words(line), line)
        has_length = over.months or over.weeks or over.quarter or over.to_date
        if not has_length:
            over = structs.replace(
                over,
                months=said.months,
                weeks=said.weeks,
                quarter=said.quarter,
                to_date=said.to_date,
            )
        if over.end is None and over.month_day is None and over.year is None:
            over = structs.replace(
                over, end=said.end, month_day=said.month_day, year=said.year, start=said.start
            )
        elif over.end is None and over.year and not over.month_day and said.month_day:
            day = DateSaid(*said.month_day).on(over.year)  # "June 30," over "2026"
            over = structs.replace(over, end=day, month_day=said.month_day)
    return over


def _length(line: str) -> tuple[int, int]:
    """The months and weeks that a line names."""
    said = period_words(line)
    return said.months, said.weeks


def _told_apart(rests: Sequence[str]) -> list[str]:
    """The words of headers beside their periods, without those that stand over every column."""
    if len(rests) < 2:
        return list(rests)
    common = set.intersection(*(set(rest.split()) for rest in rests))
    common = {word for word in common if not says(word, _RESTATES)} - LETTERED
    return [" ".join(word for word in rest.split() if word not in common) for rest in rests]


def _of_column(
    rest: str, period: Period | None, periods: Sequence[Period | None], kind: Kind
) -> Dimensions:
    """The qualifier of a column: its words, where they set it apart from the company as a whole.

    On a face statement stray words over a column set it apart only where another column has the
    same period.
    """
    if not rest or not sets_apart(rest):
        return ()
    shared = period is not None and periods.count(period) > 1
    if kind.is_face and not shared and not says(rest, _RESTATES):
        return ()
    return (("column", _member(rest)),)


def _components(rests: Sequence[str]) -> list[Dimensions]:
    """The components of equity; the total has no qualifier, that of the parent where others share.

    What the parent and others have in total is a component of its own: the balance sheet's equity
    is the parent's.
    """
    shared = any(_OTHERS.search(rest) for rest in rests)
    whole = _PARENT if shared else _TOTAL
    return [() if whole.match(rest) else (("component", _member(rest)),) for rest in rests]


def _of_table(titles: Sequence[str], kind: Kind) -> Dimensions:
    """The qualifier of a whole table, from the nearest title that speaks of no period or scale.

    A reconciliation has measures of both sorts, told by its lines, unless its title names one.
    What stands over the registrant's name is no title.
    """
    for line in reversed(list(_titling(titles))):
        rest = beside_period(line)
        if _REGISTRANT.search(line):
            break
        if len(line) > _LONGEST_TITLE or not rest:
            continue
        if kind.name == "reconciliation":
            is_other = says(rest, _RESTATES) and not _COMPARES.search(rest)
            is_other = is_other or tells_ahead(line)
            return (("table", _member(rest)),) if is_other and len(rest.split()) < 8 else ()
        if not is_general(line):
            return (("table", _member(rest)),)
    return ()


def _titling(titles: Sequence[str]) -> Iterator[str]:
    """The titles but for the sentence that leads to a table: "The following table presents …:"."""
    ends = [line.rstrip().endswith((":", ".")) for line in titles]
    stop = 0
    for number, line in enumerate(titles):
        if _LEADS.search(line) and not says(line, _RESTATES):
            stop = next((n + 1 for n in range(number, len(titles)) if ends[n]), number + 1)
        if number >= stop:
            yield line


def _member(words: str) -> str:
    """The words as the name of a member."""
    return extension(words).name.partition(":")[2]


def _sorted(*dimensions: Dimensions) -> Dimensions:
    """Qualifiers together, by axis."""
    return tuple(sorted(pair for pairs in dimensions for pair in pairs))
