"""What was not tested, by what would settle it: another filing, or what is closer at hand."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from tieout.model.claim import Claim
from tieout.model.period import Period, months_before
from tieout.model.statement import Fact
from tieout.model.unit import DOLLARS
from tieout.model.workpaper import NOTHING, Workpaper
from tieout.reports._leads import leading
from tieout.reports._words import capital, counted

_YEARS_BACK = 5
_QUARTER = 3
_YEAR = 12


class Filing(Struct, frozen=True, gc=False):
    """A document that is not in hand: of the quarter announced, or of so many months before."""

    months: int
    end: date
    is_domestic: bool = True

    @property
    def name(self) -> str:
        """What to ask for: "the release of the quarter before (ended June 30, 2007)"."""
        day = Period(self.end).spoken()
        if not self.months:
            kind = "Form 10-Q or 10-K" if self.is_domestic else "financial report"
            return f"the {kind} of the same quarter"
        if self.months == _QUARTER:
            return f"the release of the quarter before (ended {day})"
        if self.months == _YEAR:
            return f"the release of the same quarter a year before (ended {day})"
        return f"the release of the quarter ended {day}"


class Group(Struct, frozen=True, gc=False):
    """Figures not tested that one thing would settle; `filing` where that is another document."""

    settles: str
    figures: tuple[int, ...]
    filing: Filing | None = None

    @property
    def sentence(self) -> str:
        """What there is to get, and how much it would test."""
        if self.filing is None:
            return f"{counted(len(self.figures), 'figure')} {self.settles}"
        name = self.filing.name
        more = f"{len(self.figures):,} more {'figure' if len(self.figures) == 1 else 'figures'}"
        return f"{capital(name)} could test {more}"


_LEAD = "among the leads, each with what would settle it"
_DIFFERS = "behind a figure that differs: settle that finding"
_COARSE = "used only where the result is rounded: more digits would be a test"
_EXPECTED = "of what is expected: nothing reports it yet"
_OTHER = "to look up in the source: it is not clear what is measured, or for when"
_ALONE = "to look up in the source: stated nowhere else in the documents given"


def unsettled(workpaper: Workpaper) -> list[Group]:
    """Every figure that was not tested, in one group each: filings first, what tests most first."""
    of = _Untested(workpaper)
    filings: dict[Filing, list[int]] = {}
    others: dict[str, list[int]] = {}
    for numbers in workpaper.untested.values():
        for number in numbers:
            told = of.settles(number)
            if isinstance(told, Filing):
                filings.setdefault(told, []).append(number)
            else:
                others.setdefault(told, []).append(number)
    groups = [Group("", tuple(sorted(found)), filing) for filing, found in filings.items()]
    groups.sort(key=lambda one: (-len(one.figures), one.filing.months if one.filing else 0))
    rest = [Group(why, tuple(sorted(found))) for why, found in others.items()]
    rest.sort(key=lambda one: -len(one.figures))
    return groups + rest


def why(workpaper: Workpaper, group: Group, number: int) -> str:
    """Why a figure of a group was not tested; empty where the group's sentence says all of it."""
    reason = workpaper.endings[number].reason
    return "" if group.filing is not None or reason == NOTHING else reason


class _Untested:
    """The figures of a subject that were not tested, with all that tells what would test them."""

    def __init__(self, workpaper: Workpaper) -> None:
        """Those of this workpaper."""
        self._workpaper = workpaper
        subject = workpaper.subject
        self._facts: dict[int, Fact] = {}
        for fact in subject.facts:
            self._facts.setdefault(fact.figure, fact)
        self._claims: dict[int, Claim] = {claim.figure: claim for claim in subject.claims}
        self._leads = leading(workpaper)
        self._findings = set(workpaper.findings)
        is_foreign = subject.standards == "ifrs" or subject.document.currency not in (
            "",
            str(DOLLARS),
        )
        self._is_domestic = not is_foreign
        self._end = subject.calendar.period_end if subject.calendar else None
        ends = (one.calendar.period_end for one in workpaper.releases[1:] if one.calendar)
        self._in_hand = [Period(end) for end in ends]

    def settles(self, number: int) -> Filing | str:
        """The filing, or what else would settle a figure."""
        if number in self._leads:
            return _LEAD
        checks = [self._workpaper.checks[one] for one in self._workpaper.endings[number].checks]
        if any(check.outcome == "differs" and check in self._findings for check in checks):
            return _DIFFERS
        if any(check.outcome in ("agrees", "rounds") for check in checks):
            return _COARSE
        periods = list(self._periods(number))
        if self._end is None or not periods:
            return _OTHER
        claim = self._claims.get(number)
        closing = Period(self._end)
        is_later = periods[0].end > self._end and not periods[0].ends_near(closing)
        if is_later or (claim is not None and claim.form == "range"):
            return _EXPECTED
        return next((found for one in periods if (found := self._filing(one.end))), _ALONE)

    def _periods(self, number: int) -> Iterator[Period]:
        """The periods of which a figure's operands are missing, the one a reason names first."""
        claim = self._claims.get(number)
        if claim is None:
            fact = self._facts.get(number)
            if fact is not None and fact.period is not None:
                yield fact.period
            return
        told = [one for one in (claim.against, claim.period) if one is not None]
        reason = self._workpaper.endings[number].reason
        yield from sorted(told, key=lambda one: one.spoken() not in reason)

    def _filing(self, end: date) -> Filing | None:
        """The filing that announces the quarter ended then; None where it is in hand."""
        assert self._end is not None  # asked only with a calendar
        for months in range(0, _YEARS_BACK * _YEAR + 1, _QUARTER):
            then = Period(months_before(self._end, months))
            if Period(end).ends_near(then):
                is_in_hand = any(one.ends_near(then) for one in self._in_hand)
                return None if is_in_hand else Filing(months, then.end, self._is_domestic)
        return None
