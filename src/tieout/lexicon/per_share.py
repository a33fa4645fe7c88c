"""Earnings per share, and the shares they are computed on, told by the words of a caption."""

import re

from tieout.lexicon.letters import letters
from tieout.lexicon.qualifiers import Kind, of_kind
from tieout.lexicon.units import is_per_share
from tieout.patterns import pattern

_BASIC = pattern(r"\bbasic\b", re.IGNORECASE)
_DILUTED = pattern(r"\b(?:fully\s+)?dilut(?:ed|ive)\b|\bassuming dilution\b", re.IGNORECASE)
_EARNINGS = pattern(r"\b(?:income|loss|earnings|profit|eps|operations)\b", re.IGNORECASE)
# "Average revenue per unit" and "units in service" count no part of a company.
_SHARES = pattern(
    r"\bshares?\b|(?<!per )\b(?:(?:common|partners?|partnership|lp|subordinated|diluted)\s+units?"
    r"|units?\s+outstanding)\b",
    re.IGNORECASE,
)
_EQUIVALENT = pattern(r"\bcommon(?:\s+shares?)?\s+(?:and|plus)\s+(?:common|potential)", re.I)
_COUNTED = pattern(r"\b(?:weighted|average|avg|used|computing|computation|calculat\w+)\b", re.I)
_NO_RESULT = pattern(
    r"\b(?:comprehensive|dividends?|distributions?|extraordinary|cumulative|investment\s+income)\b",
    re.IGNORECASE,
)
_QUALIFIED: tuple[Kind, ...] = ("restating", "bridge", "without", "currency")
_PART = pattern(r"\b(?:continuing|discontinued)\b", re.IGNORECASE)
_BASIS_LAST = pattern(
    r"(?:(?<!\s)\s++)?(?:[,:\u2010-\u2015-]\s*+)?\b(?:basic|diluted)\W*\Z", re.IGNORECASE
)
_BASIS_ALONE = pattern(r"\W*(?:basic|(?:fully\s+)?diluted|assuming\s+dilution)\W*\Z", re.I)
_PER = pattern(r"\bper\b.*|\(?\b(?:basic|diluted)\b\)?", re.IGNORECASE)
_EPS = pattern(r"\beps\b", re.IGNORECASE)
_NET_ASSETS = pattern(r"\bnet\s+asset\s+values?\b", re.IGNORECASE)
_ALONE = 40  # a longer caption names its measure itself, whatever heading it stands under

_OF_SHARES = frozenset({"share", "shares", "unit", "units", "ads", "adr", "eps"})
"""Words without one of which nothing is of shares."""
_COUNT_WORDS = frozenset(
    [
        *("basic", "diluted", "undiluted", "fully", "assuming", "dilution"),
        *("and", "the", "of", "in"),
        *("common", "ordinary", "stock", "share", "shares", "unit", "units", "count", "number"),
        *("outstanding", "equivalent", "equivalents", "potential", "total", "gaap"),
        *("limited", "partner", "partners", "lp", "subordinated", "million", "millions"),
        *("thousand", "thousands", "class", "series", "a", "b", "c", "voting", "non"),
    ]
)
"""The words of a caption that is a count of shares though no word says that it is an average."""

_Names = tuple[str, str, str]
_SHARES_USED: _Names = (
    "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
    "WeightedAverageNumberOfSharesOutstandingBasic",
    "WeightedAverageNumberOfDilutedSharesOutstanding",
)
_WHOLE: _Names = (
    "EarningsPerShareBasicAndDiluted",
    "EarningsPerShareBasic",
    "EarningsPerShareDiluted",
)
_OF_PART: dict[str, _Names] = {
    "continuing": (
        "IncomeLossFromContinuingOperationsPerBasicAndDilutedShare",
        "IncomeLossFromContinuingOperationsPerBasicShare",
        "IncomeLossFromContinuingOperationsPerDilutedShare",
    ),
    "discontinued": (
        "DiscontinuedOperationIncomeLossFromDiscontinuedOperationNetOfTaxPerBasicAndDilutedShare",
        "IncomeLossFromDiscontinuedOperationsNetOfTaxPerBasicShare",
        "IncomeLossFromDiscontinuedOperationsNetOfTaxPerDilutedShare",
    ),
}


def share_element(caption: str, section: str) -> str | None:
    """The us-gaap element of a caption, without its prefix; None where it is of no share.

    "Basic", "Diluted" and "Continuing operations" alone take their meaning from the heading they
    stand under. A measure that is qualified ("adjusted", "excluding") is no element.
    """
    if _OF_SHARES.isdisjoint(letters(caption)) and _OF_SHARES.isdisjoint(letters(section)):
        return None
    words = caption
    is_short = len(caption) < _ALONE or _PART.search(caption) or _BASIS_LAST.search(caption)
    if is_short and not (is_per_share(caption) or _SHARES.search(caption)):
        words = f"{section} {caption}"
    counted = bool(_SHARES.search(words) and _COUNTED.search(words)) or counts_by_basis(caption)
    if not counted and not is_per_share(words):
        return None
    part = None if counted else _PART.search(words)
    is_other = _NO_RESULT.search(words) or of_kind(words, *_QUALIFIED)
    if not counted and (not _EARNINGS.search(words) or is_other):
        return None
    both, basic, diluted = _SHARES_USED if counted else _of(part)
    for told in (caption, words):
        is_basic, is_diluted = bool(_BASIC.search(told)), bool(_DILUTED.search(told))
        if is_basic != is_diluted:
            return basic if is_basic else diluted
        if is_basic:
            break
    return diluted if counted and _EQUIVALENT.search(caption) else both


def counts_by_basis(caption: str) -> bool:
    """True for "Diluted shares": no word but those of a count, and one that says on which basis."""
    if not _SHARES.search(caption) or is_per_share(caption):
        return False
    has_basis = _BASIC.search(caption) or _DILUTED.search(caption) or _EQUIVALENT.search(caption)
    return bool(has_basis) and letters(caption) <= _COUNT_WORDS


def divided(*words: str) -> str:
    """What an amount per share is of, by the words of its line: "Net assets" of a value a share."""
    said = " ".join(_PER.sub(" ", _EPS.sub("earnings", one)) for one in words)
    return _NET_ASSETS.sub("net assets", " ".join(said.split()).strip(": "))


def on_another_basis(caption: str, above: str) -> str:
    """What "Diluted" means under "Continuing operations - basic": the words of both.

    The caption itself where it names more than a basis, or the one above names no other.
    """
    lead = _BASIS_LAST.search(above) if _BASIS_ALONE.match(caption) else None
    if lead is None or not lead.start():
        return caption
    return f"{above[: lead.start()]} {caption}"


def parts_of_whole(element: str) -> tuple[str, ...]:
    """The elements of the parts that make a whole result per share; none for another element."""
    at = _WHOLE.index(element) if element in _WHOLE else -1
    return tuple(names[at] for names in _OF_PART.values()) if at >= 0 else ()


def _of(part: re.Match[str] | None) -> _Names:
    """The elements of the whole result per share, or of the part that is named."""
    return _OF_PART[part[0].lower()] if part else _WHOLE
