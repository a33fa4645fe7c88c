from collections.abc import Callable
from pathlib import Path

import pytest

from tieout.forms import recognise
from tieout.forms.form_8k import form_type
from tieout.forms.lines import Line
from tieout.model.announcement import Form8K
from tieout.model.document import Document
from tieout.readers import open_document

Opened = Callable[[str], tuple[Document, list[Line]]]

COMMISSION = "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\n\n"


def example(house: Path, name: str) -> tuple[Document, Form8K]:
    document = open_document(name, (house / "examples" / name).read_bytes())
    form = recognise(document)[1]
    assert form is not None
    return document, form


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("FORM 8-K", "8-K"),
        ("Form 8-K/A", "8-K/A"),
        ("FORM 8-K/A (Amendment No. 1)", "8-K/A"),
        ("FORM\t8-K", "8-K"),
        ("FORM 10-Q", "10-Q"),
        ("FORM 10-K", "10-K"),
        ("FORM 6-K", "6-K"),
        ("as reported in its Quarterly Report on Form 10-Q for 2020", ""),
    ],
)
def test_the_type_of_the_form(opened: Opened, line: str, expected: str) -> None:
    assert form_type(opened(f"{COMMISSION}{line}\n\nDate of Report: May 5, 2020\n")[1]) == expected


def test_a_form_named_without_the_commission_is_none(opened: Opened) -> None:
    assert form_type(opened("FORM 8-K\n")[1]) == ""


@pytest.mark.parametrize(
    ("name", "day", "opens"),
    [
        ("capstone-fy2008q2-8k.txt", "November 8, 2007", "Capstone Turbine Corporation Announces"),
        ("capstone-fy2007q2-8k.txt", "November 9, 2006", "Capstone Turbine Corporation Announces"),
    ],
)
def test_a_whole_form(house: Path, name: str, day: str, opens: str) -> None:
    document, form = example(house, name)
    assert form.registrant == "CAPSTONE TURBINE CORPORATION"
    assert [box.checked for box in form.check_boxes] == [False] * 4
    assert [item.number for item in form.items] == ["2.02", "9.01"]
    assert [exhibit.number for exhibit in form.exhibits] == ["99.1"]
    assert [exhibit.number for exhibit in form.index] == ["99.1"]
    assert [mention.number for mention in form.mentions] == ["99.1"]
    dates = [form.date_of_report, *form.event_dates, form.exhibits[0].dated]
    assert [document.figures[d.figure].text for d in dates if d] == [day] * 3
    assert document.text[form.end :].lstrip("*\n ").startswith(opens)


def test_a_form_alone_has_no_release(opened: Opened) -> None:
    # Pericom Semiconductor Corporation, Form 8-K, July 29, 2003, shortened
    document, _ = opened(
        "        UNITED STATES SECURITIES AND EXCHANGE COMMISSION\n\n               FORM 8-K\n\n"
        "    Date of Report (Date of Earliest Event Reported): July 29, 2003\n\n"
        "Item 9. Regulation FD Disclosure.\n\nOn July 29, 2003, Pericom Semiconductor Corporation"
        " issued a press release\nannouncing earnings results for the fiscal fourth quarter and"
        " year ended June 28, 2003.\n\n          SIGNATURES\n\nPursuant to the requirements of the"
        " Securities Exchange Act of 1934\n\n  By: /s/ Alex C. Hui\n\nDate: July 29, 2003\n\n"
        "                     2\n\n</TEXT>\n"
    )
    kind, form, announcement, calendar, _ = recognise(document)
    assert (kind, announcement) == ("8-K", None)
    assert form is not None
    assert calendar is not None
    assert (calendar.fiscal_year, calendar.fiscal_quarter) == (2003, 4)


def test_a_bare_exhibit_mark_ends_the_form(opened: Opened) -> None:
    document, _ = opened(
        f"{COMMISSION}FORM 8-K\n\nDate of Report: May 5, 2020\n\nItem 2.02 Results\n\nSIGNATURE\n\n"
        "Pursuant to the requirements of the Act of 1934\n\nBy: /s/ A. Bee\n\nEXHIBIT 99.1\n\n"
        "Acme Reports First Quarter 2020 Results\n"
    )
    _, form, announcement, *_ = recognise(document)
    assert form is not None
    assert document.text[form.end :].lstrip().startswith("EXHIBIT 99.1")
    assert announcement is not None
    assert announcement.headline == "Acme Reports First Quarter 2020 Results"
