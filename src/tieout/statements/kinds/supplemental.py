"""Supplemental tables: selected figures, operating data, and whatever else has dated columns."""

import re
from collections.abc import Sequence

from msgspec import structs

from tieout.lexicon.canonical import normal
from tieout.lexicon.heads import is_general
from tieout.lexicon.labels import concept_of, extension, named
from tieout.lexicon.periods import NOTHING, period_words
from tieout.model.statement import Line
from tieout.statements.kinds import Anatomy, Kind, unsummed
from tieout.statements.sums.listed import listed


def bears(headers: Sequence[str], captions: Sequence[str]) -> bool:
    """True where some column names a period; a list of numbers to call names none."""
    return any(period_words(header) != NOTHING for header in headers)


def dissect(lines: Sequence[Line]) -> Anatomy:
    """The lines, a balance where only a balance sheet has the caption, each as its section's."""
    owned = [_owned(_balance(line)) for line in lines]
    return structs.replace(unsummed(owned), sums=tuple(listed(owned)))


def _balance(line: Line) -> Line:
    """The line under the concept it has on a balance sheet, where no other statement knows it."""
    if line.is_heading or line.concept.startswith("us-gaap:"):
        return line
    concept = concept_of(line.caption, "balance", line.section)
    if not concept.is_known or concept.unit != "USD" or "/" in line.unit or line.unit == "pure":
        return line
    return structs.replace(line, concept=concept.name, feeds=(concept.name,))


def _owned(line: Line) -> Line:
    """The line as its section's, where the heading names more than the company's results."""
    heading = line.section.rpartition(" / ")[2]
    if line.is_heading or not heading or is_general(heading) or named(normal(heading)):
        return line
    return structs.replace(
        line, dimensions=(("section", extension(heading).name.partition(":")[2]),)
    )


KIND = Kind(
    name="supplemental",
    titles=re.compile(r"(?!)"),
    on="income",
    is_instant=None,
    signature=frozenset(),
    enough=0,
    dissect=dissect,
    rank=3,
    bears=bears,
)
