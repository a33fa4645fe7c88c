"""The words that every output of a package says the same things with."""

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct, structs

from tieout.model.check import Ref, Severity
from tieout.model.claim import Claim
from tieout.model.package import Cause, Cell, Difference, Package, Row, Standing
from tieout.model.registrant import registrant
from tieout.model.relation import is_of_one_quarter
from tieout.model.workpaper import Workpaper
from tieout.packages.figures import Figures
from tieout.proof.powers import is_at_another_power
from tieout.reports._places import Places
from tieout.reports._words import company, counted, described

SIGNS: dict[Standing, str] = {
    "agrees": "\u2713",
    "rounds": "\u2248",
    "differs": "\u2717",
    "open": "?",
    "": "\u2013",
}
"""A shape for each way a document stands in a row, so that none is told by colour alone."""

MEANINGS: dict[Standing, str] = {
    "agrees": "the same in every document that states it",
    "rounds": "the same, rounded to fewer digits than another document prints",
    "differs": "not as other documents state it",
    "open": "another amount than other documents print, and nothing proves which is right",
    "": "not stated, or not for this period and measure",
}

_MOST = 4
"""So many documents are named one by one, and so many figures of a cell."""


class Told(Struct, frozen=True, gc=False):
    """One figure of a finding: which document states it, how, and where; and which others do."""

    document: str
    text: str
    place: str
    also: str = ""

    @property
    def where(self) -> str:
        """The document, the place in it, and the other documents, in words."""
        also = f"; also in {self.also}" if self.also else ""
        return f"{self.document}, {self.place}{also}"


class Finding(Struct, frozen=True, gc=False):
    """A cause as a reader is told of it: what it is, why it is believed, what stands where.

    Of each pair in `figures` the first is the odd one, and the second what others state.
    """

    severity: Severity
    title: str
    why: str
    figures: tuple[tuple[str, Told, Told], ...]


