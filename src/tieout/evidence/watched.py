"""Evidence that notes what work asks of it: only work whose answers change is done again."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from operator import is_
from typing import Any, TypeVar, cast

from tieout.evidence.asked import EVERYTHING, Asked, Looked
from tieout.evidence.changes import Changes
from tieout.evidence.footed import Footed
from tieout.evidence.gathered import Evidence
from tieout.evidence.held import Held, held_again
from tieout.evidence.mention import Mention
from tieout.evidence.noted import NotedMentions
from tieout.evidence.noted_numbers import NotedComputed, NotedMoves
from tieout.evidence.quantity import Quantity
from tieout.evidence.schedule import Schedule, schedules
from tieout.evidence.told import Teller
from tieout.model.claim import Claim
from tieout.model.concept import told_as
from tieout.model.document import Document
from tieout.model.memo import Memo, afresh
from tieout.model.period import Period
from tieout.model.statement import Dimensions, Fact, Statement
from tieout.model.table import Table
from tieout.model.workpaper import Release

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_Unit = tuple[str, int, Hashable]
"""A rule, which of its loops, and the item that is looked at."""


class Watched(Evidence):
    """Evidence of releases in which little differs from others, whose work was watched before.

    What a rule proposes of an item that it looks at by itself is taken from before, unless
    something that it asked then would be answered otherwise now. What asks for a whole release
    is always done again.
    """

    def __init__(
        self, releases: Sequence[Release], before: "Watched | None" = None, memo: Memo = afresh
    ) -> None:
        """The evidence of these releases, beside that of the ones before."""
        self.asked = Asked()
        self.before = before
        super().__init__(releases, memo)
        self._units: dict[tuple[str, int], dict[Hashable, Sequence[Any]]] = {}
        self._whole: dict[str, tuple[Sequence[Any], frozenset[Hashable]]] = {}
        self._askers: dict[Hashable, list[_Unit]] = {}
        self._reads: dict[Hashable, set[Hashable]] = {}
        self._indices: dict[str, Mapping[Any, Any]] = {}
        self._at: tuple[str, int] = ("", 0)
        self._out: list[Any] = []
        self.otherwise: set[Hashable] = {EVERYTHING}
        self._stale: dict[tuple[str, int], set[Hashable]] = {}
        self._touched: set[str] = set()
        self.fresh: list[Any] = []
        self._sought: set[Callable[[str], object]] = set()
        self.changes: Changes | None = None
        if before is not None:
            self.changes = Changes(before, self, memo)
            self._differ(before, self.changes)

    def _differ(self, before: "Watched", changes: Changes) -> None:
        """Takes in what is answered otherwise than before."""
        keys = changes.keys()
        if keys is not None and "mentions" in before._once:
            self._once["mentions"] = mentions = NotedMentions(self)
            self._reads["mentions"] = set()
            keys |= set(mentions.keys())
            kept = (before.moves, before.computed)
            keys |= {key for one in kept if one is not None for key in one.keys(mentions)}
        if keys is None:
            self.before = None  # nothing that was found holds for sure
            return
        keys |= {("text", one) for one in before._sought if changes.is_found_otherwise(one)}
        keys |= {
            ("said", told, key)
            for told in before._told.tellers
            for key in self._told.again(before._told, told, changes.statements)
        }
        self.otherwise |= keys
        self._take_in(set(self.otherwise))

    def _hold_facts(self) -> None:
        """Takes in the facts, as they were held before but for those that are others in place."""
        was, now = self.before, self._releases[0].statements
        held = held_again(was._facts, was._releases[0].statements, now) if was else None
        if held is None:
            super()._hold_facts()
        else:
            self._facts = held

    def _hold_claims(self) -> None:
        """Takes in the claims; where they are those from before, as they were held."""
        before, claims = self.before, self._releases[0].claims
        if before is None or not _are_same(claims, before._releases[0].claims):
            super()._hold_claims()
            return
        self._claims, self._levels = before._claims, before._levels
        self._starts, self._near = before._starts, before._near
        self._sentences, self._parts = before._sentences, before._parts

    def work(self, name: str, do: Callable[[Evidence], Iterable[_Made]]) -> Sequence[_Made]:
        """All that work of that name gives, in its order."""
        self._at, self._out = (name, 0), []
        if self.before is not None:
            made, asked = self.before._whole[name]
            if name not in self._touched and asked.isdisjoint(self.otherwise):
                return made
            known = set(map(id, made))
            done = self._done(do)
            self.fresh += (one for one in done if id(one) not in known)
            return done
        self.asked.begin()
        made = self._done(do)
        self._whole[name] = made, frozenset(self.asked.end())
        return made

    def _done(self, do: Callable[[Evidence], Iterable[Any]]) -> list[Any]:
        """What work gives, each thing in hand before the next is asked for."""
        for made in do(self):
            self._out.append(made)
        return self._out

    def each(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The items whose work is to be done; what that of the others gave before is given."""
        name, loop = self._at
        self._at = (name, loop + 1)
        if self.before is not None:
            yield from self._again(items, self.before._units.get((name, loop), {}))
            return
        units = self._units.setdefault((name, loop), {})
        for number, item in enumerate(items):
            called = _name(item, number)
            first = len(self._out)
            self.asked.begin()
            yield item
            asked = self.asked.end() | {_own(item, called)}
            units[called] = self._out[first:]
            for key in asked:
                self._askers.setdefault(key, []).append((name, loop, called))

    def _again(
        self, items: Iterable[_Item], before: Mapping[Hashable, Sequence[Any]]
    ) -> Iterator[_Item]:
        """The items of a loop whose work is to be done, with what the others gave before."""
        loop = self._at[0], self._at[1] - 1
        stale = self._stale.get(loop, set())
        for number, item in enumerate(items):
            called = _name(item, number)
            made = before.get(called)
            if made is None or called in stale:
                yield item
            elif made:
                self._out += made

    def indexed(self, name: str, index: Mapping[_Key, _Value]) -> Mapping[_Key, _Value]:
        """The index, of which each look is noted, and what differs in it from before."""
        self._indices[name] = index
        if self.before is None:
            return Looked(index, ("index", name), self.asked)
        was = self.before._indices.get(name, {})
        keys: set[Hashable] = {
            ("index", name, key)
            for key in was.keys() | index.keys()
            if (one := was.get(key)) is not (other := index.get(key)) and one != other
        }
        self._take_in(keys)
        return index

    def _take_in(self, keys: set[Hashable]) -> None:
        """Takes in that further things are answered otherwise than before."""
        self.otherwise |= keys
        if self.before is not None:
            for name, loop, called in self.before._that_asked(keys):
                self._stale.setdefault((name, loop), set()).add(called)
                self._touched.add(name)

    def _that_asked(self, keys: Iterable[Hashable]) -> set[_Unit]:
        """The units of work that asked one of these things."""
        return {unit for key in keys for unit in self._askers.get(key, ())}

    @property
    def releases(self) -> tuple[Release, ...]:
        """Every document in hand, the subject first."""
        self.asked.note(EVERYTHING)
        return self._releases

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The subject's statements, in reading order."""
        self.asked.note(("statements",))
        return self._releases[0].statements

    @property
    def reported(self) -> tuple[Fact, ...]:
        """Every fact of the subject's statements, in their order."""
        self.asked.note(("statements",))
        return self._releases[0].facts

    @property
    def document(self) -> Document:
        """The subject's document, where a claim is looked at by the words of its own sentence."""
        if not self.asked.is_of_unit:
            self.asked.note(("prose",))
        return self._releases[0].document

    def text(self, found: Callable[[str], object]) -> str:
        """The subject's text, for work to which nothing counts but what a function finds in it."""
        self._sought.add(found)
        self.asked.note(("text", found))
        return super().text(found)

    def spanned(self) -> tuple[Table, ...]:
        """The subject's tables, for work to which nothing counts but where their words stand."""
        self.asked.note(("spanned",))
        return super().spanned()

    def dated(self) -> Release:
        """The subject, for work to which nothing counts but its words and days: no amount does."""
        self.asked.note(("dated",))
        return super().dated()

    def claims(self) -> Sequence[Claim]:
        """Every claim of the subject, in reading order."""
        self.asked.note(("claims",))
        return super().claims()

    def captions(self, statement: int) -> tuple[str, ...]:
        """The captions of the lines of a statement of the subject."""
        self.asked.note(("frame", statement))
        return super().captions(statement)

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` gives; whoever asks for it has asked all that was asked to make it."""
        if key not in self._once:
            reads = self.before._reads.get(key) if self.before is not None else None
            if key in _NOTING:
                self._once[key], _ = self.asked.of(lambda: _NOTING[key](self))
                self._reads[key] = set()
            elif self.before is not None and reads is not None and reads.isdisjoint(self.otherwise):
                self._once[key], self._reads[key] = self.before._once[key], reads
            else:
                self._once[key], self._reads[key] = self.asked.of(make)
        self.asked.note(*self._reads[key])
        return cast("_Made", self._once[key])

    @property
    def moves(self) -> NotedMoves | None:
        """The moves of lines, where anything has asked for them."""
        return self._once.get("moves")

    @property
    def computed(self) -> NotedComputed | None:
        """What numbers come to, where anything has asked for it."""
        return self._once.get("computed")

    def beside(self, claim: Claim) -> list[Claim]:
        """The subject's claims of the same sentence, the claim itself among them."""
        self.asked.note(("beside", claim.figure))
        return super().beside(claim)

    def parts_of(self, whole: int) -> list[Claim]:
        """The subject's claims that tell a part of the figure."""
        self.asked.note(("parts", whole))
        return super().parts_of(whole)

    def told_by(self, document: int, concept: str) -> list[Claim]:
        """What a document's prose tells of a concept."""
        self.asked.note(("told", concept))
        return super().told_by(document, concept)

    def told_beside(self, claim: Claim, period: Period | None) -> Quantity | None:
        """The level of the claim's concept for the period that its own paragraph tells; or None."""
        self.asked.note(("told", claim.concept))
        return super().told_beside(claim, period)

    def told(self, concept: str, period: Period | None, beside: int = -1) -> Quantity | None:
        """The level that prose tells of the concept for the period, at another figure; or None."""
        self.asked.note(("told", concept))
        return super().told(concept, period, beside)

    def facts_by(
        self, keys: Callable[[Fact], Iterable[Hashable]]
    ) -> Mapping[Hashable, Sequence[Held]]:
        """Every fact with a period under each key a function gives it; each look is noted."""
        if keys not in self._by and self.changes is not None:
            patched = self.changes.patched(keys)
            self._by |= {} if patched is None else {keys: patched}
        made = super().facts_by(keys)
        return made if self.before is not None else Looked(made, ("by", keys), self.asked)

    def told_in(self, told: Teller[_Key, _Value]) -> Sequence[Mapping[_Key, Sequence[_Value]]]:
        """What a function tells of each statement."""
        self.asked.note(("statements",))
        return super().told_in(told)

    def told_by_all(self, told: Teller[_Key, _Value]) -> Mapping[_Key, Sequence[_Value]]:
        """What a function tells of all statements; each look is noted."""
        made = super().told_by_all(told)
        return made if self.before is not None else Looked(made, ("said", told), self.asked)

    def facts(self, concept: str, dimensions: Dimensions = ()) -> Iterator[Held]:
        """Every fact of the concept with these qualifiers and a period, by period."""
        self.asked.note(*(("facts", name, dimensions) for name in told_as(concept)))
        return super().facts(concept, dimensions)

    def _at_period(self, name: str, period: Period, dimensions: Dimensions) -> Iterator[Held]:
        """Every fact of this very element for the period, those of the very days first."""
        self.asked.note(("facts", name, dimensions))
        return super()._at_period(name, period, dimensions)

    def _derived(self, concept: str, period: Period, dimensions: Dimensions) -> Quantity | None:
        """A flow as the rest of a longer one: six months less the quarter that ends or opens it."""
        self.asked.note(("facts", concept, dimensions))
        return super()._derived(concept, period, dimensions)

    def schedules(self) -> tuple[Schedule, ...]:
        """Every table of the subject that has figures, as lines and columns."""
        if self._schedules is None and self.before is not None and self.changes is not None:
            was = self.before.schedules()
            spared = {number: was[number] for number in self.changes.schedules()}
            self._schedules = tuple(schedules(self._releases[0], spared))
        return super().schedules()

    def close(self) -> None:
        """Lets go of what was kept, and of how it differs from what was before."""
        super().close()
        self.changes = None

    def footed(self, number: int) -> list[Footed]:
        """Every total of the subject's statement of that number, in every column."""
        self.asked.note(("statement", number))
        is_spared = self.changes is not None and self.changes.is_as_before(number)
        if self.before is not None and is_spared and number not in self._footed:
            self._footed[number] = self.before.footed(number)
        return super().footed(number)


_NOTING: dict[Hashable, Callable[[Watched], object]] = {
    "mentions": NotedMentions,
    "moves": NotedMoves,
    "computed": NotedComputed,
}
"""What notes by itself what is asked of it."""


def _are_same(some: Sequence[object], others: Sequence[object]) -> bool:
    """True for the very same things, in the same order."""
    return len(some) == len(others) and all(map(is_, some, others))


def _name(item: object, number: int) -> Hashable:
    """What an item is called: a number of prose by its figure, any other by its place."""
    return item if type(item) is tuple else getattr(item, "figure", number)


def _own(item: object, name: Hashable) -> Hashable:
    """What is asked by looking at an item."""
    if isinstance(item, tuple):
        return "item", name
    if isinstance(item, int):
        return "statement", name
    if isinstance(item, Schedule):
        return "schedule", name
    return ("beside" if isinstance(item, Mention) else "claim"), name
