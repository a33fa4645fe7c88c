"""AEON Biopharma, Form 10-Q for September 30, 2023: thousands, but shares in ones."""

from collections.abc import Callable
from fractions import Fraction

from tieout.model.statement import Statement
from tieout.model.unit import SHARES
from tieout.statements.lines.share_counts import implied_shares

Read = Callable[[str], Statement]

PAGE = """EXAMPLE CORP.
STATEMENTS OF OPERATIONS
(In thousands)

\tThree months ended September 30, 2023
Revenue\t$ 60,000
Total operating expenses\t16,125
Income before taxes\t43,875
Net income\t43,875
Net income per share, basic\t$ {each}
Weighted average shares outstanding, basic\t{shares}
"""


def count(statement: Statement) -> str:
    return next(str(line.printed(0)) for line in statement.lines if line.unit == SHARES)


def test_the_result_per_share_disproves_the_scale_that_is_said(statement: Read) -> None:
    assert count(statement(PAGE.format(each="1.18", shares="37,159,600"))) == "37159600"


def test_a_scale_that_the_result_per_share_bears_out_stays(statement: Read) -> None:
    assert count(statement(PAGE.format(each="1.18", shares="37,160"))) == "37160000"


def test_an_error_of_a_digit_decides_nothing(statement: Read) -> None:
    assert count(statement(PAGE.format(each="1.18", shares="97,160"))) == "97160000"
    assert count(statement(PAGE.format(each="7.18", shares="37,160"))) == "37160000"


def test_without_a_result_per_share_nothing_is_implied(balance_sheet: Statement) -> None:
    assert implied_shares([balance_sheet.lines]) is None


def test_the_result_over_its_amount_per_share_is_about_the_shares(statement: Read) -> None:
    lines = statement(PAGE.format(each="1.18", shares="37,160")).lines
    assert implied_shares([lines]) == Fraction(43_875_000 * 100, 118)


def sheet(captions: str) -> str:
    return (
        "EXAMPLE CORP.\nBALANCE SHEETS\n(In thousands)\n\n\tMarch 31, 2019\nCash\t2,500\n"
        f"Total assets\t3,600\nAccounts payable\t600\n{captions}"
        "Total liabilities and stockholders' equity\t3,600\n"
    )


def told(statement: Statement) -> list[str]:
    return [str(f.amount) for f in statement.facts if f.in_caption and f.amount.unit == SHARES]


def test_par_times_the_shares_says_their_scale(statement: Read) -> None:
    # Patriot Transportation, release for the second quarter of fiscal 2019
    stock = "Common stock, $.10 par value; (25,000,000 shares authorized; 3,347,329 shares issued"
    assert told(statement(sheet(f"{stock})\t335\n"))) == ["25000000", "3347329"]


def test_more_shares_than_anyone_has_are_printed_in_ones(statement: Read) -> None:
    # Caterpillar, Form 10-Q for June 30, 2023, is in millions
    text = sheet("Treasury stock, 304,751,527,000 shares\t(9)\n")
    assert told(statement(text)) == ["304751527000"]
