"""A workpaper as the review page shows it: what needs a person, in the words of the reports."""

from collections.abc import Iterable
from itertools import islice

import msgspec
from msgspec import Struct, structs

from tieout.formats import formats_of
from tieout.model.accepted import Accepted, Said
from tieout.model.check import Check, Ref
from tieout.model.package import Package
from tieout.model.understanding import understanding
from tieout.model.workpaper import Workpaper
from tieout.packages import outputs
from tieout.packages.outputs._words import Words
from tieout.reports import formats
from tieout.reports._accepted import counts as by_people
from tieout.reports._bearings import others
from tieout.reports._blamed import together
from tieout.reports._groups import findings
from tieout.reports._leads import leads
from tieout.reports._leads import told as led
from tieout.reports._places import Places
from tieout.reports._redraft import Moved, Redrafted
from tieout.reports._shares import percent
from tieout.reports._understood import silence, warning
from tieout.reports._unsettled import unsettled, why
from tieout.reports._words import company, described

_MOST_FIGURES = 2_000
"""Not-tested figures that are listed: nobody ticks more by hand."""
_MOST_CHECKS = 1_000
_MOST_MOVED = 500
_LONGEST = 600
"""Characters of a sentence: what a document says may be of any length."""
_QUOTED = 90


class Item(Struct, frozen=True, gc=False):
    """A finding or a lead: its check's number, the figure, the sentence, and its place.

    `figure` is None where it stands in another document. Of several findings that one figure would
    explain, each has that in a sentence, and the figure where it is only one.
    """

    check: int
    rule: str
    figure: int | None
    reported: str
    sentence: str
    where: str
    is_error: bool
    cause: str = ""
    cause_figure: int | None = None


class Told(Struct, frozen=True, gc=False):
    """What a person said: the entry's number, and whether it holds."""

    entry: int
    said: Said
    standing: str
    rule: str
    reported: str
    words: str
    by: str
    on: str
    why: str
    figure: int | None


class Figure(Struct, frozen=True, gc=False):
    """A figure that nothing tested; `why` where it is not what all of its group are."""

    figure: int
    text: str
    where: str
    why: str


class Group(Struct, frozen=True, gc=False):
    """Figures not tested for one reason."""

    reason: str
    figures: list[Figure]


class Lost(Struct, frozen=True, gc=False):
    """A figure that ticked in the draft before and does not now."""

    figure: int
    text: str
    why: str


class Changes(Struct, frozen=True, gc=False):
    """What the last save changed, in words; `broken` are the findings that are new.

    `at` is the time of day at which the draft before was saved.
    """

    at: str
    summary: str
    findings: str
    fixed: list[str]
    broken: list[Item]
    changed: list[Moved]
    added: list[Moved]
    removed: list[Moved]
    lost: list[Lost]


class Draft(Struct, frozen=True, gc=False):
    """A draft that was checked."""

    name: str
    sha256: str
    company: str
    described: str
    warning: str
    result: str
    counts: dict[str, int]
    tested: str
    against: list[str]
    findings: list[Item]
    leads: list[Item]
    said: list[Told]
    untested: list[Group]
    more: int
    changes: Changes | None
    forms: list[str]
    error: str = ""


class Fault(Struct, frozen=True, gc=False):
    """A draft that could not be checked, and why."""

    name: str
    error: str


class Beside(Struct, frozen=True, gc=False):
    """A package in a sentence, and the forms that it is drawn in."""

    summary: str
    differs: int
    forms: list[str]
    error: str = ""


def draft_shown(workpaper: Workpaper, name: str, before: str = "") -> msgspec.Raw:
    """The draft of this workpaper, as JSON; the draft before was saved at that time of day."""
    places = Places(workpaper)
    numbers = {id(check): number for number, check in enumerate(workpaper.checks)}
    items = _Items(places, numbers)
    counts = workpaper.coverage
    stated = counts["figures"] - counts["excluded"]
    ticked = len(workpaper.ticked)
    groups, more = _untested(workpaper, places)
    shown = Draft(
        name=name,
        sha256=workpaper.subject.document.sha256,
        company=company(workpaper.subject),
        described=described(workpaper.subject),
        warning=warning(understanding(workpaper)),
        result=silence(workpaper)[1] if not workpaper.findings else "",
        counts=counts
        | {"ticked": 0, "accepted": 0, "dismissed": 0}
        | {str(said): number for said, number in by_people(workpaper).items()}
        | {"ticked": ticked},
        tested=percent(stated - counts["not-tested"], stated),
        against=others(workpaper),
        findings=items.found(workpaper),
        leads=items.of(
            (check, led(check, places).sentence)
            for lead in leads(workpaper)
            for check in lead.checks
        ),
        said=[_told(number, one) for number, one in enumerate(workpaper.accepted)],
        untested=groups,
        more=more,
        changes=_changes(workpaper, places, items, before),
        forms=_forms(workpaper),
    )
    return msgspec.Raw(msgspec.json.encode(shown))


