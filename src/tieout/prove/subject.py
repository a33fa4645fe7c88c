"""The document errors are seeded in, with what its figures are: cells of a row, facts, claims."""

from collections import Counter

from tieout.model.claim import Claim
from tieout.model.document import Grid, Span
from tieout.model.sensitivity import Edit, Family, Place, SlipKind
from tieout.model.statement import Fact
from tieout.model.table import Reading, Table
from tieout.model.workpaper import Workpaper

FACE = ("balance_sheet", "income_statement", "cash_flow_statement")


class Subject:
    """What a slip may ask of the document under test, looked up by figure."""

    def __init__(self, workpaper: Workpaper) -> None:
        """The subject of a workpaper that was checked without any slip."""
        release = workpaper.subject
        self.document = release.document
        self.claims: dict[int, Claim] = {claim.figure: claim for claim in release.claims}
        self.facts: dict[int, Fact] = {fact.figure: fact for fact in release.facts}
        self.cells: dict[int, tuple[Table, tuple[Reading, ...]]] = {}
        for table in release.tables:
            for row in table.rows:
                numbers = tuple(one for one in row.readings if one.figure >= 0)
                self.cells.update((one.figure, (table, numbers)) for one in numbers)
        self.headed: dict[int, Table] = {
            number: table
            for table in release.tables
            for header in table.headers
            for span in header.spans
            for number in self.document.figures_in(span.start, span.end)
        }
        self._claiming = [ending.outcome != "excluded" for ending in workpaper.endings]
        self._in_grids = _within(release.document.grids, workpaper)
        self._kinds = [statement.kind for statement in release.statements]
        reported = {
            (fact.concept, fact.period, fact.dimensions, self._kinds[fact.statement])
            for fact in release.facts
            if self._kinds[fact.statement] in FACE
        }
        self._repeated = Counter(key[:3] for key in reported)

    def is_claim(self, number: int) -> bool:
        """True for a figure that says how much something is."""
        return self._claiming[number] and self.document.figures[number].amount is not None

    def place(self, number: int) -> Place:
        """Whether the figure stands in a table or in prose."""
        return "tables" if number in self._in_grids else "prose"

    def family(self, number: int, kind: SlipKind) -> Family:
        """The kind of error such a slip is, where the figure stands in a face statement."""
        fact = self.facts.get(number)
        if fact is None or self._kinds[fact.statement] not in FACE:
            return ""
        if kind == "scale slip":
            return "magnitude"
        if kind in ("column swapped", "stale comparative", "period swapped"):
            return "year over year"
        if self._repeated[fact.concept, fact.period, fact.dimensions] > 1:
            return "cross-statement"
        return "arithmetic"

    def beside(self, number: int) -> int | None:
        """The next figure of the same row, or the one before the last; None where it is alone."""
        _, readings = self.cells.get(number, (None, ()))
        numbers = [one.figure for one in readings if not one.is_rate]
        if number not in numbers or len(numbers) < 2:
            return None
        place = numbers.index(number)
        return numbers[place + 1] if place + 1 < len(numbers) else numbers[place - 1]

    def years(self, table: Table) -> list[int]:
        """The years in a table's headers, in reading order."""
        found = (n for n, headed in self.headed.items() if headed is table)
        return sorted(n for n in found if self.document.figures[n].kind == "year")

    def text(self, number: int) -> str:
        """The figure as printed."""
        return self.document.figures[number].text

    def span(self, number: int) -> Span:
        """Where the figure stands."""
        figure = self.document.figures[number]
        return Span(figure.start, figure.end)

    def edit(self, number: int, text: str) -> Edit:
        """The edit that prints the figure so."""
        figure = self.document.figures[number]
        return Edit(figure.start, figure.end, text)


def _within(grids: tuple[Grid, ...], workpaper: Workpaper) -> set[int]:
    """The numbers of the figures that stand in a grid."""
    document = workpaper.subject.document
    return {n for grid in grids for n in document.figures_in(grid.start, grid.end)}
