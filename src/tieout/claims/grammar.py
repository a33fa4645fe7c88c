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
from tieout.claims.subject import Subject, is_known, is_qualifier, subject_of
from tieout.lexicon.spoken import SpokenPeriod, resolve, spoken_periods
from tieout.lexicon.words import Token
from tieout.model.claim import Hedge
from tieout.model.period import FiscalCalendar, Period

Role: TypeAlias = Literal["level", "compared", "change", "part", "whole", "remainder"]


_HAVING = frozenset(
    ["had", "has", "have", "with", "reported", "recorded", "generated", "posted", "delivered"]
)
_WITHIN_NAMES = frozenset(["word", "and", "in", "by", "of", "per", "the", "comma", "from"])


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


class _Sentence(Struct, frozen=True):
    """A sentence's tokens with the periods it speaks of, and the fiscal calendar."""

    row: Sequence[Token]
    said: list[SpokenPeriod]
    calendar: FiscalCalendar | None

    def periods(self, start: int, stop: int) -> list[SpokenPeriod]:
        """The periods spoken of in [start, stop)."""
        return [one for one in self.said if start <= one.first < stop]

    def resolve(self, one: SpokenPeriod | None, about: Period | None) -> Period | None:
        """The period meant; None where none is spoken of."""
        return resolve(one, self.calendar, about) if one is not None else None

    def words(self, start: int, stop: int) -> list[Token]:
        """The tokens of [start, stop) without period phrases and the words that lead into them."""
        dropped: set[int] = set()
        for one in self.periods(start, stop):
            dropped.update(range(one.first, one.last))
            place = one.first - 1
            while place >= start and self.row[place].kind in ("in", "the", "of"):
                dropped.add(place)
                place -= 1
        return [self.row[n] for n in range(start, stop) if n not in dropped]


def mentions(
    row: Sequence[Token], calendar: FiscalCalendar | None, before: Subject | None, whole: int
) -> list[Mention]:
    """Every money or percent figure of a sentence with its role, in reading order.

    `before` is the subject of the sentence before, for changes and comparisons without one of
    their own; `whole` the figure that "the remaining" would be the rest of.
    """
    sentence = _Sentence(row, spoken_periods(row), calendar)
    course = _Course()
    found: list[Mention] = []
    for group in _parted(sentence, groups(row)):
        leads = link(row, sentence.said, group.start, group.first)
        _take_subject(sentence, group, leads, course, before)
        role = _role(sentence, group, leads, course)
        if role == "change":
            course.direction = leads.direction or course.direction
        period, against = _times(sentence, group, leads, course, role)
        if role == "compared" and course.changed and leads.kind in ("from", "versus", "of", "noun"):
            found = [_based(one, period) for one in found]
        rest = whole if role == "remainder" else course.main if role == "part" else -1
        found += _members(row, group, role, course, period, against, rest)
        _go_on(course, role, row[group.first].figure, period, against)
    return found


def _members(
    row: Sequence[Token],
    group: Group,
    role: Role,
    course: _Course,
    period: Period | None,
    against: Period | None,
    whole: int,
) -> Iterator[Mention]:
    """The figures of a group, which share everything but their form."""
    direction = course.direction if role == "change" else 0
    for member in group.members:
        yield Mention(
            row[member],
            role,
            course.subject,
            period,
            against,
            direction,
            _hedge(row, member),
            tuple(_behind(row, member)),
            row[group.first].figure,
            whole,
        )


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


def _parted(sentence: _Sentence, whole: list[Group]) -> list[Group]:
    """The groups, a clause with its own period and verb parted from the figure before it.

    "Revenue was $7.2 million, and for the six months was $12.8 million."
    """
    parted = whole[:1]
    for group in whole[1:]:
        leads = link(sentence.row, sentence.said, group.start, group.first)
        if leads.kind in ("is", "change-verb"):
            verb = _verb(sentence.row, group.start, leads.at)
            start = _clause_start(sentence.row, group, verb)
            if start < verb and sentence.periods(start, verb):
                parted[-1] = structs.replace(parted[-1], stop=start)
                parted.append(structs.replace(group, start=start, has_own_period=True))
                continue
        parted.append(group)
    return parted


