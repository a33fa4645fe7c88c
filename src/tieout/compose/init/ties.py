"""Which cells of the book a figure of prose was tied to, and why another was not."""

from collections.abc import Iterator, Sequence

from tieout.compose.init.expressions import Place
from tieout.compose.init.statements import Placed
from tieout.model.workpaper import NOTHING, Release, Workpaper

_TIED = ("agrees", "rounds")
_MOST_CELLS = 16


class Ties:
    """The checks of a release's own workpaper, as cells of the book."""

    def __init__(self, paper: Workpaper, placed: Sequence[Placed]) -> None:
        """The checks of a workpaper, and the statements that were placed."""
        self._paper = paper
        self._claims = {claim.figure: claim for claim in paper.subject.claims}
        self._cells: dict[int, Place] = dict(_cells(paper.subject, placed))

    @property
    def release(self) -> Release:
        """The release that was checked."""
        return self._paper.subject

    def is_cell(self, figure: int) -> bool:
        """True for a figure of a table."""
        return figure in self._cells

    def cells(self, figure: int) -> tuple[Place, ...]:
        """The cells that checks of a figure rest on where it ties; none where it does not."""
        if self._paper.endings[figure].outcome not in _TIED:
            return ()
        found: dict[Place, None] = {}
        for number in self._paper.endings[figure].checks:
            check = self._paper.checks[number]
            if check.subject.figure != figure or check.subject.document:
                continue
            if check.outcome in _TIED:
                for one in check.operands:
                    cell = self._cells.get(one.ref.figure) if not one.ref.document else None
                    if cell is not None:
                        found[cell] = None
        return tuple(found)[:_MOST_CELLS]

    def is_claim(self, figure: int) -> bool:
        """True for a figure that says something of the company: none that only names or counts."""
        kind = self.release.document.figures[figure].kind
        if self._paper.endings[figure].outcome == "excluded":
            return False
        return figure in self._claims or kind in ("amount", "percent")

    def why_not(self, figure: int) -> str:
        """Why a figure stands as it is."""
        ending = self._paper.endings[figure]
        if ending.outcome == "differs":
            for number in ending.checks:
                check = self._paper.checks[number]
                if check.subject.figure == figure and check.outcome == "differs":
                    return f"it differs: {check.expected or check.reason} expected ({check.rule})"
        if ending.outcome not in _TIED:
            return ending.reason or NOTHING
        if not self.cells(figure):
            return "it ties to other words, and to no line of a statement"
        if ending.outcome == "rounds":
            return f"no expression prints it so: {ending.reason or 'it rounds'}"
        return "no expression prints it so"


def _cells(release: Release, placed: Sequence[Placed]) -> Iterator[tuple[int, Place]]:
    """Every figure of a table that is a statement of the book, with its cell."""
    for number, one in enumerate(placed):
        for line, row in enumerate(release.tables[one.grid].rows):
            for column, cell in enumerate(row.readings):
                if cell.figure >= 0:
                    yield cell.figure, (number, line, column)
