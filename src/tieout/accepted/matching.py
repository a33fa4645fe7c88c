"""Entries held against a workpaper: which of them hold, and what has changed for the others."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec import structs

from tieout.accepted.standing import Candidate, Standings
from tieout.model.accepted import Accepted, Entry
from tieout.model.check import Ending, Ref
from tieout.model.workpaper import Workpaper

_Signature: TypeAlias = Callable[[Entry], Hashable]
"""By what two entries are alike; None where an entry does not tell enough for it."""

_MOST_TOLD = 3
_ENDED: dict[Ending, str] = {
    "agrees": "it agrees",
    "rounds": "it agrees once rounding is allowed for",
    "differs": "it differs",
    "not-tested": "it is not tested",
    "excluded": "it states nothing",
}


def applied(
    workpaper: Workpaper,
    entries: Iterable[Entry],
    exchanged: Collection[tuple[str, str]] = (),
) -> Workpaper:
    """The workpaper with what people said of it, in the order told; no figure ends otherwise.

    `exchanged` are supports, by name and hash, that are other files by now.
    """
    found = tuple(entries)
    if not found:
        return workpaper
    accepted = tuple(_Matching(workpaper, found, exchanged).all())
    return structs.replace(workpaper, accepted=accepted)


# ------------------------------------------------------------------------------ what is alike


def _context(entry: Entry) -> tuple[Hashable, ...]:
    """What a difference or a figure is of."""
    return entry.rule, entry.concept, entry.period, entry.dimensions


def _of_figure(entry: Entry) -> tuple[Hashable, ...]:
    """What a figure is of, by whatever rule."""
    return entry.concept, entry.period, entry.dimensions


def _said_of(entry: Entry) -> tuple[Hashable, ...]:
    """What is compared in a difference: all that is printed."""
    return entry.reported, entry.expected, entry.operands


def _if_known(entry: Entry, *key: Hashable) -> Hashable:
    """The key, where a concept tells the figure from others, whatever the words around it."""
    return key if entry.concept else None


def _if_told(entry: Entry, *key: Hashable) -> Hashable:
    """The key, where a concept or words tell the figure from others."""
    return key if entry.concept or entry.words not in ("", "_") else None


_SAME_WORDS: tuple[_Signature, ...] = (
    lambda one: (_context(one), _said_of(one), one.words, one.occurrence),
    lambda one: _if_told(one, _context(one), _said_of(one), one.words),
    lambda one: (_context(one), one.reported, one.words, one.occurrence),
    lambda one: _if_told(one, _context(one), one.reported, one.words),
)
_OTHER_WORDS: tuple[_Signature, ...] = (
    lambda one: _if_known(one, _context(one), _said_of(one), one.occurrence),
    lambda one: _if_known(one, _context(one), _said_of(one)),
    lambda one: _if_known(one, _context(one), one.reported),
)
"""How a difference is found again: where the words around it are as they were, then elsewhere."""
_FIGURE_IN_SAME_WORDS: tuple[_Signature, ...] = (
    lambda one: (_of_figure(one), one.reported, one.words, one.occurrence),
    lambda one: _if_told(one, _of_figure(one), one.reported, one.words),
    lambda one: _if_told(one, _of_figure(one), one.words),
)
_FIGURE_IN_OTHER_WORDS: tuple[_Signature, ...] = (
    lambda one: _if_known(one, _of_figure(one), one.reported, one.occurrence),
    lambda one: _if_known(one, _of_figure(one), one.reported),
    lambda one: _if_known(one, _of_figure(one), "%" in one.reported),
)
"""Likewise a figure, which the words show to have changed before it is looked for elsewhere."""


class _Matching:
    """Entries beside the differences and figures of a workpaper; each of these has one at most."""

    def __init__(
        self,
        workpaper: Workpaper,
        entries: Sequence[Entry],
        exchanged: Collection[tuple[str, str]],
    ) -> None:
        """These entries beside this workpaper."""
        self._exchanged = exchanged
        self._workpaper, self._entries = workpaper, entries
        self._standings = Standings(workpaper)
        self._found: dict[int, Accepted] = {}
        self._taken: defaultdict[str, set[int]] = defaultdict(set)

    def all(self) -> list[Accepted]:
        """Every entry with its standing."""
        for number, entry in enumerate(self._entries):
            if entry.document != self._standings.document:
                self._found[number] = Accepted(entry, "elsewhere", why=entry.document)
        for of_differences, of_figures in (
            (_SAME_WORDS, _FIGURE_IN_SAME_WORDS),
            (_OTHER_WORDS, _FIGURE_IN_OTHER_WORDS),
        ):
            if left := [number for number in self._left() if self._entries[number].rule]:
                self._match(left, self._standings.differences, of_differences, "")
            of_rules: defaultdict[str, list[int]] = defaultdict(list)
            for number in self._left():
                of_rules[self._entries[number].rule].append(number)
            for rule, numbers in of_rules.items():
                self._match(numbers, self._standings.figures, of_figures, f"figures {rule}")
        for number, entry in enumerate(self._entries):
            self._found.setdefault(number, Accepted(entry, "unmatched", why=_unlike(entry)))
        return [self._found[number] for number in range(len(self._entries))]

    def _left(self) -> list[int]:
        """The entries not found so far."""
        return [number for number in range(len(self._entries)) if number not in self._found]

    def _match(
        self,
        numbers: Sequence[int],
        candidates: Sequence[Candidate],
        signatures: Sequence[_Signature],
        kind: str,
    ) -> None:
        """Finds what each of these entries speaks of, what is most like it first.

        Of one kind of entries no two speak of one candidate.
        """
        taken = self._taken[kind]
        for signature in signatures:
            like: defaultdict[Hashable, deque[int]] = defaultdict(deque)
            for at, one in enumerate(candidates):
                if at not in taken:
                    like[signature(one.entry)].append(at)
            for number in numbers:
                entry = self._entries[number]
                key = signature(entry)
                if number not in self._found and key is not None and like.get(key):
                    at = like[key].popleft()
                    taken.add(at)
                    self._found[number] = self._told(entry, candidates[at])

    def _told(self, entry: Entry, found: Candidate) -> Accepted:
        """An entry beside what it speaks of, and what of that is not as it was."""
        changes = list(_changes(entry, found.entry))
        if (entry.file, entry.sha256) in self._exchanged:
            changes.append(f"{entry.file} is another file than it was then")
        if entry.said == "dismissed" and found.checks and not found.is_lead:
            changes.append("it was dismissed as a lead, and is proven by now")
        why = "" if changes or found.checks else self._why(entry, found.ref)
        gone = self._gone(entry) if why else ""
        if why and entry.said == "accepted":
            changes.append(why)
        if gone:
            changes.append(f"it rested on {gone}, which no document given prints")
        if changes:
            return Accepted(entry, "lapsed", (), found.ref, "; ".join(changes))
        return Accepted(entry, "holds", found.checks, found.ref, why)

    def _why(self, entry: Entry, ref: Ref) -> str:
        """What is there instead of the difference or the untested figure spoken of."""
        outcome = self._workpaper.endings[ref.figure].outcome
        if entry.rule:
            return f"{entry.rule} finds no difference there: {_ENDED[outcome]}"
        return "" if outcome == "not-tested" else f"tested by now: {_ENDED[outcome]}"

    def _gone(self, entry: Entry) -> str:
        """What an entry rests on and no document prints."""
        return _listed([one for one in entry.operands if one not in self._standings.printed])


# ------------------------------------------------------------------------------------ in words


def _changes(was: Entry, now: Entry) -> Iterator[str]:
    """What was printed otherwise when the entry was made, in words."""
    if was.reported != now.reported:
        yield f"it was {was.reported} and is now {now.reported}"
    if not now.rule:
        return
    before, after = Counter(was.operands), Counter(now.operands)
    if before != after:
        gone, new = sorted((before - after).elements()), sorted((after - before).elements())
        pieces = [f"it rested on {_listed(gone)}"] if gone else []
        yield ", and ".join([*pieces, *([f"it rests on {_listed(new)} now"] if new else [])])
    elif was.expected != now.expected:
        yield f"{was.expected} was expected, and now {now.expected}"


def _listed(figures: Sequence[str]) -> str:
    """The first figures, and how many more there are."""
    more = [f"{len(figures) - _MOST_TOLD:,} more"] if len(figures) > _MOST_TOLD else []
    return ", ".join([*figures[:_MOST_TOLD], *more])


def _unlike(entry: Entry) -> str:
    """That nothing is like it, and what may help."""
    if not entry.rule:
        return "no figure of this document is like it"
    return (
        f"{entry.rule} finds nothing like it in this document; "
        "if it rests on another one, give that with --against"
    )
