"""The grammar of a sentence of figures: which one is a level, a change, a comparative, a part.

Figures stand in groups joined by "or" ("$5.1 million, or 96%"). What leads into a group gives its
role, what trails behind it its period. The walk goes once from left to right and looks only at
the kinds of tokens.
"""

from collections.abc import Sequence

from msgspec import structs

from tieout.claims.grammar.discourse import spoken_of, supposed, take_subject
from tieout.claims.grammar.groups import Group, groups
from tieout.claims.grammar.links import DIRECTIONS, Link, link, moves
from tieout.claims.grammar.mention import Mention, based, members, timed
from tieout.claims.grammar.noun import clause_start, verb_start
from tieout.claims.grammar.roles import listed, role_of
from tieout.claims.grammar.sentence import Before, Sentence
from tieout.claims.grammar.when import Discourse, Role, When, when_of
from tieout.claims.setting import Setting
from tieout.lexicon.spoken import spoken_periods
from tieout.lexicon.words import Token
from tieout.model.period import Period

_SHARES = frozenset(["percent", "percentage"])
_TO_A_BASE = ("from", "versus", "of", "noun")
"""What leads from a change to the number it started at."""


def mentions(
    row: Sequence[Token], setting: Setting, before: Before | None, whole: int
) -> list[Mention]:
    """Every money or percent figure of a sentence with its role, in reading order.

    `before` is what the sentence before spoke of, for changes and comparisons without a subject of
    their own; `whole` the figure that "the remaining" would be the rest of.
    """
    sentence = Sentence(row, spoken_periods(row), setting)
    held = before.base if before is not None and not sentence.said else None
    discourse, share = Discourse(held=held), tuple(_share(row))
    found: list[Mention] = []
    waiting: list[tuple[int, Period | None]] = []
    leads = Link("none", 0)
    for group in _parted(sentence, groups(row, sentence.said)):
        leads = listed(sentence, group, leads, link(row, sentence.said, group.start, *_ends(group)))
        take_subject(sentence, group, leads, discourse, before)
        role = role_of(sentence, group, leads, discourse)
        if role == "change":
            discourse.direction = leads.direction or discourse.direction
        when = when_of(sentence, group, leads, discourse, role)
        if role == "compared" and discourse.changed and leads.kind in _TO_A_BASE:
            found = [based(one, when.period) for one in found]
        is_waiting = role == "change" and when.against is None
        if is_waiting and not sentence.periods(group.first, group.stop):
            waiting.append((len(found), discourse.compared))
        if role == "level" and leads.kind == "to" and discourse.main >= 0:
            found = [timed(one, discourse.subject, when) for one in found]
        rest = whole if role == "remainder" else discourse.main if role == "part" else -1
        subject = supposed(sentence, group, spoken_of(sentence, group, leads, role, discourse))
        direction = discourse.direction if role == "change" else 0
        told = Mention(row[0], role, subject, when, direction, "", (), -1, rest, share)
        found += members(row, group, told)
        if role == "level" and (grown := _grown(row, group, leads)):
            found[-1] = structs.replace(found[-1], role="change", direction=grown)
            discourse.changed, discourse.base = True, None
        _go_on(discourse, role, row[group.first].figure, when)
    for place, base in waiting:
        head = found[place].head
        found = [based(one, base) if one.head == head else one for one in found]
    if any(_runs_backwards(one.when) for one in found) and setting.about is not None:
        plain = structs.replace(setting, about=None, base=None)  # what was introduced is over
        return mentions(row, plain, before, whole)
    return [based(one, setting.base) if one.when.period == setting.about else one for one in found]


def _grown(row: Sequence[Token], group: Group, leads: Link) -> int:
    """Which way the percentage goes of "increased to $20.1 billion, or 1.6%, from"; 0 for none."""
    moved, last = moves(row, group.start, leads), group.members[-1]
    if moved < 0 or len(group.members) < 2 or row[last].kind != "percent":
        return 0
    behind = [one.kind for one in row[last + 1 : last + 3] if one.kind != "comma"]
    return DIRECTIONS[row[moved].kind] if behind[:1] == ["from"] else 0


def _runs_backwards(when: When) -> bool:
    """True for a change from a later period, where no word of the sentence names its own."""
    if when.period is None or when.against is None:
        return False
    return when.is_assumed and when.against.end > when.period.end


def _ends(group: Group) -> tuple[int, int]:
    """Where the group's first and last figures stand."""
    return group.first, group.members[-1]


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


def _go_on(discourse: Discourse, role: Role, head: int, when: When) -> None:
    """Takes a group that is read into the discourse."""
    if discourse.main < 0:
        discourse.main = head
    discourse.role = role
    if role == "change":
        discourse.changed, discourse.base = True, when.against
    elif role == "compared":
        discourse.compared = when.period
    elif role == "level":
        discourse.period = discourse.period if when.is_assumed else when.period or discourse.period


def _parted(sentence: Sentence, whole: list[Group]) -> list[Group]:
    """The groups, a clause with its own period and verb parted from the figure before it.

    "Revenue was $7.2 million, and for the six months was $12.8 million."
    """
    parted = whole[:1]
    for group in whole[1:]:
        leads = link(sentence.row, sentence.said, group.start, *_ends(group))
        if leads.kind in ("is", "change-verb"):
            verb = verb_start(sentence.row, group.start, leads.at)
            start = _introduced(sentence, group, clause_start(sentence.row, group, verb))
            if start < verb and sentence.periods(start, verb):
                parted[-1] = structs.replace(parted[-1], stop=start)
                parted.append(structs.replace(group, start=start, has_own_period=True))
                continue
        parted.append(group)
    return parted


def _introduced(sentence: Sentence, group: Group, start: int) -> int:
    """Where a clause begins, with the period it opens with: "and at the end of June, cash was"."""
    row, at = sentence.row, start - 1
    if at <= group.start or row[at].kind != "comma":
        return start
    said = next((one for one in sentence.periods(group.start, at) if one.last == at), None)
    if said is None:
        return start
    first = said.first
    while first > group.start and row[first - 1].kind in ("in", "of", "the"):
        first -= 1
    is_clause = first > group.start and row[first - 1].kind in ("and", "semicolon", "clause")
    return first if is_clause else start
