"""Numbers that name: house numbers and postal codes, marks of notes, models, terms of years."""

import re

from tieout.lexicon.shapes import HYPHEN_SET, LONG_DASHES
from tieout.patterns import pattern

ADDRESS = "part of an address"
MARK = "marks a note or an entry of a list"
MODEL = "part of a name"
TERM = "names a term of years, months or days"
PAGE = "a page's number"

_STREET = pattern(
    r"(?:[ \u00a0](?:[NSEW]\.?[ \u00a0])?[A-Z0-9][\w.'\u2019-]*){1,4}"
    r"[ \u00a0](?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Way|Trail|Parkway|Pkwy"
    r"|Place|Plaza|Court|Circle|Highway|Hwy|Square|Terrace|Center|Centre)\b"
)
_STATE_BEFORE = pattern(
    r",[ \u00a0]{1,2}(?:[A-Z]{2}|[A-Z][a-z]+(?:[ \u00a0][A-Z][a-z]+)?)[ \u00a0]{1,2}\Z"
)
_MODEL_BEFORE = pattern(
    rf"(?:[\u2122\u00ae][ \u00a0]?-?|[A-Za-z][{HYPHEN_SET}{LONG_DASHES}]"
    r"|\b(?:Table|Tier|Phase|Level|Stage|Figure|Chart|Version|Class|Series|Part|Article|Step"
    r"|Fortune|Russell|S&P|Type|Title|Basel)[ \u00a0])\Z"
)
# A word in capitals names a model, unless it is a measure's or a currency's.
_CAPITALS_BEFORE = pattern(r"(?<![A-Za-z&-])(?P<word>[A-Z]{3,12})[ \u00a0]\Z")
_MEASURES = frozenset(
    [
        *("EPS", "EBITDA", "EBITDAR", "EBITDAX", "EBIT", "GAAP", "FFO", "AFFO", "NAREIT", "ROE"),
        *("ROA", "ROI", "ROIC", "ROTCE", "ROTE", "NIM", "NII", "NAV", "AUM", "AUA", "ARR", "ARPU"),
        *("CET", "FTE", "ADR", "ADS", "TBV", "PPNR", "ACL", "LTV", "USD", "EUR", "GBP", "CAD"),
        *("LTM", "TTM", "YTD", "QTD", "REVENUE", "INCOME", "SALES", "LOSS", "TOTAL", "NET", "AND"),
        *("THE", "FOR", "FROM", "WITH", "THAN", "OVER", "WAS", "WERE", "ENDED", "SHARES"),
    ]
)
_TERM_BEHIND = pattern(rf"[{HYPHEN_SET}](?:year|month|week|day|hour|minute)s?\b", re.IGNORECASE)
_OPENING = pattern(r"[.):][ \u00a0\t\n]|\t")
_OPENS, _CLOSES = pattern(r"\([ \u00a0]?\Z"), pattern(r"[ \u00a0]?\)")
_SHORT = pattern(r"[0-9]{1,2}\Z")
_WHOLE = pattern(r"[0-9]{1,6}\Z")
_POSTAL = pattern(r"[0-9]{5}\Z")
_NEAR = 40
_FAR = 80


def naming(text: str, start: int, end: int, *, opens: bool) -> str:
    """Why the whole number at [start, end) of a sentence names and does not count; "" if it counts.

    What tells is around it. `opens` is true for the first words of a paragraph: "3. Average".
    """
    printed = text[start:end]
    if not _WHOLE.match(printed):
        return ""
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _FAR]
    if _SHORT.match(printed) and _OPENS.search(before) and _CLOSES.match(behind):
        return MARK
    if opens and _SHORT.match(printed) and _OPENING.match(behind):
        return MARK
    if _TERM_BEHIND.match(behind):
        return TERM
    capitals = _CAPITALS_BEFORE.search(before)
    if _MODEL_BEFORE.search(before) or (capitals and capitals["word"] not in _MEASURES):
        return MODEL
    if _POSTAL.match(printed) and _STATE_BEFORE.search(before):
        return ADDRESS
    return ADDRESS if _STREET.match(behind) else ""
