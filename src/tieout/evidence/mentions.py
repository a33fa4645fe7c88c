"""Every number of the subject with the words it stands among, found by the digits it prints to."""

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_caption import tells_change
from tieout.evidence.mention import Mention, Role, of_claim, of_statement, of_table
from tieout.evidence.quantity import Quantity
from tieout.lexicon.things import base_of
from tieout.model.amount import Amount, change, has_size, printed_to
from tieout.model.claim import Claim
from tieout.model.period import Period
from tieout.model.statement import Fact
from tieout.model.unit import UNSAID, Unit

MOST, _MOST_PAIRS = 64, 64
"""So many mentions of one number are kept, and lines compared between so many pairs of periods."""
_FEW = 8
"""Other numbers of a sentence that are held by themselves."""
Part: TypeAlias = tuple[str, int]
"""A claim by its figure, a statement or a table by its number."""
Printed: TypeAlias = tuple[Unit, Role, int]
"""In what figures are counted, in which role, and to which power of ten they are printed."""
ChangeOf: TypeAlias = tuple[Unit, int, Period, Period]
"""In what a change is counted and to which power of ten it is printed, when, and since when."""
Place: TypeAlias = tuple[int, int]
"""A line or a column of a table, or a claim, by numbers."""
Changed: TypeAlias = tuple[Mention, Mention]
"""A line's number now and before."""


