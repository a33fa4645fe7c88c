"""What the groups of a sentence are of: the subject taken along, and where it is left behind."""

from collections.abc import Sequence

from msgspec import structs

from tieout.claims.grammar.behind import stray_noun
from tieout.claims.grammar.groups import Group
from tieout.claims.grammar.links import Link, moves
from tieout.claims.grammar.noun import noun_of
from tieout.claims.grammar.roles import drives_on, speaks_on
from tieout.claims.grammar.sentence import Before, Sentence
from tieout.claims.grammar.subject import Subject
from tieout.claims.grammar.when import Discourse, Role
from tieout.claims.setting import is_base
from tieout.lexicon.spoken import SpokenPeriod
from tieout.lexicon.words import Token

_RESULT = frozenset(["loss", "income", "profit", "outflow", "inflow", "cash outflow"])
_RESULTS = frozenset(["loss", "income", "profit", "earnings", "flow", "flows"])
_AS_REPORTED = frozenset(["gaap", "reported", "ifrs"])
_BETWEEN = ("comma", "and", "about", "the")
_SUPPOSING = frozenset(["would", "could", "might", "hypothetical", "assuming"])
_LED = ("in", "the", "of")
_STRAYS = frozenset(["none", "and", "or", "of", "which"])


def take_subject(
    sentence: Sentence, group: Group, leads: Link, discourse: Discourse, before: Before | None
) -> None:
    """Takes the subject that leads into the group, and the period in front of it."""
    is_first = discourse.main < 0
    if discourse.subject is not None and not discourse.subject.concept.unit.is_per_share:
        discourse.in_money = discourse.subject
    found = noun_of(sentence, group, leads, before, is_first=is_first)
    if found is not None and not is_first and speaks_on(sentence, group, leads):
        first = leads.noun[0]
        is_reported = any(one.text in _AS_REPORTED for one in sentence.row[first : first + 2])
        found = _same_again(discourse.subject, found, is_reported=is_reported)
    if found is not None:
        is_cause = leads.kind in ("change-behind", "change-in")
        held = discourse.subject
        if held is None or (found.concept != held.concept and not is_cause):
            discourse.changed, discourse.base, discourse.compared = False, None, None
        discourse.subject = found
    if is_first or group.has_own_period:
        lead = sentence.periods(group.start, group.first)
        said = [one for one in lead if not is_base(sentence.row, one)]
        said = [one for one in said if not _is_dateline(sentence.row, one)]
        discourse.period = sentence.resolve(said[0], None) if said else None
        if before is not None and found is not None and found is before.subject and not lead:
            discourse.period, discourse.compared = before.period, before.base
        if lead and not said:
            discourse.compared = sentence.resolve(lead[0], sentence.setting.about)


def _is_scaled(token: Token) -> bool:
    """True for "$18.5 million", which is no amount per share.

    "Net income was $22.5 million, or earnings per share of $0.45, compared with $18.5 million".
    """
    return token.is_money and token.text[-1:].isalpha()


def _is_dateline(row: Sequence[Token], one: SpokenPeriod) -> bool:
    """True for the day a release is given out: "SPRINGFIELD, Ill., May 3, 2019 -- Example …"."""
    is_day = one.day is not None and one.last == one.first + 1
    after = row[one.last].kind if one.last < len(row) else ""
    before = row[one.first - 1].kind if one.first else "dash"
    if not is_day or before == "in":
        return False
    return "dash" in (before, after) or any(token.text == "today" for token in row[one.last :])


def _as_income(caption: str) -> str:
    """The caption with a loss as an income, so that one year's is the other's."""
    words = ("income" if word in _RESULTS or word in _RESULT else word for word in caption.split())
    return f" {' '.join(words)} "


