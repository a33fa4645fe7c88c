"""Which lines are wanted: those asked for by name or caption, else the statements' landmarks."""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from fractions import Fraction

from tieout.errors import Misuse
from tieout.lexicon.canonical import normal
from tieout.lexicon.captions import caption_key
from tieout.lexicon.ifrs import outer
from tieout.lexicon.labels import named
from tieout.model.concept import feeds, told_as, wide
from tieout.model.workpaper import Release
from tieout.series.joined import Joined
from tieout.series.tellings import KINDS, Told

_NEAR = 3


_ALWAYS = frozenset(
    f"us-gaap:{name}"
    for name in (
        *("Revenues", "OperatingIncomeLoss", "NetIncomeLoss", "ProfitLoss"),
        *("StockholdersEquity", "NetCashProvidedByUsedInOperatingActivities"),
    )
)
_NEVER = frozenset({"us-gaap:LiabilitiesAndStockholdersEquity"})
"""What equals another landmark says nothing new."""


def landmarks(lines: Iterable[Joined], releases: Sequence[Release]) -> list[Joined]:
    """The lines most filings share by which a company is known, in the order of its statements.

    What opens a statement, totals, shares, and results per share.
    """
    return [one for one in shared(lines, releases) if _is_landmark(*one)]


def shared(lines: Iterable[Joined], releases: Sequence[Release]) -> list[Joined]:
    """The lines that most of the filings with their statement tell, in the statements' order."""
    holders: Counter[str] = Counter()
    for release in releases:
        holders.update({one.kind for one in release.statements})
    return in_order(
        one for one in lines if one[1].places and 2 * len(one[1].places) >= holders[_kind(one[1])]
    )


def in_order(lines: Iterable[Joined]) -> list[Joined]:
    """The lines as they stand on the statements of the latest filing that has each."""
    return sorted(lines, key=lambda one: _place(one[1]))


def asked(lines: Sequence[Joined], words: Sequence[str]) -> list[Joined]:
    """The lines asked for, each once, in the order asked; raises Misuse with the names near one.

    An element's name comes first, then a caption, a name in prose, and words that open a caption.
    """
    found: dict[int, Joined] = {}
    for word in words:
        for line in _named(in_order(lines), word):
            found.setdefault(id(line[1]), line)
    return list(found.values())


def _kind(told: Told) -> str:
    """The statement it stands on."""
    return KINDS[min(told.places.values())[0]]


def _place(told: Told) -> tuple[int, Fraction]:
    """The first of the statements it stands on, and how far down in the latest filing."""
    kind = min((kind for kind, _ in told.places.values()), default=len(KINDS))
    places = [told.places[filing] for filing in sorted(told.places)]
    return kind, next((place for one, place in reversed(places) if one == kind), Fraction(1))


def _is_landmark(names: Sequence[str], told: Told) -> bool:
    """True for what most filings show to open a statement or to be a total, and for shares."""
    if not _ALWAYS.isdisjoint(names) or not _NEVER.isdisjoint(names):
        return _NEVER.isdisjoint(names)
    filings = len(told.places)
    is_of_shares = told.is_flow and told.unit.is_of_shares
    return is_of_shares or 2 * told.totals > filings or 2 * told.openings > filings


def _named(lines: Sequence[Joined], word: str) -> list[Joined]:
    """The lines that a word names, the surest way of naming first; raises Misuse for none."""
    element = word.strip().casefold().removeprefix("us-gaap:")
    elements = {name.casefold().removeprefix("us-gaap:") for name in _meant(word)}
    words = caption_key(word)
    ways = (
        lambda one: element in _elements(one),
        lambda one: words in _captions(one),
        lambda one: elements & _elements(one),
    )
    for way in ways:
        if found := [one for one in lines if way(one)]:
            return found
    for is_near in (str.startswith, str.__contains__):
        near = [one for one in lines if any(is_near(c, words) for c in _captions(one))]
        if words and near:
            return [max(near, key=lambda one: len(one[1].places))]
    raise Misuse(_unknown(lines, word))


def _meant(word: str) -> set[str]:
    """The elements that a word of prose, or an element for two, may mean."""
    concept = named(normal(word))
    names = {concept.name} if concept is not None else set()
    names |= set(feeds(word if ":" in word else f"us-gaap:{word}"))
    return {told for name in names for told in (*feeds(name), wide(name), *told_as(name))}


def _elements(line: Joined) -> set[str]:
    """The elements of a line, as compared, and what documents under IFRS call them."""
    inner = {name.casefold().removeprefix("us-gaap:") for name in line[0]}
    return inner | {outer(name).casefold() for name in line[0]}


def _captions(line: Joined) -> set[str]:
    """The captions of a line, as compared."""
    return {caption_key(caption) for caption in line[1].captions.values()}


def _unknown(lines: Sequence[Joined], word: str) -> str:
    """The sentence that refuses a name, with what may have been meant."""
    captions = {c.casefold(): c for _, told in lines for c in told.captions.values() if c}
    names = {n.removeprefix("us-gaap:").casefold(): n.removeprefix("us-gaap:") for n, _ in
             ((names[0], told) for names, told in lines)}  # fmt: skip
    known = names | captions
    near = get_close_matches(word.casefold(), known, n=_NEAR, cutoff=0.5)
    if near:
        guess = f"did you mean {' or '.join(repr(known[one]) for one in near)}?"
        return f"no filing has a line {word!r} on its statements: {guess}"
    return (
        f"no filing has a line {word!r} on its statements: "
        "'tieout series FILE... --all' shows the lines there are"
    )
