"""Figures in hand, by concept and context, reported and derived; what a rule sees."""

from collections.abc import Iterator, Sequence
from datetime import timedelta


from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.model.figure import Figure
from tieout.model.known import Known, Style, less
from tieout.model.period import Period
from tieout.model.statement import Dimensions, Fact, Line, Statement
from tieout.model.workpaper import Release

_SUFFIXES = {3: " thousand", 6: " million", 9: " billion", 12: " trillion"}
_SCALE_WORDS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}


class Evidence:
    """Every release in hand, the subject first, with every figure by concept and context.

    Statements are asked before prose, the subject before the others, and what is printed before
    what is derived. Flows in money and counts are derived by subtraction, balances never.
    """

    def __init__(self, releases: Sequence[Release]) -> None:
        """The evidence of these releases; `gather` reads better where it is called."""
        self.releases = tuple(releases)
        self._facts: dict[tuple[str, Dimensions], list[tuple[int, Fact]]] = {}
        self._claims: dict[str, list[tuple[int, Claim]]] = {}
        for document, release in enumerate(self.releases):
            for fact in release.facts:
                self._facts.setdefault((fact.concept, fact.dimensions), []).append((document, fact))
            for claim in release.claims:
                self._claims.setdefault(claim.concept, []).append((document, claim))

    @classmethod
    def gather(cls, releases: Sequence[Release]) -> "Evidence":
        """The evidence of these releases, indexed."""
        return cls(releases)

    @property
    def subject(self) -> Release:
        """The document under test."""
        return self.releases[0]

    def statements(self) -> Iterator[tuple[int, Statement]]:
        """Every statement of every release, with its document's number."""
        for document, release in enumerate(self.releases):
            for statement in release.statements:
                yield document, statement

    def claims(self) -> Iterator[Claim]:
        """Every claim of the subject, in reading order."""
        yield from self.subject.claims

    def figure(self, ref: Ref) -> Figure:
        """A figure of one of the documents."""
        return self.releases[ref.document].document.figures[ref.figure]

    def cell(self, document: int, statement: Statement, line: int, column: int) -> Known | None:
        """A cell with the sign as printed; a nil cell is zero without a source; else None."""
        row = statement.lines[line]
        printed = row.printed(column)
        if printed is None:
            return None
        reading = row.cells[column]
        sources = (Ref(document, reading.figure),) if reading.kind == "number" else ()
        style = self._cell_style(document, reading.figure, row)
        shown = style.show(printed.value, printed.exponent) if sources else "nil"
        reach = printed.interval if sources else (printed.interval - printed.interval) * 0
        return Known(
            printed, reach, sources, shown, _short(row.caption),
            statement.columns[column].period, style,
            is_total=any(one.total == line for one in statement.calculation),
        )  # fmt: skip

    def facts(self, concept: str, dimensions: Dimensions = ()) -> list[tuple[int, Fact]]:
        """Every fact of the concept with these qualifiers, with its document's number."""
        return self._facts.get((concept, dimensions), [])

    def every_fact(self) -> Iterator[tuple[int, Fact]]:
        """Every fact in hand, the subject's first."""
        for document, release in enumerate(self.releases):
            for fact in release.facts:
                yield document, fact

    def known(self, document: int, fact: Fact) -> Known:
        """A fact as a number in hand, with XBRL's sign."""
        statement = self.releases[document].statements[fact.statement]
        line = statement.lines[fact.line]
        style = self._cell_style(document, fact.figure, line)
        if fact.in_caption:
            power = fact.amount.exponent - self._printed_exponent(document, fact.figure)
            style = Style(style.prefix, power)
        return Known(
            fact.amount, fact.amount.interval, (Ref(document, fact.figure),),
            style.show(fact.printed.value, fact.printed.exponent), _short(fact.caption),
            fact.period, style,
            is_total=any(one.total == fact.line for one in statement.calculation),
        )  # fmt: skip

    def spoken(self, document: int, claim: Claim) -> Known:
        """A claim as a number in hand, with XBRL's sign."""
        figure = self.releases[document].document.figures[claim.figure]
        style = self.prose_style(figure, claim)
        return Known(
            claim.amount, claim.amount.interval, (Ref(document, claim.figure),),
            style.show(abs(claim.amount.value), claim.amount.exponent), claim.caption,
            claim.period, style,
        )  # fmt: skip

    def find(self, concept: str, period: Period | None, dimensions: Dimensions = ()) -> Known | None:
        """The concept's number for the period: printed in a statement, else derived; else None."""
        if period is None:
            return None
        held = self.facts(concept, dimensions)
        for matches in (Period.__eq__, Period.is_near):
            for document, fact in held:
                if fact.period is not None and matches(fact.period, period):
                    return self.known(document, fact)
        return self._derived(held, period)

    def told(self, concept: str, period: Period | None, beside: int = -1) -> Known | None:
        """The level that prose tells of the concept for the period, at another figure; or None."""
        if period is None:
            return None
        for document, claim in self._claims.get(concept, []):
            is_other = document != 0 or claim.figure != beside
            if is_other and claim.form in ("level", "per_share") and claim.period is not None:
                if claim.period.is_near(period):
                    return self.spoken(document, claim)
        return None

    def prose_style(self, figure: Figure, claim: Claim) -> Style:
        """How the claim's figure is printed."""
        if claim.amount.unit == "bps":
            return Style("", 0, " basis points")
        if figure.kind == "percent":
            return Style("", -2, "%")
        word = figure.text.lower().split()[-1].rstrip("s") if figure.text else ""
        power = _SCALE_WORDS.get(word, 0)
        return Style("$" if figure.currency else "", power, _SUFFIXES.get(power, ""))

    def _derived(self, held: list[tuple[int, Fact]], period: Period) -> Known | None:
        """A flow as the rest of a longer one: six months less the quarter that ends or opens it."""
        if period.start is None:
            return None
        for document, whole in held:
            if not _is_flow(whole) or whole.period is None or whole.period.start is None:
                continue
            rest = _rest(whole.period, period)
            if rest is None:
                continue
            for other, part in held:
                if other == document and part.period is not None and part.period.is_near(rest):
                    return less(self.known(document, whole), self.known(other, part), period)
        return None

    def _cell_style(self, document: int, figure: int, line: Line) -> Style:
        """How a cell's figure is printed."""
        if figure < 0:
            return Style(power=line.power, brackets=True)
        printed = self.releases[document].document.figures[figure]
        if printed.kind == "percent":
            return Style("", -2, "%", brackets=True)
        return Style("$" if printed.currency else "", line.power, brackets=True)

    def _printed_exponent(self, document: int, figure: int) -> int:
        """The exponent of a figure as it stands on the page."""
        amount = self.releases[document].document.figures[figure].amount
        return amount.exponent if amount is not None else 0


def _is_flow(fact: Fact) -> bool:
    """True for money over a stretch of time: neither per share, nor an average, nor a ratio."""
    return "/" not in fact.amount.unit and fact.amount.unit not in ("shares", "pure", "bps")


def _rest(whole: Period, part: Period) -> Period | None:
    """What of a longer period lies beside a part that shares its start or its end; else None."""
    if whole.start is None or part.start is None or whole.days < part.days + 60:
        return None
    opening, ending = whole.opening().end, part.opening().end
    if Period(whole.end).is_near(Period(part.end)):
        return Period(ending, whole.start)
    if Period(opening).is_near(Period(ending)):
        return Period(whole.end, part.end + timedelta(days=1))
    return None


def _short(caption: str) -> str:
    """A caption without the figures it goes on to tell."""
    for mark in ("; ", ", net of ", " (", ", $", " -- "):
        caption = caption.split(mark, 1)[0]
    return caption