def _same_again(subject: Subject | None, found: Subject, *, is_reported: bool) -> Subject:
    """The subject itself, where the comparative calls it by a part of its name.

    "net loss attributable to common shareholders of $2 million versus a net loss of $3 million",
    "operating income of $2 million from a loss of $3 million"; not where GAAP's is named beside
    another.
    """
    if subject is None or found.concept == subject.concept:
        return found
    is_result = found.caption in _RESULT and not _RESULTS.isdisjoint(subject.caption.split())
    is_named = _as_income(subject.caption).endswith(_as_income(found.caption)) and not is_reported
    if found.caption not in subject.caption and not is_result and not is_named:
        return found
    return structs.replace(subject, as_loss=found.as_loss)


def spoken_of(
    sentence: Sentence, group: Group, leads: Link, role: Role, discourse: Discourse
) -> Subject | None:
    """What the group is of: the discourse's subject, unless nothing leads from it to the figure.

    "$88 million in cash and $115 million of borrowings", "$795 to $825", "(Q1 2019: $5 million)".
    A date of its own leads to it: "$5 million in June and $8 million in July".
    """
    held = discourse.subject
    is_other = held is not None and held.concept.unit.is_per_share and role == "compared"
    if is_other and _is_scaled(sentence.row[group.first]) and discourse.in_money is not None:
        return discourse.in_money
    if role == "change" and drives_on(sentence, group, leads, discourse):
        return stray_noun(sentence, group)
    if role != "level" or discourse.main < 0:
        return discourse.subject
    if leads.kind in _STRAYS and _is_told_per_share(sentence.row, group, discourse):
        return discourse.subject
    behind = sentence.row[group.members[-1] + 1 : group.members[-1] + 2]
    dated = sentence.periods(group.first, group.stop) and [one.kind for one in behind] != ["of"]
    if (leads.kind == "and" and dated) or _is_dated_next(sentence, group, leads):
        return discourse.subject
    if leads.kind in ("and", "none") and _is_next_share(sentence.row, group):
        return discourse.subject
    is_bare = leads.kind == "noun" and leads.noun[0] == leads.noun[1]
    is_range = leads.kind == "to" and discourse.role == "level" and not discourse.changed
    is_range = is_range and moves(sentence.row, group.start, leads) < 0
    is_stray = leads.kind in _STRAYS or is_bare or is_range
    return stray_noun(sentence, group) if is_stray else discourse.subject


def supposed(sentence: Sentence, group: Group, subject: Subject | None) -> Subject | None:
    """The subject as one of what would have been: "this would have increased assets to"."""
    if subject is None or subject.is_narrowed:
        return subject
    is_so = any(token.text in _SUPPOSING for token in sentence.row[: group.first])
    return structs.replace(subject, is_narrowed=True) if is_so else subject


def _is_dated_next(sentence: Sentence, group: Group, leads: Link) -> bool:
    """True for the next of a list: "$3.2 billion at June 30, $3.4 billion at March 31"."""
    place = group.members[-1]
    if leads.kind != "none" or sentence.row[leads.at].kind != "comma":
        return False
    said = next(iter(sentence.periods(place, group.stop)), None)
    between = sentence.row[place + 1 : said.first] if said is not None else ()
    listed = all(token.kind in _BETWEEN for token in sentence.words(group.start, group.first))
    return listed and said is not None and all(token.kind in _LED for token in between)


def _is_next_share(row: Sequence[Token], group: Group) -> bool:
    """True for the next share of one thing: "1.30% of total loans and 201.8% of bad ones"."""
    return group.start > 0 and all(
        row[place].kind == "percent" and [one.kind for one in row[place + 1 : place + 2]] == ["of"]
        for place in (group.start - 1, group.first)
    )


def _is_told_per_share(row: Sequence[Token], group: Group, discourse: Discourse) -> bool:
    """True where the words behind name earnings per share: "$1.4 billion, $3.23 diluted EPS"."""
    if discourse.subject is None or not discourse.subject.concept.unit.is_per_share:
        return False
    behind = row[group.first + 1 : group.first + 4]
    return any(token.text in ("eps", "share", "per") for token in behind)
