"""Differences and figures as entries name them, so that they are found again in another draft."""

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct, structs

from tieout.drafts.units import Unit, units
from tieout.harmless import on_a_line
from tieout.model.accepted import Entry, Said
from tieout.model.check import Check, Ref
from tieout.model.claim import Claim
from tieout.model.registrant import registrant
from tieout.model.statement import Fact
from tieout.model.workpaper import Release, Workpaper

_BEFORE, _AFTER = 8, 4
"""So many words around a figure tell it from others."""
_LONGEST_WORD = 40
_LONGEST = 200
"""So much of a name is kept: a caption may be as long as a document."""
_MOST_OPERANDS = 200
_ANNOUNCED = ("8-K", "8-K/A", "release")
"""Kinds that an earnings release goes by, from its first draft until it is filed."""


class Candidate(Struct, frozen=True, gc=False):
    """What a person may speak of: the entry that names it, the figure, and the checks of it."""

    entry: Entry
    ref: Ref
    checks: tuple[int, ...] = ()
    is_lead: bool = False


class Standings:
    """What people may speak of in one workpaper, in reading order."""

    def __init__(self, workpaper: Workpaper) -> None:
        """The differences and figures of this workpaper."""
        self.workpaper = workpaper
        self.document = document_of(workpaper.subject)
        self._stands = [_Stand(release) for release in workpaper.releases]

    @cached_property
    def differences(self) -> tuple[Candidate, ...]:
        """Every difference, proven or only led to; checks that say the same are one."""
        alike: dict[Hashable, list[int]] = {}
        checks = self.workpaper.checks
        for number, check in enumerate(checks):
            if check.outcome == "differs" or check.is_lead:
                key = (check.subject, check.rule, check.expected, self._operands(check))
                alike.setdefault((*key, check.is_lead), []).append(number)
        told = sorted(alike.values(), key=lambda numbers: checks[numbers[0]].subject)
        return tuple(_counted(map(self._difference, told)))

    @cached_property
    def figures(self) -> tuple[Candidate, ...]:
        """Every figure of the document under test."""
        refs = [Ref(0, number) for number in range(len(self.workpaper.endings))]
        return tuple(_counted(Candidate(self._entry("ticked", ref), ref) for ref in refs))

    @cached_property
    def printed(self) -> frozenset[str]:
        """Every figure of every document, as printed."""
        return frozenset(
            stand.printed(figure) for stand in self._stands for figure in range(stand.figures)
        )

    def _difference(self, numbers: Sequence[int]) -> Candidate:
        """What the checks of these numbers say."""
        check = self.workpaper.checks[numbers[0]]
        entry = structs.replace(
            self._entry("dismissed" if check.is_lead else "accepted", check.subject),
            rule=check.rule,
            expected=_kept(check.expected),
            operands=self._operands(check),
        )
        return Candidate(entry, check.subject, tuple(numbers), check.is_lead)

    def _operands(self, check: Check) -> tuple[str, ...]:
        """What a check rests on, as printed; another draft may have it in another order."""
        refs = (one.ref for one in check.operands)
        printed = sorted(self._stands[ref.document].printed(ref.figure) for ref in refs)
        kept, rest = printed[:_MOST_OPERANDS], printed[_MOST_OPERANDS:]
        if rest:
            told = hashlib.sha256("\n".join(rest).encode()).hexdigest()
            kept.append(f"and {len(rest)} more, of SHA-256 {told}")
        return tuple(kept)

    def _entry(self, said: Said, ref: Ref) -> Entry:
        """An entry that names the figure."""
        stand = self._stands[ref.document]
        printed, words = stand.printed(ref.figure), stand.words.get(ref.figure, "")
        return Entry(said, self.document, "", *stand.context(ref.figure), printed, words=words)


class _Stand:
    """How the figures of one document stand."""

    def __init__(self, release: Release) -> None:
        """Those of this release."""
        self._release = release
        self._facts: dict[int, Fact] = {}
        for fact in release.facts:
            self._facts.setdefault(fact.figure, fact)
        self._claims: dict[int, Claim] = {claim.figure: claim for claim in release.claims}

    @property
    def figures(self) -> int:
        """How many there are."""
        return len(self._release.document.figures)

    def context(self, figure: int) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """Concept, period and dimensions of a figure, each empty where it is not known."""
        one = self._facts.get(figure) or self._claims.get(figure)
        if one is None:
            return "", "", ()
        dimensions = {_kept(axis): _kept(member) for axis, member in one.dimensions}
        return _kept(one.concept), str(one.period or ""), tuple(sorted(dimensions.items()))

    def printed(self, figure: int) -> str:
        """A figure's text, in brackets where a statement has it as a negative number."""
        text, fact = self._release.document.figures[figure].text, self._facts.get(figure)
        return _kept(text if fact is None else fact.shown(text))

    @cached_property
    def words(self) -> dict[int, str]:
        """The words around every figure."""
        return {figure: words for unit in units(self._release) for figure, words in _around(unit)}


def document_of(release: Release) -> str:
    """Whose document it is and which, in words that all drafts of it share."""
    calendar = release.calendar
    parts = (
        registrant(release).key or release.document.name,
        "earnings release" if release.kind in _ANNOUNCED else release.kind,
        str(calendar.period_end) if calendar else "",
    )
    return ", ".join(_kept(part) for part in parts if part)


def _kept(words: str) -> str:
    """Words as a file that people edit keeps them: on a line, not too long."""
    return on_a_line(words)[:_LONGEST]


def _around(unit: Unit) -> Iterator[tuple[int, str]]:
    """Each figure of a unit, and the words before and after it."""
    words = [on_a_line(one)[:_LONGEST_WORD] for one in unit.said if isinstance(one, str)]
    passed = 0
    for one in unit.said:
        if isinstance(one, str):
            passed += 1
        else:
            before, after = (
                words[max(passed - _BEFORE, 0) : passed],
                words[passed : passed + _AFTER],
            )
            yield one, " ".join([*before, "_", *after])


def _counted(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The same, each with its number among those of one rule, context and text."""
    seen: Counter[Hashable] = Counter()
    for one in found:
        entry = one.entry
        key = (entry.rule, entry.concept, entry.period, entry.dimensions, entry.reported)
        seen[key] += 1
        yield structs.replace(one, entry=structs.replace(entry, occurrence=seen[key]))
