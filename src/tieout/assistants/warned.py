"""What is to be said of a figure before anybody uses it: that it differs, or its table does."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from tieout.assistants.paged import Entry, cut, entry
from tieout.model.check import Check, Ref
from tieout.model.document import Span
from tieout.model.understanding import understanding
from tieout.model.workpaper import Workpaper
from tieout.reports._bearings import borne
from tieout.reports._groups import findings
from tieout.reports._leads import told
from tieout.reports._places import Places
from tieout.reports._understood import silence, warning
from tieout.reports._words import company, counted, described, roles

_MOST = 4
"""Warnings of one figure told in full."""

MOST_NAMED = 40
"""Figures that differ named ahead of every answer."""

_FOOTING = ("F", "CF", "RF")
"""Ticks of the rules by which a table adds up."""


class Warned:
    """The warnings of a workpaper's figures, with their places in words."""

    def __init__(self, workpaper: Workpaper) -> None:
        """The warnings of this workpaper."""
        self.workpaper = workpaper
        self.places = Places(workpaper)
        self._starts = [one.start for one in workpaper.subject.document.figures]
        self._differing: dict[int, list[Check]] = {}
        self._from: dict[int, list[Check]] = {}
        self._tables: dict[int, list[Check]] = {}
        self._leads = {one.subject.figure: one for one in workpaper.leads if _is_own(one)}
        self._statements: dict[int, int] = {}
        for fact in workpaper.subject.facts:
            self._statements.setdefault(fact.figure, fact.statement)
        for check in workpaper.findings:
            if _is_own(check):
                self._differing.setdefault(check.subject.figure, []).append(check)
            for operand in check.operands:
                if operand.ref.document == 0:
                    self._from.setdefault(operand.ref.figure, []).append(check)
        for check in (*workpaper.findings, *workpaper.leads):
            statement = self._statements.get(check.subject.figure) if _is_own(check) else None
            if statement is not None and check.tick in _FOOTING:
                self._tables.setdefault(statement, []).append(check)

    def of(self, *figures: int) -> list[str]:
        """What is to be said of these figures of the subject, each sentence once."""
        said = dict.fromkeys(one for figure in dict.fromkeys(figures) for one in self._of(figure))
        sentences = [cut(one) for one in said]
        if rest := len(sentences[_MOST:]):
            return [*sentences[:_MOST], f"and {counted(rest, 'warning')} more: use the tool check"]
        return sentences

    def within(self, *spans: Span) -> list[int]:
        """The figures of the subject that stand in these stretches of its text."""
        found: list[int] = []
        for span in spans:
            first = bisect_left(self._starts, span.start)
            found += range(first, bisect_left(self._starts, span.end, lo=first))
        return found

    def head(self, most: int = MOST_NAMED) -> Entry:
        """What stands ahead of every answer: the document, and so many figures that differ."""
        paper = self.workpaper
        named = [self._named(figure) for figure in [*self._differing][:most]]
        if rest := len(self._differing) - len(named):
            named.append(f"and {counted(rest, 'figure')} more: use the tool check")
        others = zip(paper.releases, roles(paper), borne(paper), strict=True)
        return entry(
            document=paper.subject.document.name,
            what=f"{company(paper.subject)}: {described(paper.subject)}",
            sha256=paper.subject.document.sha256,
            against=[
                cut(f"{one.document.name} ({role}): {words}")
                for one, role, words in list(others)[1:]
            ],
            not_understood=warning(understanding(paper)),
            result=f"{counted(len(findings(paper)), 'finding')}: figures of it differ"
            if paper.findings
            else silence(paper)[1],
            differing=named,
            leads=len(paper.leads) or None,
            figures=paper.coverage,
        )

    def ending(self, figure: int, beside: Iterable[int]) -> Entry:
        """How a figure ended, why, and what is to be said of it and of those told beside it."""
        one = self.workpaper.endings[figure]
        return entry(outcome=one.outcome, why=one.reason, warnings=self.of(figure, *beside))

    def where(self, figure: int) -> str:
        """Where a figure of the subject stands, in words."""
        return self.places.where(Ref(0, figure))

    def _of(self, figure: int) -> Iterator[str]:
        """What is to be said of one figure, the worst first."""
        for check in self._differing.get(figure, ()):
            yield f"DIFFERS: {self._says(check)}"
        for check in self._from.get(figure, ()):
            yield f"a figure made from it differs: {self._says(check)} ({self._at(check)})"
        yield from self._of_table(figure, "its table")
        for number in self.workpaper.endings[figure].checks:
            check = self.workpaper.checks[number]
            if check.subject == Ref(0, figure) and check.outcome in ("agrees", "rounds"):
                yield from self._of_operands(check)
        if lead := self._leads.get(figure):
            yield f"may be wrong, which is not proven: {self._says(lead)}"

    def _of_operands(self, check: Check) -> Iterator[str]:
        """What is to be said of the figures that a tick rests on."""
        for operand in check.operands:
            if operand.ref.document:
                continue
            figure = operand.ref.figure
            for other in self._differing.get(figure, ()):
                yield f"it rests on a figure that differs: {self._says(other)} ({self._at(other)})"
            yield from self._of_table(figure, "a table that it rests on")

    def _of_table(self, figure: int, table: str) -> Iterator[str]:
        """That the table of a figure does not foot, or may not, with the totals that do not."""
        for check in self._tables.get(self._statements.get(figure, -1), ()):
            if check.subject.figure == figure:
                continue
            how = "may not foot, which is not proven" if check.is_lead else "does not foot"
            yield f"{table} {how}: {self._says(check)} ({self._at(check)})"

    def _named(self, figure: int) -> str:
        """A figure that differs, with its place."""
        return cut(f"{self.places.printed(Ref(0, figure))}: {self.where(figure)}")

    def _says(self, check: Check) -> str:
        """A finding, or a lead, in a sentence."""
        return told(check, self.places).sentence

    def _at(self, check: Check) -> str:
        """Where a check's figure stands."""
        return self.places.where(check.subject)


def _is_own(check: Check) -> bool:
    """True for a check of a figure of the document under test."""
    return check.subject.document == 0