def _take_subject(
    sentence: _Sentence, group: Group, leads: Link, course: _Course, before: Subject | None
) -> None:
    """Takes the subject that leads into the group, if it names one of its own."""
    found: Subject | None = None
    if leads.kind in ("noun", "change-in"):
        first, last = leads.noun
        found = _longest(sentence.row[group.start : last], first - group.start)
    elif leads.kind in ("is", "change-verb") or (leads.kind in ("to", "which") and course.main < 0):
        verb = _verb(sentence.row, group.start, leads.at)
        words = sentence.words(group.start, verb)
        own = sentence.words(_clause_start(sentence.row, group, verb), verb)
        found = _longest(words, len(words) - len(own))
    if found is None and course.main < 0:
        inherits = leads.kind.startswith("change") or leads.kind in ("is", "to")
        found = before if inherits and leads.kind != "is" else _subject_behind(sentence, group)
    if found is not None:
        if course.subject is None or found.concept != course.subject.concept:
            course.changed, course.base, course.compared = False, None, None
        course.subject = found
    if course.main < 0 or group.has_own_period:
        lead = sentence.periods(group.start, group.first)
        said = [one for one in lead if not _is_base(sentence.row, one)]
        course.period = sentence.resolve(said[0], None) if said else None
        if lead and not said:
            course.compared = sentence.resolve(lead[0], None)


def _verb(row: Sequence[Token], start: int, at: int) -> int:
    """Where the verb begins that ends at `at`: "was", "increased", "increased to"."""
    while at - 1 >= start and row[at - 1].kind in ("is", "up", "down", "better", "worse", "to"):
        at -= 1
    return at


def _clause_start(row: Sequence[Token], group: Group, verb: int) -> int:
    """Where the subject's words may begin: behind the last figure's own description."""
    if group.start == 0 or group.has_own_period:
        return group.start
    for place in range(verb - 1, group.start - 1, -1):
        if row[place].kind in ("comma", "and", "semicolon", "clause", "close"):
            return place + 1
    return verb


def _subject_behind(sentence: _Sentence, group: Group) -> Subject | None:
    """A subject named behind the figure: "$0.4 million of such benefits", "had $5 million in cash".

    "$2.0 million of revenue was deferred" is no revenue: a name of the lexicon needs its verb.
    """
    row, place = sentence.row, group.first + 1
    if place >= len(row) or row[place].kind not in ("of", "in"):
        return None
    if row[group.first].kind == "percent":
        return None
    stop = place + 1
    while stop < group.stop and row[stop].kind in ("word", "the", "and"):
        stop += 1
    words = sentence.words(place + 1, stop)
    shorter = (words[:length] for length in range(len(words), 0, -1))
    known = next((run for run in shorter if is_known(run)), None)
    if known is None:
        return subject_of(words)
    before = row[group.start : group.first]
    has_verb = any(token.text in _HAVING for token in before[-3:])
    return subject_of(known) if has_verb else None


def _longest(words: Sequence[Token], first: int) -> Subject | None:
    """The subject that ends the words and begins at `first`, or before it if so it is known.

    "cash used in operations" and "selling, general and administrative expenses" are one name.
    """
    start = first
    while start and words[start - 1].figure < 0 and words[start - 1].kind in _WITHIN_NAMES:
        start -= 1
    for longer in range(start, first) if first < len(words) else ():
        is_whole = words[longer].kind != "per" and not (longer and is_qualifier(words[longer - 1]))
        if is_whole and is_known(words[longer:]):
            return subject_of(words[longer:])
    return subject_of(words[first:])


def _role(sentence: _Sentence, group: Group, leads: Link, course: _Course) -> Role:
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
    if leads.kind in ("from", "versus") or _compares(row, group, leads):
        return "compared"
    if leads.kind == "of" and course.role == "change":
        return "compared"
    if leads.kind == "and":
        return _coordinated(sentence, group, course)
    return "level"


def _compares(row: Sequence[Token], group: Group, leads: Link) -> bool:
    """True for "compared to net income of" and "from a net loss of"."""
    if leads.kind != "noun":
        return False
    place = leads.noun[0] - 1
    while place > group.start and row[place].kind in ("the", "to", "word", "year", "date", "of"):
        place -= 1
    return place >= group.start and row[place].kind in ("from", "versus", "over", "than")


def _adjoins(row: Sequence[Token], group: Group) -> bool:
    """True where only "of the" stands between the figure before and this one."""
    return all(token.kind in ("of", "the", "about") for token in row[group.start : group.first])


def _coordinated(sentence: _Sentence, group: Group, course: _Course) -> Role:
    """A group behind "and" goes on with the change, or with the comparison, before it."""
    based = any(_is_base(sentence.row, one) for one in sentence.periods(group.first, group.stop))
    if course.changed and (based or course.role == "change"):
        return "change"
    return "compared" if course.role in ("compared", "change") else course.role


def _times(
    sentence: _Sentence, group: Group, leads: Link, course: _Course, role: Role
) -> tuple[Period | None, Period | None]:
    """The group's period and, for a change, the period it is from."""
    current = course.period or (sentence.calendar.current if sentence.calendar else None)
    instant = course.subject is not None and course.subject.concept.instant
    tail = sentence.periods(group.first, group.stop)
    bases = [one for one in tail if _is_base(sentence.row, one)]
    own = [one for one in tail if not _is_base(sentence.row, one)]
    if role == "change":
        against = sentence.resolve(bases[0] if bases else None, current)
        if not tail:
            against = course.compared
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
