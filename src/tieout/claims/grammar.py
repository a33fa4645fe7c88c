"""The grammar of a sentence of figures: which one is a level, a change, a comparative, a part.

Figures stand in groups joined by "or" ("$5.1 million, or 96%"). What leads into a group gives its
role, what trails behind it its period. The walk goes once from left to right and looks only at
the kinds of tokens.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct, structs

from tieout.claims.groups import Group, groups
from tieout.claims.links import DIRECTIONS, Link, link
from tieout.claims.noun import clause_start, noun_of, verb_start
from tieout.claims.sentence import Before, Sentence
from tieout.claims.setting import Setting, is_base
from tieout.claims.subject import Subject, adjusted
from tieout.claims.when import Course, Role, When, when_of
from tieout.lexicon.spoken import SpokenPeriod, spoken_periods
from tieout.lexicon.words import Token
from tieout.model.claim import Hedge
from tieout.model.period import Period

_OVER_NAMES = ("the", "to", "word", "year", "date", "of", "per", "and", "in", "mark")
_SHARES = frozenset(["percent", "percentage"])
_STRAYS = frozenset(["none", "and", "or", "of", "which"])
_ASIDE = frozenset(
    [
        *("constant", "constant-currency", "organic", "organically", "local", "non-gaap", "core"),
        *("adjusted", "pro-forma", "underlying", "like-for-like", "operationally"),
    ]
)


class Mention(Struct, frozen=True):
    """One figure of a sentence with everything the grammar says of it.

    `direction` is ±1 for up and down, ±2 for better and worse, 0 for none. `behind` are the words
    up to the next figure or stop; `head` the figure that its group begins with; `whole` the
    figure that a part belongs to, −1 for none; `share` the words behind "as a percentage of".
    """

    token: Token
    role: Role
    subject: Subject | None
    when: When
    direction: int
    hedge: Hedge
    behind: tuple[Token, ...]
    head: int
    whole: int
    share: tuple[Token, ...] = ()


def mentions(
    row: Sequence[Token], setting: Setting, before: Before | None, whole: int
) -> list[Mention]:
    """Every money or percent figure of a sentence with its role, in reading order.

    `before` is what the sentence before spoke of, for changes and comparisons without a subject of
    their own; `whole` the figure that "the remaining" would be the rest of.
    """
    sentence = Sentence(row, spoken_periods(row), setting)
    course, share = Course(), tuple(_share(row))
    found: list[Mention] = []
    waiting: list[tuple[int, Period | None]] = []
    leads = Link("none", 0)
    for group in _parted(sentence, groups(row)):
        leads = _listed(row, leads, link(row, sentence.said, group.start, *_ends(group)))
        _take_subject(sentence, group, leads, course, before)
        role = _role(sentence, group, leads, course)
        if role == "change":
            course.direction = leads.direction or course.direction
        when = when_of(sentence, group, leads, course, role)
        if role == "compared" and course.changed and leads.kind in ("from", "versus", "of", "noun"):
            found = [_based(one, when.period) for one in found]
        is_waiting = role == "change" and when.against is None
        if is_waiting and not sentence.periods(group.first, group.stop):
            waiting.append((len(found), course.compared))
        if role == "level" and leads.kind == "to" and course.main >= 0:
            found = [_timed(one, course.subject, when) for one in found]
        rest = whole if role == "remainder" else course.main if role == "part" else -1
        subject = _spoken_of(sentence, group, leads, role, course)
        direction = course.direction if role == "change" else 0
        told = Mention(row[0], role, subject, when, direction, "", (), -1, rest, share)
        found += _members(row, group, told)
        _go_on(course, role, row[group.first].figure, when)
    for place, base in waiting:
        head = found[place].head
        found = [_based(one, base) if one.head == head else one for one in found]
    return [_based(one, setting.base) if one.when.period == setting.about else one for one in found]


def _members(row: Sequence[Token], group: Group, told: Mention) -> Iterator[Mention]:
    """The figures of a group, which share everything but their form."""
    for member in group.members:
        yield structs.replace(
            told,
            token=row[member],
            subject=_aside(row, member, told.subject),
            hedge=_hedge(row, member),
            behind=tuple(_behind(row, member)),
            head=row[group.first].figure,
        )


def _ends(group: Group) -> tuple[int, int]:
    """Where the group's first and last figures stand."""
    return group.first, group.members[-1]