def package_shown(package: Package) -> bytes:
    """The package as JSON."""
    forms = [form for form in formats_of(outputs.__name__) if form != "terminal"]
    shown = Beside(Words(package).summary(), package.counts["differs"], forms)
    return msgspec.json.encode(shown)


class _Items:
    """Checks as the page lists them."""

    def __init__(self, places: Places, numbers: dict[int, int]) -> None:
        """With the places of their figures, and their numbers in the workpaper."""
        self._places, self._numbers = places, numbers

    def found(self, workpaper: Workpaper) -> list[Item]:
        """The findings, those that one figure would explain together."""
        found: list[Item] = []
        for told in together(workpaper, findings(workpaper), self._places):
            refs = [one.ref for one in told.suspects]
            figure = refs[0].figure if len(refs) == 1 and refs[0].document == 0 else None
            for item in self.of(
                (check, one.sentence if check is one.first else "")
                for one in told.findings
                for check in one.checks
            ):
                cause = _cut(told.sentence) if told.suspects else ""
                found.append(structs.replace(item, cause=cause, cause_figure=figure))
        return found[:_MOST_CHECKS]

    def of(self, checks: Iterable[tuple[Check, str]]) -> list[Item]:
        """The first of the checks, each with its sentence or its own message."""
        found: list[Item] = []
        for check, sentence in checks:
            if len(found) == _MOST_CHECKS:
                break
            found.append(self._item(check, sentence or check.message or check.reason))
        return found

    def _item(self, check: Check, sentence: str) -> Item:
        """One check."""
        ref = check.subject
        return Item(
            check=self._numbers[id(check)],
            rule=check.rule,
            figure=ref.figure if ref.document == 0 else None,
            reported=self._places.printed(ref),
            sentence=_cut(sentence),
            where=_cut(self._places.where(ref)),
            is_error=check.severity == "error",
        )


def _told(number: int, one: Accepted) -> Told:
    """What a person said."""
    entry = one.entry
    ref = one.ref if one.ref is not None and one.ref.document == 0 else None
    return Told(
        entry=number,
        said=entry.said,
        standing=one.standing,
        rule=entry.rule,
        reported=entry.reported,
        words=entry.reason or entry.support,
        by=entry.by,
        on=str(entry.on or ""),
        why=_cut(one.why),
        figure=ref.figure if ref is not None else None,
    )


def _untested(workpaper: Workpaper, places: Places) -> tuple[list[Group], int]:
    """The figures that nothing tested, by what would settle them, and how many are not listed."""
    groups: list[Group] = []
    left = _MOST_FIGURES
    every = unsettled(workpaper)
    for group in every:
        figures = [
            Figure(
                number,
                places.printed(Ref(0, number)),
                _cut(_stands(places, Ref(0, number))),
                _cut(why(workpaper, group, number)),
            )
            for number in group.figures[:left]
        ]
        left -= len(figures)
        if figures:
            groups.append(Group(group.sentence, figures))
    return groups, sum(len(group.figures) for group in every) - (_MOST_FIGURES - left)


def _stands(places: Places, ref: Ref) -> str:
    """Where a figure stands, with what it is of or the words around it."""
    caption = places.caption(ref) or places.excerpt(ref, _QUOTED).quoted
    return " \u00b7 ".join(word for word in (places.line(ref), caption) if word)


def _changes(workpaper: Workpaper, places: Places, items: _Items, before: str) -> Changes | None:
    """What changed since the draft before; None where there is none."""
    if workpaper.redraft is None:
        return None
    redrafted = Redrafted(workpaper, places)
    settled = workpaper.settled
    new = [number for number in workpaper.redraft.new if number not in settled]
    return Changes(
        at=before,
        summary=redrafted.summary(),
        findings=redrafted.findings(),
        fixed=[_cut(one) for one in redrafted.fixed()],
        broken=items.of((workpaper.checks[number], "") for number in new),
        changed=[*islice(redrafted.changed(), _MOST_MOVED)],
        added=[*islice(redrafted.added(), _MOST_MOVED)],
        removed=[*islice(redrafted.removed(), _MOST_MOVED)],
        lost=[Lost(*one) for one in islice(redrafted.lost(), _MOST_MOVED)],
    )


def _forms(workpaper: Workpaper) -> list[str]:
    """The forms that the workpaper can be had in as a file."""
    from tieout.readers.docx import FORMAT

    is_word = workpaper.subject.document.format == FORMAT
    return [form for form in formats() if form != "terminal" and (form != "docx" or is_word)]


def _cut(words: str) -> str:
    """The words, or their beginning."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}\u2026"
