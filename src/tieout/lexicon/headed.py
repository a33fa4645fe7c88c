"""Revenue of a part and what it cost, in one form: "net sales of products" is "product revenue"."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, TypeAlias

from tieout.lexicon.canonical import singular
from tieout.patterns import pattern

Heading: TypeAlias = Literal["revenue", "cost", ""]
"""What a heading says of the parts named under it; "" where it says neither."""

_EARNED = r"(?:net )?(?:revenues?|sales)"
_REVENUE_OF = pattern(
    rf"(?:(?:net )?revenues?|net sales) (?:from|of) (?P<of>.+)|(?P<part>.+?) {_EARNED}"
)
_COST_OF = pattern(
    rf"costs? of (?:{_EARNED} (?:from |of )?)?(?P<of>.+?)(?: {_EARNED})?"
    rf"|(?P<part>.+?) costs? of {_EARNED}"
)
_NO_PART = pattern(
    r"(?:and|or|of|to|as|a|for|from|by|in|on|with|excluding|per|net|total|gross|cost|sales"
    r"|revenues?|goods)\Z|\b(?:percentage|percent|same|comparable|unit|growth|change|deferred)\b"
)
_REVENUES = pattern(rf"(?:total )?(?:operating )?{_EARNED}(?: and other(?: income)?)?")
_COSTS = pattern(
    rf"(?:total )?costs? of (?:{_EARNED}|(?:goods|products?)(?: and services?)? sold"
    r"|products? and services?|sales and services?)"
)
_NAMES_ITSELF = pattern(
    r"\b(?:revenues?|sales|income|profit|loss|losses|gains?|earnings|margin|total|less|interest"
    r"|dividends?|provision|tax(?:es)?|expenses?|costs?|amortization|depreciation|impairments?"
    r"|compensation|charges?|adjustments?|rent|rents|rental|rentals|royalty|royalties)\b"
)


def heading_of(wordings: Iterable[str]) -> Heading:
    """Whether parts of revenue or of what it cost stand under a heading, by its wordings."""
    for words in wordings:
        if _REVENUES.fullmatch(words):
            return "revenue"
        if _COSTS.fullmatch(words):
            return "cost"
    return ""


def part_of(words: str, heading: Heading) -> str:
    """What a row is under such a heading: "services" is "service revenue", or "cost of service".

    Empty where the row's own words say what it is.
    """
    if not heading or not words or _NAMES_ITSELF.search(words):
        return ""
    return in_one_form(f"{words} revenue" if heading == "revenue" else f"cost of {words}")


@lru_cache(maxsize=8192)
def in_one_form(words: str) -> str:
    """The words, those of a part's revenue or cost in the one form that many wordings share."""
    if "cost" not in words and "revenue" not in words and "sales" not in words:
        return words
    for fits, form in (
        (_COST_OF.fullmatch, "cost of {}"),
        (_REVENUE_OF.fullmatch, "{} revenue"),
    ):
        found = fits(words)
        part = (found["of"] or found["part"]) if found is not None else ""
        if part and not _NO_PART.search(part):
            head, _, last = part.rpartition(" ")
            return form.format(f"{head} {singular(last)}".strip())
    return words