def _listed(row: Sequence[Token], before: Link, leads: Link) -> Link:
    """A noun that goes on with a list of changes: "higher costs of $2 million and taxes of"."""
    if before.kind != "change-in" or leads.kind != "noun":
        return leads
    place = leads.noun[0] - 1
    joined = place >= 0 and row[place].kind in ("comma", "and")
    return structs.replace(leads, kind="change-in", direction=before.direction) if joined else leads


def said_last(found: Sequence[Mention], before: Before | None) -> Before | None:
    """What the mentions of a sentence leave for the next one."""
    first = next((one for one in found if one.subject is not None), None)
    if first is None:
        return before
    last = next(one for one in reversed(found) if one.subject is not None)
    base = next(
        (
            one.when.period
            for one in found
            if one.role == "compared" and one.subject == first.subject
        ),
        first.when.against,
    )
    if last.subject != first.subject:
        return Before(last.subject, None, None)
    return Before(first.subject, None if first.when.is_assumed else first.when.period, base)


def _share(row: Sequence[Token]) -> Sequence[Token]:
    """The words behind "as a percentage of", which is what the sentence's percentages are of."""
    for place in range(2, len(row) - 1):
        if row[place].kind != "of" or row[place - 1].text not in _SHARES:
            continue
        if row[place - 2].text in ("a", "as") and any(
            token.text == "as" for token in row[max(0, place - 3) : place]
        ):
            return row[place : place + 7]
    return ()


def _goes_on(token: Token) -> bool:
    """True for a word that still belongs to the figure before it."""
    return token.figure < 0 and token.kind not in ("comma", "and", "semicolon", "stop", "of")


def _timed(mention: Mention, subject: Subject | None, when: When) -> Mention:
    """A change to a level that names its period: "rose 5% to $3 million for the nine months"."""
    if mention.role != "change" or mention.subject != subject or when.period is None:
        return mention
    moved = structs.replace(mention.when, period=when.period, is_assumed=when.is_assumed)
    return structs.replace(mention, when=moved)


def _based(mention: Mention, base: Period | None) -> Mention:
    """A change whose base was still to come, with the period of the comparative behind it."""
    if mention.role != "change" or mention.when.against is not None or base == mention.when.period:
        return mention
    return structs.replace(mention, when=structs.replace(mention.when, against=base))


def _spoken_of(
    sentence: Sentence, group: Group, leads: Link, role: Role, course: Course
) -> Subject | None:
    """What the group is of: the course's subject, unless nothing leads from it to the figure.

    "$88 million in cash and $115 million of borrowings", "$795 to $825", "(Q1 2019: $5 million)".
    A date of its own leads to it: "$5 million in June and $8 million in July".
    """
    if role != "level" or course.main < 0:
        return course.subject
    if leads.kind in _STRAYS and _is_told_per_share(sentence.row, group, course):
        return course.subject
    behind = sentence.row[group.members[-1] + 1 : group.members[-1] + 2]
    dated = sentence.periods(group.first, group.stop) and [one.kind for one in behind] != ["of"]
    if leads.kind == "and" and dated:
        return course.subject
    is_bare = leads.kind == "noun" and leads.noun[0] == leads.noun[1]
    is_range = leads.kind == "to" and course.role == "level" and not course.changed
    return None if leads.kind in _STRAYS or is_bare or is_range else course.subject


def _is_told_per_share(row: Sequence[Token], group: Group, course: Course) -> bool:
    """True where the words behind name earnings per share: "$1.4 billion, $3.23 diluted EPS"."""
    if course.subject is None or course.subject.concept.unit != "USD/shares":
        return False
    behind = row[group.first + 1 : group.first + 4]
    return any(token.text in ("eps", "share", "per") for token in behind)


def _aside(row: Sequence[Token], member: int, subject: Subject | None) -> Subject | None:
    """The subject, as another measure for "up 10%, or 8% in constant currency"."""
    behind = list(takewhile(_goes_on, row[member + 1 : member + 7]))
    is_aside = any(token.text in _ASIDE for token in behind)
    return adjusted(subject) if is_aside and subject is not None else subject


