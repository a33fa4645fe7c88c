"""The full-submission text file."""

from collections.abc import Callable

import pytest
from msgspec import structs

from tieout.compose.blocks import Piece
from tieout.compose.book import Book, Company
from tieout.compose.form_8k import form_pages, form_piece
from tieout.compose.names import names_of
from tieout.compose.outputs import output
from tieout.compose.submission import Part, submission
from tieout.engine import read
from tieout.errors import Misuse

HEADER = """\
<SEC-DOCUMENT>0000000000-07-000000.txt
<SEC-HEADER>0000000000-07-000000.hdr.sgml
ACCESSION NUMBER:\t\t0000000000-07-000000
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t2
CONFORMED PERIOD OF REPORT:\t20071108
ITEM INFORMATION:\t\tResults of Operations and Financial Condition
ITEM INFORMATION:\t\tFinancial Statements and Exhibits

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\tEXAMPLE POWER CORPORATION
\t\tCENTRAL INDEX KEY:\t0001234567
\t\tIRS NUMBER:\t951234567
\t\tSTATE OF INCORPORATION:\tDE

\tFILING VALUES:
\t\tFORM TYPE:\t8-K
\t\tSEC ACT:\t1934 Act
\t\tSEC FILE NUMBER:\t001-12345

\tBUSINESS ADDRESS:
\t\tSTREET 1:\t100 Main Street
\t\tCITY:\tChatsworth
\t\tSTATE:\tCA
\t\tZIP:\t91311
\t\tBUSINESS PHONE:\t(818) 555-5300

</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>exmp-20071108.htm
<DESCRIPTION>FORM 8-K
<TEXT>
<XBRL>
"""


def parts(book: Book, release: Piece, name: str) -> tuple[Part, Part]:
    names, module = names_of(book), output(name)
    form = names.form(module.SUFFIX)
    page = module.render(form_piece(book), book)
    page = form_pages(book, names)[form] if name == "html" else page
    exhibit = Part(
        "EX-99.1", names.release(module.SUFFIX), "PRESS RELEASE", module.render(release, book)
    )
    return Part("8-K", form, "FORM 8-K", page), exhibit


@pytest.mark.parametrize("name", ["html", "text"])
def test_a_submission_reads_back_as_both_its_documents(
    name: str,
    book: Book,
    release: Piece,
    form_told: Callable[[str, bytes], dict[str, object]],
    form_written: dict[str, object],
) -> None:
    raw = submission(book, parts(book, release, name))
    assert form_told("full.txt", raw) == form_written
    found = read("full.txt", raw)
    assert [one.kind for one in found.statements] == ["balance_sheet", "income_statement"]
    filing = found.document.filing
    assert filing is not None
    assert (filing.accession_number, filing.cik) == ("0000000000-07-000000", "0001234567")
    assert filing.items == (
        "Results of Operations and Financial Condition",
        "Financial Statements and Exhibits",
    )
    assert filing.filed is None


def test_the_header_is_edgars_and_inline_xbrl_is_marked(book: Book, release: Piece) -> None:
    text = submission(book, parts(book, release, "html")).decode("ascii")
    assert text.startswith(HEADER)
    assert "</html>\n</XBRL>\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-99.1\n" in text
    assert text.endswith("</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n")


def test_fields_open_no_tag_and_stay_on_their_line(book: Book) -> None:
    hostile = Company(name="A\n<DOCUMENT>\n<TYPE>10-K")
    text = submission(structs.replace(book, company=hostile), ()).decode("ascii")
    assert "<DOCUMENT>" not in text
    assert "\t\tCOMPANY CONFORMED NAME:\tA DOCUMENT> TYPE>10-K\n" in text
    assert "BUSINESS ADDRESS" not in text


def test_a_book_without_a_form_is_refused(book: Book) -> None:
    with pytest.raises(Misuse, match="has no form"):
        submission(structs.replace(book, form=None), ())
