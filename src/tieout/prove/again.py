"""A release read and checked as it stands, and again with slips in it: only what they touch."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cached_property, partial

from msgspec import Struct, structs

from tieout.claims.unclaimed import unclaimed
from tieout.engine import concluded, said, understood
from tieout.evidence.gathered import Evidence
from tieout.evidence.watched import Watched
from tieout.forms.heading import HEADING_LINES
from tieout.forms.lines import opening_lines
from tieout.lexicon.tokens import SIGHT
from tieout.model.check import Check
from tieout.model.document import Document, Heading, Span
from tieout.model.exclusion import excluded
from tieout.model.figure import Figure
from tieout.model.memo import Memo, Remembered
from tieout.model.period import FiscalCalendar
from tieout.model.sensitivity import Edit
from tieout.model.statement import Statement
from tieout.model.workpaper import FigureEnding, Release, ended
from tieout.patterns import pattern
from tieout.proof.judge import judged
from tieout.proof.proposal import Proposal
from tieout.proof.reserved import Reserved
from tieout.prove.altered import Alterable, Moved, changes_words
from tieout.prove.heard import heard
from tieout.rules.base import Rule, all_rules

_TIME = pattern(r"[\s-]{1,3}(?:business\s+)?(?:day|week|month|year|hour)", re.IGNORECASE)
"""Behind a number that counts time: for how long a call may be heard, how long a period is."""
_BESIDE = 160
_SHORTEST = 8
"""A line of a headline is longer than any that only happens to stand in it."""
_AMOUNTS = ("amount", "percent")
_MOST = 200_000
"""So many answers are kept: those of the release itself, and of parts of it in other places."""


class Tried(Struct, frozen=True):
    """What became of the figures within reach of a slip: every check that rests on one of them.

    `endings` are those of the figures within reach.
    """

    releases: tuple[Release, ...]
    checks: tuple[Check, ...]
    endings: Mapping[int, FigureEnding]

    def figure(self, document: int, figure: int) -> Figure:
        """A figure of one of the documents."""
        return self.releases[document].document.figures[figure]


class Again:
    """A release that is read and checked again and again, each time with other words in it.

    What an edit does not touch is taken from the first time; what comes out is what reading and
    checking the whole would give.
    """

    def __init__(self, subject: Release, against: Sequence[Release]) -> None:
        """The release as it stands, and what it is checked against."""
        self._memo = Remembered(_MOST)
        self._alterable = Alterable(subject.document)
        self._told = subject.calendar
        self._calendar = heard(subject.calendar) if subject.calendar is not None else None
        like = structs.replace(subject, calendar=self._calendar)
        release = understood(subject.document, self._memo, like)
        self._evidence = Watched((release, *against), memo=self._memo)
        is_form = release.form is not None
        self._opening = -1 if is_form else _opening(release)
        self._resting: dict[int, set[int]] = {}
        proposals = _proposed(self._evidence)
        for one in _all(proposals):
            for figure in one.check.figures:
                self._resting.setdefault(figure, set()).add(one.check.subject.figure)
        own = structs.replace(release, calendar=subject.calendar)
        self.workpaper = concluded((own, *against), judged(self._evidence, proposals))
        self._memo.settle()

    def tried(self, edits: Sequence[Edit], reach: Sequence[Span]) -> Tried:
        """The release with these words in place of those, checked within reach of them."""
        document, moved = self._alterable(edits), Moved(edits)
        near = set(_figures_in(document, map(moved.span, reach)))
        if self._is_of_amounts(edits, document):
            own = self._evidence.releases[0]
            like = structs.replace(own, announcement=moved.all(own.announcement))
            return self._tried(document, like, near, self._told)
        told = said(document)
        calendar, ears = told.calendar, self._calendar
        if calendar is not None and ears is not None and ears.is_like(calendar):
            tried = self._tried(document, structs.replace(told, calendar=ears), near, calendar)
            if ears.answers_as(calendar):
                return tried
        return self._tried(document, told, near, calendar)

    def _tried(
        self, document: Document, like: Release, near: set[int], calendar: FiscalCalendar | None
    ) -> Tried:
        """A document that is what another one says it is, checked at the figures near."""
        own = self._evidence.releases[0]
        subject = understood(document, self._memo, like)
        statements = tuple(map(self._with_facts, subject.statements, own.statements))
        if len(own.statements) == len(subject.statements):
            subject = structs.replace(subject, statements=statements)
        releases = (subject, *self._evidence.releases[1:])
        with closing(Watched(releases, self._evidence, self._memo)) as evidence:
            proposals = _proposed(evidence)
            about = near.union(*(self._resting.get(figure, ()) for figure in near))
            about |= {
                one.check.subject.figure
                for one in _all(proposals if evidence.before is None else evidence.fresh)
                if not near.isdisjoint(one.check.figures)
            }
            checks = tuple(judged(evidence, proposals, about))
        numbers = sorted(near)
        endings = ended(document.figures, numbers, checks, _Excluded(subject, self._memo))
        subject = structs.replace(subject, calendar=calendar)
        return Tried((subject, *releases[1:]), checks, dict(zip(numbers, endings, strict=True)))

    def _with_facts(self, statement: Statement, was: Statement) -> Statement:
        """A statement with the very facts that it had, where they are the same."""
        if statement is was or len(statement.facts) != len(was.facts):
            return statement

        def made() -> Statement:
            pairs = zip(was.facts, statement.facts, strict=True)
            facts = tuple(old if old == new else new for old, new in pairs)
            return structs.replace(statement, facts=facts)

        return self._memo("facts", made, statement)

    def _is_of_amounts(self, edits: Sequence[Edit], document: Document) -> bool:
        """True where nothing but amounts is altered, and none of the headline.

        What a document says it is, is read by words and dates.
        """
        old = self._alterable.document
        if self._opening < 0 or len(document.figures) != len(old.figures):
            return False
        for edit in edits:
            is_titled = edit.start < self._opening or _is_headed(old, edit)
            if changes_words(old, edit) or is_titled or _TIME.match(old.text, edit.end):
                return False
            numbers = old.figures_in(edit.start - SIGHT, edit.end + SIGHT)
            if any(
                now.kind != was.kind or (now.kind not in _AMOUNTS and _is_at(was, edit))
                for was, now in ((old.figures[n], document.figures[n]) for n in numbers)
            ):
                return False
        return True


class _Excluded(Mapping[int, str]):
    """Why figures of a release are no claims, found where it is asked of one."""

    def __init__(self, release: Release, memo: Memo) -> None:
        """The release."""
        self._release, self._memo = release, memo

    @cached_property
    def _reasons(self) -> dict[int, str]:
        """The reason of each figure that is none."""
        return unclaimed(self._release, self._memo) | excluded(self._release, self._memo)

    def __getitem__(self, number: int) -> str:
        """Why the figure of that number is none."""
        return self._reasons[number]

    def __iter__(self) -> Iterator[int]:
        """The figures that are none."""
        return iter(self._reasons)

    def __len__(self) -> int:
        """How many are none."""
        return len(self._reasons)


def _opening(release: Release) -> int:
    """Where the lines end that a release is headed by."""
    lines = opening_lines(release.document, HEADING_LINES)
    said = release.announcement
    if said is None or not said.headline:
        return lines[-1].end if lines else 0
    words = f"{said.headline}\n{said.subheadline}"
    headed = [
        number
        for number, line in enumerate(lines)
        if line.start >= said.start and len(line.text) > _SHORTEST and line.text in words
    ]
    return lines[headed[-1]].end if headed else lines[-1].end


def _is_headed(document: Document, edit: Edit) -> bool:
    """True for an edit in a heading, which titles a section, or in the lines of a contact."""
    beside = document.text[max(0, edit.start - _BESIDE) : edit.end + _BESIDE]
    return "@" in beside or any(
        isinstance(block, Heading) and block.start <= edit.start < block.end
        for block in document.blocks
    )


def _is_at(figure: Figure, edit: Edit) -> bool:
    """True for a figure that an edit touches."""
    return figure.start <= edit.end and edit.start <= figure.end


def _proposed(evidence: Watched) -> list[Proposal | Reserved]:
    """What every rule proposes, and what it reserves."""
    return [one for rule in all_rules() for one in evidence.work(rule.code, partial(_made, rule))]


def _made(rule: Rule, evidence: Evidence) -> Iterator[Proposal | Reserved]:
    """What a rule proposes; what it reserves is made at once, as part of the same work."""
    for one in rule.proposed(evidence):
        if isinstance(one, Reserved):
            made = tuple(one.make())
            yield Reserved(one.figure, partial(tuple, made))
        else:
            yield one


def _all(proposals: Iterable[Proposal | Reserved]) -> Iterator[Proposal]:
    """The proposals, those that are reserved among them."""
    for one in proposals:
        yield from one.make() if isinstance(one, Reserved) else (one,)


def _figures_in(document: Document, spans: Iterator[Span]) -> Iterator[int]:
    """The figures that lie within the spans, or over an end of one."""
    for span in spans:
        first, last = document.figures_in(span.start, span.end), len(document.figures)
        start = max(0, first.start - 1)
        for number in range(start, min(last, first.stop)):
            figure = document.figures[number]
            if span.start < figure.end and figure.start < span.end:
                yield number
