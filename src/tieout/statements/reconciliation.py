"""Reconciliations: from a measure in the accounts to one that adjusts it."""

import re
from collections.abc import Sequence

from tieout.statements.kind import Kind, unsummed

_MEASURE = re.compile(
    r"non-?gaap|\badjusted\b|\bebitda|free cash flow|\bffo\b|funds from operations", re.IGNORECASE
)
_STARTS = re.compile(
    r"\bgaap\b|as reported|net (?:income|loss|earnings)|operating (?:income|profit|loss)"
    r"|net cash|cash (?:flows? )?(?:provided|from)|gross (?:profit|margin)|earnings per",
    re.IGNORECASE,
)
_RESTATED = re.compile(r"non-?gaap|\badjust(?:ed|ments?)\b|pro\s*forma|\bcore\b", re.IGNORECASE)
_PARTS = re.compile(r"eliminat|consolidating", re.IGNORECASE)


def bears(headers: Sequence[str], captions: Sequence[str]) -> bool:
    """True where columns restate each other, or lines lead from one measure to an adjusted one."""
    if any(_RESTATED.search(header) for header in headers):
        return not any(_PARTS.search(header) for header in headers)
    adjusted = [number for number, caption in enumerate(captions) if _MEASURE.search(caption)]
    first = next((n for n, caption in enumerate(captions[:3]) if _STARTS.search(caption)), None)
    return first is not None and bool(adjusted) and adjusted[-1] > first + 1


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
