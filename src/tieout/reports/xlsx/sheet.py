"""One sheet of the workbook: words, numbers, links and live tests, each written in one way."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from tieout.model.check import Check, Ref
from tieout.reports._places import Places
from tieout.reports._words import ENDINGS, LEAD, SIGNS
from tieout.reports.xlsx.cells import Cell, Look, as_float, letters
from tieout.reports.xlsx.live import difference
from tieout.reports.xlsx.looks import INK, LEAD_INK, Looks, prepared
from tieout.reports.xlsx.plan import SUMMARY, TOP, Plan
from tieout.workbooks import in_sheet, put

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_MOST_LINKS = 60_000
"""Excel follows no more than 65,530 of a sheet."""
_MOST_NOTED = 2_000
_NOTHING = "\u2013"


class Sheet:
    """A sheet being written."""

    def __init__(
        self, book: "Workbook", looks: Looks, plan: Plan, places: Places, name: str
    ) -> None:
        """A new sheet of that name, behind those there are."""
        self.sheet: Worksheet = book.add_worksheet(name)
        self.looks, self.plan, self.places, self.name = looks, plan, places, name
        self._links = 0

    def head(
        self, title: str, about: str, heads: Sequence[tuple[str, float]], *, frozen: int = 0
    ) -> None:
        """The title, what the sheet is, the way back, and what stands over each column."""
        prepared(self.sheet, [width for _, width in heads], TOP, frozen=frozen)
        self.words(0, 0, title, self.looks.title)
        self.words(1, 0, about, self.looks.quiet)
        self.to(2, 0, SUMMARY, 0, 0, "\u2190 Summary")
        for column, (words, _) in enumerate(heads):
            self.words(TOP - 1, column, words, self.looks.head)

    def words(self, row: int, column: int, words: str, look: "Format | None" = None) -> None:
        """Words, whatever they look like; nothing for none."""
        if words:
            put(self.sheet, row, column, words, look or self.looks.wrapped)

    def to(
        self,
        row: int,
        column: int,
        sheet: str,
        to_row: int,
        to_column: int,
        words: str,
        look: "Format | None" = None,
    ) -> None:
        """Words that lead to a cell."""
        if self._links >= _MOST_LINKS:
            self.words(row, column, words)
            return
        self._links += 1
        place = f"internal:'{sheet}'!{letters(to_column)}{to_row + 1}"
        self.sheet.write_url(
            row, column, place, look or self.looks.link, in_sheet(words) or "\u2192"
        )

    def lead(self, row: int, column: int, ref: Ref, words: str) -> None:
        """Words that lead to a figure, where it stands in the workbook."""
        place = self.plan.where.get(ref)
        if place is None:
            self.words(row, column, words)
        else:
            self.to(row, column, *place, words, self.looks.link_wrapped)

    def number(self, row: int, column: int, cell: Cell, **told: object) -> None:
        """A figure as a number, printed as in the document."""
        number = as_float(cell.value)
        if number is not None:
            self.sheet.write_number(row, column, number, self.looks.number(cell.look, **told))

    def formula(self, row: int, column: int, text: str, value: Fraction, look: "Format") -> None:
        """A formula with the value it has."""
        self.sheet.write_formula(row, column, text, look, as_float(value) or 0)

    def reported(self, row: int, column: int, check: Check) -> None:
        """The figure a check is of, as a formula over its cell; in words where it is no number."""
        cell = self.plan.cells.get(check.subject)
        if cell is None:
            self.words(row, column, check.reported, self.looks.right)
        else:
            name = f"={cell.seen_from(self.name)}"
            self.formula(row, column, name, cell.value, self.looks.number(cell.look))

    def tested(self, row: int, column: int, check: Check, at: str = "") -> bool:
        """What a check recomputes and, beside it, the difference; True where both are formulas.

        `at` is the cell of the figure where it is told again on this sheet.
        """
        live, cell = self.plan.live(check, self.name), self.plan.cells.get(check.subject)
        if live is None or cell is None:
            apart = "" if check.outcome == "agrees" else check.difference
            self.words(row, column, check.expected, self.looks.right)
            self.words(row, column + 1, apart, self.looks.right)
            return False
        self.formula(row, column, live.text, live.value, self.looks.number(live.look))
        name, value = difference(check, cell, live)
        reported = at or cell.seen_from(self.name)
        text = f"={name}({reported}-{letters(column)}{row + 1},{live.places})"
        look = _apart(cell.look, live.places)
        ink = {} if not value else {"font_color": ink_of(check), "bold": True}
        self.formula(row, column + 1, text, value, self.looks.number(look, **ink))
        return True

    def mark(self, row: int, column: int, check: Check, word: str = "") -> None:
        """The sign of a check's outcome and the letter of its procedure, or a word."""
        sign = LEAD if check.is_lead else SIGNS[check.outcome]
        told = f"{sign} {word or check.tick}"
        self.words(row, column, told, self.looks.mark(ink_of(check)))

    def comment(self, row: int, column: int, words: str) -> None:
        """A note that opens at a cell."""
        told = {"author": "tieout", "x_scale": 2.4, "y_scale": 1.2, "font_size": 9}
        self.sheet.write_comment(row, column, in_sheet(words)[:_MOST_NOTED], told)

    def rule(self, row: int, column: int, check: Check) -> None:
        """The rule of a check."""
        self.words(row, column, f"{check.rule} {check.name}", self.looks.quiet_wrapped)


def ink_of(check: Check) -> str:
    """The colour of a check's outcome."""
    return LEAD_INK if check.is_lead else INK[check.outcome]


def noted(check: Check) -> str:
    """What there is to say of a check beyond its numbers."""
    if check.outcome == "agrees":
        return ""
    word = "lead" if check.is_lead else ENDINGS[check.outcome]
    said = check.message if check.outcome == "differs" else check.reason
    return f"{word}: {said}" if said else word


def _apart(look: Look, places: int) -> Look:
    """How a difference looks: in brackets where the figure is too low, a dash for none."""
    told = look.to(-places)
    return Look(told.prefix, told.decimals, told.suffix, brackets=True, nil=_NOTHING)
