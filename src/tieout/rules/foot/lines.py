"""A line that is the sum or the difference of others, in tables that promise no sum."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import islice

from tieout.evidence.gathered import Evidence
from tieout.evidence.schedule import Schedule
from tieout.lexicon.qualifiers import restating
from tieout.proof.bits import bits
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.foot.readings import (
    BELOW,
    PAIR,
    Reading,
    Signs,
    held,
    longest,
    readings,
    signs,
)
from tieout.rules.searches.sums import foots
from tieout.rules.verbs import foot

_MOST = 16
"""So many readings of one line are tried in every column,"""
_PIVOTS = 2
"""as found in the first of so many columns that shows one: another may be the one that is wrong."""


_OTHERWISE = "this column does not have the same lines as the columns where the sum holds"


@rule("FT011", "line-does-not-add-up", tick="F")
def lines_add_up(evidence: Evidence) -> Iterator[Proposal]:
    """Foots every line that others of its table add up to, where other columns say so."""
    for schedule in evidence.each(evidence.schedules()):
        footed = {
            one.total.ref.figure
            for one in (evidence.footed(schedule.statement) if schedule.statement >= 0 else ())
            if not one.reason
        }
        yield from _of_schedule(schedule, footed)


def _of_schedule(schedule: Schedule, footed: set[int]) -> Iterator[Proposal]:
    """Every sum of a schedule that most of its columns bear out, in every column."""
    said = signs(schedule)
    still_open: list[int] = []
    of_which: set[int] = set()
    closed: set[int] = set()
    for number, row in enumerate(schedule.cells):
        if not any(row) or number in of_which:
            continue
        best = _best(schedule, number, still_open, said)
        if best is not None and best.cost == BELOW and _restates(schedule, best):
            best = None  # what an adjustment leads to is what is computed, not what it begins with
        if best is not None:
            lines = {part for part, _ in best.parts}
            if best.cost < PAIR:
                still_open = [n for n in still_open if n not in lines]
                of_which.update(n for n in lines if n > number)
            yield from _instances(schedule, number, best, footed, closed)
            closed |= lines
        still_open.append(number)


def _instances(
    schedule: Schedule, number: int, best: Reading, footed: set[int], closed: set[int]
) -> Iterator[Proposal]:
    """The line by its reading in every column that no other rule has footed."""
    captions = tuple((schedule.captions[n], way) for n, way in best.parts)
    is_said = schedule.captions[number].startswith("total") and best.cost == 0
    first = min(n for n, _ in best.parts)
    within = set(range(first, number)) - {n for n, _ in best.parts} - closed
    agreeing = [column for column, count in _columns(schedule, number, best) if count > 0]
    sizes = schedule.plain.sizes
    for column, count in _columns(schedule, number, best):
        total = schedule.cells[number][column]
        if total is None or count < 0 or total.ref.figure in footed:
            continue
        if schedule.measures[column] == "percent change":  # rates of growth add up to nothing
            continue
        parts = held(schedule, best.parts, column)
        kind = (total.amount.unit.is_pure, schedule.measures[column])
        key: Hashable = (schedule.captions[number], captions, kind)
        is_whole = len(parts) == len(best.parts) and not any(sizes[column][n] for n in within)
        is_usual = all(
            any(sizes[other][n] for other in agreeing if other != column)
            for n, _ in best.parts
            if sizes[column][n]
        )
        may_refute = schedule.statement >= 0 and not best.cost and is_whole and is_usual
        yield foot(total, parts).read(
            bound="digits",
            bindings=(key,),
            weight=bits(total.amount, len(parts)),
            cost=best.cost,
            is_said=is_said,
            doubt="" if may_refute and len(parts) > 1 else _OTHERWISE,
        )


def _columns(schedule: Schedule, number: int, reading: Reading) -> Iterator[tuple[int, int]]:
    """Each column that has the line's figure, and of how many numbers it is the sum.

    0 where it is not, −1 where the reading cannot be tested there.
    """
    plain = schedule.plain
    lines, ways = [n for n, _ in reading.parts], [way for _, way in reading.parts]
    columns = zip(plain.sizes, plain.steps, plain.units, plain.kinds, strict=True)
    for column, (sizes, steps, units, kinds) in enumerate(columns):
        if kinds[number]:
            yield column, foots(sizes, steps, units, kinds, number, lines, ways)


def _restates(schedule: Schedule, below: Reading) -> bool:
    """True where the last of the lines below is a measure that adjusts: "Non-GAAP R&D"."""
    last = max(number for number, _ in below.parts)
    return bool(restating(schedule.captions[last]))


def _best(
    schedule: Schedule, number: int, still_open: Sequence[int], said: Signs
) -> Reading | None:
    """The reading that most columns bear out, then by most bits, the nearest of equals.

    Of two that as many columns bear out, the lines above make a line before any that took a
    search: more bits speak for few lines below than for many above. It is looked for in the column
    of most digits, and where that shows none, in the next.
    """
    best: Reading | None = None
    most = (0, False, 0)
    for pivot in longest(schedule.cells[number])[:_PIVOTS]:
        for one in islice(readings(schedule, number, pivot, still_open, said), _MOST):
            agreed, weight = _weight(schedule, number, one)
            rank = (agreed, not one.cost, weight)
            if weight > 0 and rank > most:
                best, most = one, rank
        if best is not None:
            break
    return best


def _weight(schedule: Schedule, number: int, reading: Reading) -> tuple[int, int]:
    """How many columns bear a reading out, and by how many bits; 0 where as many do not."""
    weight = agreed = missed = 0
    for column, count in _columns(schedule, number, reading):
        if count > 0:
            total = schedule.cells[number][column]
            weight += bits(total.amount, count) if total is not None else 0
            agreed += 1
        elif not count:
            missed += 1
            if missed > 2 and not agreed:
                return 0, 0
    is_borne = agreed > missed or (agreed == missed == 1 and not reading.cost)
    return (agreed, weight - reading.cost) if is_borne else (0, 0)
