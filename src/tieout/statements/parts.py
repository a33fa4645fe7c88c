"""Tables to Rows: cut at rows that open another statement, and joined to what they go on from."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from tieout.lexicon.markup import clean
from tieout.lexicon.shapes import DASH_SET
from tieout.model.document import Document
from tieout.model.table import Table
from tieout.statements.heads import headed_anew
from tieout.statements.lines import Rows
from tieout.statements.lines.scale import scale_of

_STATEMENT = re.compile(
    r"\bbalance\s+sheets?\b|\bincome\s+statements?\b|\bresults\s+of\s+operations\b"
    r"|\bstatements?\s+of\s+[a-z\s]{0,40}(?:operations|income|earnings|cash\s+flows?|condition|position)"
    r"|\bcash\s+flows?\s+(?:statements?|data)\b",
    re.IGNORECASE,
)
# "Reconciliation of cash to the balance sheet:" still belongs to the cash flows above it.
_QUOTES = re.compile(r"reconcil|supplement|disclos|adjustments? to", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:data|ratios?|statistics|measures|metrics|information|highlights)\s*:?\s*(?:\([^()]*\))?\Z",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    rf"(?:[\s0-9.|{DASH_SET}]|page|\(?\bcont(?:inued|['\u2019]?d)?\b\)?)*\Z", re.IGNORECASE
)
# A line that tells an amount is a headline or a sentence, and names no table.
_TELLS = re.compile(
    r"[$\u20ac\u00a3]\s?(?!000)[0-9]|[0-9]\s?%|[0-9]\s(?:thousand|million|billion)\b", re.IGNORECASE
)
_NOTE = re.compile(r"\s*(?:[*\u2020\u2021]{1,3}|\([0-9a-z]{1,2}\))\s*\S")
_LONGEST = 100
_FEWEST = 2


def rows_of(document: Document, tables: Sequence[Table]) -> Iterator[Rows]:
    """The tables of a document in parts, each under its titles and in the scale they say."""
    before: Table | None = None
    for table in tables:
        goes_on = before is not None and _goes_on(document, before, table)
        if before is not None and goes_on:
            table = structs.replace(table, titles=before.titles, headers=before.headers)
        said = (clean(span.of(document.text)) for span in table.titles)
        titles = [line for line in said if not _TELLS.search(line)]
        scale = scale_of(table, titles, document.currency)
        for before in headed_anew(document, table):
            for part, heading in parts_of(before):
                yield Rows(part, scale, [*titles, *filter(None, [heading])], goes_on=goes_on)


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
    named = [number for number, caption in headings.items() if _opens(caption)]
    cuts = [0]
    for number, caption in headings.items() if named else ():
        opens = number in named or _OTHER.search(caption)
        if opens and min(_figured(table, cuts[-1], number), _figured(table, number)) >= _FEWEST:
            cuts.append(number)
    for start, stop in zip(cuts, [*cuts[1:], len(table.rows)], strict=True):
        heading = headings.get(start, "") if named else ""
        if not start and table.first_row:  # what is headed anew may stand under notes on the above
            first = next((n for n, row in enumerate(table.rows) if row.has_number), 0)
            over = [number for number in named if number < first]
            heading = headings[over[-1]] if over else heading
        yield (
            structs.replace(table, rows=table.rows[start:stop], first_row=table.first_row + start),
            heading,
        )


def _opens(caption: str) -> bool:
    """True for a heading that names a statement, not for what only quotes one."""
    return bool(_STATEMENT.search(caption)) and not _QUOTES.search(caption)


def _goes_on(document: Document, before: Table, table: Table) -> bool:
    """True where the table has no head, and stands right behind one with as many columns.

    Nothing but a page's number and its like stands between the two, or one note on the first.
    """
    titles = [title.of(document.text) for title in table.titles]
    titled = any(not (_FURNITURE.match(one) or _NOTE.match(one)) for one in titles)
    if titled or any(header.text for header in table.headers):
        return False
    between = document.text[before.end : table.start][: 2 * _LONGEST + 1].splitlines()
    notes = [line for line in between if not _FURNITURE.match(line)]
    named = any(header.text for header in before.headers)
    return (
        named
        and len(table.headers) == len(before.headers)
        and sum(map(len, between)) <= (2 * _LONGEST if notes else _LONGEST)
        and len(notes) <= 1
        and all(map(_NOTE.match, notes))
    )


def _figured(table: Table, start: int, stop: int | None = None) -> int:
    """How many of the rows have a number."""
    return sum(row.has_number for row in table.rows[start:stop])
