"""Supplemental tables: selected figures, operating data, and whatever else has dated columns."""

from collections.abc import Sequence

from msgspec import structs

from tieout.lexicon.canonical import normal
from tieout.lexicon.heads import is_general
from tieout.lexicon.labels import concept_of, named
from tieout.lexicon.periods import NOTHING, period_words
from tieout.model.statement import Line
from tieout.patterns import pattern
from tieout.statements.concepts import Lines, of_member, renamed
from tieout.statements.concepts.places import headed
from tieout.statements.kinds import Kind
from tieout.statements.sums.listed import listed


def bears(headers: Sequence[str], captions: Sequence[str]) -> bool:
    """True where some column names a period; a list of numbers to call names none."""
    return any(period_words(header) != NOTHING for header in headers)


def balances(lines: Lines) -> Lines:
    """The lines, a balance under its concept where only a balance sheet has the caption."""
    return renamed(lines, {n: _balance(line) for n, line in enumerate(lines)})


def owned(lines: Lines) -> Lines:
    """The lines, each as its section's."""
    return tuple(_owned(line) for line in lines)


def _balance(line: Line) -> str:
    """The concept the line has on a balance sheet, where no other statement knows it."""
    if line.is_heading or line.concept.startswith("us-gaap:"):
        return line.concept
    concept = concept_of(line.caption, "balance", line.section)
    is_amount = concept.is_known and concept.unit.is_money and line.unit.is_scaled
    return concept.name if is_amount else line.concept


def _owned(line: Line) -> Line:
    """The line as its section's, where the heading names more than the company's results."""
    heading = line.heading
    if line.is_heading or not heading or is_general(heading) or named(normal(heading)):
        return line
    return structs.replace(line, dimensions=of_member("section", heading))


KIND = Kind(
    name="supplemental",
    titles=pattern(r"(?!)"),
    on="income",
    is_instant=None,
    signature=frozenset(),
    enough=0,
    adds=listed,
    places=(balances, headed, owned),
    rank=3,
    bears=bears,
)
