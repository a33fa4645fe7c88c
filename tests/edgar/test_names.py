"""Names of companies and filings: those that are, and those that are near to one."""

import pytest

from tieout.edgar.names import Named, cik_named, filing_named, is_company, is_page_of, ticker_named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("0001104659-07-080000", Named("0001104659-07-080000")),
        ("000110465907080000", Named("0001104659-07-080000")),
        ("0001104659-07-080000:ex-99.2", Named("0001104659-07-080000", "EX-99.2")),
        ("0001104659-07-080000:all", Named("0001104659-07-080000", "ALL")),
        ("0001104659-07-080000:../../x", None),
        ("0001104659-07-080000.txt", None),
        ("0001104659-07080000", None),
        ("1104659-07-080000", None),
        ("0001104659-07-080000\n", None),
        ("٠٠٠١١٠٤٦٥٩-07-080000", None),
    ],
)
def test_a_filing_is_named_by_its_accession_number(text: str, named: Named | None) -> None:
    assert filing_named(text) == named


@pytest.mark.parametrize("text", ["1009759", "0001009759", "CIK0001009759", "cik1009759"])
def test_a_company_has_a_number_with_zeros_or_without(text: str) -> None:
    assert cik_named(text) == 1009759


@pytest.mark.parametrize("text", ["", "0", "12345678901", "1009759x", "-1", "CIK"])
def test_what_is_no_number_of_a_company(text: str) -> None:
    assert cik_named(text) is None


@pytest.mark.parametrize(
    ("text", "ticker"),
    [
        ("CPST", "CPST"), ("cpst", "CPST"), ("BRK.B", "BRK-B"), ("brk-b", "BRK-B"),
        ("draft.md", None), ("last-year.txt", None), ("q2", None), ("a/b", None), ("..", None),
    ],
)  # fmt: skip
def test_a_ticker_is_letters_and_no_file_is_one(text: str, ticker: str | None) -> None:
    assert ticker_named(text) == ticker
    assert is_company(text) is (ticker is not None)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("CIK0001009759-submissions-001.json", True),
        ("CIK0001009760-submissions-001.json", False),
        ("../../CIK0001009759-submissions-001.json", False),
        ("CIK0001009759-submissions-001.json/../../x", False),
    ],
)
def test_a_page_of_older_filings_is_the_companys(name: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_page_of(name, 1009759) is is_one
