"""What support documents book: facts of statements, entries of ledgers, cells with names."""

import io
from collections.abc import Callable
from datetime import date

import xlsxwriter

from tieout.engine import read_support
from tieout.evidence.booked import Booked, booked
from tieout.model.period import FiscalCalendar, Period, duration
from tieout.model.workpaper import Release

CALENDAR = FiscalCalendar(2008, 2, date(2007, 9, 30))


def of(small: Release, fill: Callable[[xlsxwriter.Workbook], None]) -> dict[str, Booked]:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        fill(book)
    release = read_support("book.xlsx", held.getvalue(), small)
    return {one.caption: one for one in booked(1, release, CALENDAR)}


def test_a_statement_books_its_facts_and_says_when(small: Release) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("IS")
        sheet.write_column(0, 0, ["Statement of operations", "(in thousands)"])
        sheet.write_row(2, 1, ["Q2 FY08"])
        for at, row in enumerate((["Revenue", 7219], ["Cost of goods sold", 7975]), 3):
            sheet.write_row(at, 0, row)
        sheet.write_row(5, 0, ["Gross loss", -756])

    found = of(small, fill)["Revenue"]
    assert (str(found.amount), found.period) == ("7219000", duration(date(2007, 9, 30), 3))
    assert (found.is_dated, found.is_open) == (True, False)
    assert found.fact is not None


def test_a_plan_is_not_booked(small: Release) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Budget")
        sheet.write_row(0, 0, ["Statement of operations", "Q2 FY08"])
        sheet.write_row(1, 0, ["Revenue", 7219])
        sheet.write_row(2, 0, ["Net income", 219])

    assert of(small, fill) == {}


def test_a_balance_without_a_time_is_of_the_end_of_the_quarter(small: Release) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("TB")
        sheet.write_row(0, 0, ["Account", "Balance"])
        sheet.write_row(1, 0, ["Cash", 46276])
        sheet.write_row(2, 0, ["Debt", -12])

    found = of(small, fill)["Cash"]
    assert (found.period, found.end, found.is_dated) == (None, date(2007, 9, 30), False)
    assert found.is_open


def test_a_cell_is_booked_by_its_name_too_which_may_say_when(small: Release) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("KPI")
        sheet.write_row(0, 0, ["See note", "$ millions", 10.4])
        book.define_name("Total_backlog_Q1FY08", "=KPI!$C$1")
        book.define_name("Elsewhere", "=KPI!$C$9")
        book.define_name("Several", "=KPI!$A$1:$C$1")

    found = of(small, fill)
    assert set(found) == {"See note", "Total backlog"}
    one = found["Total backlog"]
    assert (str(one.amount), one.period) == ("10400000", duration(date(2007, 6, 30), 3))
    assert Period(one.end) == Period(date(2007, 6, 30))
