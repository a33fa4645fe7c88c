"""What a filing says of itself."""

from datetime import date
from pathlib import Path

import pytest

from tieout.compose.init.particulars import company_of, form_of, heading_of, style_of
from tieout.engine import read
from tieout.errors import Misuse
from tieout.model.workpaper import Release

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def form_8k() -> Release:
    name = "capstone-fy2008q2-8k.txt"
    return read(name, (EXAMPLES / name).read_bytes())


def test_the_company_is_that_of_the_cover(form_8k: Release) -> None:
    company = company_of(form_8k)
    assert company.name == "CAPSTONE TURBINE CORPORATION"
    assert (company.ticker, company.exchange) == ("CPST", "NASDAQ")
    assert company.state == "Delaware"
    assert company.commission_file_number == "001-15957"
    assert company.employer_identification_number == "95-4180883"
    assert company.telephone == "(818) 734-5300"


def test_the_form_has_its_items_exhibits_and_signature(form_8k: Release) -> None:
    text = form_8k.document.text
    form = form_of(form_8k, lambda start, end: text[start:end])
    assert form is not None
    assert form.date_of_report == form.signed == date(2007, 11, 8)
    assert [item.number for item in form.items] == ["2.02", "9.01"]
    assert len(form.items[0].text) == 1
    assert form.items[0].text[0].startswith("On November 8, 2007")
    assert form.items[1].text == ()
    assert [exhibit.number for exhibit in form.exhibits] == ["99.1"]
    assert form.signatory.name == "Walter J. McBride"
    assert form.checked == ()


def test_a_release_alone_has_no_form_and_the_name_of_its_heading(capstone: Release) -> None:
    assert form_of(capstone, lambda start, end: "") is None
    assert company_of(capstone).name == "Capstone Turbine Corporation"
    assert heading_of(capstone, "x").date == date(2007, 11, 8)


def test_the_style_is_what_most_figures_are_printed_in(capstone: Release, nvent: Release) -> None:
    style = style_of(capstone, "--")
    assert (style.money, style.decimals, style.percent, style.currency) == ("million", 1, "%", "$")
    style = style_of(nvent, "\u2014")
    assert (style.decimals, style.percent, style.nil) == (0, " percent", "\u2014")


def test_a_document_without_a_day_starts_no_book() -> None:
    with pytest.raises(Misuse, match="names no day"):
        heading_of(read("notes.txt", b"Some words on 12 pages.\n"), "")
