"""No statement's column of the period announced shows what an earlier release showed of its own."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.check import Ref
from tieout.model.period import Period
from tieout.model.statement import Statement
from tieout.model.workpaper import Release
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.left_behind.earlier import earlier
from tieout.rules.verbs import require

_DIGITS = 3
_FEWEST = 6
"""Lines of a column that are the same before the column is: goodwill and shares alone may be."""

Shown = dict[tuple[str, str], tuple[int, object]]
"""The figure and the amount of each line of a column, by concept and caption."""


@rule("LB003", "column-is-of-an-earlier-release", tick="LB")
def column(evidence: Evidence) -> Iterator[Proposal]:
    """Each column of the current period most of whose figures are an earlier release's."""
    for number, other in earlier(evidence):
        theirs = list(_current(other))
        for kind, period, shown in _current(evidence.subject):
            for their_kind, before, printed in theirs:
                if kind != their_kind or period.months != before.months:
                    continue
                same = [key for key in shown.keys() & printed.keys() if _agree(shown, printed, key)]
                if len(same) < _FEWEST or 2 * len(same) <= len(shown):
                    continue
                first = min(same, key=lambda key: shown[key][0])
                yield require(
                    Ref(0, shown[first][0]),
                    condition=False,
                    reason=f"{period.spoken()}: {len(same)} of {len(shown)} figures of the column"
                    f" are those of {before.spoken()} in {other.document.name}",
                    reported=evidence.subject.document.figures[shown[first][0]].text,
                    expected=f"the figures of {period.spoken()}",
                    severity="warning",
                    operands=[Ref(number, printed[first][0])],
                )


def _agree(one: Shown, two: Shown, key: tuple[str, str]) -> bool:
    """True where both columns show the same number in a line."""
    return one[key][1] == two[key][1]


def _current(release: Release) -> Iterator[tuple[str, Period, Shown]]:
    """The columns of the period announced in the primary statements."""
    assert release.calendar is not None  # of the subject and of earlier releases alike
    for statement in release.statements:
        for number in statement.dated if statement.is_face else ():
            period = statement.columns[number].period
            if period is None or statement.columns[number].dimensions:
                continue
            if period.closing().is_near(Period(release.calendar.period_end)):
                yield statement.kind, period, _shown(statement, number)


def _shown(statement: Statement, column: int) -> Shown:
    """The lines of a column whose figures have digits enough to be told apart."""
    found: Shown = {}
    for line in statement.lines:
        cell, printed = line.cells[column] if line.cells else None, None
        if cell is not None and cell.kind == "number":
            printed = line.printed(column)
        if cell is not None and printed is not None and len(str(abs(printed.mantissa))) >= _DIGITS:
            found.setdefault((line.concept, line.caption), (cell.figure, printed.value))
    return found