def _go_on(course: Course, role: Role, head: int, when: When) -> None:
    """Takes a group that is read into the course."""
    if course.main < 0:
        course.main = head
    course.role = role
    if role == "change":
        course.changed, course.base = True, when.against
    elif role == "compared":
        course.compared = when.period
    elif role == "level":
        course.period = course.period if when.is_assumed else when.period or course.period


def _parted(sentence: Sentence, whole: list[Group]) -> list[Group]:
    """The groups, a clause with its own period and verb parted from the figure before it.

    "Revenue was $7.2 million, and for the six months was $12.8 million."
    """
    parted = whole[:1]
    for group in whole[1:]:
        leads = link(sentence.row, sentence.said, group.start, *_ends(group))
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
    sentence: Sentence, group: Group, leads: Link, course: Course, before: Before | None
) -> None:
    """Takes the subject that leads into the group, and the period in front of it."""
    is_first = course.main < 0
    found = noun_of(sentence, group, leads, before, is_first=is_first)
    if found is not None and not is_first and _speaks_on(sentence, group, leads):
        found = _same_again(course.subject, found)
    if found is not None:
        is_cause = leads.kind in ("change-behind", "change-in")
        if course.subject is None or (found.concept != course.subject.concept and not is_cause):
            course.changed, course.base, course.compared = False, None, None
        course.subject = found
    if is_first or group.has_own_period:
        lead = sentence.periods(group.start, group.first)
        said = [one for one in lead if not is_base(sentence.row, one)]
        said = [one for one in said if not _is_dateline(sentence.row, one)] or said
        course.period = sentence.resolve(said[0], None) if said else None
        if before is not None and found is not None and found is before.subject and not lead:
            course.period, course.compared = before.period, before.base
        if lead and not said:
            course.compared = sentence.resolve(lead[0], sentence.setting.about)


def _is_dateline(row: Sequence[Token], one: SpokenPeriod) -> bool:
    """True for the day a release is given out: "SPRINGFIELD, Ill., May 3, 2019 -- Example …"."""
    is_day = one.day is not None and one.last == one.first + 1
    after = row[one.last].kind if one.last < len(row) else ""
    before = row[one.first - 1].kind if one.first else "dash"
    if not is_day or before == "in":
        return False
    return "dash" in (before, after) or any(token.text == "today" for token in row[one.last :])


def _same_again(subject: Subject | None, found: Subject) -> Subject:
    """The subject itself, where the comparative calls it by a part of its name.

    "net loss attributable to common shareholders of $2 million versus a net loss of $3 million"
    """
    if subject is None or found.caption not in subject.caption:
        return found
    return structs.replace(subject, as_loss=found.as_loss)


def _role(sentence: Sentence, group: Group, leads: Link, course: Course) -> Role:
    """What the link makes of the group."""
    row = sentence.row
    if leads.kind.startswith("change"):
        return "change"
    if leads.kind == "which" and course.main >= 0:
        return "part"
    if course.main < 0 and any(token.kind == "remaining" for token in row[: group.first]):
        return "remainder"
    if course.main < 0:
        moves = leads.kind == "from" and row[max(0, leads.at - 1)].kind in DIRECTIONS
        return "compared" if moves else "level"
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


def _speaks_on(sentence: Sentence, group: Group, leads: Link) -> bool:
    """True where the noun may be the subject's own again: compared, or "to a loss of"."""
    if _compares(sentence, group, leads):
        return True
    place = leads.noun[0] - 1
    while place > group.start and sentence.row[place].kind == "the":
        place -= 1
    return leads.kind == "noun" and place >= group.start and sentence.row[place].kind == "to"


def _adjoins(row: Sequence[Token], group: Group) -> bool:
    """True where only "of the" stands between the figure before and this one."""
    return all(token.kind in ("of", "the", "about") for token in row[group.start : group.first])


def _coordinated(sentence: Sentence, group: Group, course: Course) -> Role:
    """A group behind "and" goes on with the change, or with the comparison, before it."""
    based = any(is_base(sentence.row, one) for one in sentence.periods(group.first, group.stop))
    if course.changed and (based or course.role == "change"):
        return "change"
    return "compared" if course.role in ("compared", "change") else course.role


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
