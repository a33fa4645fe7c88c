"""Totals of tables that list and restate: each needs another column to bear it out."""

import re
from collections.abc import Callable, Iterator

from msgspec import structs

from tieout.model.statement import Line, Sum
from tieout.patterns import pattern
from tieout.statements.concepts import Lines
from tieout.statements.lines import names_only_loss
from tieout.statements.sums import Added, Sums
from tieout.statements.sums.counted import holds
from tieout.statements.sums.walk import Walk

_LESS = pattern(r"\s*(?:less|deduct)\b", re.IGNORECASE)


def listed(lines: Lines, is_measure: Callable[[Line], bool] = lambda _: False) -> Added:
    """The sums of totals, and of measures that what stands above them leads to.

    A total takes a stretch of the lines still open, a measure all of them, with or without what
    the last measure stands for, or those from the line of its own name that it adjusts.
    """
    walk = Walk(lines)
    takes_off = False
    for number, line in enumerate(lines):
        if line.is_heading:
            takes_off = bool(_LESS.match(line.caption))
            walk.heading(line.caption)
        elif not _adds(line):
            continue
        elif is_measure(line) and walk.parts:
            begins = (0, 1, *walk.echoes(line.caption))
            readings = [*(walk.since(start) for start in begins), walk.apart()]
            walk.add(number, readings, is_result=True)
            walk.close(0, number)
        elif line.is_called_total and (starts := walk.stretches(line.caption)):
            walk.add(number, [walk.since(start) for start in starts])
            walk.close(starts[0], number)
        else:
            less = takes_off or bool(_LESS.match(line.caption))
            walk.enter(number, -1 if less and line.signs == {1} else 1)
    return _added(lines, (*walk.borne_out(), *_bridged(lines, is_measure)))


def _bridged(lines: Lines, is_measure: Callable[[Line], bool]) -> Iterator[Sum]:
    """The measures per share that the amounts per share above them lead to.

    Captions and layout settle those that lead from the line of the same name: "Diluted earnings
    per share" to the adjusted one. Each is rounded by itself, so that what misses by a cent or two
    in some column is no sum.
    """
    unit = next((line.unit for line in lines if line.unit.is_per_share), None)
    if unit is None:
        return
    walk = Walk(lines, unit)
    for number, line in enumerate(lines):
        if line.is_money and not line.is_heading:
            walk.reset()
        elif line.unit is not unit or line.is_heading:
            continue
        elif is_measure(line) and walk.parts:
            named = walk.echoes(line.caption)
            readings = [walk.since(start) for start in dict.fromkeys((*named, 0, 1))]
            readings = [parts for parts in readings if len(parts) > 1]
            walk.add(number, readings, firm=bool(named), is_result=True)
            walk.close(0, number)
        else:
            walk.enter(number)
    for one in walk.borne_out():
        held = tuple(parts for parts in one.readings if holds(walk.printed, one.total, parts))
        if held:
            yield structs.replace(one, readings=held)


def unsummed(lines: Lines) -> Added:
    """No sum, as of a statement whose balances roll forward, which a rule checks."""
    return _added(lines, ())


def _added(lines: Lines, sums: Sums) -> Added:
    """The sums, and no weights: but a loss printed without brackets is one all the same."""
    losses = (names_only_loss(line.caption) and line.signs == {1} for line in lines)
    return Added(tuple(-int(loss) for loss in losses), sums)


def _adds(line: Line) -> bool:
    """True for amounts of money none of which is a percentage or may be per share."""
    numbers = [cell for cell in line.cells if cell.kind == "number"]
    alike = len({cell.amount.exponent < -1 for cell in numbers}) <= 1
    return line.is_money and alike and not any(cell.is_rate for cell in numbers)
