"""Release and Workpaper: what was read, what was concluded, and how every figure ended."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.model.accepted import Accepted
from tieout.model.announcement import Announcement, Form8K, PeriodicReport
from tieout.model.check import Blame, Check, Ending, Ref
from tieout.model.claim import Claim
from tieout.model.document import Document
from tieout.model.figure import Figure
from tieout.model.measures import Since
from tieout.model.period import FiscalCalendar
from tieout.model.redraft import Redraft
from tieout.model.statement import Fact, Statement
from tieout.model.table import Table

DocumentKind: TypeAlias = Literal[
    "8-K", "8-K/A", "release", "10-Q", "10-K", "6-K", "supplement", "other"
]

Standards: TypeAlias = Literal["ifrs", "us-gaap", ""]
"""What accounting standards statements follow; empty where the document does not say."""


class Release(Struct, frozen=True, gc=False):
    """One document read: what it says it is, its tables, statements and claims.

    `is_support` is true of evidence behind the figures, such as the closing workbook: figures may
    tie to it by rules made for that alone.
    """

    document: Document
    kind: DocumentKind
    form: Form8K | None
    announcement: Announcement | None
    calendar: FiscalCalendar | None
    tables: tuple[Table, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    report: PeriodicReport | None = None
    standards: Standards = ""
    is_support: bool = False

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every statement's facts, in reading order of the statements."""
        return tuple(chain.from_iterable(statement.facts for statement in self.statements))


class FigureEnding(Struct, frozen=True, gc=False):
    """How one figure of the subject ended: the outcome, why, and the checks it stands in."""

    outcome: Ending
    reason: str
    checks: tuple[int, ...] = ()


class Workpaper(Struct, frozen=True, gc=False):
    """Releases, the subject first, with every check and the ending of every subject figure.

    `endings` has one entry a figure of the subject, in order: the conservation of numbers.
    `draft` is the workpaper of the release's previous draft, against the same filings, and
    `redraft` what has changed since; a draft proves nothing of the subject. `since` is what is
    new since the release before, where one is among the documents. `accepted` is what people said
    of it, which changes no ending. `blames` are the differences that one figure would explain.
    """

    releases: tuple[Release, ...]
    checks: tuple[Check, ...]
    endings: tuple[FigureEnding, ...]
    draft: "Workpaper | None" = None
    redraft: Redraft | None = None
    since: Since | None = None
    accepted: tuple[Accepted, ...] = ()
    blames: tuple[Blame, ...] = ()

    @property
    def subject(self) -> Release:
        """The document under test."""
        return self.releases[0]

    @property
    def coverage(self) -> dict[str, int]:
        """How many figures there are, and how many ended in each way."""
        counts = Counter(ending.outcome for ending in self.endings)
        ways: tuple[Ending, ...] = ("agrees", "rounds", "differs", "not-tested", "excluded")
        return {"figures": len(self.endings)} | {way: counts[way] for way in ways}

    @property
    def findings(self) -> tuple[Check, ...]:
        """Every check that differs and is not accepted, errors first, in reading order."""
        settled = self.settled
        differing = [
            check
            for number, check in enumerate(self.checks)
            if check.outcome == "differs" and number not in settled
        ]
        return tuple(sorted(differing, key=lambda c: (c.severity != "error", c.subject)))

    @property
    def leads(self) -> tuple[Check, ...]:
        """What is worth a person's look, not proven and not dismissed, the likeliest of a figure.

        The likeliest of all is the first.
        """
        likeliest: dict[Ref, Check] = {}
        settled = self.settled
        for number, check in enumerate(self.checks):
            held = likeliest.get(check.subject)
            if (
                check.is_lead
                and number not in settled
                and (held is None or _bits(check) > _bits(held))
            ):
                likeliest[check.subject] = check
        return tuple(sorted(likeliest.values(), key=lambda c: (-_bits(c), c.subject)))

    @property
    def settled(self) -> dict[int, Accepted]:
        """The checks whose difference a person accepted or dismissed, by number."""
        return {
            number: one for one in self.accepted if one.standing == "holds" for number in one.checks
        }

    @property
    def ticked(self) -> dict[int, Accepted]:
        """The figures of the subject that nothing tested and a person ticked, by number."""
        return {
            one.ref.figure: one
            for one in self.accepted
            if one.standing == "holds" and one.entry.said == "ticked" and one.ref is not None
            if self.endings[one.ref.figure].outcome == "not-tested"
        }

    @property
    def notices(self) -> tuple[Accepted, ...]:
        """What a person said that holds no more: it has lapsed, or nothing is like it."""
        return tuple(one for one in self.accepted if one.standing in ("lapsed", "unmatched"))

    @property
    def notes(self) -> tuple[Check, ...]:
        """Every check that explains a figure of the subject by rounding, where none differs."""
        return tuple(
            check
            for check in self.checks
            if check.outcome == "rounds"
            and check.subject.document == 0
            and self.endings[check.subject.figure].outcome == "rounds"
        )

    @property
    def unread(self) -> tuple[str, ...]:
        """What of the documents was not understood, in the rules' words, each said once."""
        said = (check.message for check in self.checks if check.tick == "RD")
        return tuple(dict.fromkeys(said))

    @property
    def untested(self) -> dict[str, list[int]]:
        """The figures neither tested nor ticked by hand, by reason, the commonest reason first."""
        reasons: dict[str, list[int]] = {}
        ticked = self.ticked
        for number, ending in enumerate(self.endings):
            if ending.outcome == "not-tested" and number not in ticked:
                reasons.setdefault(ending.reason, []).append(number)
        return dict(sorted(reasons.items(), key=lambda pair: -len(pair[1])))

    def figure(self, document: int, figure: int) -> Figure:
        """A figure of one of the documents."""
        return self.releases[document].document.figures[figure]


