"""A document in its sections: how the figures of each ended."""

from collections import Counter
from collections.abc import Hashable
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.model.check import Ending, Ref
from tieout.model.statement import Statement
from tieout.model.workpaper import Workpaper
from tieout.reports._places import Place, Places
from tieout.reports._shares import percent
from tieout.reports._words import KINDS

Kind: TypeAlias = Literal["form", "headline", "prose", "statement", "table"]

_FEWEST = 3
"""A section of prose with fewer figures that state something is told with others like it."""


class Section(Struct, frozen=True, gc=False):
    """A part of the document: its title, and how many of its figures ended in each way."""

    kind: Kind
    title: str
    counts: dict[Ending, int]

    @property
    def stated(self) -> int:
        """How many of its figures state something."""
        return sum(self.counts.values()) - self.counts.get("excluded", 0)

    @property
    def tested(self) -> int:
        """How many of those were tested."""
        return self.stated - self.counts.get("not-tested", 0)

    @property
    def differ(self) -> int:
        """How many of its figures differ."""
        return self.counts.get("differs", 0)

    @property
    def share(self) -> str:
        """The tested ones in percent of those that state something."""
        return percent(self.tested, self.stated)


def sections(workpaper: Workpaper) -> list[Section]:
    """The form, the headline, the prose by its headings, and every table, in reading order.

    Their counts add up to those of the whole document; sections of few figures are told as one.
    """
    of = _Sections(workpaper)
    counts: dict[Hashable, Counter[Ending]] = {}
    named: dict[Hashable, tuple[Kind, str]] = {}
    for number, ending in enumerate(workpaper.endings):
        key, kind, title = of.section(number)
        named.setdefault(key, (kind, title))
        counts.setdefault(key, Counter())[ending.outcome] += 1
    return _few_as_one([Section(*named[key], found) for key, found in counts.items()])


def _few_as_one(found: list[Section]) -> list[Section]:
    """The sections, those of prose and tables without a name that hold little as one at the end."""
    kept: list[Section] = []
    counts: Counter[Ending] = Counter()
    for one in found:
        if one.kind in ("prose", "table") and one.stated < _FEWEST:
            counts.update(one.counts)
        else:
            kept.append(one)
    if counts:
        kept.append(Section("prose", "Other paragraphs and tables", counts))
    return kept


class _Sections:
    """Where each figure of the subject belongs."""

    def __init__(self, workpaper: Workpaper) -> None:
        """Those of this workpaper."""
        self._release = workpaper.subject
        self._places = Places(workpaper)
        self._statements = {fact.figure: fact.statement for fact in self._release.facts}
        self._first: dict[int, int] = {}
        for number, statement in enumerate(self._release.statements):
            self._first.setdefault(statement.table, number)
        self._lead = self._lead_of()

    def section(self, number: int) -> tuple[Hashable, Kind, str]:
        """A key of the figure's section, its kind and its title."""
        release = self._release
        start = release.document.figures[number].start
        form, heading = release.form, release.announcement
        is_of_form = form is not None and form.start <= start < form.end
        if is_of_form and not (heading is not None and heading.start <= start < heading.end):
            return "form", "form", "Form 8-K"
        place = self._places.place(Ref(0, number))
        if place.table:
            at = self._statements.get(number, self._first.get(place.table))
            if at is None:
                return ("table", place.table), "table", _titled(place)
            return ("statement", at), "statement", _named(release.statements[at], place)
        if heading is not None and heading.start <= start < self._lead:
            return "headline", "headline", "Headline"
        return ("prose", place.section), "prose", place.section or "Opening"

    def _lead_of(self) -> int:
        """Where the release's first paragraph begins."""
        release = self._release
        if release.announcement is None:
            return 0
        begins = release.announcement.start
        after = (one for one in release.document.passages if one.start >= begins)
        return next((one.start for one in after if one.kind == "paragraph"), begins)


def _titled(place: Place) -> str:
    """What a table is called, with its page or its number."""
    if not place.title:
        return f"Table {place.table}" + (f" (page {place.page})" if place.page else "")
    return f"{place.title} ({_located(place)})"


def _named(statement: Statement, place: Place) -> str:
    """What a statement is called, with its page or the number of its table."""
    kind = KINDS[statement.kind]
    title = place.title or f"{kind[0].upper()}{kind[1:]}"
    return f"{title} ({_located(place)})"


def _located(place: Place) -> str:
    """By what a table is told from others of its title: its page, or else its number."""
    return f"page {place.page}" if place.page else f"table {place.table}"
