"""The calculation network of a release: which elements each total sums, statement by statement.

Weights are XBRL's: a part that is printed with the opposite sign of its element enters with the
opposite weight. Totals per share, percentages and averages are in no network.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tieout.evidence.footed import Footed
from tieout.evidence.gathered import Evidence
from tieout.model.amount import foot
from tieout.model.statement import Fact
from tieout.model.workpaper import Release
from tieout.xbrl.elements import Context, Element, Elements, context_of

SHIFTING = "a part enters with another weight, or twice, in another column"
SIDED = "the sides of its parts forbid their weights"
UNBORNE = "it foots in no column"
PARTLY = "it is stated without all of its parts elsewhere"


class Relation(Struct, frozen=True):
    """A total and the weighted elements that make it, in one statement."""

    statement: int
    total: Element
    parts: tuple[tuple[int, Element], ...]


class Network(Struct, frozen=True):
    """The relations that hold, and why others were left out, a sentence each."""

    relations: tuple[Relation, ...]
    left_out: tuple[str, ...] = ()


def network_of(release: Release, elements: Elements) -> Network:
    """The sums whose structure is settled in a column at least, as relations of elements.

    A sum is left out where another table reports its total in a context without all of its
    parts: Calculations 1.1 would take what is absent there for zero.
    """
    homes = {fact.figure: (element, fact) for element, fact in elements.facts}
    reported: dict[str, dict[Context, Fact]] = {}
    for element, fact in elements.facts:
        reported.setdefault(element.name, {}).setdefault(context_of(fact), fact)
    found: list[Relation] = []
    left: list[str] = []
    evidence = Evidence.gather((release,))
    for number in range(len(release.statements)):
        for total, columns in _by_total(evidence.footed(number), homes).items():
            relation = _relation(number, total, columns)
            why = SHIFTING if relation is None else ""
            if relation is not None:
                why = _unfit(relation, reported, columns)
            if relation is None or why:
                left.append(f"{total.label or total.name}: {why}")
            else:
                found.append(relation)
    return Network(tuple(found), tuple(dict.fromkeys(left)))


class _Column(Struct, frozen=True):
    """A total's parts as one column shows them: elements with XBRL's weights; and if they foot."""

    context: Context
    parts: tuple[tuple[Element, int], ...]
    foots: bool


def _by_total(
    sums: Sequence[Footed], homes: Mapping[int, tuple[Element, Fact]]
) -> dict[Element, list[_Column]]:
    """The columns in which each total's structure is settled, under its element."""
    found: dict[Element, list[_Column]] = {}
    for one in sums:
        told = homes.get(one.total.ref.figure)
        if one.reason or told is None or told[0].kind not in ("monetary", "shares"):
            continue
        element, fact = told
        parts = [
            (*homes[ref.figure], weight)
            for weight, part in one.parts
            for ref in part.sources
            if ref.figure in homes
        ]
        printed = sum(bool(part.sources) for _, part in one.parts)
        if len(parts) == printed and all(part.kind == element.kind for part, _, _ in parts):
            weighted = tuple(
                (part, weight * _turn(fact) * _turn(other)) for part, other, weight in parts
            )
            found.setdefault(element, []).append(
                _Column(context_of(fact), weighted, one.footing.possible)
            )
    return found


def _turn(fact: Fact) -> int:
    """−1 where the printed sign is the opposite of XBRL's."""
    return 1 if fact.amount.mantissa == fact.printed.mantissa else -1


def _relation(statement: int, total: Element, columns: Sequence[_Column]) -> Relation | None:
    """The relation all columns agree on; None where a part changes its weight or stands twice."""
    weights: dict[Element, int] = {}
    for column in columns:
        if len({part for part, _ in column.parts}) < len(column.parts):
            return None
        for part, weight in column.parts:
            if weights.setdefault(part, weight) != weight or part == total:
                return None
    return Relation(statement, total, tuple((weight, part) for part, weight in weights.items()))


def _unfit(
    relation: Relation, reported: Mapping[str, Mapping[Context, Fact]], columns: Sequence[_Column]
) -> str:
    """Why a relation cannot stand in a network; empty where it can.

    The only contexts that may contradict it are columns in which the document itself does.
    """
    differing = {column.context for column in columns if not column.foots}
    if len(differing) == len(columns):
        return UNBORNE
    if any(_is_illegal(relation.total, weight, part) for weight, part in relation.parts):
        return SIDED
    for context, fact in reported[relation.total.name].items():
        parts = [
            (weight, held.amount)
            for weight, part in relation.parts
            if (held := reported[part.name].get(context)) is not None
        ]
        if parts and context not in differing and not foot(fact.amount, parts).possible:
            return PARTLY
    return ""


def _is_illegal(total: Element, weight: int, part: Element) -> bool:
    """True for a weight that XBRL 2.1 (5.1.1.2) forbids between the sides of two elements."""
    if not (total.balance and part.balance):
        return False
    return (weight > 0) != (total.balance == part.balance)
