"""A number of the subject where it stands, in prose or in a table, with the words around it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_caption import OWNED
from tieout.evidence.printed import of_rate, unit_of_cell
from tieout.evidence.quantity import Quantity, Style
from tieout.lexicon.captions import words_of
from tieout.lexicon.labels import UNNAMED
from tieout.lexicon.periods import NOTHING, period_of, period_words
from tieout.lexicon.units import powers_of
from tieout.model.amount import Amount
from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.model.document import Document
from tieout.model.figure import Figure
from tieout.model.period import Period
from tieout.model.statement import Dimensions, Fact, Statement
from tieout.model.table import Table
from tieout.model.workpaper import Release

Role: TypeAlias = Literal["level", "change", "range"]
"""What a number is: how much there is, by how much it moved, or what is expected."""

_ROLES: dict[str, Role] = {"change": "change", "percent_change": "change", "range": "range"}
_CHANGES = frozenset(["change", "percent change"])
_COUNTED = frozenset(["amount", "percent"])
_APPENDED = frozenset(["", "or", "or about", "or approximately", "representing"])
_BAR, _BARS = "|", 2


class Mention(Struct, frozen=True, gc=False):
    """A number of the subject where it stands, and the words that may speak of it.

    `named` are the words that name it: a cell's caption, a claim's noun. `near` are those beside
    it too, up to the figures before and after it; `wide` all that may speak of it: the sentence
    and its segment, or a cell's section, title and header. `scope` are the words of what
    sets a cell apart from the company's own. `beside` are the numbers before and
    after it in its sentence, None where there is none, and `amounts` all of it, without their
    signs; `is_repeated` is true of one that it has again;
    `is_appended` is true of one that says the number before it in another way: "or 3%".
    `told` is the claim or fact that it is, or the number of a table that is no statement, whose
    unit nothing says. `column` is the number of a cell's column; `is_total` is true of a cell that
    its caption or a sum makes one, `is_of_all` of one in a column headed "Total". `sentence` is the
    first claim's figure of a claim's sentence.
    """

    figure: int
    amount: Amount
    role: Role
    period: Period | None
    named: frozenset[str]
    near: frozenset[str]
    wide: frozenset[str]
    place: tuple[int, int]
    told: Claim | Fact | Quantity
    scope: frozenset[str] = frozenset()
    beside: tuple[Figure | None, Figure | None] = (None, None)
    amounts: frozenset[Amount] = frozenset()
    is_repeated: bool = False
    is_appended: bool = False
    column: int = -1
    is_total: bool = False
    is_of_all: bool = False
    sentence: int = -1

    @property
    def claim(self) -> Claim | None:
        """The claim of prose that the number is; None for a figure of a table."""
        return self.told if isinstance(self.told, Claim) else None

    @property
    def others(self) -> frozenset[Amount]:
        """The other numbers of its sentence, without their signs."""
        return self.amounts if self.is_repeated else self.amounts - {abs(self.amount)}

    @property
    def is_known(self) -> bool:
        """True where it is known what it is counted in."""
        return not isinstance(self.told, Quantity)

    @property
    def is_assumed(self) -> bool:
        """True where no words of its own name its period."""
        return isinstance(self.told, Claim) and self.told.is_assumed


def of_claim(evidence: Evidence, claim: Claim) -> Iterator[Mention]:
    """The mention that a claim of prose is; none in the rows of a table that is not read as one."""
    document = evidence.document
    text = claim.sentence.of(document.text)
    words = evidence.once((of_claim, text), lambda: _said(text))
    if words is None:
        return
    noun = noun_of(claim)
    segment = words_of(*(member for _, member in claim.dimensions))
    told = evidence.beside(claim)
    own, amounts = abs(claim.amount), frozenset(abs(one.amount) for one in told)
    before, after = _neighbours(document, claim)
    yield Mention(
        claim.figure,
        claim.amount,
        _ROLES.get(claim.form, "level"),
        claim.period,
        noun,
        _with(words_of(_around(document, claim, before, after)), noun),
        _with(words, noun | segment),
        (-1, claim.figure),
        claim,
        segment,
        (before, after),
        evidence.once((of_claim, amounts), lambda: amounts),  # one of each: a sentence may be long
        any(abs(one.amount) == own for one in told if one is not claim),
        before is not None and _joint(document, claim, before) in _APPENDED,
        sentence=told[0].figure if told else claim.figure,
    )


def _with(words: frozenset[str], more: frozenset[str]) -> frozenset[str]:
    """The words and some more; the very same where all are among them."""
    return words if more <= words else words | more


def _said(sentence: str) -> frozenset[str] | None:
    """The telling words of a sentence; None for rows of a table that is not read as one."""
    return words_of(sentence) if sentence.count(_BAR) <= _BARS else None


def noun_of(claim: Claim) -> frozenset[str]:
    """The telling words of what a claim is of; none where nothing names it."""
    return words_of(claim.caption) if claim.concept != UNNAMED else frozenset()


def _neighbours(document: Document, claim: Claim) -> tuple[Figure | None, Figure | None]:
    """The numbers before and after a claim's own in its sentence."""
    before: Figure | None = None
    for number in document.figures_in(claim.sentence.start, claim.sentence.end):
        figure = document.figures[number]
        if figure.kind in _COUNTED and number < claim.figure:
            before = figure
        elif figure.kind in _COUNTED and number > claim.figure:
            return before, figure
    return before, None


