"""When a figure is of, and since when a change is: the periods around it, else those introduced."""

from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.claims.grammar.groups import Group
from tieout.claims.grammar.links import Link, explains
from tieout.claims.grammar.sentence import Sentence
from tieout.claims.grammar.subject import Subject
from tieout.claims.setting import is_base
from tieout.lexicon.spoken import SpokenPeriod
from tieout.model.period import Period

_OTHER_CHANGES = ("up", "down", "better", "worse", "is", "and", "semicolon")

Role: TypeAlias = Literal[
    "level", "compared", "change", "part", "whole", "remainder", "range", "middle"
]


class When(Struct, frozen=True, gc=False):
    """A figure's period and, for a change, the one it is from; None where the words name none.

    `is_assumed` is true where no word of the sentence names the period: a heading does, or it is
    the quarter announced.
    """

    period: Period | None = None
    against: Period | None = None
    is_assumed: bool = False


class Discourse(Struct):
    """Where the walk through a sentence stands: what is spoken of, when, and since what.

    `in_money` is the last subject that is no amount per share, `held` what the sentence before
    compared with, where this one speaks of no period.
    """

    subject: Subject | None = None
    in_money: Subject | None = None
    period: Period | None = None
    role: Role = "level"
    direction: int = 0
    base: Period | None = None
    compared: Period | None = None
    main: int = -1
    changed: bool = False
    held: Period | None = None


def when_of(
    sentence: Sentence, group: Group, leads: Link, discourse: Discourse, role: Role
) -> When:
    """The group's period and, for a change, the period it is from."""
    instant = discourse.subject is not None and discourse.subject.concept.instant
    tail = [one for one in sentence.periods(group.first, group.stop) if not sentence.heads(one)]
    found = (
        _changed(sentence, group, tail, discourse, instant=instant)
        if role == "change"
        else _compared(sentence, group, leads, tail, discourse)
        if role == "compared"
        else _level(sentence, group, tail, discourse, role)
    )
    if not instant:
        return found
    return When(_closing(found.period), _closing(found.against), found.is_assumed)


def _now(sentence: Sentence, discourse: Discourse) -> When:
    """The period the sentence is about: its own, the one introduced, else the one announced."""
    setting = sentence.setting
    if discourse.period is not None:
        return When(discourse.period)
    if setting.about is not None:
        return When(setting.about, None, is_assumed=True)
    return When(setting.current, None, is_assumed=True)


def _changed(
    sentence: Sentence,
    group: Group,
    tail: list[SpokenPeriod],
    discourse: Discourse,
    *,
    instant: bool,
) -> When:
    """A change is of the period the sentence is about, from a base named behind it.

    "Increased year over year by" has it in front.
    """
    now = _now(sentence, discourse)
    bases = [one for one in tail if is_base(sentence.row, one)]
    if not bases:
        bases = [one for one in sentence.periods(group.start, group.first) if one.is_base][-1:]
    own = [one for one in tail if not is_base(sentence.row, one)]
    against = sentence.resolve(bases[0] if bases else None, now.period)
    is_behind = bool(bases) and group.first < bases[0].first
    first = own[0] if own and not (is_behind and bases[0].first < own[0].first) else None
    spent = _own(sentence, first, now) if first is not None else None
    if spent is not None and bases:
        against = sentence.resolve(bases[0], spent)
    if instant and spent is not None and spent.start is not None:
        return When(spent.closing(), spent.opening())
    period = now.period if spent is None else spent
    if against == period:
        against = None
    return When(period, against, now.is_assumed and spent is None)


def _compared(
    sentence: Sentence, group: Group, leads: Link, tail: list[SpokenPeriod], discourse: Discourse
) -> When:
    """A comparative is of a period named behind it, else of the base of the change before it."""
    if leads.kind == "noun" and not tail:
        tail = sentence.periods(group.start, group.first)[-1:]
    now = _now(sentence, discourse)
    said = tail[0] if tail else _base_of_all(sentence, group)
    found = sentence.resolve(said, now.period)
    if found is None and discourse.base is None:
        return When(discourse.held, None, is_assumed=discourse.held is not None)
    is_open = said is not None and found is not None and now.is_assumed and not said.is_counted
    return When(found or discourse.base, None, is_open)


def _base_of_all(sentence: Sentence, group: Group) -> SpokenPeriod | None:
    """The base behind all that is compared: "from $36 million, or $0.44 per share, year over year".

    Another verb or direction on the way there speaks of another change.
    """
    said = next((one for one in sentence.said if one.first >= group.stop and one.is_base), None)
    if said is None:
        return None
    between = sentence.row[group.first : said.first]
    return None if any(token.kind in _OTHER_CHANGES for token in between) else said


def _level(
    sentence: Sentence, group: Group, tail: list[SpokenPeriod], discourse: Discourse, role: Role
) -> When:
    """A level is of the period named behind it, unless one stands in front of its subject."""
    now = _now(sentence, discourse)
    own = [one for one in tail if not is_base(sentence.row, one)]
    leads_in = discourse.main < 0 or group.has_own_period
    if leads_in and explains(sentence.row[group.start : group.first]):
        leads_in = False  # "was primarily attributable to the gain of $5 million in the first"
    if role == "level" and own and not (leads_in and discourse.period):
        found = _own(sentence, own[0], now)
        return When(found) if found is not None else now
    return When(now.period, None, now.is_assumed)


def _own(sentence: Sentence, one: SpokenPeriod, now: When) -> Period | None:
    """A period that stands for itself: a bare year is that year, whatever is spoken of."""
    return sentence.resolve(one, None if one.is_bare else now.period)


def _closing(period: Period | None) -> Period | None:
    """The period's last day."""
    return period.closing() if period is not None else None
