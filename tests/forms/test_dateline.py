from collections.abc import Callable
from datetime import date

import pytest

from tieout.forms.dateline import company_at, dateline, names_wire
from tieout.forms.lines import Line
from tieout.model.document import Document

Opened = Callable[[str], tuple[Document, list[Line]]]


@pytest.mark.parametrize(
    ("text", "city", "wire", "company"),
    [
        ("CHATSWORTH, Calif.--(BUSINESS WIRE)--Nov. 8, 2007--Capstone Turbine Corporation (R)"
         " (www.microturbine.com;) (NASDAQ:CPST) reported",
         "CHATSWORTH, Calif.", "BUSINESS WIRE", "Capstone Turbine Corporation"),
        ("NEWTOWN, PA - November 8, 2007 (NEWMEDIAWIRE) - Forian Inc. (Nasdaq: FORA), a leading",
         "NEWTOWN, PA", "NEWMEDIAWIRE", "Forian Inc."),
        ("Irving, TX - GLOBE NEWSWIRE - November 8, 2007 - Forterra, Inc. (“Forterra”) (NASDAQ:",
         "Irving, TX", "GLOBE NEWSWIRE", "Forterra, Inc."),
        ("(Bridgehampton, NY – November 8, 2007) Bridge Bancorp, Inc. (NASDAQ: BDGE), the parent",
         "Bridgehampton, NY", "", "Bridge Bancorp, Inc."),
        ("Orlando, Fla., November 8, 2007- (NYSE: TUP) Tupperware Brands Corporation (the",
         "Orlando, Fla.", "", "Tupperware Brands Corporation"),
        ("New York, NY, November 8, 2007......Standard Motor Products, Inc. (NYSE: SMP), an",
         "New York, NY", "", "Standard Motor Products, Inc."),
        ("HOUSTON (November 8, 2007) – Cadence Bancorporation (NYSE: CADE) today announced",
         "HOUSTON", "", "Cadence Bancorporation"),
        ("LONDON — November 8, 2007 — nVent Electric plc (NYSE: NVT) today announced",
         "LONDON", "", "nVent Electric plc"),
    ],
)  # fmt: skip
def test_a_dateline(opened: Opened, text: str, city: str, wire: str, company: str) -> None:
    document, _ = opened(text + " its results.\n")
    found = dateline(document, 0, len(text))
    assert (found.city, found.wire) == (city, wire)
    assert found.day
    assert found.day.day == date(2007, 11, 8)
    assert company_at(document.text, found.end, len(text)) == company


def test_a_sentence_is_no_dateline(opened: Opened) -> None:
    text = "Acme, Inc. today announced that on November 8, 2007 it will report.\n"
    found = dateline(opened(text)[0], 0, len(text))
    assert (found.city, found.day, found.end) == ("", None, 0)


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("The PNC Financial Services Group, Inc. (NYSE: PNC) today",
         "The PNC Financial Services Group, Inc."),
        ("Bank of the Ozarks, Inc. announced", "Bank of the Ozarks, Inc."),
        ("Microsoft Corp. today announced", "Microsoft Corp."),
        ("AT&T Inc. reported", "AT&T Inc."),
        ("Pericom Semiconductor Corporation [NASDAQ National Market: PSEM] today",
         "Pericom Semiconductor Corporation"),
        ("today is the day", ""),
    ],
)  # fmt: skip
def test_the_name_at_the_start_of_a_sentence(text: str, company: str) -> None:
    assert company_at(text, 0, len(text)) == company


def test_a_wire_is_named() -> None:
    assert names_wire("/PRNewswire-FirstCall/")
    assert not names_wire("made of copper wire for 2020")


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Today, the Company reported net income of $5 million.", ""),
        ("Citing strong demand, Acme Industries today reported record sales.", ""),
        ("Reflecting higher prices, sales rose.", ""),
        ("FORT WORTH, TX (Nasdaq: ACME)", ""),
        ("Boeing reported second quarter results.", "Boeing"),
        ("Boeing (NYSE: BA) had a loss.", "Boeing"),
        ("Acme Inc. Reports Second Quarter Results", "Acme Inc."),
        ("Today, Acme Industries, Inc. announced its results.", "Acme Industries, Inc."),
    ],
)
def test_a_name_is_told_right_or_not_at_all(text: str, company: str) -> None:
    assert company_at(text, 0, len(text)) == company
