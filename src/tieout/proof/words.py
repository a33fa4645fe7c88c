"""What the words say that two numbers share: the seldomer a word is, the more it tells."""

from functools import cache
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.evidence.computed import Pair
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import Mentions
from tieout.model.amount import Amount
from tieout.model.claim import Claim
from tieout.proof.bits import telling
from tieout.proof.bounds import Tie, Words, bounds

Then: TypeAlias = Literal["then", "then, assumed", "otherwise", "otherwise, assumed", "untimed"]
"""How two periods stand to one another."""

_MOST_LEFT, _MOST_MORE, _MOST_TOLD = 12, 24, 2
"""Words that set two numbers apart, and figures told beside both, weigh no more than so many."""


class Said(Struct, frozen=True, gc=False):
    """What is said of two numbers, counted: words in bits by how seldom they are.

    `both` stand beside both of them, `loosely` beside one and somewhere around the other, and
    `named` name both; `left` name the other and are not said of the one, `more` the other way
    round. `is_full` is true where there is hardly one of either, `is_covered` where all that name
    the other are said of the one, and `is_unnamed` where nothing names the one. `period` is how
    their periods stand: "then", "otherwise", each "assumed" where no words of the sentence name
    one, or "untimed". `told` is how many other figures two sentences share.
    """

    both: int
    loosely: int
    named: int
    left: int
    more: int
    is_full: bool
    is_covered: bool
    is_unnamed: bool
    period: Then
    told: int


def said(mentions: Mentions, one: Mention, other: Mention) -> Said:
    """What is said of a claim and a cell, or of two claims."""
    table = bounds().words
    lines = table.lines
    word = mentions.rarity(lines, table.word).__getitem__
    left_over = mentions.rarity(lines, table.left).__getitem__
    more_over = mentions.rarity(lines, table.more).__getitem__
    both = one.near & other.near
    loosely = ((one.near & other.wide) | (other.near & one.wide)) - both
    left = sum(map(left_over, (other.named | other.scope) - one.wide))
    more = sum(map(more_over, (one.named | one.scope) - other.wide))
    return Said(
        sum(map(word, both)),
        sum(map(word, loosely)),
        sum(map(word, one.named & other.named)),
        left,
        more,
        left + more <= 1 and bool(one.named and other.named),
        bool(other.named) and not left,
        not one.named,
        _period(one, other),
        len(one.others & other.others) if one.claim and other.claim else 0,
    )


def shared(mentions: Mentions, one: Mention, other: Mention) -> int:
    """The bits by which two numbers are taken for the same by what is said of them.

    A claim and a cell, or two claims: negative where words or periods set them apart. They are what
    a difference between the two is weighed by.
    """
    return weighed(said(mentions, one, other), one, other)


def weighed(found: Said, one: Mention, other: Mention) -> int:
    """The bits of what is said of the two."""
    table = bounds().words
    words = table.full if found.is_full else -(found.left + found.more)
    bits = found.both + found.loosely // 2 + words + _periods()[found.period]
    return bits + _beside(one, other, found, table)


@cache
def _periods() -> dict[Then, int]:
    """The bits of how two periods stand."""
    table = bounds().words
    return {
        "then": table.then,
        "then, assumed": 1,
        "otherwise": -table.otherwise,
        "otherwise, assumed": -table.then,
        "untimed": -table.untimed,
    }


def likely(found: Said, one: Mention, other: Mention, tried: int, tie: Tie | None = None) -> int:
    """How likely a number is the one that it prints as, in 32nds of a bit; 0 is enough for a tick.

    By what is said of both, by how many digits tell, and by how many others print so: weights that
    were learned from claims and from the same claims with a digit altered.
    """
    tie = tie or bounds().tie
    then, mine, its = found.period, one.claim, other.claim
    is_told = mine is not None and its is not None
    bits = tie.none - tie.least + tie.digits * telling(one.amount)
    bits += tie.word * found.both + tie.named * found.named + tie.loosely * found.loosely
    bits += tie.left * min(found.left, _MOST_LEFT) + tie.more * min(found.more, _MOST_MORE)
    bits += tie.full * found.is_full + tie.covered * found.is_covered
    bits += tie.unnamed * found.is_unnamed + tie.told * min(found.told, _MOST_TOLD)
    bits += tie.rivals * max(0, tried.bit_length() - 1) + tie.change * (one.role == "change")
    bits += tie.table * (not other.is_known) + tie.prose * is_told
    bits += tie.against * _is_against(mine, its)
    bits += tie.then * (then == "then") + tie.then_assumed * (then == "then, assumed")
    bits += tie.otherwise * (then == "otherwise") + tie.untimed * (then == "untimed")
    return bits + tie.otherwise_assumed * (then == "otherwise, assumed")


def _is_against(one: Claim | None, other: Claim | None) -> bool:
    """True where one claim speaks of a rise and the other of a fall."""
    return one is not None and other is not None and one.direction * other.direction < 0


def shared_by_both(mentions: Mentions, one: Mention, pair: Pair) -> int:
    """The bits by which a number is taken for what two others come to.

    Less what the search for the two has used up; those that its sentence tells need no words.
    """
    table = bounds().words
    return shared(mentions, one, pair.said) + table.told * pair.told - table.pair


def is_tick(found: int, amount: Amount, cost: int) -> bool:
    """True where words and digits say so much that a number two others come to is ticked."""
    return found + telling(amount) >= bounds().bounds.ticks + cost


def is_enough(found: int) -> bool:
    """True where words say so much that a number they name may be held against another one."""
    return found >= bounds().words.least


def _period(one: Mention, other: Mention) -> Then:
    """How the periods of the two stand."""
    if one.period is None or other.period is None:
        return "untimed"
    is_said = not (one.is_assumed or other.is_assumed)
    if one.period.is_then(other.period):
        return "then" if is_said else "then, assumed"
    return "otherwise" if is_said else "otherwise, assumed"


def _beside(one: Mention, other: Mention, said: Said, table: Words) -> int:
    """What the other figures of two sentences say: the same thing, or another in the same words."""
    mine, its = one.claim, other.claim
    if mine is None or its is None:
        return 0
    found = min(table.told * said.told, 2 * table.told) - table.prose
    if (
        mine.against is not None
        and its.against is not None
        and not mine.against.is_near(its.against)
    ):
        found -= table.otherwise
    found -= table.then * (mine.dimensions != its.dimensions)
    return found - table.then * _is_against(mine, its)
