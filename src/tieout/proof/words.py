"""What the words say that two numbers share: the seldomer a word is, the more it tells."""

from collections.abc import Iterable

from tieout.evidence.computed import Pair
from tieout.evidence.mentions import Mention, Mentions
from tieout.proof.bounds import Words, bounds


def shared(mentions: Mentions, one: Mention, other: Mention) -> int:
    """The bits by which two numbers are taken for the same by what is said of them.

    A claim and a cell, or two claims: negative where words or periods set them apart.
    """
    table = bounds().words
    both = one.near & other.near
    loosely = ((one.near & other.wide) | (other.near & one.wide)) - both
    found = _bits(mentions, both, table.word) + _bits(mentions, loosely, table.word) // 2
    unsaid = _bits(mentions, (other.named | other.scope) - one.wide, table.left)
    unsaid += _bits(mentions, (one.named | one.scope) - other.wide, table.more)
    found += table.full if unsaid <= 1 and one.named and other.named else -unsaid
    return found + _then(one, other, table) + _beside(one, other, table)


def shared_by_both(mentions: Mentions, one: Mention, pair: Pair) -> int:
    """The bits by which a number is taken for what two others come to.

    Less what the search for the two has used up; those that its sentence tells need no words.
    """
    table = bounds().words
    return shared(mentions, one, pair.said) + table.told * pair.told - table.pair


def is_enough(found: int) -> bool:
    """True where words say so much that a number they name may be held against another one."""
    return found >= bounds().words.least


def _bits(mentions: Mentions, words: Iterable[str], most: int) -> int:
    """How seldom the words are, in bits, each so many at most."""
    found, fewest = 0, bounds().words.lines
    for word in words:
        held, places = mentions.places(word)
        found += min(most, max(1, max(places, fewest) // held).bit_length() - 1)
    return found


def _then(one: Mention, other: Mention, table: Words) -> int:
    """What the periods of the two say."""
    if one.period is None or other.period is None:
        return -table.untimed
    is_said = not (one.is_assumed or other.is_assumed)
    is_flow_to = one.period.is_instant != other.period.is_instant
    is_then = one.period.is_near(other.period) or (
        is_flow_to and one.period.closing().is_near(other.period.closing())
    )
    if is_then:
        return table.then if is_said else 1
    return -table.otherwise if is_said else -table.then


def _beside(one: Mention, other: Mention, table: Words) -> int:
    """What the other figures of two sentences say: the same thing, or another in the same words."""
    if one.claim is None or other.claim is None:
        return 0
    found = min(table.told * len(one.others & other.others), 2 * table.told) - table.prose
    bases = one.claim.against, other.claim.against
    if bases[0] is not None and bases[1] is not None and not bases[0].is_near(bases[1]):
        found -= table.otherwise
    found -= table.then * (one.claim.dimensions != other.claim.dimensions)
    return found - table.then * (one.claim.direction * other.claim.direction < 0)
