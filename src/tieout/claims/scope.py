"""The segment of the company that a heading names."""

import re

from tieout.lexicon.canonical import normal
from tieout.lexicon.labels import named
from tieout.patterns import pattern

_MOST_WORDS = 6
_GENERAL = pattern(
    r"[0-9:]|\b(?:quarter|year|months|weeks|fiscal|period|results?|summary|highlights?|financial"
    r"|operati(?:ng|ons|onal)|overview|review|cash|balance|liquidity|capital|outlook|guidance"
    r"|company|consolidated|business|announces?|reports?|reported|recent|key|updates?"
    r"|performance|comment\w*|discussion|gaap|about|conference|call|webcast|release|note|share"
    r"|earnings|expenses?|costs?|revenues?|sales|income|loss|profit|margins?|backlog|orders?"
    r"|dividends?|repurchases?|tax(?:es)?|statements?|sheets?|inc|corp|corporation|ltd|llc|plc"
    r"|records?|quality|growth|strong|solid|bookings|delivers|achieves|strategic|n\.v|more|continued|page|tables?|attached|contents|exhibit|press|investors?|relations|media|contacts?|developments?|environment|position|total)\b",
    re.IGNORECASE,
)

_SALES = frozenset(("revenue", "revenues", "sales"))
_ABOUT_IT = _SALES | {"segment", "division", "highlights", "results", "performance", "operations"}


def segment_of(heading: str, names: frozenset[str] = frozenset()) -> str:
    """The segment that a heading names: a few words of which none is about results; else empty.

    "Retail Banking Highlights" and "Hospitality Revenue" name their segments; `names` are the
    registrant's own, which name none by themselves.
    """
    plain = _without_about(heading)
    words = normal(plain)
    if not words or len(words.split()) > _MOST_WORDS or _GENERAL.search(plain):
        return ""
    if set(words.split()) <= names or (words != "other" and named(words)):
        return ""
    return words


def _without_about(heading: str) -> str:
    """A heading less the words at its end that say what of the segment is told."""
    words = heading.strip().removesuffix(":").split()
    while len(words) > 1 and words[-1].lower() in _ABOUT_IT:
        sells = words.pop().lower() in _SALES
        if sells and len(words) > 1 and words[-1].lower() == "net":
            words.pop()
    return " ".join(words)
