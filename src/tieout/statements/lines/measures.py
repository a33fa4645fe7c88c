"""What the headings above a line say its figures are: amounts per share, shares, or ratios."""

import re
from functools import lru_cache
from typing import Literal, TypeAlias

from tieout.lexicon.heads import names_ratio
from tieout.lexicon.letters import letters
from tieout.lexicon.things import names_money
from tieout.lexicon.units import is_per_share
from tieout.model.table import TableRow
from tieout.patterns import pattern

Measure: TypeAlias = Literal["", "per share", "shares", "ratios", "percent"]
"""Ratios become percentages at the first line that prints the sign."""

_RATIOS = pattern(r"\bratios?\b|%|\bpercentages?\b|\breturns?\s+on\b|\byields?\b", re.IGNORECASE)

_SHARES = pattern(r"\b(?:shares?|units)\b", re.IGNORECASE)
_COUNTED = pattern(
    r"\bweighted\b|\bavg\b|\baverage\b|\bnumber\s+of\b|\bused\s+(?:in|to|for)\b|\bcomput|\bcalculat"
    r"|\boutstanding\b",
    re.IGNORECASE,
)
_COUNT = pattern(
    r"\b(?:number|weighted[\s-]+average|average)\b.{0,60}\bshares?\b"
    r"|\bshares?\s+(?:issued\s+and\s+)?(?:outstanding|used)\b",
    re.IGNORECASE,
)
# What follows a figure or a bracket remarks on a line and does not name it.
_REMARK = pattern(r"[;0-9$(]")
_MONEY_WORDS = pattern(
    r"\b(?:price|value|proceeds|cost|paid|dividends?|purchases?|repurchases?|issuance|yield)\b",
    re.IGNORECASE,
)
_QUOTIENT = pattern(r"\bto\b|/|\brates?\b|\bspread\b", re.IGNORECASE)
_QUALIFIERS = frozenset(
    [
        *("basic", "diluted", "fully", "assuming", "dilution", "undiluted", "and", "from", "of"),
        *("continuing", "discontinued", "operations", "total", "net", "income", "loss", "earnings"),
        *("per", "used", "in", "for", "computing", "computation", "number", "weighted", "average"),
        *("common", "class", "series", "a", "b", "c", "stock", "shares", "share", "the", "effect"),
        *("gaap", "non", "adjusted"),
    ]
)
"""The words of a caption that says which, under a heading that says what."""
_RESULTS = frozenset({"income", "loss", "earnings"})
_OF_SHARES = frozenset(
    {"basic", "diluted", "dilution", "per", "share", "shares", "weighted", "number", "operations"}
)


def heading_measure(caption: str, above: Measure) -> Measure:
    """What figures under a heading are; a heading that only says which keeps what is said above."""
    if is_per_share(caption) and not (_SHARES.search(caption) and _counts(caption)):
        return "per share"
    if _SHARES.search(caption) and _COUNTED.search(caption):
        return "shares"
    if _RATIOS.search(caption):
        return "percent" if above == "percent" else "ratios"
    return above if says_only_which(caption) else ""


def row_measure(row: TableRow, above: Measure, *, is_scaled: bool) -> Measure:
    """What headings say of a row, for as long as its caption and figures bear it out.

    An amount per share has cents, and a ratio digits behind the point, where the statement's
    money, in thousands or more, has none; behind a line that prints the sign any ratio has them.
    """
    if not above:
        return ""
    numbers = [cell for cell in row.readings if cell.kind == "number"]
    amounts = [cell.amount for cell in numbers if not cell.is_rate]
    in_money = any(cell.currency for cell in numbers)
    if above in ("ratios", "percent"):
        if in_money or is_per_share(row.caption) or _SHARES.search(row.caption):
            return ""
        # A table of nothing but ratios says no scale; its first line then prints the sign.
        is_sure = is_scaled or not amounts or (above == "percent" and not _is_amount(row.caption))
        has_point = is_sure and all(-3 <= amount.exponent < 0 for amount in amounts)
        return ("percent" if numbers and not amounts else above) if has_point else ""
    in_cents = all(amount.exponent <= -2 for amount in amounts)
    if above == "per share":
        is_whole = amounts and all(amount.exponent == 0 for amount in amounts)
        holds = says_only_which(row.caption) or (is_scaled and in_cents)
        return above if holds and not (is_scaled and is_whole) else ""
    holds = says_only_which(row.caption) and not in_money and not _is_result(row.caption)
    return above if holds and not (is_per_share(row.caption) and in_cents) else ""


def _is_amount(caption: str) -> bool:
    """True for a caption that names money and no ratio of it, as "Debt to equity" does."""
    return names_money(caption) and not (names_ratio(caption) or _QUOTIENT.search(caption))


def says_only_which(caption: str) -> bool:
    """True for "Basic", "Assuming dilution:", "Continuing operations"."""
    return letters(caption) <= _QUALIFIERS


def _is_result(caption: str) -> bool:
    """True for "Net income", which no word makes the count of shares it is divided by."""
    words = letters(caption)
    return bool(words & _RESULTS) and not words & _OF_SHARES


@lru_cache(maxsize=8192)
def counts_shares(caption: str) -> bool:
    """True where a caption names a number of shares, not money paid for them."""
    name = _REMARK.split(caption, maxsplit=1)[0]
    return bool(_COUNT.search(name)) and not _MONEY_WORDS.search(name)


def _counts(caption: str) -> bool:
    """True where "per share" only says what the shares are used for."""
    return bool(re.search(r"\bweighted\b|\baverage\b|\bavg\b|\bused\s|\bcomput", caption, re.I))
