"""The grammar of a sentence of figures: which one is a level, a change, a comparative, a part.

Figures stand in groups joined by "or" ("$5.1 million, or 96%"). What leads into a group gives its
role, what trails behind it its period. The walk goes once from left to right and looks only at
the kinds of tokens.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct, structs

from tieout.claims.groups import Group, groups
from tieout.claims.links import Link, link
from tieout.claims.noun import clause_start, noun_of, verb_start
from tieout.claims.sentence import Sentence
from tieout.claims.subject import Subject, adjusted
from tieout.lexicon.spoken import SpokenPeriod, resolve, spoken_periods
from tieout.lexicon.words import Token
from tieout.model.claim import Hedge
from tieout.model.period import FiscalCalendar, Period

Role: TypeAlias = Literal["level", "compared", "change", "part", "whole", "remainder"]


_OVER_NAMES = ("the", "to", "word", "year", "date", "of", "per", "and", "in", "mark")
_LATEST = 2
_STRAYS = frozenset(["none", "and", "or", "of", "which"])
_ASIDE = frozenset(["constant", "constant-currency", "organic", "organically", "local"])


class Mention(Struct, frozen=True):
    """One figure of a sentence with everything the grammar says of it.

    `direction` is ±1 for up and down, ±2 for better and worse, 0 for none. `behind` are the words
    up to the next figure or stop; `head` the figure that its group begins with; `whole` the
    figure that a part belongs to, −1 for none.
    """

    token: Token
    role: Role
    subject: Subject | None
    period: Period | None
    against: Period | None
    direction: int
    hedge: Hedge
    behind: tuple[Token, ...]
    head: int
    whole: int


class _Course(Struct):
    """Where the walk through a sentence stands: what is spoken of, when, and since what."""

    subject: Subject | None = None
    period: Period | None = None
    role: Role = "level"
    direction: int = 0
    base: Period | None = None
    compared: Period | None = None
    main: int = -1
    changed: bool = False


def introduced(row: Sequence[Token], calendar: FiscalCalendar | None) -> Period | None:
    """The period a sentence begins with, which holds for what follows: "For fiscal 2023,"."""
    said = spoken_periods(row)
    if not said or row[0].kind != "in" or said[0].first > _LATEST or _is_base(row, said[0]):
        return None
    found = resolve(said[0], calendar, None)
    return found if found is not None and found.start is not None else None


def mentions(
    row: Sequence[Token],
    calendar: FiscalCalendar | None,
    before: Subject | None,
    whole: int,
    about: Period | None = None,
) -> list[Mention]:
    """Every money or percent figure of a sentence with its role, in reading order.

    `before` is the subject of the sentence before, for changes and comparisons without one of
    their own; `whole` the figure that "the remaining" would be the rest of; `about` the period
    that was introduced and still holds.
    """
    sentence = Sentence(row, spoken_periods(row), calendar, about)
    course = _Course()
    found: list[Mention] = []
    waiting: list[tuple[int, Period | None]] = []
    for group in _parted(sentence, groups(row)):
        leads = link(row, sentence.said, group.start, group.first)
        _take_subject(sentence, group, leads, course, before)
        role = _role(sentence, group, leads, course)
        if role == "change":
            course.direction = leads.direction or course.direction
        period, against = _times(sentence, group, leads, course, role)
        if role == "compared" and course.changed and leads.kind in ("from", "versus", "of", "noun"):
            found = [_based(one, period) for one in found]
        if role == "change" and against is None and not sentence.periods(group.first, group.stop):
            waiting.append((len(found), course.compared))
        if role == "level" and leads.kind == "to" and course.main >= 0:
            found = [_timed(one, course.subject, period) for one in found]
        rest = whole if role == "remainder" else course.main if role == "part" else -1
        subject = _spoken_of(sentence, group, leads, role, course)
        direction = course.direction if role == "change" else 0
        found += _members(row, group, role, subject, direction, period, against, rest)
        _go_on(course, role, row[group.first].figure, period, against)
    for place, base in waiting:
        head = found[place].head
        found = [_based(one, base) if one.head == head else one for one in found]
    return found


def _members(
    row: Sequence[Token],
    group: Group,
    role: Role,
    subject: Subject | None,
    direction: int,
    period: Period | None,
    against: Period | None,
    whole: int,
) -> Iterator[Mention]:
    """The figures of a group, which share everything but their form."""
    for member in group.members:
        yield Mention(
            row[member],
            role,
            _aside(row, member, subject),
            period,
            against,
            direction,
            _hedge(row, member),
            tuple(_behind(row, member)),
            row[group.first].figure,
            whole,
        )


def _spoken_of(
    sentence: Sentence, group: Group, leads: Link, role: Role, course: _Course
) -> Subject | None:
    """What the group is of: the course's subject, unless nothing leads from it to the figure.

    "$88 million in cash and $115 million of borrowings", "$795 to $825", "(Q1 2019: $5 million)".
    A date of its own leads to it: "$5 million in June and $8 million in July".
    """
    if role != "level" or course.main < 0:
        return course.subject
    behind = sentence.row[group.members[-1] + 1 : group.members[-1] + 2]
    dated = sentence.periods(group.first, group.stop) and [one.kind for one in behind] != ["of"]
    if leads.kind == "and" and dated:
        return course.subject
    is_bare = leads.kind == "noun" and leads.noun[0] == leads.noun[1]
    is_range = leads.kind == "to" and course.role == "level" and not course.changed
    return None if leads.kind in _STRAYS or is_bare or is_range else course.subject


def _aside(row: Sequence[Token], member: int, subject: Subject | None) -> Subject | None:
    """The subject, as another measure for "up 10%, or 8% in constant currency"."""
    behind = row[member + 1 : member + 5]
    is_aside = any(token.text in _ASIDE for token in behind if token.figure < 0)
    return adjusted(subject) if is_aside and subject is not None else subject


def _timed(mention: Mention, subject: Subject | None, period: Period | None) -> Mention:
    """A change to a level that names its period: "rose 5% to $3 million for the nine months"."""
    if mention.role != "change" or mention.subject != subject or period is None:
        return mention
    return structs.replace(mention, period=period)


def _based(mention: Mention, base: Period | None) -> Mention:
    """A change whose base was still to come, with the period of the comparative behind it."""
    if mention.role != "change" or mention.against is not None:
        return mention
    return structs.replace(mention, against=base)


def _go_on(
    course: _Course, role: Role, head: int, period: Period | None, against: Period | None
) -> None:
    """Takes a group that is read into the course."""
    if course.main < 0:
        course.main = head
    course.role = role
    if role == "change":
        course.changed, course.base = True, against
    elif role == "compared":
        course.compared = period
    elif role == "level":
        course.period = period or course.period


def _parted(sentence: Sentence, whole: list[Group]) -> list[Group]:
    """The groups, a clause with its own period and verb parted from the figure before it.

    "Revenue was $7.2 million, and for the six months was $12.8 million."
    """
    parted = whole[:1]
    for group in whole[1:]:
        leads = link(sentence.row, sentence.said, group.start, group.first)
        if leads.kind in ("is", "change-verb"):
            verb = verb_start(sentence.row, group.start, leads.at)
            start = clause_start(sentence.row, group, verb)
            if start < verb and sentence.periods(start, verb):
                parted[-1] = structs.replace(parted[-1], stop=start)
                parted.append(structs.replace(group, start=start, has_own_period=True))
                continue
        parted.append(group)
    return parted


def _take_subject(
    sentence: Sentence, group: Group, leads: Link, course: _Course, before: Subject | None
) -> None:
    """Takes the subject that leads into the group, and the period in front of it."""
    is_first = course.main < 0
    found = noun_of(sentence, group, leads, before, is_first=is_first)
    if found is not None and not is_first and _compares(sentence, group, leads):
        found = _same_again(course.subject, found)
    if found is not None:
        if course.subject is None or found.concept != course.subject.concept:
            course.changed, course.base, course.compared = False, None, None
        course.subject = found
    if is_first or group.has_own_period:
        lead = sentence.periods(group.start, group.first)
        said = [one for one in lead if not _is_base(sentence.row, one)]
        course.period = sentence.resolve(said[0], None) if said else None
        if lead and not said:
            course.compared = sentence.resolve(lead[0], None)


def _same_again(subject: Subject | None, found: Subject) -> Subject:
    """The subject itself, where the comparative calls it by a part of its name.

    "net loss attributable to common shareholders of $2 million versus a net loss of $3 million"
    """
    if subject is None or found.caption not in subject.caption:
        return found
    return structs.replace(subject, as_loss=found.as_loss)


def _role(sentence: Sentence, group: Group, leads: Link, course: _Course) -> Role:
    """What the link makes of the group."""
    row = sentence.row
    if leads.kind.startswith("change"):
        return "change"
    if leads.kind == "which" and course.main >= 0:
        return "part"
    if course.main < 0 and any(token.kind == "remaining" for token in row[: group.first]):
        return "remainder"
    if course.main < 0:
        return "level"
    if leads.kind == "of" and course.role == "level" and _adjoins(row, group):
        return "whole"
    if leads.kind in ("from", "versus") or _compares(sentence, group, leads):
        return "compared"
    if leads.kind == "of" and course.role == "change":
        return "compared"
    if leads.kind == "and":
        return _coordinated(sentence, group, course)
    return "level"


def _compares(sentence: Sentence, group: Group, leads: Link) -> bool:
    """True for "compared to net income of", "from a net loss of" and "(Q1 2019: $5 million)"."""
    if leads.kind != "noun":
        return False
    if any(sentence.heads(one) for one in sentence.periods(group.start, group.first)):
        return True
    row = sentence.row
    place = leads.noun[0] - 1
    while place > group.start and row[place].kind in _OVER_NAMES:
        place -= 1
    return place >= group.start and row[place].kind in ("from", "versus", "over", "than")


def _adjoins(row: Sequence[Token], group: Group) -> bool:
    """True where only "of the" stands between the figure before and this one."""
    return all(token.kind in ("of", "the", "about") for token in row[group.start : group.first])


def _coordinated(sentence: Sentence, group: Group, course: _Course) -> Role:
    """A group behind "and" goes on with the change, or with the comparison, before it."""
    based = any(_is_base(sentence.row, one) for one in sentence.periods(group.first, group.stop))
    if course.changed and (based or course.role == "change"):
        return "change"
    return "compared" if course.role in ("compared", "change") else course.role


def _times(
    sentence: Sentence, group: Group, leads: Link, course: _Course, role: Role
) -> tuple[Period | None, Period | None]:
    """The group's period and, for a change, the period it is from."""
    now = sentence.calendar.current if sentence.calendar else None
    current = course.period or sentence.about or now
    instant = course.subject is not None and course.subject.concept.instant
    tail = [one for one in sentence.periods(group.first, group.stop) if not sentence.heads(one)]
    bases = [one for one in tail if _is_base(sentence.row, one)]
    own = [one for one in tail if not _is_base(sentence.row, one)]
    if role == "change":
        against = sentence.resolve(bases[0] if bases else None, current)
        spent = sentence.resolve(own[0] if own and not bases else None, current)
        if instant and spent is not None and spent.start is not None:
            return spent.closing(), spent.opening()
        return _at(spent or current, instant=instant), _at(against, instant=instant)
    if role == "compared":
        if leads.kind == "noun" and not tail:
            tail = sentence.periods(group.start, group.first)[-1:]
        found = sentence.resolve(tail[0] if tail else None, current)
        return _at(found or course.base, instant=instant), None
    leads_in = course.main < 0 or group.has_own_period
    if role == "level" and own and not (leads_in and course.period):
        current = sentence.resolve(own[0], current) or current
    return _at(current, instant=instant), None


