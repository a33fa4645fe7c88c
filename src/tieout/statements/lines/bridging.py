"""Amounts in cents that lead from one amount per share to another, each for a share itself."""

from msgspec import structs

from tieout.lexicon.labels import extension
from tieout.model.statement import Line
from tieout.model.unit import Unit
from tieout.statements.lines.shown import shown_by

_CENTS = 2


def bridging(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, those in cents between two amounts per share per share themselves.

    "Restructuring charges 0.10" leads from "Diluted earnings per share" to the adjusted one. None
    of the money above has so many digits behind the point.
    """
    if sum(line.unit.is_per_share for line in lines) < 2:
        return lines
    finest = 0
    held: list[int] = []
    after: Unit | None = None
    found = list(lines)
    for number, line in enumerate(lines):
        if line.is_heading:
            continue
        if line.unit.is_per_share:
            for at in held if after is line.unit else ():
                found[at] = _per_share(lines[at], line.unit)
            held, after = [], line.unit
            continue
        shown = shown_by(line.cells) if line.is_money else None
        is_in_cents = shown is not None and shown.is_in_cents and finest < _CENTS
        if after is not None and shown is not None and (is_in_cents or _is_nil(line)):
            held.append(number)
        else:
            held, after = [], None
            finest = max(finest, -shown.least if shown is not None else 0)
    return tuple(found)


def _is_nil(line: Line) -> bool:
    """True for a line that prints dashes and no number."""
    return {cell.kind for cell in line.cells} - {"blank"} == {"nil"}


def _per_share(line: Line, unit: Unit) -> Line:
    """The line as an amount per share, its concept that of what it adjusts, for each share."""
    concept = extension(f"{line.caption} per share").name
    return structs.replace(line, concept=concept, unit=unit, power=0)