class _Rarity(dict[str, int]):
    """How seldom words are; each is counted where it is first asked for."""

    def __init__(self, places: tuple[Counter[str], int], fewest: int, most: int) -> None:
        """Of words that stand in these places."""
        super().__init__()
        self._places, self._fewest, self._most = places, fewest, most

    def __missing__(self, word: str) -> int:
        """How seldom it is."""
        lines, places = _standing(word, *self._places)
        share = max(1, max(places, self._fewest) // lines)
        self[word] = min(self._most, share.bit_length() - 1)
        return self[word]


def _standing(word: str, counts: Counter[str], places: int) -> tuple[int, int]:
    """In how many places a word stands, one at least, and of how many."""
    return max(1, counts[word]), places


class Mentions:
    """All numbers of the subject, in statements and in prose."""

    def __init__(self, evidence: Evidence) -> None:
        """The mentions of the evidence's subject."""
        self._evidence = evidence
        self.parts = self._parts(evidence)
        self._all = tuple(chain.from_iterable(self.parts.values()))
        self._printed: dict[Printed, dict[int, list[Mention]]] = {}
        self._changed: dict[ChangeOf, dict[int, list[Changed]]] = {}
        self.paired: dict[tuple[Period, Period], list[Changed]] = {}
        self._levels: dict[Period, dict[tuple[int, int], Mention]] = {}
        self._rarity: dict[tuple[int, int], _Rarity] = {}
        self._senses: dict[int, int] = {}
        self._kinds: dict[Hashable, int] = {}

    @property
    def claims(self) -> tuple[Mention, ...]:
        """Every claim of prose."""
        return tuple(one for one in self._all if one.claim is not None)

    def _parts(self, evidence: Evidence) -> dict[Part, tuple[Mention, ...]]:
        """The mentions of each claim, each statement, and each table that is none."""
        release = evidence.subject
        claimed = {statement.table for statement in release.statements}
        made: dict[Part, tuple[Mention, ...]] = {
            ("claim", claim.figure): tuple(of_claim(evidence, claim)) for claim in release.claims
        }
        for number, statement in enumerate(release.statements):
            made["statement", number] = tuple(of_statement(statement))
        for table in release.tables:
            if table.number not in claimed and table.headers:
                made["table", table.number] = tuple(of_table(release, table))
        return made

    @cached_property
    def _places(self) -> tuple[Counter[str], int]:
        """In how many lines and claims each word stands, and how many there are."""
        return words_in(self._all)

    def places(self, word: str) -> tuple[int, int]:
        """In how many lines and claims a word stands, one at least, and of how many."""
        return _standing(word, *self._places)

    def rarity(self, fewest: int, most: int) -> Mapping[str, int]:
        """How seldom each word is, in halvings of the lines and claims, which are so many at least.

        Of so many at most, by the word: any word has a place in it.
        """
        if (fewest, most) not in self._rarity:
            self._rarity[fewest, most] = _Rarity(self._places, fewest, most)
        return self._rarity[fewest, most]

    @cached_property
    def _by_place(self) -> dict[tuple[int, int], list[Mention]]:
        """The mentions of each line, and each claim by itself."""
        return placed(self._all)

    def at(self, place: tuple[int, int]) -> Sequence[Mention]:
        """Every mention of a line; of a claim's place the claim alone."""
        return self._by_place.get(place, ())

    def lines(
        self, tables: Container[int] | None = None
    ) -> Iterator[tuple[Place, Sequence[Mention]]]:
        """The mentions of each line of a table, of some or of all, each of its figures once."""
        for place, line in self._by_place.items():
            if (tables is None or place[0] in tables) and line[0].column >= 0:
                yield place, list({one.figure: one for one in line}.values())

    def columns(self) -> Mapping[Place, Sequence[Mention]]:
        """The mentions of each column of a table, those in captions left out."""
        return columns_of(dict(self.lines()))

    def beside(self, mention: Mention) -> Iterator[Mention]:
        """The other claims of a claim's sentence."""
        told = mention.claim
        for one in self._evidence.beside(told) if told is not None else ():
            if one.figure != mention.figure:
                yield from self.at((-1, one.figure))

    def is_contradicted(self, claim: Mention, other: Mention) -> bool:
        """True where the line has another number for what the sentence tells of another time."""
        line = [one for one in self.at(other.place) if one.role == "level" and one.period]
        for one in self.beside(claim):
            if one.named == claim.named and one.role == "level" and one.period is not None:
                then = [cell for cell in line if cell.period and cell.period.is_near(one.period)]
                told = abs(one.amount)
                if then and not any(has_size(cell.amount, told) for cell in then):
                    return True
        return False

    def printed(self, amount: Amount, role: Role) -> Sequence[Mention]:
        """Every mention in that role that prints as the amount, whatever its sign."""
        return self.by_print((amount.unit, role, amount.exponent)).get(abs(amount.mantissa), ())

    def by_print(self, key: Printed) -> dict[int, list[Mention]]:
        """The mentions in a role that are so counted, by what they print to, found once."""
        if key not in self._printed:
            self._printed[key] = self._by_print(key)
        return self._printed[key]

    def _by_print(self, key: Printed) -> dict[int, list[Mention]]:
        """Every mention in that role by the digits that it prints to, the first of each."""
        unit, role, exponent = key
        alike = [
            one
            for (own, finest), held in self._by_kind.items()
            if finest <= exponent and _counts_alike(own, unit)
            for one in held
            if _may_be(one[1], role)
        ]
        found: dict[int, list[Mention]] = {}
        for _, one in sorted(alike):
            mantissa = abs(printed_to(one.amount, exponent).mantissa)
            held = found.setdefault(mantissa, [])
            if len(held) < MOST:
                held.append(one)
        return found

    def sense(self, mention: Mention) -> int:
        """The same number for all of these mentions that the same is said of, whatever they are."""
        at = id(mention)  # which is its own as long as it is one of these
        if at not in self._senses:
            kind = _said_of(mention)
            self._senses[at] = self._kinds.setdefault(kind, len(self._kinds))
        return self._senses[at]

    @cached_property
    def _by_kind(self) -> dict[tuple[Unit, int], list[tuple[int, Mention]]]:
        """The mentions, numbered, by what they count and their precision."""
        found: dict[tuple[Unit, int], list[tuple[int, Mention]]] = {}
        for number, one in enumerate(self._all):
            key = (one.amount.unit, one.amount.exponent)
            found.setdefault(key, []).append((number, one))
        return found

    def changed(self, reading: Claim) -> Mapping[int, Sequence[Changed]]:
        """Every line's change between the two periods of a claim, by what it prints to.

        In percent of the number before where the claim is, else in the line's own unit. Empty
        where a period is not named, and after so many pairs of periods.
        """
        told, period, against = reading.amount, reading.period, reading.against
        if period is None or against is None:
            return {}
        return self.by_change((told.unit, told.exponent, period, against))

    def by_change(self, key: ChangeOf) -> dict[int, list[Changed]]:
        """Every line's change from one period to another, by what it prints to, found once."""
        if key not in self._changed:
            self._changed[key] = self._by_change(key)
        return self._changed[key]

    def _by_change(self, key: ChangeOf) -> dict[int, list[Changed]]:
        """The same, found."""
        found: dict[int, list[Changed]] = {}
        for pair in self._between(*key[2:]):
            mantissa = change_printed(pair, key)
            if mantissa is not None:
                held = found.setdefault(mantissa, [])
                held += [pair] if len(held) < MOST else []
        return found

    def _between(self, period: Period, against: Period) -> list[Changed]:
        """Every line's number for one period and the other, neither nil and both of one sign."""
        key = (period, against)
        if key not in self.paired and len(self.paired) < _MOST_PAIRS:
            then, earlier = self._levels_of(period), self._levels_of(against)
            self.paired[key] = [
                (now, before)
                for place in self._lines_of_facts
                if (now := then.get(place)) and (before := earlier.get(place))
                if _is_moved(now, before)
            ]
        return self.paired.get(key, [])

    @cached_property
    def _lines_of_facts(self) -> list[tuple[int, int]]:
        """The places of the lines of statements that have more numbers than one."""
        return [
            place
            for place, line in self._by_place.items()
            if len(line) > 1 and isinstance(line[0].told, Fact)
        ]

    def _levels_of(self, period: Period) -> dict[tuple[int, int], Mention]:
        """The first level of each line of a statement for a period."""
        if period not in self._levels:
            found: dict[tuple[int, int], Mention] = {}
            near: dict[int, bool] = {}  # a statement's columns have their periods in common
            for place in self._lines_of_facts:
                for one in self._by_place[place]:
                    then = one.period
                    if then is None or one.role != "level":
                        continue
                    if id(then) not in near:
                        near[id(then)] = then.is_near(period)
                    if near[id(then)]:
                        found[place] = one
                        break
            self._levels[period] = found
        return self._levels[period]

    def of(self, claim: Claim) -> Mention | None:
        """The mention that a claim is; None for one in the rows of a table."""
        return next(iter(self.at((-1, claim.figure))), None)

    def quantity(self, mention: Mention) -> Quantity:
        """The mention as a number in hand."""
        if isinstance(mention.told, Quantity):
            return mention.told
        if isinstance(mention.told, Claim):
            return self._evidence.of_claim(0, mention.told)
        return self._evidence.of_fact(0, mention.told)


def _said_of(mention: Mention) -> Hashable:
    """What is said of a number: the words that may speak of it, its time, and its sentence's."""
    words = mention.named, mention.near, mention.wide, mention.scope
    told = mention.claim
    if told is None:
        return *words, mention.period, mention.is_known
    beside = told.against, told.dimensions, told.direction
    others: Hashable = mention.others
    if len(mention.amounts) > _FEW:  # a set of its own for each number of a long sentence
        others = mention.amounts, abs(mention.amount), mention.is_repeated
    return *words, mention.period, told.is_assumed, others, beside


def mentions(evidence: Evidence) -> Mentions:
    """The mentions of the evidence's subject, made once."""
    return evidence.once("mentions", lambda: Mentions(evidence))


def placed(mentions: Iterable[Mention]) -> dict[Place, list[Mention]]:
    """The mentions of each place."""
    found: dict[Place, list[Mention]] = {}
    for one in mentions:
        found.setdefault(one.place, []).append(one)
    return found


def words_in(mentions: Iterable[Mention]) -> tuple[Counter[str], int]:
    """In how many places each word stands, and how many there are."""
    said: dict[Place, frozenset[str]] = {}
    for one in mentions:
        said[one.place] = said.get(one.place, frozenset()) | one.near
    return Counter(word for words in said.values() for word in words), len(said)


def columns_of(lines: Mapping[Place, Sequence[Mention]]) -> dict[Place, list[Mention]]:
    """The mentions of each column of lines, those in captions left out."""
    found: dict[Place, list[Mention]] = {}
    for (table, _), line in lines.items():
        for one in line:
            if not (isinstance(one.told, Fact) and one.told.in_caption):
                found.setdefault((table, one.column), []).append(one)
    return found


def as_printed(mention: Mention, key: Printed) -> int | None:
    """What a mention prints to where figures are so counted, in the role; None for another."""
    unit, role, exponent = key
    told = mention.amount
    if told.exponent > exponent or not _counts_alike(told.unit, unit) or not _may_be(mention, role):
        return None
    return abs(printed_to(told, exponent).mantissa)


def change_printed(pair: Changed, key: ChangeOf) -> int | None:
    """What a line's change prints to, in percent or in its own unit; None in another."""
    unit, exponent = key[:2]
    now, before = pair
    if not unit.is_pure and now.amount.unit != unit:
        return None
    return change(now.amount, before.amount, exponent, is_share=unit.is_pure)


def between(line: Sequence[Mention], period: Period, against: Period) -> Changed | None:
    """A line's number for one period and the other, neither nil and both of one sign."""
    if len(line) < 2 or not isinstance(line[0].told, Fact):
        return None
    now = _of(line, period)
    before = _of(line, against) if now is not None else None
    if now is None or before is None:
        return None
    return (now, before) if _is_moved(now, before) else None


def _of(line: Sequence[Mention], period: Period) -> Mention | None:
    """The first level of a line for a period; None for none."""
    return next(
        (
            one
            for one in line
            if one.role == "level" and one.period is not None and one.period.is_near(period)
        ),
        None,
    )


def _is_moved(now: Mention, before: Mention) -> bool:
    """True for two numbers counted alike, neither nil and both of one sign."""
    one, other = now.amount, before.amount
    return one.unit == other.unit and one.mantissa * other.mantissa > 0


def _counts_alike(printed: Unit, told: Unit) -> bool:
    """True where what a table counts in one unit may be told in the other.

    What nothing says the unit of may be anything but a rate, and a price "of $76" is one for each.
    """
    if printed is told:
        return True
    if printed.is_physical and told.is_physical:
        alike = base_of(printed.text) == base_of(told.text)  # "Tons sold" and "8.4 million tons"
        return alike and printed.currency == told.currency
    is_price = printed.per != "" and not printed.is_per_share and printed.currency == told.currency
    return (printed is UNSAID and not told.is_rate) or (is_price and told.is_money)


def _may_be(mention: Mention, role: Role) -> bool:
    """True for a mention in the role; a line of percentages of growth has both."""
    if mention.role == role:
        return True
    told = mention.told
    return role == "change" and not isinstance(told, Claim) and tells_change(told.caption)
