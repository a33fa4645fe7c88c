"""What a passage speaks of as a whole: a segment, where it stands under a segment's heading."""

import re

from msgspec import structs

from tieout.claims.grammar import Mention
from tieout.claims.subject import scoped
from tieout.lexicon.labels import named, normal

_MOST_WORDS = 6
_GENERAL = re.compile(
    r"[0-9:]|\b(?:quarter|year|months|weeks|fiscal|period|results?|summary|highlights?|financial"
    r"|operati(?:ng|ons|onal)|overview|review|cash|balance|liquidity|capital|outlook|guidance"
    r"|company|consolidated|business|announces?|reports?|reported|recent|key|updates?"
    r"|performance|comment\w*|discussion|gaap|about|conference|call|webcast|release|note|share"
    r"|earnings|expenses?|costs?|revenues?|sales|income|loss|profit|margins?|backlog|orders?"
    r"|dividends?|repurchases?|tax(?:es)?|statements?|sheets?|inc|corp|corporation|ltd|llc|plc"
    r"|n\.v|exhibit|press|developments?|environment|position|total)\b",
    re.IGNORECASE,
)


def segment_of(heading: str) -> str:
    """The segment that a heading names: a few words of which none is about results; else empty."""
    words = normal(heading)
    if not words or len(words.split()) > _MOST_WORDS or _GENERAL.search(heading) or named(words):
        return ""
    return words


def within(mention: Mention, segment: str) -> Mention:
    """The mention as one of the segment: "Revenue" under "Data Center" is not the company's."""
    if not segment or mention.subject is None or not mention.subject.concept.is_known:
        return mention
    return structs.replace(mention, subject=scoped(mention.subject, segment))
