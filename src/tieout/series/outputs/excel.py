"""The series as a workbook: a sheet a concept, numbers as numbers, sums and growth as formulas."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tieout.harmless import kept
from tieout.model.amount import Amount
from tieout.model.series import Growth, History, Quarter, Series, Value
from tieout.readers.ours import about
from tieout.series.outputs._words import (
    agreement,
    company,
    expression,
    filings,
    is_retold,
    marks,
    measured,
    provenance,
    scale,
    splits,
)
from tieout.workbooks import filled, in_sheet, put, sheet_names

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

IS_BINARY = True

_HEADS = (
    *("Quarter", "Ended", "Value", "Marks", "On year", "On quarter", "Twelve months"),
    *("First reported", "Derived", "Agreement", "Kind", "Filing", "Where from"),
)
_WIDTHS = (11, 12, 14, 7, 10, 10, 15, 14, 14, 11, 10, 34, 70)
_TOP = 4
"""Rows over the first quarter: title, element, a blank, the heads."""


def render(history: History) -> bytes:
    """The workbook; raises Misuse where xlsxwriter is not installed."""
    file = io.BytesIO()
    with filled(file, company(history), about=about()) as book:
        formats = _Formats(book)
        names = sheet_names((one.caption for one in history.series), ("Overview",))
        overview = book.add_worksheet("Overview")
        for series, name in zip(history.series, names, strict=True):
            _sheet(book, book.add_worksheet(name), formats, history, series, name)
        _overview(overview, formats, history, names)
    return file.getvalue()


class _Formats:
    """How cells look, each made once."""

    def __init__(self, book: "Workbook") -> None:
        """The formats of this workbook."""
        self._book = book
        self._made: dict[tuple[str, bool], Format] = {}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.quiet = book.add_format({"font_color": "#6d6655"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self.rate = book.add_format({"num_format": "+0.0%;-0.0%;0.0%", "align": "right"})

    def number(self, decimals: int, *, is_derived: bool = False) -> "Format":
        """A number with so many decimals, brackets for less than nothing; derived ones set off."""
        digits = "#,##0" + ("." + "0" * decimals if decimals > 0 else "")
        key = (digits, is_derived)
        if key not in self._made:
            look = {"num_format": f"{digits};({digits})"}
            extra = {"italic": True, "font_color": "#1a5a92"} if is_derived else {}
            self._made[key] = self._book.add_format(look | extra)
        return self._made[key]


def _sheet(
    book: "Workbook",
    sheet: "Worksheet",
    formats: _Formats,
    history: History,
    series: Series,
    name: str,
) -> None:
    """One concept: a row a quarter without a gap, so that formulas reach by rows."""
    put(sheet, 0, 0, f"{series.caption}, {measured(series)}", formats.title)
    put(sheet, 1, 0, " ".join(series.names), formats.quiet)
    for column, (head, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        put(sheet, _TOP - 1, column, head, formats.head)
    sheet.freeze_panes(_TOP, 1)
    for row, quarter in enumerate(series.quarters, _TOP):
        _quarter(sheet, formats, history, series, quarter, row)
    chart = book.add_chart({"type": "column"})
    last = _TOP + len(series.quarters) - 1
    chart.add_series(
        {
            # A caption with an exclamation mark may pass for a reference: it is made one, to here.
            "name": [name, 0, 0] if "!" in series.caption else kept(series.caption),
            "categories": [name, _TOP, 0, last, 0],
            "values": [name, _TOP, 2, last, 2],
            "fill": {"color": "#1a5a92"},
            "gap": 40,
        }
    )
    chart.set_legend({"none": True})
    sheet.insert_chart(last + 2, 0, chart, {"x_scale": 1.6})


def _quarter(
    sheet: "Worksheet",
    formats: _Formats,
    history: History,
    series: Series,
    quarter: Quarter,
    row: int,
) -> None:
    """A quarter's row: what is computed stands as a formula with its result."""
    power, value = scale(series), quarter.value
    put(sheet, row, 0, quarter.label)
    if quarter.end is not None:
        sheet.write_datetime(row, 1, quarter.end, formats.day)
    if value is not None:
        _value(sheet, formats, value, power, row)
        put(sheet, row, 3, marks(quarter))
    _growth(sheet, formats, quarter.on_year, row, 4, row - 4)
    _growth(sheet, formats, quarter.on_quarter, row, 5, row - 1)
    if quarter.trailing is not None:
        number, look = (
            _float(quarter.trailing.amount, power),
            _look(formats, quarter.trailing, power),
        )
        if quarter.trailing.is_derived:
            sheet.write_formula(row, 6, f"=SUM(C{row - 2}:C{row + 1})", look, number)
        else:
            sheet.write_number(row, 6, number, look)
    others = ((7, quarter.first if is_retold(quarter) else None), (8, quarter.derived))
    for column, other in others:
        if other is not None:
            look = _look(formats, other, power)
            sheet.write_number(row, column, _float(other.amount, power), look)
    put(sheet, row, 9, agreement(quarter))
    if value is not None:
        put(sheet, row, 10, "derived" if value.is_derived else "reported")
        put(sheet, row, 11, history.filings[value.filing].name)
        put(sheet, row, 12, provenance(value, power), formats.quiet)


