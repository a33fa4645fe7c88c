"""Which of a store's filings a release is held against."""

from collections.abc import Callable
from pathlib import Path

import pytest

import tieout
from tieout import Misuse, Release

Reading = Callable[[str], Release]

ACME = """{company} ANNOUNCES {words} QUARTER RESULTS
AUSTIN, Texas -- {dated} -- {company}{ticker} today announced its results.

Revenue for the {words} quarter ended {end} was ${revenue} million.
"""


def acme(
    end: str,
    dated: str,
    revenue: int = 11,
    *,
    company: str = "ACME CORPORATION",
    ticker: str = " (NASDAQ: ACME)",
) -> Release:
    """A release of a company, of the quarter that ends on that day."""
    words = {"March": "first", "June": "second", "September": "third"}[end.split()[0]]
    text = ACME.format(
        company=company, words=words, dated=dated, ticker=ticker, end=end, revenue=revenue
    )
    return tieout.read(text.encode(), name=f"{company.split()[0].lower()}-{end[-4:]}-{words}.txt")


def beside(subject: Release, path: Path, *held: Release) -> list[str]:
    """The names of what the subject is held against, of a store of these."""
    with tieout.open_store(path) as store:
        for one in held:
            store.add(one)
        return [one.document.name for one in store.beside(subject)]


def test_the_quarters_before_and_the_same_in_the_order_of_time(tmp_path: Path) -> None:
    subject = acme("September 30, 2007", "November 8, 2007")
    names = beside(
        subject,
        tmp_path / "q.duckdb",
        acme("September 30, 2007", "November 8, 2007", 12),  # the same quarter in other words
        acme("June 30, 2007", "August 8, 2007"),
        acme("September 30, 2006", "November 8, 2006"),
        subject,
        acme("March 31, 2008", "May 8, 2008"),  # nobody knew of it
        acme("September 30, 2003", "November 8, 2003"),  # too long ago
        acme("June 30, 2007", "August 9, 2007", company="OTHER CORPORATION", ticker=""),
    )
    assert names == ["acme-2006-third.txt", "acme-2007-second.txt", "acme-2007-third.txt"]


def test_a_company_of_another_name_with_the_ticker_is_the_same(tmp_path: Path) -> None:
    subject = acme("September 30, 2007", "November 8, 2007")
    held = acme("June 30, 2007", "August 9, 2007", company="APEX CORPORATION")
    assert beside(subject, tmp_path / "q.duckdb", held) == ["apex-2007-second.txt"]


def test_who_does_not_say_who_files_is_told_so(tmp_path: Path) -> None:
    nobody = tieout.read(b"Revenue was $7.2 million.\n", name="draft.txt")
    with pytest.raises(Misuse, match=r"draft\.txt does not say who files it"):
        beside(nobody, tmp_path / "q.duckdb")


FILING = """<SEC-DOCUMENT>
<SEC-HEADER>
CONFORMED SUBMISSION TYPE: 8-K
FILER:
  COMPANY DATA:
    COMPANY CONFORMED NAME: ACME CORP
    CENTRAL INDEX KEY: {cik}
</SEC-HEADER>
<DOCUMENT>
<TYPE>EX-99.1
<TEXT>
{text}
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


def test_one_name_of_two_registrants_is_told(tmp_path: Path) -> None:
    text = acme("June 30, 2007", "August 8, 2007", ticker="").document.text
    held = [
        tieout.read(FILING.format(cik=cik, text=text).encode(), name=f"{cik}.txt")
        for cik in ("0000000007", "0000000008")
    ]
    assert [one.document.filing.cik for one in held if one.document.filing] == [
        "0000000007",
        "0000000008",
    ]
    subject = acme("September 30, 2007", "November 8, 2007", ticker="")
    with pytest.raises(Misuse, match=r"may be any of 2 registrants .* \(CIK 7, 8\)"):
        beside(subject, tmp_path / "q.duckdb", *held)
