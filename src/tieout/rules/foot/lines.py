"""A line that is the sum of those beside it, in tables that promise no sum."""

from collections.abc import Iterator, Sequence

from tieout.model.amount import foot as footing
from tieout.model.check import Check
from tieout.model.evidence import Evidence
from tieout.model.known import Known
from tieout.model.schedule import Cells, Schedule
from tieout.rules.base import rule
from tieout.rules.bearing import Instance, borne_out, digits
from tieout.rules.verbs import foot

_MOST = 24
"""So many lines above a sum are tried as its parts."""

_Parts = tuple[int, ...]


@rule("FT011", "line-does-not-add-up", tick="F")
def lines_add_up(evidence: Evidence) -> Iterator[Check]:
    """Foots every line that the lines right above it add up to, where other columns say so."""
    found: list[Instance] = []
    for schedule in evidence.schedules():
        footed = {
            one.total.ref.figure
            for one in (evidence.footed(schedule.statement) if schedule.statement >= 0 else ())
            if not one.reason
        }
        found += _of_schedule(schedule, footed)
    yield from borne_out(found)


def _of_schedule(schedule: Schedule, footed: set[int]) -> Iterator[Instance]:
    """Every sum of a schedule that most of its columns bear out, in every column."""
    still_open: list[int] = []
    for number, row in enumerate(schedule.cells):
        if not any(row):
            continue
        above = [n for n in range(max(0, number - _MOST), number) if any(schedule.cells[n])]
        best, weight = _best(schedule, number, (still_open[-_MOST:], above))
        if best:
            key = (schedule.captions[number], *(schedule.captions[n] for n in best))
            still_open = [n for n in still_open if n not in best]
            for column, total in enumerate(row):
                if total is None or not total.sources or total.ref.figure in footed:
                    continue
                parts = _parts(schedule, best, column)
                if any(part.sources for part in parts):
                    check = foot(total, [(1, part) for part in parts])
                    kept = (key, total.amount.unit == "pure", schedule.measures[column])
                    yield Instance(kept, check, digits(total.amount, len(parts)))
        still_open.append(number)


def _best(schedule: Schedule, number: int, ways: Sequence[Sequence[int]]) -> tuple[_Parts, int]:
    """The stretch of lines whose sum most columns bear out by most digits, the nearest first."""
    row = schedule.cells[number]
    best: _Parts = ()
    most = 0
    for above in ways:
        for start in range(len(above) - 2, -1, -1):
            parts = tuple(above[start:])
            weight = _weight(schedule, row, parts)
            if weight > most:
                best, most = parts, weight
    return best, most


def _weight(schedule: Schedule, row: Cells, parts: _Parts) -> int:
    """The digits by which the columns bear a stretch out; 0 where as many do not."""
    weight = agreed = missed = 0
    for column, total in enumerate(row):
        if total is None or not total.sources:
            continue
        held = _parts(schedule, parts, column)
        if not any(one.sources for one in held):
            continue
        if any(one.amount.unit != total.amount.unit for one in held):
            return 0
        one = footing(total.amount, [(1, part.amount) for part in held])
        if one.usual:
            weight += digits(total.amount, len(parts))
            agreed += 1
        else:
            missed += 1
            if missed > 2 and not agreed:
                return 0
    return weight if agreed > missed or (agreed and agreed == missed == 1) else 0


def _parts(schedule: Schedule, parts: _Parts, column: int) -> list[Known]:
    """The numbers of these lines in a column; a blank cell is left out."""
    return [one for n in parts if (one := schedule.cells[n][column]) is not None]
