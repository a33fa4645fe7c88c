"""What stands where in the workbook, settled before anything is written: sheets, rows and cells."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from tieout.evidence import printed
from tieout.evidence.quantity import Quantity
from tieout.model.accepted import Accepted
from tieout.model.check import Check, Ref
from tieout.model.workpaper import Release, Workpaper
from tieout.reports._accepted import LETTERS, answered
from tieout.reports._leads import leading
from tieout.reports._marks import letters
from tieout.reports._words import LEAD, SIGNS
from tieout.reports.xlsx.cells import Cell, cell_of
from tieout.reports.xlsx.live import Blanks, Live, live
from tieout.reports.xlsx.looks import INK, LEAD_INK, PEOPLE_INK
from tieout.reports.xlsx.pages import TOP, pages_of, settled
from tieout.workbooks import sheet_names

SUMMARY, FINDINGS, LEADS = "Summary", "Findings", "Leads"
CLAIMS, FURTHER, UNTESTED = "Claims", "Further tests", "Not tested"
FIXED = (SUMMARY, FINDINGS, LEADS, CLAIMS, FURTHER, UNTESTED)

CLAIMED = 2
"""The column of the figures on the sheet of claims."""


class Plan:
    """The sheets of a workpaper, the cell of every figure on them, and the tests they show."""

    def __init__(self, workpaper: Workpaper) -> None:
        """The plan of this workpaper's workbook."""
        self.workpaper = workpaper
        self.tests = [check for check in workpaper.checks if is_shown(check)]
        named = {ref for check in self.tests for ref in _named(check)}
        pages = [
            page
            for document in range(len(workpaper.releases))
            for page in pages_of(workpaper, document, named)
        ]
        names = sheet_names((page.name for page in pages), FIXED)
        subjects = {check.subject for check in self.tests}
        self.pages = [
            settled(page, name, subjects) for page, name in zip(pages, names, strict=True)
        ]
        self.cells: dict[Ref, Cell] = {}
        self.where: dict[Ref, tuple[str, int, int]] = {}
        standing: list[Cell] = []
        for page in self.pages:
            for figure, at, column in page.figures():
                ref, cell = Ref(page.document, figure), page.cell(at, column)
                standing += [cell] if cell is not None else []
                if ref in self.where:
                    continue
                self.where[ref] = page.name, TOP + at, page.column(column)
                if cell is not None:
                    self.cells[ref] = cell
        self.claims = {
            Ref(number, claim.figure): claim
            for number, release in enumerate(workpaper.releases)
            for claim in release.claims
        }
        self.told = self._told(named)
        prose = [_Prose(release, number) for number, release in enumerate(workpaper.releases)]
        for row, ref in enumerate(self.told):
            self.where[ref] = CLAIMS, TOP + row, CLAIMED
            number = prose[ref.document].number(ref.figure)
            cell = None if number is None else cell_of(number, CLAIMS, TOP + row, CLAIMED)
            if cell is not None:
                self.cells[ref] = cell
        on = {(page.document, page.statement): page.name for page in self.pages}
        for document, release in enumerate(workpaper.releases):
            for fact in release.facts:
                name = on.get((document, fact.statement))
                if fact.in_caption and name is not None:
                    self.where.setdefault(Ref(document, fact.figure), (name, TOP + fact.line, 0))
        self._blanks = _blanks((*standing, *self.cells.values()))
        self.of: dict[Ref, list[Check]] = {}
        for check in self.tests:
            self.of.setdefault(check.subject, []).append(check)
        for checks in self.of.values():
            checks.sort(key=_rank)

    def _told(self, named: set[Ref]) -> list[Ref]:
        """The figures of prose in reading order, then dates and references that are tested.

        Those of other documents come last, where a test names them.
        """
        own = {ref for ref in self.claims if ref.document == 0}
        computed = {ref for check in self.tests if check.formula for ref in _named(check)}
        return sorted(
            (ref for ref in own | named if ref not in self.where),
            key=lambda ref: (ref.document, ref not in own and ref not in computed, ref.figure),
        )

    def live(self, check: Check, sheet: str) -> Live | None:
        """The check's formula on a sheet, where there is one."""
        return live(check, sheet, self.cells, self._blanks)

    def first(self, ref: Ref) -> Check | None:
        """The test that is shown beside a figure: the worst, else the one that computes most."""
        checks = self.of.get(ref)
        return checks[0] if checks else None

    @cached_property
    def further(self) -> list[Check]:
        """Every test that is not shown beside its figure, in reading order."""
        told = set(self.told)
        beside = {ref for ref in self.of if not ref.document or ref in told}
        return [check for ref in sorted(self.of) for check in self.of[ref][ref in beside :]]

    def ink(self, check: Check) -> str:
        """The colour of a check's outcome, or that of what people settled."""
        if id(check) in self._settled:
            return PEOPLE_INK
        return LEAD_INK if check.is_lead else INK[check.outcome]

    @cached_property
    def _settled(self) -> frozenset[int]:
        """The checks, by identity, whose difference a person accepted or dismissed."""
        return frozenset(id(self.workpaper.checks[number]) for number in self.workpaper.settled)

    def mark(self, figure: int) -> tuple[str, str]:
        """The mark of a figure of the subject, its sign and letters, and the mark's colour.

        What a person answered for has the letter of that, unless a test proves it.
        """
        outcome = self.workpaper.endings[figure].outcome
        if outcome not in ("agrees", "rounds") and figure in self._answered:
            return LETTERS[self._answered[figure].entry.said], PEOPLE_INK
        if outcome == "not-tested" and figure in self._leading:
            return LEAD, LEAD_INK
        told = self._letters[figure] if outcome not in ("not-tested", "excluded") else []
        return " ".join((SIGNS[outcome], *told)), INK[outcome]

    @cached_property
    def _letters(self) -> list[list[str]]:
        """The letters beside every figure."""
        return letters(self.workpaper)

    @cached_property
    def _answered(self) -> dict[int, Accepted]:
        """The figures that people answered for."""
        return answered(self.workpaper)

    @cached_property
    def _leading(self) -> set[int]:
        """The figures that are leads."""
        return leading(self.workpaper)


