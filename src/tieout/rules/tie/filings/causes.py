"""Why the figures of a column changed since another filing: by its head, its title, the prose."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from tieout.evidence.gathered import Evidence
from tieout.lexicon.changed import Told, change_in_head, changes_told
from tieout.model.check import Cause
from tieout.model.period import FiscalCalendar, Period
from tieout.model.relation import in_time
from tieout.model.statement import FACE, Fact, StatementKind
from tieout.model.workpaper import Release

_YEAR = 366


class Reason(Struct, frozen=True, gc=False):
    """A cause, and what tells it: "as the column's head says"."""

    cause: Cause
    by: str = ""

    def __str__(self) -> str:
        """The reason as a finding says it."""
        said = "a new accounting standard adopted" if self.cause == "adopted" else self.cause
        return f"{said}, {self.by}" if self.by else said


class Causes:
    """What the documents say of figures reported before and changed since."""

    def __init__(self, evidence: Evidence) -> None:
        """What these documents say."""
        self._releases = evidence.releases
        self._told: dict[int, Sequence[Told]] = {}

    def in_head(self, document: int, fact: Fact) -> Reason | None:
        """What the head of a fact's column or the title of its table says."""
        statement = self._releases[document].statements[fact.statement]
        where = "column's head" if document == 0 else "later column's head"
        if change := change_in_head(statement.columns[fact.column].header):
            return Reason(change, f"as the {where} says")
        if change := change_in_head(statement.title):
            return Reason(change, f"as the {'title' if document == 0 else 'later title'} says")
        return None

    def in_words(
        self, documents: Sequence[int], period: Period, kind: StatementKind | None = None
    ) -> Reason | None:
        """What a sentence of these documents says of a period, of this kind of statement if any."""
        for document in documents:
            release = self._releases[document]
            for told in self._changes(document):
                if told.of_parts and kind in FACE:
                    continue
                if told.kinds and kind in FACE and kind not in told.kinds:
                    continue
                if _concerns(told, period, release):
                    name = "the release" if document == 0 else release.document.name
                    return Reason(told.change, f"as {name} says")
        return None

    def since(self, document: int) -> list[int]:
        """The subject, and the documents between that one and the subject, the latest first."""
        first, last = in_time(self._releases[document]), in_time(self._releases[0])
        between = [
            (in_time(release), number)
            for number, release in enumerate(self._releases)
            if number and first < in_time(release) < last
        ]
        return [0, *(number for _, number in sorted(between, reverse=True))]

    def _changes(self, document: int) -> Sequence[Told]:
        """Every sentence of a document that tells of a change."""
        if document not in self._told:
            read = self._releases[document].document
            self._told[document] = tuple(
                told
                for passage in read.passages
                for told in changes_told(read.text[passage.start : passage.end])
            )
        return self._told[document]


def _concerns(told: Told, period: Period, release: Release) -> bool:
    """True where what is told is told of the period: of its years, or of all that came before."""
    calendar = release.calendar
    if not told.years:
        return calendar is None or period.end < calendar.period_end or told.change != "restated"
    years = {period.end.year}
    if period.start is not None:
        years.add(period.start.year)
    if calendar is not None:
        years.add(_fiscal_year(calendar, period))
    return bool(years & told.years)


@lru_cache(maxsize=1024)
def _fiscal_year(calendar: FiscalCalendar, period: Period) -> int:
    """The fiscal year that a period ends in."""
    end = calendar.year().end
    year = calendar.fiscal_year
    while period.end > end:
        end, year = end.replace(year=end.year + 1, day=min(end.day, 28)), year + 1
    while (end - period.end).days >= _YEAR - 5:
        end, year = end.replace(year=end.year - 1, day=min(end.day, 28)), year - 1
    return year
