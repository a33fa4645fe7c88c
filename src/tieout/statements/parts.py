"""Tables to Rows: cut at rows that open another statement, and joined to what they go on from."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate

from msgspec import structs

from tieout.lexicon.currencies import without_currency
from tieout.lexicon.heads import compares_columns
from tieout.lexicon.markup import clean
from tieout.lexicon.shapes import DASH_SET
from tieout.lexicon.spoken import is_of_time
from tieout.model.document import Document, Span
from tieout.model.memo import Memo, afresh
from tieout.model.table import Header, Table, TableRow
from tieout.patterns import pattern
from tieout.statements.lines import Rows
from tieout.statements.lines.scale import scale_of

_STATEMENT = pattern(
    r"\bbalance\s+sheets?\b|\bincome\s+statements?\b|\bresults\s+of\s+operations\b"
    r"|\bstatements?\s+of\s+[a-z\s]{0,40}(?:operations|income|earnings|cash\s+flows?|condition|position)"
    r"|\bcash\s+flows?\s+(?:statements?|data)\b",
    re.IGNORECASE,
)
# "Reconciliation of cash to the balance sheet:" still belongs to the cash flows above it.
_QUOTES = pattern(r"reconcil|supplement|disclos|adjustments? to", re.IGNORECASE)
_OTHER = pattern(
    r"\b(?:data|ratios?|statistics|measures|metrics|information|highlights)\s*+(?::\s*+)?(?:\([^()]*+\))?\Z",
    re.IGNORECASE,
)
_FURNITURE = pattern(
    rf"(?:[\s0-9.|{DASH_SET}]|page|\(?\bcont(?:inued|['\u2019]?d)?\b\)?)*\Z", re.IGNORECASE
)
# A line that tells an amount is a headline or a sentence, and names no table.
_TELLS = pattern(
    r"[$\u20ac\u00a3]\s?(?!000)[0-9]|[0-9]\s?%|[0-9]\s(?:thousand|million|billion)\b", re.IGNORECASE
)
_NOTE = pattern(r"\s*(?:[*\u2020\u2021]{1,3}|\([0-9a-z]{1,2}\))\s*\S")
_LONGEST = 100
_FEWEST = 2
_NAME = 40
"""The longest name of a column."""


def rows_of(document: Document, tables: Sequence[Table], memo: Memo = afresh) -> Iterator[Rows]:
    """The tables of a document in parts, each under its titles and in the scale they say."""
    before: Table | None = None
    for table in tables:
        goes_on = before is not None and _goes_on(document, before, table)
        above = before if goes_on else None
        before, rows = memo("rows", partial(_rows, document, table, above), table, above)
        yield from rows


def _rows(document: Document, table: Table, before: Table | None) -> tuple[Table, list[Rows]]:
    """The parts of a table that may go on from one before it, and the last it is headed as."""
    if before is not None:
        table = structs.replace(table, titles=before.titles, headers=before.headers)
    said = (clean(span.of(document.text)) for span in table.titles)
    titles = [line for line in said if not _TELLS.search(line)]
    headed, rows = table, list[Rows]()
    for headed, over in _headed(document, table):
        above = [*titles, *over]
        scale = scale_of(headed, above, document.currency)
        rows += (
            Rows(part, scale, [*above, *filter(None, [heading])], goes_on=before is not None)
            for part, heading in parts_of(headed)
        )
    return headed, rows


def _headed(document: Document, table: Table) -> Iterator[tuple[Table, list[str]]]:
    """The table cut where rows name columns anew: each part under its own names, as a rule one.

    Beside each stand the headings right over its names, which are titles of it.
    """
    start, over, at = 0, table.headers, 0
    titles: list[str] = []
    told = [0, *accumulate(row.has_number for row in table.rows)]
    while at < len(table.rows):
        stop, headers = _renamed(document, table, at)
        if headers and min(told[at] - told[start], told[-1] - told[stop]) >= _FEWEST:
            last = at
            while table.rows[last - 1].is_heading:
                last -= 1
            rows = table.rows[start:last]
            yield structs.replace(table, headers=over, rows=rows, first_row=start), titles
            start, over = stop, headers
            titles = [row.caption for row in table.rows[last:at]]
        at = stop
    yield structs.replace(table, headers=over, rows=table.rows[start:], first_row=start), titles


def _renamed(document: Document, table: Table, first: int) -> tuple[int, tuple[Header, ...]]:
    """The names that rows give the columns anew from one row on, and where these rows end.

    They name times, one of them without a caption, and not those the table has; a heading over
    them may say of what length, and what the table's own names say beside times stays. Columns
    are without a name where one is set over several that nothing else tells apart.
    """
    opening = table.rows[first]
    if not opening.is_heading and not _times(document, opening):
        return first + 1, ()
    is_over = opening.is_heading and len(opening.caption) <= _NAME and is_of_time(opening.caption)
    named = [list(opening.spans if is_over else ()) for _ in table.headers]
    stop, is_bare = first + is_over, False
    while stop < len(table.rows) and (told := _times(document, table.rows[stop])):
        is_bare = is_bare or not table.rows[stop].caption
        for spans, one in zip(named, told, strict=True):
            spans += [one] if one else []
        stop += 1
    if not is_bare:
        return max(stop, first + 1), ()
    for spans, old in zip(named, table.headers, strict=True):
        spans[:0] = [span for span in old.spans if not is_of_time(clean(span.of(document.text)))]
    names = tuple(
        Header(" ".join(clean(span.of(document.text)) for span in spans), tuple(spans))
        for spans in named
    )
    is_new = any(
        not set(one.text.split()) <= set(old.text.split())
        for one, old in zip(names, table.headers, strict=True)
    )
    if not is_new or not all(named):
        return stop, ()
    apart = {(one.text, old.text) for one, old in zip(names, table.headers, strict=True)}
    is_told = len(apart) == len({one.text for one in names})
    return stop, names if is_told else tuple(Header("", ()) for _ in names)


def _times(document: Document, row: TableRow) -> list[Span | None]:
    """What stands in each column of a row that names times and changes; empty for any other."""
    told: list[Span | None] = []
    for reading in row.readings:
        if reading.kind == "number" and document.figures[reading.figure].kind != "year":
            return []
        if reading.kind == "blank":
            told.append(None)
            continue
        span = Span(reading.start, reading.end)
        is_time = reading.kind in ("number", "text") and span.end - span.start <= _NAME
        if not _names(clean(span.of(document.text)) if is_time else ""):
            return []
        told.append(span)
    return told if any(told) else []


def _names(words: str) -> bool:
    """True for a time, a change or a currency, as columns are named."""
    if is_of_time(words) or compares_columns(words):
        return True
    return bool(words) and not without_currency(words).strip()


def parts_of(table: Table) -> Iterator[tuple[Table, str]]:
    """The table in parts, each with the heading that opens it: whole and without one as a rule.

    Where a heading among the rows names a statement, it opens a part, and so does every heading
    of data, ratios and the like, if rows with figures stand over it and under it.
    """
    headings = {
        number: row.caption
        for number, row in enumerate(table.rows)
        if row.is_heading and len(row.caption) <= _LONGEST
    }
    named = any(map(_opens, headings.values()))
    figured = [0, *accumulate(row.has_number for row in table.rows)]
    cuts = [0]
    for number, caption in headings.items() if named else ():
        if _opens(caption) or _OTHER.search(caption):
            above, under = figured[number] - figured[cuts[-1]], figured[-1] - figured[number]
            if min(above, under) >= _FEWEST:
                cuts.append(number)
    for start, stop in zip(cuts, [*cuts[1:], len(table.rows)], strict=True):
        heading = headings.get(start, "") if named else ""
        rows, first = table.rows[start:stop], table.first_row + start
        yield structs.replace(table, rows=rows, first_row=first), heading


def _opens(caption: str) -> bool:
    """True for a heading that names a statement, not for what only quotes one."""
    return bool(_STATEMENT.search(caption)) and not _QUOTES.search(caption)


def _goes_on(document: Document, before: Table, table: Table) -> bool:
    """True where the table has no head, and stands right behind one with as many columns.

    Nothing but a page's number and its like stands between the two, or one note on the first.
    """
    titles = [title.of(document.text) for title in table.titles]
    titled = any(not (_FURNITURE.match(one) or _NOTE.match(one)) for one in titles)
    gap = table.start - before.end
    if titled or gap > 2 * _LONGEST or any(header.text for header in table.headers):
        return False
    between = document.text[before.end : table.start].splitlines()
    notes = [line for line in between if not _FURNITURE.match(line)]
    named = any(header.text for header in before.headers)
    return (
        named
        and len(table.headers) == len(before.headers)
        and gap <= (2 * _LONGEST if notes else _LONGEST)
        and len(notes) <= 1
        and all(map(_NOTE.match, notes))
    )
