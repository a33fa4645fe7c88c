from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.forms import recognise
from tieout.forms.lines import Line
from tieout.model.document import Document
from tieout.readers import open_document

Opened = Callable[[str], tuple[Document, list[Line]]]

COMMISSION = "SECURITIES AND EXCHANGE COMMISSION\n\n"
RELEASE = (
    "Acme Reports First Quarter 2020 Results\n\nDAYTON - May 5, 2020 - Acme, Inc. (NYSE: ACM) today"
    " reported results for the quarter ended March 31, 2020.\n"
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{COMMISSION}FORM 8-K\n\nDate of Report: May 5, 2020\n", "8-K"),
        (f"{COMMISSION}FORM 8-K/A\n\nDate of Report: May 5, 2020\n", "8-K/A"),
        (f"{COMMISSION}FORM 10-Q\n\nfor the quarterly period ended March 31, 2020\n", "10-Q"),
        (f"{COMMISSION}FORM 10-K/A\n\nfor the fiscal year ended March 31, 2020\n", "10-K"),
        (f"{COMMISSION}FORM 6-K\n\nfor the month of May 2020\n", "6-K"),
        (RELEASE, "release"),
        ("Quarterly Financial Supplement\n\nFirst Quarter 2020\n\n\t2020\n\t1\n", "supplement"),
        ("Three things: 1, 2, 3.\n", "other"),
    ],
)
def test_what_a_document_is(opened: Opened, text: str, kind: str) -> None:
    assert recognise(opened(text)[0])[0] == kind


def wrapped(form: str, told: str, body: str) -> str:
    header = "".join(f"{line}\n" for line in told.split("|"))
    return (
        f"<SEC-HEADER>0001.hdr.sgml : 20200505\nCONFORMED SUBMISSION TYPE:\t{form}\n{header}"
        f"</SEC-HEADER>\n<DOCUMENT>\n<TYPE>{form}\n<TEXT>\n{body}</TEXT>\n</DOCUMENT>\n"
    )


def test_the_header_tells_who_files_where_the_cover_does_not(opened: Opened) -> None:
    told = "\tCOMPANY CONFORMED NAME:\tACME CORP|\tSTATE OF INCORPORATION:\tDE"
    text = wrapped("8-K", told, f"{COMMISSION}FORM 8-K\n\nDate of Report: May 5, 2020\n")
    form = recognise(opened(text)[0])[1]
    assert form is not None
    assert (form.registrant, form.state_of_incorporation) == ("ACME CORP", "Delaware")


@pytest.mark.parametrize(
    ("told", "calendar"),
    [
        ("CONFORMED PERIOD OF REPORT:\t20200331", (2020, 1, "2020-03-31")),
        ("CONFORMED PERIOD OF REPORT:\t20200331|\tFISCAL YEAR END:\t0930", (2020, 2, "2020-03-31")),
        ("CONFORMED PERIOD OF REPORT:\t20209931|\tFISCAL YEAR END:\t9930", None),
    ],
)
def test_the_header_tells_a_period_that_no_words_tell(
    opened: Opened, told: str, calendar: tuple[int, int, str] | None
) -> None:
    text = wrapped(
        "10-Q", told, f"{COMMISSION}FORM 10-Q\n\nThe quarterly report of Acme, page 1.\n"
    )
    found = recognise(opened(text)[0])[3]
    named = found and (found.fiscal_year, found.fiscal_quarter, f"{found.period_end}")
    assert named == calendar


def test_the_words_of_a_document_outvote_its_header(opened: Opened) -> None:
    told = "CONFORMED PERIOD OF REPORT:\t20200505|\tFISCAL YEAR END:\t0930"
    calendar = recognise(opened(wrapped("8-K", told, RELEASE))[0])[3]
    assert calendar is not None
    assert (calendar.fiscal_quarter, f"{calendar.period_end}") == (1, "2020-03-31")


PIECES = st.sampled_from([
    *RELEASE.split(), COMMISSION, "FORM 8-K\n\n", "Item 2.02", "\n\n", "\t", "[x]", "SIGNATURE\n\n",
    "Date of Report", "/s/", "Exhibit 99.1", "Exhibit Index\n", "(Zip Code)", "By:", "By: /s/",
    "Monday, May 36,", "0007", "September 31, 2007", "ended", "conference call 9:99 p.m.", "(",
    ")", "Q2", "Written communications pursuant to Rule 425", "**", "\u0097", "CONTACT: ", "\f",
    "--", "quarter",
])  # fmt: skip


@given(st.lists(PIECES, max_size=60))
def test_odd_text_is_read_all_the_same(pieces: list[str]) -> None:
    document = open_document("odd.txt", ("1 " + " ".join(pieces)).encode())
    _, form, announcement, calendar, _ = recognise(document)
    if form is not None:
        assert 0 <= form.start <= form.end <= len(document.text)
    if announcement is not None:
        assert announcement.start <= announcement.end
        for named in announcement.weekdays:
            assert document.figures[named.dated.figure].kind == "date"
    if calendar is not None:
        assert calendar.current.days <= timedelta(days=100).days
