"""One figure of a sentence with everything the grammar says of it."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct, structs

from tieout.claims.grammar.groups import Group
from tieout.claims.grammar.subject import Subject, adjusted, subject_of
from tieout.claims.grammar.when import Role, When
from tieout.lexicon.qualifiers import of_kind
from tieout.lexicon.words import Token
from tieout.model.claim import Hedge
from tieout.model.period import Period

_ENDING = ("comma", "and", "semicolon", "stop", "of", "up", "down", "better", "worse", "is")
_HIGHER = frozenset(["higher", "lower"])
_CAUSING = frozenset(["driven", "due", "led", "reflecting", "resulting", "by"])
_FIGURES = ("amount", "percent")
_LONGEST_ASIDE = 9
_RATES = frozenset(["margin", "margins", "rate", "ratio", "yield", "utilization", "retention"])
_LONGEST_RATE = 6


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


def members(row: Sequence[Token], group: Group, told: Mention) -> Iterator[Mention]:
    """The figures of a group, which share everything but their form."""
    for member in group.members:
        yield structs.replace(
            told,
            token=row[member],
            subject=_rate_behind(row, member, told.role) or _aside(row, member, told.subject),
            hedge=_hedge(row, member),
            behind=tuple(trailing(row, member)),
            head=row[group.first].figure,
        )


def timed(mention: Mention, subject: Subject | None, when: When) -> Mention:
    """A change to a level that names its period: "rose 5% to $3 million for the nine months"."""
    if mention.role != "change" or mention.subject != subject or when.period is None:
        return mention
    moved = structs.replace(mention.when, period=when.period, is_assumed=when.is_assumed)
    return structs.replace(mention, when=moved)


def based(mention: Mention, base: Period | None) -> Mention:
    """A change whose base was still to come, with the period of the comparative behind it."""
    if mention.role != "change" or mention.when.against is not None or base == mention.when.period:
        return mention
    return structs.replace(mention, when=structs.replace(mention.when, against=base))


def _aside(row: Sequence[Token], member: int, subject: Subject | None) -> Subject | None:
    """The subject, as another measure for "up 10%, or 8% in constant currency"."""
    ahead = row[member + 1 : member + _LONGEST_ASIDE]
    if ahead and ahead[0].text in _HIGHER:
        ahead = ahead[1:]  # "2.4% lower on an organic basis"
    behind = list(takewhile(_goes_on, ahead))
    if any(token.kind in ("from", "versus") for token in behind) and _leads_on(row, member):
        return subject  # "of 1.1% compared to adjusted net loss margin of 3.6%"
    if subject is None or not behind:
        return subject
    is_aside = bool(of_kind(" ".join(token.text for token in behind), "restating", "currency"))
    return adjusted(subject) if is_aside else subject


def _leads_on(row: Sequence[Token], member: int) -> bool:
    """True where what is behind a figure up to the next one ends in "of", and leads into that."""
    place = next((n for n in range(member + 1, len(row)) if row[n].kind in _FIGURES), 0)
    return place > 0 and row[place - 1].kind == "of"


def _goes_on(token: Token) -> bool:
    """True for a word that still belongs to the figure before it."""
    is_word = token.figure < 0 or token.kind == "year"
    return is_word and token.kind not in _ENDING and token.text not in _CAUSING


def _rate_behind(row: Sequence[Token], member: int, role: Role) -> Subject | None:
    """The rate that a percentage names right behind itself: "(3.3% net income margin)"."""
    if row[member].kind != "percent" or role == "change":
        return None
    words = list(takewhile(lambda token: token.kind == "word", row[member + 1 :]))[:_LONGEST_RATE]
    last = next((n for n, token in enumerate(words) if token.text in _RATES), 0)
    return subject_of(words[: last + 1]) if last else None


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


def trailing(row: Sequence[Token], place: int) -> Iterator[Token]:
    """The tokens behind a figure up to the next figure or the end of the clause."""
    for token in row[place + 1 : place + 9]:
        if token.kind in ("stop", "semicolon") or (
            token.figure >= 0 and token.kind not in ("date", "year")
        ):
            return
        yield token
