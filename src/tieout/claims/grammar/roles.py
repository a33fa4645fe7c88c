"""The role of a group of figures in its sentence: a level, a change, a comparative, a part."""

from collections.abc import Sequence

from msgspec import structs

from tieout.claims.grammar.asides import bracketed, past_aside
from tieout.claims.grammar.before import noun_before
from tieout.claims.grammar.groups import Group
from tieout.claims.grammar.links import DIRECTIONS, Link, gives_cause
from tieout.claims.grammar.sentence import Sentence
from tieout.claims.grammar.when import Discourse, Role
from tieout.claims.setting import is_base
from tieout.lexicon.words import Token

_RESULTS = frozenset(["loss", "losses", "income", "gain", "earnings", "profit"])
_PARTS = frozenset(["continuing", "discontinued"])
_OVER_NAMES = ("the", "to", "word", "year", "date", "of", "per", "and", "in", "mark")


def role_of(sentence: Sentence, group: Group, leads: Link, discourse: Discourse) -> Role:
    """What the link makes of the group."""
    row = sentence.row
    if leads.kind.startswith("change"):
        return "change"
    if leads.kind == "which" and discourse.main >= 0:
        return "part"
    if discourse.main < 0 and any(token.kind == "remaining" for token in row[: group.first]):
        return "remainder"
    if discourse.main < 0:
        moves = leads.kind == "from" and row[max(0, leads.at - 1)].kind in DIRECTIONS
        return "compared" if moves else "level"
    if leads.kind == "of" and discourse.role == "level" and _adjoins(row, group):
        return "whole"
    if leads.kind in ("from", "versus") or _compares(sentence, group, leads):
        return "compared"
    if leads.kind == "of" and discourse.role == "change":
        return "compared"
    if drives_on(sentence, group, leads, discourse):
        return "change"
    if leads.kind == "or" and discourse.changed and row[leads.at + 1].kind == "by":
        return "change"
    if leads.kind == "and":
        return _coordinated(sentence, group, discourse)
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
    if place < group.start or _is_of_operations(row, place):
        return False
    return row[place].kind in ("from", "versus", "over", "than")


def _is_of_operations(row: Sequence[Token], place: int) -> bool:
    """True for "a loss from discontinued operations": the word belongs to the name."""
    before, after = row[max(0, place - 1)].text, row[place + 1 : place + 2]
    return before in _RESULTS and any(token.text in _PARTS for token in after)


def _adjoins(row: Sequence[Token], group: Group) -> bool:
    """True where only "of the" stands between the figure before and this one."""
    return all(token.kind in ("of", "the", "about") for token in row[group.start : group.first])


def _coordinated(sentence: Sentence, group: Group, discourse: Discourse) -> Role:
    """A group behind "and" goes on with the change, or with the comparison, before it."""
    based = any(is_base(sentence.row, one) for one in sentence.periods(group.first, group.stop))
    if discourse.changed and (based or discourse.role == "change"):
        return "change"
    return "compared" if discourse.role in ("compared", "change") else discourse.role


def speaks_on(sentence: Sentence, group: Group, leads: Link) -> bool:
    """True where the noun may be the subject's own again: compared, or "to a loss of"."""
    if _compares(sentence, group, leads):
        return True
    place = leads.noun[0] - 1
    while place > group.start and sentence.row[place].kind == "the":
        place -= 1
    goes_to = leads.kind == "noun" and place >= group.start and sentence.row[place].kind == "to"
    return goes_to and not gives_cause(sentence.row, group.start, place)


def drives_on(sentence: Sentence, group: Group, leads: Link, discourse: Discourse) -> bool:
    """True for the next driver: "increases of $9.7 million in wages, $4.5 million in rent"."""
    place = past_aside(sentence.row, group.members[-1] + 1)
    behind = sentence.row[place].text if place < len(sentence.row) else ""
    held = discourse.subject
    if leads.kind not in ("none", "and") or discourse.role != "change" or behind != "in":
        return False
    between = sentence.row[leads.at : group.first]
    is_next = all(token.kind in ("comma", "and", "the", "about") for token in between)
    return is_next and held is not None and held.is_narrowed


def listed(sentence: Sentence, group: Group, before: Link, leads: Link) -> Link:
    """A noun that goes on with a list of changes: "higher costs of $2 million and taxes of".

    "Higher wages ($2 million) and taxes ($1 million)" goes on too.
    """
    row = sentence.row
    if before.kind == "change-in" and leads.kind == "none" and bracketed(row, group.first):
        noun = noun_before(row, sentence.said, group.start, group.first - 1)
        leads = structs.replace(leads, kind="noun", noun=noun)
    if before.kind == "change-in" and leads.kind == "none" and row[leads.at].kind == "by":
        first = group.start + 1  # "improved cash flow by $24.8 million and free cash flow by"
        is_next = row[group.start].kind in ("and", "comma") and first < leads.at
        found = structs.replace(before, at=leads.at, noun=(first, leads.at))
        return found if is_next else leads
    if before.kind != "change-in" or leads.kind != "noun":
        return leads
    place = leads.noun[0] - 1
    joined = place >= 0 and row[place].kind in ("comma", "and")
    return structs.replace(leads, kind="change-in", direction=before.direction) if joined else leads
