"""Whether a figure of a statement raises its result or lowers it, as the sums it is in show."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from tieout.evidence.footed import Footed
from tieout.evidence.gathered import Evidence
from tieout.lexicon.sides import side_of
from tieout.model.check import Ref

_DEEPEST = 4
"""So many totals lead from a line to the result at most."""


class Sides:
    """The sides of the subject's figures: by the weight with which a sum that foots takes them."""

    def __init__(self, evidence: Evidence) -> None:
        """The sides that the primary statements of this evidence show."""
        self._parts: defaultdict[int, list[tuple[int, Footed, int]]] = defaultdict(list)
        self._totals: dict[int, tuple[Footed, int]] = {}
        self._statements = evidence.statements
        for number, statement in enumerate(self._statements):
            for one in evidence.footed(number) if statement.is_face else ():
                if one.reason or not one.footing.usual:
                    continue
                self._totals[one.total.ref.figure] = one, number
                for weight, part in one.parts:
                    if part.sources:
                        self._parts[part.ref.figure].append((weight, one, number))

    def of(self, figure: int) -> int:
        """+1 where the figure raises the result, or cash; −1 where it lowers it; 0 unless shown."""
        if figure not in self._parts and figure in self._totals:
            one, number = self._totals[figure]
            return _sign(one.total.value) * self._way(one, number) if one.kind == "result" else 0
        return self._as_part(figure, _DEEPEST)

    def _as_part(self, figure: int, depth: int) -> int:
        """The side of a part by every sum that takes it; 0 where two of them say otherwise."""
        found = set[int]()
        for weight, one, number in self._parts.get(figure, ()) if depth else ():
            value = next(part.value for _, part in one.parts if figure in _figures(part.sources))
            way = self._way(one, number)
            if one.kind != "result" and one.total.ref.figure in self._parts:
                way = _sign(one.total.value) * self._as_part(one.total.ref.figure, depth - 1)
            elif one.kind != "result" and self._statements[number].kind != "cash_flow_statement":
                way = 0
            found.add(weight * _sign(value) * way)
        return found.pop() if len(found) == 1 else 0

    def _way(self, one: Footed, number: int) -> int:
        """+1 where a result printed without brackets is good; −1 where it is a loss; 0 unknown."""
        line = self._statements[number].lines[one.line]
        if side_of(line.caption) >= 0:
            return 1
        signs = {_sign(cell.amount.mantissa) for cell in line.cells if cell.kind == "number"}
        return {frozenset({1}): -1, frozenset({-1}): 1}.get(frozenset(signs), 0)


def sides(evidence: Evidence) -> Sides:
    """The sides of the subject's figures, found once."""
    return evidence.once("sides", lambda: Sides(evidence))


def _figures(sources: Iterable[Ref]) -> set[int]:
    """The numbers of the figures among sources."""
    return {ref.figure for ref in sources}


def _sign(value: Fraction | int) -> int:
    """+1, −1 or 0."""
    return (value > 0) - (value < 0)
