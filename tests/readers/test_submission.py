"""EDGAR's wrapper, put around pieces of the examples."""

from datetime import date
from pathlib import Path

import pytest

from tieout.errors import Unreadable
from tieout.model.document import Filing, Grid, Heading, Paragraph
from tieout.readers import submission as reader
from tieout.readers import text
from tieout.readers.passages import Laid

HEADER = """\
-----BEGIN PRIVACY-ENHANCED MESSAGE-----
Proc-Type: 2001,MIC-CLEAR

<SEC-DOCUMENT>0001104659-07-081357.txt : 20071108
<SEC-HEADER>0001104659-07-081357.hdr.sgml : 20071108
<ACCEPTANCE-DATETIME>20071108160205
ACCESSION NUMBER:\t\t0001104659-07-081357
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t3
CONFORMED PERIOD OF REPORT:\t20071108
ITEM INFORMATION:\t\tResults of Operations and Financial Condition
ITEM INFORMATION:\t\tFinancial Statements and Exhibits
FILED AS OF DATE:\t\t20071108

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tACME CORP
\t\tCENTRAL INDEX KEY:\t\t\t0001009759
\t\tSTATE OF INCORPORATION:\t\t\tDE
\t\tFISCAL YEAR END:\t\t\t0331
</SEC-HEADER>
"""
PICTURE = "begin 644 logo.jpg\nM_]C_X``02D9)1@`!`@$`2`!(``#_\nend\n"
FORM = "FORM 8-K\n\nDate of Report: November 8, 2007\n"
PAGE = "<html><body><p>Net income was $5 million.</p></body></html>"


def document(kind: str, body: str) -> str:
    tags = f"<TYPE>{kind}\n<SEQUENCE>1\n<FILENAME>a.htm\n<DESCRIPTION>WORDS\n"
    return f"<DOCUMENT>\n{tags}<TEXT>\n{body}</TEXT>\n</DOCUMENT>\n"


@pytest.fixture
def release(house: Path) -> str:
    return (house / "examples" / "capstone-fy2008q2-release.txt").read_text("utf-8")


def test_a_full_submission_is_its_form_and_its_exhibit(release: str) -> None:
    raw = HEADER + document("8-K", FORM) + document("EX-99.1", release)
    raw += document("GRAPHIC", PICTURE) + "</SEC-DOCUMENT>\n"
    laid = reader.read(raw.encode())
    assert reader.sniff(raw.encode())
    assert laid.format == "submission"
    assert laid.filing == Filing(
        accession_number="0001104659-07-081357",
        form_type="8-K",
        registrant="ACME CORP",
        cik="0001009759",
        filed=date(2007, 11, 8),
        items=(
            "Results of Operations and Financial Condition",
            "Financial Statements and Exhibits",
        ),
        period=date(2007, 11, 8),
        state="DE",
        fiscal_year_end="0331",
    )
    form, exhibit = laid.text.split("\f", 1)
    assert form.strip() == FORM.strip()
    assert exhibit.strip() == release.strip()


def test_spans_are_shifted_with_their_document(release: str) -> None:
    alone = text.read(f"\n{release}".encode())
    raw = HEADER + document("8-K", FORM) + document("EX-99.1", release)
    laid = reader.read(raw.encode())

    def drawn(laid: Laid) -> list[str]:
        found = []
        for block in laid.blocks:
            found.append(laid.text[block.start : block.end])
            if isinstance(block, Grid):
                found += [title.of(laid.text) for title in block.titles]
                found += [laid.text[c.start : c.end] for row in block.rows for c in row.cells]
        return found

    words = drawn(laid)
    assert words[2:] == drawn(alone)
    assert any(isinstance(block, Grid) for block in laid.blocks)