def _bits(check: Check) -> int:
    """How far other figures bear a check out."""
    return 0 if check.ground is None else check.ground.bits


EXCLUDED = {
    "date": "a date that no rule tests",
    "year": "a year",
    "time": "a time of day",
    "telephone": "a telephone number",
    "reference": "a number that names a form, an item or a rule",
    "ordinal": "an ordinal",
    "word": "part of a word",
    "mark": "marks a note or an entry of a list",
}
"""Why a figure of this kind is no claim, where no check tests it."""

RANK: dict[str, int] = {"differs": 0, "rounds": 1, "agrees": 2, "not-tested": 3}


def _rank(check: Check) -> int:
    """The outcome's place, the worst first."""
    return RANK[check.outcome]


def conclude(
    releases: Sequence[Release], checks: Sequence[Check], excluded: Mapping[int, str]
) -> Workpaper:
    """The workpaper of these checks, every figure of the subject with its one ending.

    A figure ends as the worst of the checks it is the subject of; if there are none that tested
    it, as agrees or rounds if a check pins it down as an operand; else not tested, or excluded
    for the reason given by figure number in `excluded` or by its kind.
    """
    numbers = range(len(releases[0].document.figures))
    endings = tuple(ended(releases[0].document.figures, numbers, checks, excluded))
    return Workpaper(tuple(releases), tuple(checks), endings)


def ended(
    figures: Sequence[Figure],
    numbers: Iterable[int],
    checks: Sequence[Check],
    excluded: Mapping[int, str],
) -> Iterator[FigureEnding]:
    """The ending of each figure of these numbers, by the checks that speak of it."""
    subject: dict[int, list[int]] = {}
    operand: dict[int, list[int]] = {}
    pinned: set[tuple[int, int]] = set()
    for number, check in enumerate(checks):
        if check.subject.document == 0:
            subject.setdefault(check.subject.figure, []).append(number)
        for one in check.operands:
            if one.ref.document == 0:
                operand.setdefault(one.ref.figure, []).append(number)
                if one.pinned and check.outcome in ("agrees", "rounds"):
                    pinned.add((one.ref.figure, number))
    for number in numbers:
        figure = figures[number]
        if number in subject or number in operand:
            told = subject.get(number, []), operand.get(number, [])
            yield _ending(number, figure, *told, pinned, checks, excluded)
        else:
            yield _unchecked(number, figure, excluded)


def _ending(
    number: int,
    figure: Figure,
    subject: list[int],
    operand: list[int],
    pinned: Set[tuple[int, int]],
    checks: Sequence[Check],
    excluded: Mapping[int, str],
) -> FigureEnding:
    """One figure's ending, from the checks it is subject and operand of."""
    seen = tuple(dict.fromkeys([*subject, *operand]))
    tested = [checks[i] for i in subject if checks[i].outcome != "not-tested"]
    if tested:
        worst = min(tested, key=_rank)
        return FigureEnding(worst.outcome, worst.reason, seen)
    proven = [checks[i] for i in operand if (number, i) in pinned]
    if proven:
        best = max(proven, key=_rank)
        return FigureEnding(best.outcome, best.reason, seen)
    if number in excluded:
        return FigureEnding("excluded", excluded[number], seen)
    leading = sorted(subject, key=lambda i: not checks[i].is_lead)
    reasons = [checks[i].reason for i in leading if checks[i].reason]
    if figure.kind in EXCLUDED and not reasons:
        return FigureEnding("excluded", EXCLUDED[figure.kind], seen)
    differing = [checks[i] for i in operand if checks[i].outcome == "differs"]
    if differing:
        return FigureEnding(
            "not-tested", f"the figure computed from it differs ({differing[0].rule})", seen
        )
    coarse = [checks[i] for i in operand if checks[i].outcome in ("agrees", "rounds")]
    if coarse and not reasons:
        return FigureEnding(
            "not-tested",
            f"{coarse[0].rule} uses it, but rounds too coarsely to prove it",
            seen,
        )
    return FigureEnding("not-tested", reasons[0] if reasons else NOTHING, seen)


NOTHING = "no other figure repeats it, adds up to it or is computed from it"

_UNTESTED = FigureEnding("not-tested", NOTHING)
_EXCLUDED = {kind: FigureEnding("excluded", why) for kind, why in EXCLUDED.items()}


def _unchecked(number: int, figure: Figure, excluded: Mapping[int, str]) -> FigureEnding:
    """The ending of a figure that no check speaks of."""
    if number in excluded:
        return FigureEnding("excluded", excluded[number])
    return _EXCLUDED.get(figure.kind, _UNTESTED)
