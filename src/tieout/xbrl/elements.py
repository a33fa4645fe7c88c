"""Which XBRL element each line of a release reports: one meaning, one type, one period type each.

A concept that a document uses for two things (a balance and a flow of one caption, two lines
that both say "Other") needs two elements, since a fact's element, period and qualifiers are all
that tells it from another.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.lexicon.ifrs import reported, side
from tieout.lexicon.labels import extension, known
from tieout.model.amount import same
from tieout.model.period import Period
from tieout.model.statement import Dimensions, Fact
from tieout.model.unit import PURE, SHARES, Unit
from tieout.model.workpaper import Release
from tieout.patterns import pattern

ItemType: TypeAlias = Literal["monetary", "shares", "per share", "pure", "decimal"]
_EITHER = pattern(r"ProvidedByUsedIn|PeriodIncreaseDecrease")
"""Flows of cash either way, which the official taxonomy gives no side."""
_MOST = 1000
_KINDS: dict[Unit, ItemType] = {SHARES: "shares", PURE: "pure"}

Context: TypeAlias = tuple[Period, Dimensions, Unit]
"""What a fact's number holds for besides its element: period, qualifiers and unit."""


class Element(Struct, frozen=True):
    """An element to declare: `name` with its prefix ("us-gaap:Assets", "ext:Backlog")."""

    name: str
    kind: ItemType
    instant: bool
    balance: Literal["debit", "credit", ""] = ""
    label: str = ""

    @property
    def id(self) -> str:
        """What links point at: the prefix and the name around an underscore, as is customary."""
        return self.name.replace(":", "_")

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.partition(":")[2]

    @property
    def is_standard(self) -> bool:
        """True for an official element, false for one made for this release."""
        return not self.name.startswith("ext:")


class Elements(Struct, frozen=True):
    """The elements of a release's lines, and the facts reported under them, in reading order.

    Facts without a period are not among `facts`: XBRL has no place for them.
    """

    declared: tuple[Element, ...]
    facts: tuple[tuple[Element, Fact], ...]


def elements_of(release: Release, told: Release | None = None) -> Elements:
    """The elements of every fact with a period; `told` is the release in the names outside.

    Lines share an element where they report one concept and no context tells them apart by
    number; the first line takes the concept's own name, the next ones names of their captions.
    """
    lines: dict[tuple[int, int, str, ItemType, bool, bool], list[Fact]] = {}
    outside = (reported(release) if told is None else told).facts
    for inner, fact in zip(release.facts, outside, strict=True):
        if fact.period is not None:
            kind, instant = item_type(fact.amount.unit), fact.period.is_instant
            key = (fact.statement, fact.line, inner.concept, kind, instant, fact.in_caption)
            lines.setdefault(key, []).append(fact)
    taken: dict[str, tuple[Element, dict[Context, Fact]]] = {}
    homes: dict[int, Element] = {}
    for (_, _, concept, *_), facts in lines.items():
        for element in _candidates(concept, facts[0]):
            held, said = taken.setdefault(element.name, (element, {}))
            if (held.kind, held.instant) == (element.kind, element.instant) and _fits(said, facts):
                for fact in facts:
                    said.setdefault(context_of(fact), fact)
                    homes[id(fact)] = held
                break
    return Elements(
        tuple(element for element, said in taken.values() if said),
        tuple((homes[id(fact)], fact) for fact in outside if id(fact) in homes),
    )


def context_of(fact: Fact) -> Context:
    """The period, qualifiers and unit of a fact that has a period."""
    assert fact.period is not None
    return fact.period, fact.dimensions, fact.amount.unit


def item_type(unit: Unit) -> ItemType:
    """The type of an element whose facts have the unit."""
    if unit.is_per_share:
        return "per share"
    return "monetary" if unit.is_money else _KINDS.get(unit, "decimal")


def _candidates(concept: str, fact: Fact) -> Iterator[Element]:
    """The elements the line of a fact of a concept may take, best first."""
    kind, instant = item_type(fact.amount.unit), bool(fact.period and fact.period.is_instant)
    own = known(concept)
    if not own.is_known or (own.instant, item_type(own.unit)) == (instant, kind):
        balance = own.side if fact.concept == concept else side(fact.concept)
        if kind != "monetary" or _EITHER.search(fact.concept):
            balance = ""
        yield Element(_legal(fact.concept), kind, instant, balance, fact.caption)
    made = _legal(extension(fact.caption).name)
    for number in range(1, _MOST):
        name = made if number == 1 else f"{made}{number}"
        yield Element(name, kind, instant, "", fact.caption)


def _legal(name: str) -> str:
    """The name as XML allows it: none begins with a digit."""
    prefix, _, local = name.partition(":")
    return f"{prefix}:Line{local}" if local[:1].isdigit() else name


def _fits(said: Mapping[Context, Fact], facts: list[Fact]) -> bool:
    """True where the facts may be reported under an element that already reports others.

    A number told twice is told alike; two lines of one statement are two things.
    """
    others = {(one.statement, one.line) for one in said.values()}
    mine = {(one.statement, one.line) for one in facts}
    if any(statement == other for statement, _ in mine for other, _ in others - mine):
        return False
    return all(
        same(told.amount, fact.amount).outcome != "differs"
        for fact in facts
        if (told := said.get(context_of(fact))) is not None
    )
