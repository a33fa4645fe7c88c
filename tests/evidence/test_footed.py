from functools import partial

import pytest

from tieout.evidence import printed
from tieout.evidence.footed import GAPPED, UNCLEAR, UNTOLD, Footed, footed
from tieout.model.statement import Statement, Sum
from tieout.model.workpaper import Release


@pytest.fixture
def statement(small: Release) -> Statement:
    return small.statements[0]


def sums(small: Release, statement: Statement, *calculation: Sum) -> list[Footed]:
    from msgspec.structs import replace

    changed = replace(statement, calculation=calculation)
    return footed(partial(printed.of_cell, small, 0), changed)


def number(statement: Statement, caption: str) -> int:
    return next(n for n, one in enumerate(statement.lines) if one.caption.startswith(caption))


def test_every_sum_of_an_honest_statement_foots_in_every_column(
    small: Release, statement: Statement
) -> None:
    found = footed(partial(printed.of_cell, small, 0), statement)
    assert len(found) >= 3 * len(statement.columns)
    assert all(one.footing.difference == 0 and not one.reason for one in found)


def test_the_reading_that_other_columns_bear_out_holds(
    small: Release, statement: Statement
) -> None:
    total = number(statement, "Total operating")
    right = ((number(statement, "Research"), 1), (number(statement, "Selling"), 1))
    wrong = ((number(statement, "Revenue"), 1), (number(statement, "Selling"), 1))
    found = sums(small, statement, Sum(total, (wrong, right), firm=False))
    assert len(found) == 4
    assert all(one.reason == "" and one.footing.difference == 0 for one in found)


def test_a_reading_that_foots_nowhere_is_not_settled(small: Release, statement: Statement) -> None:
    total = number(statement, "Total operating")
    wrong = ((number(statement, "Revenue"), 1), (number(statement, "Selling"), 1))
    for firm in (True, False):
        found = sums(small, statement, Sum(total, (wrong,), firm=firm))
        assert {one.reason for one in found} == {UNCLEAR}


def test_a_column_never_confirms_itself(small: Release, statement: Statement) -> None:
    from msgspec.structs import replace

    one_column = replace(
        statement,
        columns=statement.columns[:1],
        lines=tuple(replace(line, cells=line.cells[:1]) for line in statement.lines),
    )
    total = number(statement, "Total operating")
    right = ((number(statement, "Research"), 1), (number(statement, "Selling"), 1))
    loose = sums(small, one_column, Sum(total, (right,), firm=False))
    assert [one.reason for one in loose] == [UNCLEAR]
    firm = sums(small, one_column, Sum(total, (right,), firm=True))
    assert [one.reason for one in firm] == [""]


def test_a_sum_knows_the_figures_it_rests_on(small: Release, statement: Statement) -> None:
    total = number(statement, "Total operating")
    right = ((number(statement, "Research"), 1), (number(statement, "Selling"), 1))
    (first, *_) = sums(small, statement, Sum(total, (right,), firm=True))
    texts = {small.document.figures[n].text for n in first.sources}
    assert texts == {"8,343", "2,433", "5,910"}


def test_two_figures_of_one_line_exchanged_settle_the_sum_they_break() -> None:
    """With two columns, neither of which foots, only the exchange proves the structure."""
    text = SHEET.replace("Receivables\t300\t210", "Receivables\t210\t300")
    found = [one for one in sheet(text) if one.footing.difference]
    assert [abs(one.footing.difference) for one in found] == [90, 90]
    assert not any(one.reason for one in found)


def test_two_columns_wrong_by_different_amounts_settle_nothing() -> None:
    text = SHEET.replace("Receivables\t300\t210", "Receivables\t290\t300")
    assert not [one for one in sheet(text) if one.footing.difference]


def test_a_row_that_could_not_be_read_leaves_its_total_untested() -> None:
    """Forian, November 13, 2024: "Repurchase of common stock (74,400)", its other cell lost."""
    text = SHEET.replace("Receivables\t300\t210", "Receivables 300,000")
    assert {one.reason for one in sheet(text)} == {GAPPED}


SHEET = """ACME CORPORATION
BALANCE SHEETS
\tJune 30,\tDecember 31,
\t2007\t2006
Cash\t1,200\t1,100
Receivables\t300\t210
Inventories\t50\t40
Prepaid expenses\t20\t30
Total current assets\t1,570\t1,380
"""


def sheet(text: str) -> list[Footed]:
    from tieout.engine import read

    release = read("acme.txt", text.encode())
    (found,) = release.statements
    return footed(partial(printed.of_cell, release, 0), found)


def test_a_sign_that_no_other_column_tells_leaves_the_total_untested() -> None:
    """Capstone, November 8, 2007: other current liabilities of 1,385, nil a year before."""
    text = (
        "ACME CORPORATION\nBALANCE SHEETS\n\tJune 30,\tDecember 31,\n\t2007\t2006\n"
        "Current liabilities:\nAccounts payable\t5,804\t5,686\nAccrued warranty\t6,017\t6,554\n"
        "Deferred revenue\t794\t937\nOther current liabilities\t(1,385)\t--\n"
        "Total current liabilities\t14,000\t13,177\n"
    )
    (first, second) = sheet(text)
    assert (first.reason, second.footing.difference) == (UNTOLD, 0)