class Words:
    """A package in words."""

    def __init__(self, package: Package) -> None:
        """The words of this package."""
        self.package = package
        self.figures = Figures(package.releases)
        self._places = Places(Workpaper(package.releases, (), ()))

    def title(self) -> str:
        """Whose documents they are, and how many."""
        releases = self.package.releases
        named = next((one for one in releases if registrant(one).is_named), releases[0])
        return f"{company(named)}: {counted(len(releases), 'document')}"

    def documents(self) -> list[str]:
        """Every document by its number: its name, and what it is."""
        told = []
        first = self.package.releases[0]
        for number, release in enumerate(self.package.releases, 1):
            words = f"{number}  {release.document.name}: {described(release)}"
            if not registrant(first).may_be(registrant(release)):
                words += f"; it names another company, {registrant(release).name}"
            elif first.calendar and release.calendar and not is_of_one_quarter(first, release):
                words += "; it announces another quarter than the first document"
            told.append(words)
        for copy, of in self.package.copies:
            told.append(f"   {copy} is {of} itself, byte for byte, and left out")
        return told

    def summary(self) -> str:
        """How the documents stand to one another, in a sentence."""
        found, counts = self.package.causes, self.package.counts
        told = f"{counted(counts['rows'], 'figure')} in more than one document"
        if not counts["rows"]:
            return "No figure was found in more than one of the documents."
        unlike = f"; {counted(counts['open'], 'figure')} to look at" if counts["open"] else ""
        if not found:
            return f"{told}: nothing {'is proven to differ' if unlike else 'differs'}{unlike}."
        differ = f"{counted(counts['differs'], 'figure')} differ{'s' * (counts['differs'] == 1)}"
        return f"{told}: {differ}, for {_causes(len(found))}{unlike}."

    def findings(self) -> list[Finding]:
        """Every cause in words."""
        return [self._finding(cause) for cause in self.package.causes]

    def leads(self) -> list[Finding]:
        """Every lead in words, with why it may be right."""
        made = []
        for one in self.package.leads:
            told = self._finding(Cause("figure", (one,)))
            made.append(structs.replace(told, why=one.check.reason))
        return made

    def caption(self, row: Row) -> str:
        """What a row is of, and when."""
        ref = next(
            Ref(document, figure)
            for document, cell in enumerate(row.cells)
            for figure in cell.figures
        )
        claim = self.figures.claim(ref)
        words = row.caption or "figure"
        words = f"{words[0].upper()}{words[1:]}{_measured(claim)}"
        return f"{words}, {row.period.spoken()}" if row.period is not None else words

    def texts(self, document: int, cell: Cell) -> dict[str, bool]:
        """What a document prints in a row, each way once, and whether that differs; this first."""
        told: dict[str, bool] = {}
        for figure, is_odd in self._first(cell):
            told.setdefault(self.figures.text(Ref(document, figure)), is_odd)
        return told

    def places(self, document: int, cell: Cell) -> str:
        """Where a document prints what it states in a row, in the fewest words."""
        refs = (Ref(document, figure) for figure, _ in self._first(cell))
        return "; ".join(dict.fromkeys(self._place(ref, is_brief=True) for ref in refs))

    @staticmethod
    def _first(cell: Cell) -> Iterator[tuple[int, bool]]:
        """The first figures of a cell, those that differ before the others."""
        odd = frozenset(cell.odd)
        others = (figure for figure in cell.figures if figure not in odd)
        yield from ((figure, True) for figure in cell.odd[:_MOST])
        yield from ((figure, False) for figure in islice(others, _MOST))

    def alone(self, document: int) -> list[str]:
        """What only this document states, each with its figure and place."""
        return [
            f"{self._caption(ref)}: {self.figures.text(ref)} ({self._place(ref, is_brief=True)})"
            for ref in (Ref(document, one) for one in self.package.alone[document])
        ]

    def told(self, ref: Ref) -> Told:
        """A figure with its document and its place."""
        name = self.package.releases[ref.document].document.name
        return Told(name, self.figures.text(ref), self._place(ref))

    def _finding(self, cause: Cause) -> Finding:
        """A cause in words."""
        pairs = tuple(
            (self._named(one), self.told(one.odd), self._others(one)) for one in cause.differences
        )
        return Finding(cause.severity, self._title(cause), self._why(cause), pairs)

    def _title(self, cause: Cause) -> str:
        """What a cause is, in a sentence."""
        names = _listed([self.package.releases[one].document.name for one in cause.documents])
        first, count = cause.differences[0], len(cause.differences)
        if cause.kind == "exchanged":
            return f"{names}: two periods are exchanged ({counted(count, 'figure')})"
        if cause.kind == "table":
            table = self._places.place(first.odd).title
            of = f" \u201c{table}\u201d" if table else ""
            return (
                f"{names}: {count} figures of one table{of} are not as in the other documents; "
                "the table may be of an earlier draft"
            )
        if cause.kind == "offset":
            return f"{names}: {count} figures are off by the same amount{self._size(first)}"
        told = self._named(first)
        if cause.kind == "copied":
            return f"{names}: {told} is not as in the other documents, in each the same"
        return f"{names}: {told} is not as in the other documents"

    def _size(self, one: Difference) -> str:
        """By how much a figure is off."""
        size = one.check.difference.lstrip("\u2212")
        return f", {size}" if size else ""

    def _why(self, cause: Cause) -> str:
        """Why a cause is believed, and what it looks like."""
        said = []
        for one in cause.differences[:1]:
            odd, right = self.figures.amount(one.odd), self.figures.amount(one.other)
            is_alike = odd is not None and right is not None and odd.unit == right.unit
            if is_alike and odd and right and is_at_another_power(abs(odd), abs(right).value):
                is_more = abs(odd).value > abs(right).value
                said.append(f"the same digits, with {'more' if is_more else 'fewer'} places")
            ground = one.check.ground
            if ground is not None and ground.says and one.odd == one.check.subject:
                said.append(ground.says)
        return "; ".join(said)

    def _others(self, one: Difference) -> Told:
        """What the other documents state: where the first of them does, and which others do."""
        told = self.told(one.other)
        if one.row < 0:
            return structs.replace(told, text=one.check.expected or told.text)
        amount = self.figures.amount(one.other)
        held: dict[int, Ref] = {}
        for number, cell in enumerate(self.package.rows[one.row].cells):
            for figure in cell.figures if not cell.odd else ():
                ref = Ref(number, figure)
                if self.figures.amount(ref) == amount:
                    held.setdefault(number, ref)
        told = self.told(held.get(min(held, default=-1), one.other))
        others = [self.package.releases[number].document.name for number in sorted(held)[1:]]
        return structs.replace(told, also=_listed(others))

    def _named(self, one: Difference) -> str:
        """What a figure that differs is of."""
        if one.row >= 0:
            return self.caption(self.package.rows[one.row])
        return self._caption(one.odd)

    def _caption(self, ref: Ref) -> str:
        """What a figure is of, and when."""
        return self._places.caption(ref) or "a figure"

    def _place(self, ref: Ref, *, is_brief: bool = False) -> str:
        """Where in its document a figure stands."""
        place = structs.replace(self._places.place(ref), document="")
        return place.brief if is_brief else place.words


def _measured(claim: Claim | None) -> str:
    """What a claim tells of its line, where that is not the line's own number; and since when."""
    if claim is None or claim.form not in _MEASURED:
        return ""
    since = f" since {claim.against.spoken()}" if claim.against is not None else ""
    return f", {_MEASURED[claim.form]}{since}"


_MEASURED = {"change": "change", "percent_change": "change in percent", "ratio": "ratio"}


def _causes(number: int) -> str:
    """So many causes."""
    return "one cause" if number == 1 else f"{number:,} causes"


def _listed(names: Sequence[str]) -> str:
    """Names in a row: "a, b and c"; of many the first ones, and how many more."""
    told = list(names)
    if len(told) > _MOST:
        told = [*told[: _MOST - 1], f"{len(told) - _MOST + 1} more"]
    return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else "".join(told)


def shown(package: Package, most: int) -> Iterator[tuple[int, Row]]:
    """The rows that a short report shows, with their numbers: headlines and what differs first."""
    numbered = list(enumerate(package.rows))
    first = [
        one for one in numbered if one[1].is_headline or one[1].standing in ("differs", "open")
    ]
    known = {number for number, _ in first}
    rest = [one for one in numbered if one[0] not in known]
    rest.sort(key=lambda one: one[1].standing == "agrees")  # what only rounds is told before
    yield from sorted([*first, *rest[: max(0, most - len(first))]], key=_number)


def _number(numbered: tuple[int, Row]) -> int:
    """The number of a row."""
    return numbered[0]
