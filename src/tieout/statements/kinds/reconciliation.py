"""Reconciliations: from a measure in the accounts to one that adjusts it."""

import re
from collections.abc import Sequence
from functools import partial

from tieout.lexicon.qualifiers import MEASURES, RESTATED, says
from tieout.model.statement import Line
from tieout.patterns import pattern
from tieout.statements.kinds import Kind
from tieout.statements.sums.listed import listed

_STARTS = pattern(
    r"\bgaap\b|as reported|net (?:income|loss|earnings)|operating (?:income|profit|loss)"
    r"|net cash|cash (?:flows? )?(?:provided|from)|gross (?:profit|margin)|earnings per",
    re.IGNORECASE,
)
_ADJUSTS = pattern(
    r"^\s*(?:income )?tax(?:es)?\b|\btax (?:effect|impact)"
    r"|^\s*(?:total )?(?:non-?gaap )?adjust(?:ments?|ing|ed for)\b",
    re.IGNORECASE,
)
_OTHER = MEASURES | {"funds-from-operations"}
_PARTS = pattern(r"eliminat|consolidating", re.IGNORECASE)


def bears(headers: Sequence[str], captions: Sequence[str]) -> bool:
    """True where columns restate each other, or lines lead from one measure to an adjusted one."""
    if any(says(header, RESTATED) for header in headers):
        return not any(_PARTS.search(header) for header in headers)
    adjusted = [number for number, caption in enumerate(captions) if says(caption, _OTHER)]
    first = next((n for n, caption in enumerate(captions[:3]) if _STARTS.search(caption)), None)
    return first is not None and bool(adjusted) and adjusted[-1] > first + 1


def _is_measure(line: Line) -> bool:
    """True for an adjusted measure, not for the tax or an item that adjusts it."""
    return says(line.caption, _OTHER) and not _ADJUSTS.search(line.caption)


KIND = Kind(
    name="reconciliation",
    titles=pattern(
        r"reconcil|non-?gaap|\badjusted\b|pro\s*forma|free cash flow|ebitda", re.IGNORECASE
    ),
    on="income",
    is_instant=None,
    signature=frozenset(),
    enough=0,
    adds=partial(listed, is_measure=_is_measure),
    rank=1,
    bears=bears,
)