def _is_base(row: Sequence[Token], one: SpokenPeriod) -> bool:
    """True where "from", "over", "than" or "compared" leads into the period."""
    if one.is_base:
        return True
    place = one.first - 1
    while place >= 0 and (row[place].kind in ("the", "in", "of") or row[place].text == "end"):
        place -= 1
    if place > 0 and row[place].kind == "to":
        place -= 1
    return place >= 0 and row[place].kind in ("from", "over", "than", "versus")


def _at(period: Period | None, *, instant: bool) -> Period | None:
    """The period's last day where the concept is a balance."""
    return period.closing() if period is not None and instant else period


def _hedge(row: Sequence[Token], place: int) -> Hedge:
    """The hedge in front of a figure: about, over, under, or none."""
    before = row[place - 1].kind if place else ""
    if before == "than" and place > 1:
        return "under" if row[place - 2].text in ("less", "fewer", "lower") else "over"
    if before == "about":
        return "about"
    if before == "over":
        return "over"
    return "under" if before == "under" else ""


def _behind(row: Sequence[Token], place: int) -> Iterator[Token]:
    """The tokens behind a figure up to the next figure or the end of the clause."""
    for token in row[place + 1 : place + 9]:
        if token.kind in ("stop", "semicolon") or (
            token.figure >= 0 and token.kind not in ("date", "year")
        ):
            return
        yield token
