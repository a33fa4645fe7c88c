"""Tables by segment: the lines or the columns are parts of the company."""

import re
from collections.abc import Sequence

from msgspec import structs

from tieout.lexicon.canonical import normal
from tieout.lexicon.heads import is_general
from tieout.lexicon.labels import named
from tieout.model.statement import Line
from tieout.patterns import pattern
from tieout.statements.concepts import Lines, of_member
from tieout.statements.kinds import Kind
from tieout.statements.sums.listed import listed

_PARTS = pattern(r"eliminat|\bcorporate\b|consolidating|\bsegments?\b|unallocated", re.IGNORECASE)
_OF_PARTS = frozenset(
    {
        "us-gaap:Revenues",
        "us-gaap:GrossProfit",
        "us-gaap:OperatingIncomeLoss",
        "us-gaap:Assets",
        "us-gaap:DepreciationDepletionAndAmortization",
    }
)
"""Measures whose parts are named under them; what stands under others is their components."""
_TOTAL = pattern(r"\s*(?:total|consolidated)\b", re.IGNORECASE)


def bears(headers: Sequence[str], captions: Sequence[str]) -> bool:
    """True where two columns or more are parts and their eliminations."""
    return sum(bool(_PARTS.search(header)) for header in headers) > 1


def owned(lines: Lines) -> Lines:
    """The lines with whose they are: a segment's name under a measure, or a measure under a name.

    Under a heading the lexicon knows ("Revenues:") a line it does not know is that measure of a
    part; under any other heading every line is the heading's own.
    """
    return tuple(_owned(line) for line in lines)


def _owned(line: Line) -> Line:
    """The line as its section's."""
    if line.is_heading or not line.section:
        return line
    measure = named(normal(line.heading))
    if measure is not None and measure.name in _OF_PARTS:
        if line.concept.startswith("us-gaap:") or _TOTAL.match(line.caption):
            return line
        owner = of_member("segment", line.caption)
        return structs.replace(line, concept=measure.name, dimensions=owner)
    if measure is not None or is_general(line.heading):
        return line
    return structs.replace(line, dimensions=of_member("segment", line.heading))


KIND = Kind(
    name="segments",
    titles=pattern(
        r"\bsegments?\b|\bby\s+(?:division|business|region|geograph|product|operating|reportable"
        r"|country|market|channel|category|customer|type|source)|disaggregat|consolidating",
        re.IGNORECASE,
    ),
    on="income",
    is_instant=None,
    signature=frozenset(),
    enough=0,
    adds=listed,
    places=(owned,),
    rank=2,
    bears=bears,
)