@pytest.mark.parametrize(
    "wrapped",
    [
        f"<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<TEXT>\n{PAGE}\n</TEXT>\n</DOCUMENT>",
        f"<html><body><document>\n<type>EX-99.1\n<text>\n{PAGE}\n</text>\n</type></document>",
        f"<html><head></head><body><document>\n<type>EX-99.1\n<text>\n{PAGE}</text></type>",
        f"<!DOCTYPE html>\n<html><body><document>\n<type>EX-99.1\n<text>\n{PAGE}</text></type>",
        f"<?xml version='1.0'?>\n<document>\n<type>EX-99.1\n<text>\n{PAGE}</text></document>",
        f"<html><body><document>\n<type>EX-99.1\n<text>\n<meta charset='utf-8'/>\n{PAGE}</text>",
        f"<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n{PAGE}",
    ],
    ids=[
        "as filed",
        "as a browser saved it",
        "with a head",
        "with a doctype",
        "as XML",
        "a page without its first tags",
        "cut",
    ],
)
def test_a_wrapper_around_one_exhibit_adds_nothing(wrapped: str) -> None:
    assert reader.sniff(wrapped.encode())
    laid = reader.read(wrapped.encode())
    assert (laid.format, laid.text.strip()) == ("html", "Net income was $5 million.")


def test_the_feed_has_tags_and_perhaps_no_lines() -> None:
    raw = (
        "<SUBMISSION><ACCESSION-NUMBER>0000887919-21-000012<TYPE>8-K<ITEMS>2.02<ITEMS>9.01"
        "<FILING-DATE>20210127<FILER><COMPANY-DATA><CONFORMED-NAME>ACME CORP<CIK>0000887919"
        "<DOCUMENT><TYPE>8-K<SEQUENCE>1<TEXT>Form 8-K</TEXT></DOCUMENT>"
        "<DOCUMENT><TYPE>EX-99.1<SEQUENCE>2<TEXT>Net 5</TEXT></DOCUMENT></SUBMISSION>"
    )
    laid = reader.read(raw.encode())
    assert laid.text == "Form 8-K\fNet 5"
    assert laid.filing == Filing(
        "0000887919-21-000012",
        "8-K",
        "ACME CORP",
        "0000887919",
        date(2021, 1, 27),
        ("2.02", "9.01"),
    )
    assert [type(block) for block in laid.blocks] == [Heading, Heading]


def test_an_inline_form_is_a_page_and_other_parts_are_left_out() -> None:
    raw = (
        document("8-K", f"<XBRL>\n{PAGE}\n</XBRL>\n")
        + document("EX-10.1", "An agreement of 6.")
        + document("EX-99.2", "It was 7.")
        + document("EX-99.3", f"<PDF>\n{PICTURE}</PDF>\n")
        + document("XML", "<XML><a>8</a></XML>")
        + document("EX-101.INS", "<XML><a>9</a></XML>")
    )
    laid = reader.read(raw.encode())
    assert laid.text.split() == ["Net", "income", "was", "$5", "million.", "It", "was", "7."]
    assert [type(block) for block in laid.blocks] == [Paragraph, Paragraph]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("<SEC-DOCUMENT>" + " " * 5_000_000, "holds no form"),
        ("<DOCUMENT><TYPE>EX-99.1" + "<DOCUMENT>" * 100_000, "more than 5,000 documents"),
        ("<DOCUMENT><TYPE>8-K<TEXT>5" * 100_000, "more than 5,000 documents"),
        ("<SUBMISSION>" + "<" * 5_000_000, "holds no form"),
        ("<SUBMISSION>" + "\n ACCESSION NUMBER" * 200_000, "holds no form"),
        (document("GRAPHIC", PICTURE), "holds no form"),
        (document("8-K", "\x01\x02\x03" * 99), "its document 8-K: the bytes are no text"),
    ],
)
def test_what_holds_nothing_is_refused_in_a_sentence(raw: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        reader.read(raw.encode())


@pytest.mark.parametrize("tag", ["<TEXT>", "</TEXT>", "</DOCUMENT>", "<TYPE>"])
def test_tags_beyond_number_cost_their_length(tag: str) -> None:
    laid = reader.read(f"<DOCUMENT><TYPE>8-K<TEXT>Net 5 {tag * 300_000}".encode())
    assert "Net 5" in laid.text


@pytest.mark.parametrize("raw", [b"<html><p>5", b"Net 5", b"<DOCUMENT>5", b"5 <SEC-DOCUMENT>"])
def test_other_formats_are_told_apart(raw: bytes) -> None:
    assert not reader.sniff(raw)