def is_shown(check: Check) -> bool:
    """True for what was tested, and for leads."""
    return check.outcome != "not-tested" or check.is_lead


_RANKS = {"differs": 0, "not-tested": 1, "rounds": 2, "agrees": 3}


def _rank(check: Check) -> tuple[int, int]:
    """By this the tests of a figure stand in order."""
    return _RANKS[check.outcome], -min(len(check.operands), 2)


def _named(check: Check) -> Iterator[Ref]:
    """The figures of a check."""
    yield check.subject
    yield from (one.ref for one in check.operands)


def _blanks(cells: Iterable[Cell]) -> Blanks:
    """Where numbers stand; a nil adds nothing to a range."""
    rows: dict[tuple[str, int], set[int]] = {}
    for cell in cells:
        rows.setdefault((cell.sheet, cell.column), set()).add(cell.row)
    return Blanks({place: frozenset(held) for place, held in rows.items()})


class _Prose:
    """The figures of one document that stand in sentences and captions, as numbers."""

    def __init__(self, release: Release, document: int) -> None:
        """Those of this release."""
        self._release, self._document = release, document
        self._claims = {claim.figure: claim for claim in release.claims}
        self._facts = {fact.figure: fact for fact in release.facts if fact.in_caption}

    def number(self, figure: int) -> Quantity | None:
        """The figure as a number; None for a date and the like."""
        if (claim := self._claims.get(figure)) is not None:
            return printed.of_claim(self._release, self._document, claim)
        if (fact := self._facts.get(figure)) is not None:
            return printed.of_fact(self._release, self._document, fact)
        return printed.of_figure(self._release, self._document, figure)
