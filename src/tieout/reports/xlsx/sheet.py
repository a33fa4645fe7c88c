"""One sheet of the workbook: words, numbers, links and live tests, each written in one way."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from tieout.model.check import Check, Ref
from tieout.reports._places import Places
from tieout.reports._words import ENDINGS, LEAD, SIGNS
from tieout.reports.xlsx.cells import Cell, Look, as_float, letters
from tieout.reports.xlsx.live import difference
from tieout.reports.xlsx.looks import Looks, prepared
from tieout.reports.xlsx.pages import TOP
from tieout.reports.xlsx.plan import SUMMARY, Plan
from tieout.workbooks import in_sheet, put

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_MOST_LINKS = 60_000
"""Excel follows no more than 65,530 of a sheet."""
_MOST_NOTED = 2_000
_MOST_QUOTED = 600
_LINE, _TITLE, _HIGHEST = 13, 20, 400
_RIGHT = ("Claimed", "Reported", "Expected", "Recomputed", "Difference")
_INDENTED = ("In figures", "Note", "Where")
"""Heads of words that stand behind numbers, which reach to the edge of their cells."""
_MOST_MEASURED = 4_000
_MEANT = ("number_stored_as_text", "formula_range", "formula_differs")
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
        self._widths: list[float] = []
        self._lines: dict[int, int] = {}
        self._levels: dict[int, int] = {}

    def widths(self, widths: Sequence[float]) -> None:
        """How wide each column is."""
        self._widths = list(widths)
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def empty(self, title: str, about: str) -> None:
        """A sheet with nothing to tell but why."""
        prepared(self.sheet, 0)
        self._title(title, about)

    def _title(self, title: str, about: str) -> None:
        """The title, what the sheet is, and the way back."""
        self.words(0, 0, title, self.looks.title)
        self.words(1, 0, about, self.looks.quiet)
        self.to(2, 0, SUMMARY, 0, 0, "\u2190 Summary")

    def head(
        self, title: str, about: str, heads: Sequence[tuple[str, float]], *, frozen: int = 0
    ) -> None:
        """The title, and what stands over each column, which stays in sight."""
        prepared(self.sheet, TOP, frozen=frozen)
        self.widths([width for _, width in heads])
        self._title(title, about)
        for column, (words, _) in enumerate(heads):
            look = self.looks.head_indented if words in _INDENTED else self.looks.head
            look = self.looks.head_right if words in _RIGHT else look
            self.fill(TOP - 1, column, words, look)

    def fill(self, row: int, column: int, words: str, look: "Format") -> None:
        """Words in a cell that is drawn even where there are none."""
        if words:
            self.words(row, column, words, look)
        else:
            self.sheet.write_blank(row, column, None, look)

    def level(self, row: int, level: int) -> None:
        """A row that folds away."""
        self._levels[row] = level

    def done(self) -> None:
        """Every row as high as its words: not every program sees to that itself.

        Nothing is marked as an error that is meant: a sum of some of the figures above it.
        """
        self.sheet.ignore_errors(dict.fromkeys(_MEANT, "A1:XFD1048576"))
        for row in sorted(self._lines.keys() | self._levels.keys()):
            lines, level = self._lines.get(row, 1), self._levels.get(row, 0)
            height = min(lines * _LINE + 2, _HIGHEST) if lines > 1 else None
            self.sheet.set_row(row, height, None, {"level": level} if level else {})
        self.sheet.set_row(0, _TITLE)

    def words(self, row: int, column: int, words: str, look: "Format | None" = None) -> None:
        """Words, whatever they look like; nothing for none."""
        if words:
            look = look or self.looks.wrapped
            put(self.sheet, row, column, words, look)
            self._measure(row, column, words, look)

    def quote(self, row: int, column: int, ref: Ref) -> None:
        """The sentence, row or line that a figure stands in, with the figure in bold."""
        excerpt = self.places.excerpt(ref, _MOST_QUOTED)
        parts = tuple(map(in_sheet, (excerpt.before, excerpt.figure, excerpt.after)))
        before, figure, after = parts
        plain = self.looks.plain
        told: list[object] = [plain, before] if before else []
        told += [self.looks.bold, figure or " "]
        told += [plain, after] if after else []
        if len(told) == 2 or len("".join(parts)) > _MOST_QUOTED:
            self.words(row, column, "".join(parts))
            return
        self.sheet.write_rich_string(row, column, *told, self.looks.wrapped)
        self._measure(row, column, "".join(parts), self.looks.wrapped)

    def _measure(self, row: int, column: int, words: str, look: "Format") -> None:
        """Keeps how many lines the words take."""
        if look.text_wrap and column < len(self._widths):
            room = max(int(self._widths[column]) * (10 if look.bold else 11) // 10, 4)
            lines = sum(_lines(line, room) for line in words[:_MOST_MEASURED].split("\n"))
            self._lines[row] = max(self._lines.get(row, 1), lines)

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
        look = look or self.looks.link
        self._measure(row, column, words, look)
        place = f"internal:'{sheet}'!{letters(to_column)}{to_row + 1}"
        self.sheet.write_url(row, column, place, look, in_sheet(words) or "\u2192")

    def lead(
        self, row: int, column: int, ref: Ref, words: str, look: "Format | None" = None
    ) -> None:
        """Words that lead to a figure, where it stands in the workbook."""
        place = self.plan.where.get(ref)
        if place is None:
            self.words(row, column, words)
        else:
            self.to(row, column, *place, words, look or self.looks.link_wrapped)

    def where(self, ref: Ref) -> str:
        """Where a figure stands in its document; its caption where no place is known."""
        return self.places.where(ref) or self.places.caption(ref) or self.places.text(ref)

    def figures(self, row: int, column: int, check: Check) -> None:
        """The formula in the document's own figures; it leads to the first of them."""
        words = f"= {check.formula}" if check.formula else ""
        if words and len(check.operands) == 1:
            place = self.places.line(check.operands[0].ref)
            words += f" ({place})" if place else ""
        if words and check.operands:
            self.lead(row, column, check.operands[0].ref, words, self.looks.link_indented)
        else:
            self.words(row, column, words, self.looks.indented)

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
        ink = {} if not value else {"font_color": self.plan.ink(check), "bold": True}
        self.formula(row, column + 1, text, value, self.looks.number(look, **ink))
        return True

    def mark(self, row: int, column: int, check: Check, word: str = "") -> None:
        """The sign of a check's outcome and the letter of its procedure, or a word."""
        sign = LEAD if check.is_lead else SIGNS[check.outcome]
        told = f"{sign} {word or check.tick}"
        self.words(row, column, told, self.looks.mark(self.plan.ink(check)))

    def comment(self, row: int, column: int, words: str) -> None:
        """A note that opens at a cell."""
        told = {"author": "tieout", "x_scale": 2.4, "y_scale": 1.2, "font_size": 9}
        self.sheet.write_comment(row, column, in_sheet(words)[:_MOST_NOTED], told)


def _lines(words: str, room: int) -> int:
    """How many lines words take where so many letters have room."""
    lines, at = 1, 0
    for word in words.split(" "):
        wide = _width(word)
        if at and at + 1 + wide > room:
            lines, at = lines + 1, 0
        lines += max(wide - 1, 0) // room
        at += wide + (1 if at else 0)
    return lines


def _width(words: str) -> int:
    """How wide words are, in letters: capitals and the signs of the East take more."""
    if words.isascii():
        return len(words) + sum(map(str.isupper, words)) // 4
    return len(words) + sum(1 for sign in words if sign.isupper() or sign >= "\u2e80")


def noted(check: Check) -> str:
    """What there is to say of a check beyond its numbers."""
    if check.outcome == "agrees":
        return ""
    word = "lead" if check.is_lead else ENDINGS[check.outcome]
    said = check.message if check.outcome == "differs" else check.reason
    return f"{word}: {said}" if said else word


def _apart(look: Look, places: int) -> Look:
    """How a difference looks: in brackets where the figure is too low, a dash for none.

    That of two percentages is in points.
    """
    told = look.to(-places)
    suffix = "% points" if told.is_percent else told.suffix
    return Look(told.prefix, told.decimals, suffix, brackets=True, nil=_NOTHING)
