"""How the workbook looks: the profession's plain style, and sheets that print as they read."""

from typing import TYPE_CHECKING

from tieout.model.check import Ending
from tieout.reports.xlsx.cells import Look

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

INK: dict[Ending, str] = {
    "agrees": "#1b6e3c",
    "rounds": "#8a5a00",
    "differs": "#b3261e",
    "not-tested": "#6b6b6b",
    "excluded": "#8a8a8a",
}
"""A colour for each ending; its sign stands there too, so that none is told by colour alone."""
LEAD_INK = "#6a3fa0"
PEOPLE_INK = "#7a1f6b"
FILLS = {
    INK["differs"]: "#fbe9e7",
    LEAD_INK: "#f1eaf9",
    INK["rounds"]: "#fdf3dc",
    PEOPLE_INK: "#f8e8f3",
}
"""What stands behind a figure that asks for a look."""

_QUIET, _LINK, _RULE = "#6b6b6b", "#1a4f8b", "#9a9a9a"
FONT = {"font_name": "Arial", "font_size": 10}
_FACE = FONT | {"valign": "top"}
_LETTER = 1
_PAGE_WIDTH, _WIDE = 840, 1400
"""What a page holds without being made smaller, and what is too much for one, in dots."""
_PAGE = "&L&8&A&R&8Page &P of &N"


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: "Workbook") -> None:
        """The formats of this workbook."""
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}
        self.plain = self.of()
        self.wrapped = self.of(text_wrap=True)
        self.title = self.of(bold=True, font_size=14)
        self.bold = self.of(bold=True)
        self.part = self.of(bold=True, font_size=11, bottom=1, bottom_color=_RULE)
        self.part_right = self.of(bold=True, align="right", bottom=1, bottom_color=_RULE)
        self.head = self._head(align="left")
        self.head_indented = self._head(align="left", indent=1)
        self.head_right = self._head(align="right")
        self.band = self.of(bold=True, align="left", font_color=_QUIET, bottom=1)
        self.quiet = self.of(font_color=_QUIET)
        self.indented = self.of(text_wrap=True, indent=1)
        self.noted = self.of(font_color=_QUIET, text_wrap=True, indent=1)
        self.quiet_wrapped = self.of(font_color=_QUIET, text_wrap=True)
        self.right = self.of(align="right")
        self.link = self.of(font_color=_LINK, underline=1)
        self.link_plain = self.of(font_color=_LINK)
        self.link_indented = self.of(font_color=_LINK, text_wrap=True, indent=1)
        self.link_wrapped = self.of(font_color=_LINK, text_wrap=True)
        self.code = self.of(font_name="Courier New", font_size=9)
        self.group = self.of(bold=True, bg_color="#f2f2f2")
        self.share = self.of(num_format='0%;-0%;"\u2013"', align="right")
        self.count = self.of(num_format='#,##0;-#,##0;"\u2013"', align="right")

    def of(self, **told: object) -> "Format":
        """The format of these properties over the plain one."""
        key = tuple(sorted(told.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(_FACE | told)
        return self._made[key]

    def number(self, look: Look, **told: object) -> "Format":
        """A number as it is printed."""
        return self.of(num_format=look.format, align="right", **told)

    def mark(self, ink: str) -> "Format":
        """A tick mark in the colour of its ending."""
        return self.of(font_color=ink, bold=True, align="left")

    def caption(self, depth: int, *, is_bold: bool) -> "Format":
        """The caption of a line, set in as it is printed."""
        return self.of(indent=min(max(depth, 0), 9), bold=is_bold, text_wrap=True)

    def _head(self, **told: object) -> "Format":
        """What stands over a column."""
        return self.of(bold=True, bottom=1, text_wrap=True, bg_color="#f2f2f2", **told)


def prepared(sheet: "Worksheet", top: int, *, frozen: int = 0) -> None:
    """Heads that stay in sight, and pages that clip no column."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(_LETTER)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(_PAGE)
    if top:
        sheet.freeze_panes(top, frozen)
        sheet.repeat_rows(top - 2 if top > 1 else 0, top - 1)


def halved(sheet: "Worksheet", widths: list[float], second: int) -> None:
    """Prints a sheet too wide for one page on two side by side, the captions on both."""
    dots = [7 * width + 5 for width in widths]
    halves = sum(dots[:second]), dots[0] + sum(dots[second:])
    if sum(dots) > _WIDE:
        sheet.set_print_scale(max(int(100 * _PAGE_WIDTH / max(*halves, _PAGE_WIDTH)), 10))
        sheet.set_v_pagebreaks([second])
        sheet.repeat_columns(0, 0)
