from collections.abc import Callable

from tieout.engine import read
from tieout.lexicon.units import Scale
from tieout.model.statement import Statement
from tieout.statements.lines.scale import borrowed, printed_in

SHEET = """EXAMPLE CORP.
CONDENSED BALANCE SHEETS

\tMarch 31, 2020\tDecember 31, 2019
{scale}Assets
Cash and cash equivalents\t2,500\t1,300
Total assets\t3,600\t2,300
Accounts payable\t600\t500
Total liabilities and stockholders' equity\t3,600\t2,300
"""


def test_a_scale_under_the_header_is_the_tables(statement: Callable[[str], Statement]) -> None:
    # nVent, release for the first quarter of 2020
    assert statement(SHEET.format(scale="In millions\n")).scale == 10**6
    assert statement(SHEET.format(scale="")).scale == 1


def test_a_table_without_a_scale_has_that_of_the_table_with_its_figures() -> None:
    # NVIDIA, release for the second quarter of fiscal 2024: a statement continued on a new page
    first = SHEET.format(scale="(In thousands)\n")
    both = f"{first}\n\nThe figures are unaudited, as are those of the table that follows.\n\n"
    text = both + SHEET.format(scale="")
    assert [one.scale for one in read("x.txt", text.encode()).statements] == [1000, 1000]


def scales(times: str) -> list[int]:
    """The scales of a sheet, and of another one whose figures are so many times as large."""
    first = SHEET.format(scale="(In thousands)\n")
    other = SHEET.format(scale="").replace("3,600", f"9,6{times}").replace("2,300", f"7,3{times}")
    other = other.replace("600\t500", "700\t800").replace("2,500\t1,300", f"4,5{times}\t1,1{times}")
    both = f"{first}\n\nThe figures are unaudited, as are those of the table that follows.\n\n"
    return [one.scale for one in read("x.txt", (both + other).encode()).statements]


def test_figures_of_one_size_on_three_lines_lend_their_scale() -> None:
    # Farmers National Banc, first quarter of 2020: average balances in thousands, the sheet in none
    assert scales("00") == [1000, 1000]


def test_figures_of_other_sizes_lend_no_scale() -> None:
    assert scales("00,000") == [1000, 1]


def test_tables_of_two_scales_lend_none(balance_sheet: Statement) -> None:
    lines = balance_sheet.lines
    thousands, millions = Scale(3, 3, is_said=True), Scale(6, 6, is_said=True)
    assert borrowed(lines, printed_in([(thousands, lines), (Scale(), lines)])) == thousands
    assert borrowed(lines, printed_in([(thousands, lines), (millions, lines)])) is None


def units(statement: Statement) -> set[str]:
    return {fact.amount.unit.text for fact in statement.facts}


def test_every_line_is_in_the_currency_that_words_name(
    statement: Callable[[str], Statement],
) -> None:
    signed = SHEET.replace("\t3,600", "\t$ 3,600")
    assert units(statement(signed.format(scale="In millions of Canadian dollars\n"))) == {"CAD"}
    assert units(statement(signed.format(scale=""))) == {"USD"}


def test_every_line_is_in_the_currency_of_the_signs(statement: Callable[[str], Statement]) -> None:
    assert units(statement(SHEET.format(scale="").replace("\t3,600", "\t€ 3,600"))) == {"EUR"}


def test_a_column_may_be_in_a_currency_of_its_own(statement: Callable[[str], Statement]) -> None:
    text = SHEET.format(scale="(RMB in millions)\n").replace("31, 2020", "31, 2020 US$")
    first, second, *_ = statement(text).facts
    assert [first.amount.unit.text, second.amount.unit.text] == ["USD", "CNY"]
