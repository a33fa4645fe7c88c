"""What EDGAR lists, as it does and as a hostile server would."""

import gzip
import json
from datetime import date

import pytest

from tieout.edgar.listed import Columns, Submissions, by_ticker, filer, listed, pages, told
from tieout.edgar.refusals import Unreachable

NUMBER = "0001104659-07-080000"


def columns(**more: list[str]) -> Columns:
    usual = {"accessionNumber": [NUMBER], "form": ["8-K"], "filingDate": ["2007-11-08"]}
    usual |= {"reportDate": ["2007-11-07"], "items": ["2.02,9.01"]}
    return told(json.dumps(usual | more).encode(), Columns, "page")


def test_a_filing_is_listed() -> None:
    (one,) = listed(columns(), 1009759, "page")
    assert (one.accession, one.form, one.cik) == (NUMBER, "8-K", 1009759)
    assert (one.filed, one.period) == (date(2007, 11, 8), date(2007, 11, 7))
    assert one.items == ("2.02", "9.01")


@pytest.mark.parametrize("number", ["../../etc/passwd", "0001104659-07-080000:x", "", "1"])
def test_what_is_no_accession_number_is_passed_over(number: str) -> None:
    assert list(listed(columns(accessionNumber=[number]), 1, "page")) == []


def test_columns_of_several_lengths_are_refused() -> None:
    with pytest.raises(Unreachable, match="list is not what it should be"):
        list(listed(columns(items=[]), 1, "list"))


@pytest.mark.parametrize(
    "raw",
    [b"", b"<html>", b"[]", b'{"filings": 1}', b'{"x":' * 90_000, b'{"name": "\xff"}',
     b'{"x":' + b"[" * 90_000],
)  # fmt: skip
def test_an_answer_that_is_something_else_is_a_sentence(raw: bytes) -> None:
    with pytest.raises(Unreachable, match="EDGAR's list is not what it should be"):
        told(raw, Submissions, "list")


def test_only_pages_of_the_days_wanted_are_named() -> None:
    page = {"filingFrom": "2001-01-05", "filingTo": "2006-12-29"}
    files = [
        {"name": "CIK0000000007-submissions-001.json", **page},
        {"name": "../CIK0000000007-submissions-002.json", **page},
        {"name": "CIK0000000008-submissions-001.json", **page},
    ]
    raw = json.dumps({"filings": {"recent": {}, "files": files}}).encode()
    of = told(raw, Submissions, "list")
    assert list(pages(of, 7, None, None)) == ["CIK0000000007-submissions-001.json"]
    assert len(list(pages(of, 7, date(2006, 12, 29), date(2008, 1, 1)))) == 1
    assert list(pages(of, 7, date(2006, 12, 30), None)) == []
    assert list(pages(of, 7, None, date(2001, 1, 4))) == []


def test_a_ticker_leads_to_its_company() -> None:
    raw = b'{"0":{"cik_str":7,"ticker":"BRK-B","title":"x"},"1":{"cik_str":8,"ticker":"CPST"}}'
    assert (by_ticker(raw, "CPST"), by_ticker(raw, "BRK-B"), by_ticker(raw, "X")) == (8, 7, None)
    for number in (b"-8", b"0", b"1" * 40, b'"8"', b"8.5"):
        with pytest.raises(Unreachable):
            by_ticker(raw.replace(b"8,", number + b",", 1), "CPST")


def test_a_quarters_index_leads_to_the_filer() -> None:
    lines = [f"{n}|CO {n}|8-K|2007-11-08|edgar/data/{n}/{n:010}-07-000001.txt" for n in range(9999)]
    lines += [f"1009759|CAPSTONE|8-K|2007-11-08|edgar/data/1009759/{NUMBER}.txt", ""]
    packed = gzip.compress("\n".join(lines).encode())
    assert filer(packed, NUMBER) == 1009759
    assert filer(packed, "0001104659-07-080001") is None
    for damaged in (packed[:9], b"words", gzip.compress(b"0" * 5_000_000)):
        with pytest.raises(Unreachable, match="index of a quarter is damaged"):
            filer(damaged, NUMBER)