def _joint(document: Document, claim: Claim, before: Figure) -> str:
    """The words between the claim's own number and the one before it."""
    between = document.text[before.end : document.figures[claim.figure].start]
    return between.strip(" ,($").lower()


def _around(document: Document, claim: Claim, before: Figure | None, after: Figure | None) -> str:
    """The words from the number before the claim's own in its sentence to the one after it."""
    own = document.figures[claim.figure]
    start = before.end if before is not None else claim.sentence.start
    end = after.start if after is not None else claim.sentence.end
    return f"{document.text[start : own.start]} {document.text[own.end : end]}"


def of_statement(statement: Statement) -> Iterator[Mention]:
    """Every figure of a statement."""
    around: dict[tuple[object, ...], frozenset[str]] = {}
    of_all = [_is_of_all(column.header) for column in statement.columns]
    totals = [line.is_total or line.is_called_total for line in statement.lines]
    for fact in statement.facts:
        named, loose, scope = _called(fact.caption, fact.dimensions)
        column, section = statement.columns[fact.column], statement.lines[fact.line].section
        key = (section, fact.column, loose)
        if key not in around:
            around[key] = _words(section, statement.title, column.header, *loose)
        named = named or _words(section or statement.title)
        yield Mention(
            fact.figure,
            fact.amount,
            "change" if column.measure in _CHANGES else "level",
            fact.period,
            named,
            named,
            named | around[key],
            (fact.statement, fact.line),
            fact,
            scope,
            column=fact.column,
            is_total=totals[fact.line],
            is_of_all=of_all[fact.column],
        )


def of_table(release: Release, table: Table) -> Iterator[Mention]:
    """Every figure of a table that no statement kind claims, with the words of row and column.

    Where nothing says the table's scale, at each that it may have.
    """
    titles = [span.of(release.document.text) for span in table.titles]
    periods = [
        period_of(period_words(one.text), NOTHING, release.calendar, instant=None)
        for one in table.headers
    ]
    over = [*titles, *(one.text for one in table.headers)]
    for number, row in enumerate(table.rows):
        named = _words(row.caption) or _words(*(one for one in titles if one[:1] != "("))
        place = (-1 - table.number, number)
        powers = powers_of(row.caption, over)
        for column, cell in enumerate(row.readings):
            if cell.kind != "number":
                continue
            headed = _words(table.headers[column].text)
            rate = of_rate(cell)
            for power in (0,) if rate else dict.fromkeys((0, *powers)):
                amount = cell.amount.times_power(power).in_unit(unit_of_cell(cell))
                style = rate or Style("", power)
                ref = (Ref(0, cell.figure),)
                known = Quantity(amount, ref, amount, row.caption, periods[column], style)
                yield Mention(
                    cell.figure,
                    amount,
                    "level",
                    periods[column],
                    named,
                    named | headed,
                    named | headed | _words(*titles),
                    place,
                    known,
                    column=column,
                    is_total=not _words(row.caption),
                    is_of_all=_is_of_all(table.headers[column].text),
                )


def _is_of_all(header: str) -> bool:
    """True for the header of a column of totals, which has no telling words."""
    return bool(header.strip()) and not _words(header)


@lru_cache(maxsize=4096)
def _called(
    caption: str, dimensions: Dimensions
) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """The words that name a fact, the members that may go without saying, and those of all."""
    owned = tuple(member for axis, member in dimensions if axis in OWNED)
    loose = tuple(member for axis, member in dimensions if axis not in OWNED)
    return _words(caption, *owned), loose, _words(*owned, *loose)


@lru_cache(maxsize=8192)
def _words(*texts: str) -> frozenset[str]:
    """The telling words of a caption, and of what stands over it."""
    return words_of(*texts)
