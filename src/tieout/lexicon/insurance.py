"""An insurer's ratios to premiums earned, which are called by what stands over the premiums."""

import re
from functools import lru_cache

from tieout.patterns import pattern

_RATIO = pattern(r"\bratio\b", re.IGNORECASE)
_KINDS = tuple(
    pattern(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "loss(?:es)?|claims?|benefits?|lae|medical|health care",
        "dividends?",
        "expenses?|acquisition|administrati(?:ve|on)|commissions?|costs?|sg&a|g&a",
    )
)
_NO_CLAIMS = pattern(
    r"^(?>.*?\b(?:net|operating|underwriting|pre-?tax|before)\b).*\blosse?s?\b", re.I | re.M
)


def is_ratio_of(ratio: str, over: str) -> bool:
    """True where a ratio of premiums is called by a line: "Loss ratio" by "Losses and LAE"."""
    if not _RATIO.search(ratio) or _NO_CLAIMS.search(over):
        return False
    kind = _kind(_RATIO.sub(" ", ratio))
    return kind >= 0 and kind == _kind(over)


@lru_cache(maxsize=4096)
def _kind(caption: str) -> int:
    """Which of an insurer's costs a caption names, claims before others; −1 for none."""
    return next((n for n, words in enumerate(_KINDS) if words.search(caption)), -1)