def _value(sheet: "Worksheet", formats: _Formats, value: Value, power: int, row: int) -> None:
    """The value, a derived one as the subtraction it is."""
    number, look = _float(value.amount, power), _look(formats, value, power)
    if not value.is_derived or expression(value, power) == value.formula:
        sheet.write_number(row, 2, number, look)
        return
    first, *others = (str(source.amount.times_power(-power)) for source in value.sources)
    terms = "".join(f"-({one})" if one.startswith("-") else f"-{one}" for one in others)
    sheet.write_formula(row, 2, f"={first}{terms}", look, number)


def _growth(
    sheet: "Worksheet", formats: _Formats, growth: Growth | None, row: int, column: int, before: int
) -> None:
    """A rate as a formula over the two values; "n/m" where it means nothing."""
    if growth is None or before < _TOP:
        return
    now, then = f"C{row + 1}", f"C{before + 1}"
    formula = f'=IF(AND({then}>0,{now}>=0),{now}/{then}-1,"n/m")'
    result = "n/m" if growth.rate is None else _float(growth.rate, 0)
    sheet.write_formula(row, column, formula, formats.rate, result)


def _look(formats: _Formats, value: Value, power: int) -> "Format":
    """How a value's number looks."""
    return formats.number(value.amount.decimals + power, is_derived=value.is_derived)


def _float(amount: Amount, power: int) -> float:
    """The number as a workbook holds numbers."""
    return float(amount.times_power(-power).value)


def _overview(
    sheet: "Worksheet", formats: _Formats, history: History, names: Sequence[str]
) -> None:
    """Every concept's latest quarter with a sparkline, and the filings."""
    put(sheet, 0, 0, company(history), formats.title)
    widths = (("Concept", 44), ("In", 20), ("Latest quarter", 15), ("Value", 16), ("Course", 26))
    for column, (head, width) in enumerate(widths):
        sheet.set_column(column, column, width)
        put(sheet, 2, column, head, formats.head)
    row = 3
    for series, name in zip(history.series, names, strict=True):
        last = _TOP + len(series.quarters)
        sheet.write_url(row, 0, f"internal:'{name}'!A1", string=in_sheet(series.caption))
        put(sheet, row, 1, measured(series))
        latest = series.quarters[-1] if series.quarters else None
        if latest is not None and latest.value is not None:
            power = scale(series)
            put(sheet, row, 2, latest.label)
            look = _look(formats, latest.value, power)
            number = _float(latest.value.amount, power)
            sheet.write_formula(row, 3, f"='{name}'!C{last}", look, number)
            sheet.add_sparkline(
                row, 4, {"range": f"'{name}'!C{_TOP + 1}:C{last}", "type": "column"}
            )
        row += 1
    for words in ("", *splits(history), *filings(history)):
        put(sheet, row, 0, words, formats.quiet)
        row += 1
