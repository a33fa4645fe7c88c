"""Reconciliations: from a measure in the accounts to one that adjusts it."""

import re
from collections.abc import Sequence

from tieout.statements.kind import Kind, unsummed

_MEASURE = re.compile(
    r"non-?gaap|\badjusted\b|\bebitda|free cash flow|\bcore\b|\borganic\b|pro\s*forma|\btangible\b"
    r"|funds from operations|\bffo\b|constant currency|\bexcluding\b|covenant",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"\bgaap\b|as reported|net (?:income|loss|earnings)|operating (?:income|profit|loss)|cash"
    r"|total (?:stock|share)holders|gross (?:profit|margin)|revenue|sales|expenses?|per share",
    re.IGNORECASE,
)
_RESTATED = re.compile(r"non-?gaap|\badjust(?:ed|ments?)\b|pro\s*forma|\bcore\b", re.IGNORECASE)


def bears(headers: Sequence[str], captions: Sequence[str]) -> bool:
    """True where columns restate each other, or lines lead from one measure to an adjusted one."""
    if any(_RESTATED.search(header) for header in headers):
        return True
    adjusted = [number for number, caption in enumerate(captions) if _MEASURE.search(caption)]
    first = next((n for n, caption in enumerate(captions) if _STARTS.search(caption)), None)
    return first is not None and bool(adjusted) and adjusted[-1] > first + 1 and first < 2


KIND = Kind(
    name="reconciliation",
    titles=re.compile(
        r"reconcil|non-?gaap|\badjusted\b|pro\s*forma|free cash flow|ebitda", re.IGNORECASE
    ),
    on="income",
    is_instant=None,
    signature=frozenset(),
    enough=0,
    dissect=unsummed,
    rank=1,
    bears=bears,
)
