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
