"""Seed errors in a document, one at a time, and say which a check would have caught."""

import gc
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from tieout.model.check import Check
from tieout.model.document import Span
from tieout.model.sensitivity import Fate, Proof, Seeded, Slip, SlipKind
from tieout.model.workpaper import FigureEnding, Release, Workpaper
from tieout.prove.again import Again, Tried
from tieout.prove.altered import Moved
from tieout.prove.slips import makers
from tieout.prove.subject import Subject

Key = tuple[str, str, str, tuple[str, ...]]

_DIGITS_SHARE = 2
"""One error in so many is a changed digit, the commonest slip; the other kinds share the rest."""

_ROUNDS = 20


class Trial:
    """A release, checked as it stands, in which slips are tried."""

    def __init__(self, subject: Release, against: Sequence[Release] = ()) -> None:
        """The release and what it is checked against."""
        self.again = Again(subject, against)
        self.workpaper = self.again.workpaper
        self._subject = Subject(self.workpaper)
        self._known = {
            end: {_key(one, self.workpaper) for one in _ended(self.workpaper, end)}
            for end in ("differs", "lead", "rounds")
        }

    def every(self, seed: int) -> list[Slip]:
        """A slip in every figure that one may befall; the same for the same seed."""
        rng = Random(seed)
        found = (self._at(number, rng) for number in range(len(self._subject.document.figures)))
        return [slip for slip in found if slip is not None]

    def _at(self, number: int, rng: Random) -> Slip | None:
        """A slip at a figure, one time in two a digit changed; None where none is possible."""
        (digit, changed), *others = makers().items()
        rng.shuffle(others)
        last = [(digit, changed)]
        ordered = others + last if rng.randrange(_DIGITS_SHARE) else last + others
        made = (make(self._subject, number, rng) for _, make in ordered)
        return next((slip for slip in made if slip is not None), None)

    def slips(self, errors: int, seed: int) -> list[Slip]:
        """So many slips, or as many as the document has room for; the same for the same seed."""
        rng = Random(seed)
        numbers = range(len(self._subject.document.figures))
        chosen: list[Slip] = []
        supply = {
            kind: self._supply(kind, rng.sample(numbers, len(numbers)), rng) for kind in makers()
        }
        for kind, quota in _quotas(errors, tuple(supply)).items():
            chosen += itertools.islice(supply[kind], quota)
        spare = itertools.chain(supply["digit changed"], self._again(numbers, rng))
        chosen += itertools.islice(spare, errors - len(chosen))
        return chosen

    def _again(self, numbers: range, rng: Random) -> Iterator[Slip]:
        """More digits changed, as a figure has several; a few rounds, for a document of few."""
        for _ in range(_ROUNDS):
            yield from self._supply("digit changed", rng.sample(numbers, len(numbers)), rng)

    def _supply(self, kind: SlipKind, numbers: list[int], rng: Random) -> Iterator[Slip]:
        """The slips of a kind, at the figures in the order given."""
        make = makers()[kind]
        return (slip for n in numbers if (slip := make(self._subject, n, rng)) is not None)

    def seed(self, slip: Slip) -> Seeded:
        """What becomes of a slip: the document altered, and checked anew within reach of it."""
        return self.fate(slip, self.again.tried(slip.edits, slip.reach))

    def all(self, slips: Iterable[Slip]) -> Iterator[Seeded]:
        """What becomes of each slip, one after the other; none leaves a cycle to look for."""
        was = gc.isenabled()
        gc.disable()
        try:
            yield from map(self.seed, slips)
        finally:
            if was:
                gc.enable()

    def fate(self, slip: Slip, now: Tried) -> Seeded:
        """What became of a slip, by the checks and endings within reach of it."""
        moved = Moved(slip.edits)
        reach = tuple(moved.span(span) for span in slip.reach)
        caught = self._fresh(now, "differs", reach)
        span = self._subject.span(slip.figure)
        place = moved.span(span)
        words = now.releases[0].document.text[place.start : place.end]
        rules = tuple(dict.fromkeys(one.rule for one in caught))
        text = self._subject.text(slip.figure)
        if caught:
            return Seeded(slip, "caught", span, text, words, rules)
        fate, why = self._uncaught(slip, now, reach)
        return Seeded(slip, fate, span, text, words, why=why)

    def _uncaught(self, slip: Slip, now: Tried, reach: tuple[Span, ...]) -> tuple[Fate, str]:
        """What became of a slip that no difference caught, and why."""
        if self._fresh(now, "lead", reach):
            return "led", "not proven"
        if self._fresh(now, "rounds", reach):
            return "noted", "within rounding"
        endings = _endings(now, reach)
        if slip.kind != "period swapped" and any(one.outcome == "agrees" for one in endings):
            return "ticked", "a check agrees all the same"
        if slip.figure not in self._subject.facts and slip.figure not in self._subject.claims:
            return "missed", "not understood"
        if any("coarse" in one.reason for one in endings):
            return "missed", "within rounding"
        return "missed", "no redundancy"

    def _fresh(self, now: Tried, end: str, reach: tuple[Span, ...]) -> list[Check]:
        """The checks with that end that rest on the slip and were not there before it."""
        return [
            one
            for one in _ended(now, end)
            if _rests(one, now, reach) and _key(one, now) not in self._known[end]
        ]

    def proof(self, name: str, seed: int, seeded: Sequence[Seeded]) -> Proof:
        """All that was seeded, with the figures no check would protect."""
        untested = {reason: len(found) for reason, found in self.workpaper.untested.items()}
        counts = self.workpaper.coverage
        figures = counts["figures"] - counts["excluded"]
        differences = len(self.workpaper.findings)
        return Proof(name, seed, differences, figures, untested, tuple(seeded))


def _quotas(errors: int, kinds: tuple[SlipKind, ...]) -> dict[SlipKind, int]:
    """How many slips of each kind."""
    others = kinds[1:]
    each, left = divmod(errors // _DIGITS_SHARE, len(others))
    quotas = Counter({kind: each + (place < left) for place, kind in enumerate(others)})
    return {kinds[0]: errors - quotas.total(), **quotas}


def _ended(workpaper: Workpaper | Tried, end: str) -> list[Check]:
    """The checks of that outcome, or the leads."""
    return [one for one in workpaper.checks if ("lead" if one.is_lead else one.outcome) == end]


def _key(check: Check, workpaper: Workpaper | Tried) -> Key:
    """What makes a check the same in two workpapers: its rule and its figures' words."""
    refs = [check.subject, *(operand.ref for operand in check.operands)]
    words = tuple(workpaper.figure(ref.document, ref.figure).text for ref in refs)
    return check.rule, check.reported, check.expected, words


def _rests(check: Check, now: Tried, reach: tuple[Span, ...]) -> bool:
    """True where the check's subject or an operand lies within reach."""
    figures = (now.figure(0, number) for number in check.figures)
    return any(
        span.start < figure.end and figure.start < span.end for figure in figures for span in reach
    )


def _endings(now: Tried, reach: tuple[Span, ...]) -> list[FigureEnding]:
    """How the figures within reach ended."""
    document = now.releases[0].document
    return [
        now.endings[number]
        for span in reach
        for number in document.figures_in(span.start, span.end)
    ]
