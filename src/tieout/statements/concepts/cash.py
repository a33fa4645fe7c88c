"""Concepts of a cash flow statement told by what else stands on it."""

import re

from tieout.patterns import pattern
from tieout.statements.concepts import Lines, renamed

OPENS = pattern(r"\b(?:beginning|start|opening)\b", re.IGNORECASE)
_SHORT = pattern(r"\b(?:three|3)\s+months\s+or\s+less\b|\b(?:90|ninety)\s+days\b", re.IGNORECASE)
_LONGER = {
    f"us-gaap:{name}": f"us-gaap:{name}MaturingInMoreThanThreeMonths"
    for name in ("ProceedsFromShortTermDebt", "RepaymentsOfShortTermDebt")
}


def told(lines: Lines) -> Lines:
    """The lines, short-term debt under its own elements where debt of three months is apart.

    Debt that matures within three months may be reported net, on a line of its own; additions to
    and reductions of short-term debt beside it are then of longer debt.
    """
    if not any(_SHORT.search(line.caption) for line in lines if not line.is_heading):
        return lines
    return renamed(
        lines, {n: _LONGER[one.concept] for n, one in enumerate(lines) if one.concept in _LONGER}
    )
