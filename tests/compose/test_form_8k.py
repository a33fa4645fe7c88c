"""Form 8-K: cover, items, exhibits and signature, in every format, and its cover as facts."""

import re
from collections.abc import Callable

import pytest
from msgspec import structs

from tieout.compose.book import Book, Company, Item
from tieout.compose.form_8k import form_pages, form_piece
from tieout.compose.form_8k.body import item_title
from tieout.compose.form_8k.places import address_of, exchange_code, state_code
from tieout.compose.names import names_of
from tieout.compose.outputs import formats, output
from tieout.errors import Misuse

Tell = Callable[[str, bytes], dict[str, object]]
Load = Callable[[dict[str, bytes], str], tuple[list[str], dict[str, str]]]


@pytest.fixture(scope="module")
def modern(book: Book) -> Book:
    """The book as of today: securities on the cover, growth told, a box ticked, a hostile name."""
    company = structs.replace(
        book.company,
        name='\u00c9XAMPLE & "SONS" <CORP>',
        security="Common Stock, $.001 par value",
        exchange="The Nasdaq Stock Market LLC",
    )
    assert book.form is not None
    form = structs.replace(book.form, checked=("230.425",), is_emerging_growth=False)
    return structs.replace(book, company=company, form=form)


def without_form(book: Book) -> Book:
    return structs.replace(book, form=None)


# --------------------------------------------------------------------------------------- reading


@pytest.mark.parametrize("name", formats())
def test_the_form_reads_back_in_every_format(
    name: str, book: Book, form_told: Tell, form_written: dict[str, object]
) -> None:
    assert form_told(name, output(name).render(form_piece(book), book)) == form_written


def test_the_form_with_inline_xbrl_reads_back(
    book: Book, form_told: Tell, form_written: dict[str, object]
) -> None:
    names = names_of(book)
    pages = form_pages(book, names)
    assert sorted(pages) == ["exmp-20071108.htm", "exmp-20071108_dei.xsd"]
    assert form_told("form.htm", pages["exmp-20071108.htm"]) == form_written


def test_a_box_is_ticked_by_the_rule_it_names(modern: Book, form_told: Tell) -> None:
    told = form_told("form.txt", output("text").render(form_piece(modern), modern))
    assert told["boxes"] == [True, False, False, False]


def test_a_form_that_nobody_signed_has_a_line_to_sign_on(book: Book) -> None:
    assert book.form is not None
    unsigned = structs.replace(book, form=structs.replace(book.form, signed=None))
    text = output("text").render(form_piece(unsigned), unsigned).decode()
    assert "/s/" not in text
    assert "By: ______" in text
    assert "Name: Jane Q. Public" in text


def test_fields_the_book_does_not_tell_leave_no_caption(book: Book) -> None:
    bare = structs.replace(book, company=Company(name="EXAMPLE POWER CORPORATION"))
    text = output("text").render(form_piece(bare), bare).decode()
    for caption in ("jurisdiction", "File Number", "Employer", "Address", "telephone", "growth"):
        assert caption not in text


def test_an_item_stands_under_its_official_title_of_today(book: Book) -> None:
    assert item_title("5.02").startswith("Departure of Directors or Certain Officers")
    assert item_title("2.99") == ""
    assert book.form is not None
    odd = structs.replace(book.form, items=(Item(number="2.99", text=("Nothing.",)),))
    piece = form_piece(structs.replace(book, form=odd))
    assert "Item 2.99" in [run.text for block in piece.blocks for run in getattr(block, "runs", ())]


def test_a_book_without_a_form_is_refused(book: Book) -> None:
    with pytest.raises(Misuse, match="date_of_report"):
        form_piece(without_form(book))
    with pytest.raises(Misuse, match="date_of_report"):
        form_pages(without_form(book), names_of(book))


# ----------------------------------------------------------------------------------------- facts


def test_the_cover_loads_as_inline_xbrl_with_every_fact(book: Book, arelle: Load) -> None:
    names = names_of(book)
    errors, facts = arelle(form_pages(book, names), names.form(".htm"))
    assert errors == []
    assert facts == {
        "AmendmentFlag": "False",
        "CityAreaCode": "818",
        "DocumentPeriodEndDate": "2007-11-08",
        "DocumentType": "8-K",
        "EntityAddressAddressLine1": "100 Main Street",
        "EntityAddressCityOrTown": "Chatsworth",
        "EntityAddressPostalZipCode": "91311",
        "EntityAddressStateOrProvince": "CA",
        "EntityCentralIndexKey": "0001234567",
        "EntityFileNumber": "001-12345",
        "EntityIncorporationStateCountryCode": "DE",
        "EntityRegistrantName": "EXAMPLE POWER CORPORATION",
        "EntityTaxIdentificationNumber": "95-1234567",
        "LocalPhoneNumber": "555-5300",
        "PreCommencementIssuerTenderOffer": "False",
        "PreCommencementTenderOffer": "False",
        "SolicitingMaterial": "False",
        "WrittenCommunications": "False",
    }


def test_what_todays_covers_add_loads_too(modern: Book, arelle: Load) -> None:
    names = names_of(modern)
    errors, facts = arelle(form_pages(modern, names), names.form(".htm"))
    assert errors == []
    assert facts["EntityRegistrantName"] == modern.company.name
    assert facts["WrittenCommunications"] == "True"
    assert facts["EntityEmergingGrowthCompany"] == "False"
    assert facts["Security12bTitle"] == "Common Stock, $.001 par value"
    assert (facts["TradingSymbol"], facts["SecurityExchangeName"]) == ("EXMP", "NASDAQ")


def test_a_registrant_without_a_number_is_known_by_its_name(book: Book, arelle: Load) -> None:
    nameless = structs.replace(book, company=structs.replace(book.company, cik=""))
    names = names_of(nameless)
    errors, facts = arelle(form_pages(nameless, names), names.form(".htm"))
    assert errors == []
    assert "EntityCentralIndexKey" not in facts


def test_the_page_is_ascii_without_scripts_and_links(modern: Book) -> None:
    page = form_pages(modern, names_of(modern))["exmp-20071108.htm"].decode("ascii")
    assert max(map(len, page.splitlines())) < 400
    assert not re.search(r"<script|src=|<a ", page)
    assert "&#9745;" in page


# ---------------------------------------------------------------------------------------- places


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        (
            ("21 Main Street", "Suite 5", "Chatsworth, California 91311-0001"),
            (("21 Main Street", "Suite 5"), "Chatsworth", "California", "91311-0001"),
        ),
        (
            ("21 Main Street, Suite 5, New York, N.Y. 10001",),
            (("21 Main Street, Suite 5",), "New York", "N.Y.", "10001"),
        ),
        (
            ("70 Sir John Rogerson's Quay", "Dublin 2"),
            (("70 Sir John Rogerson's Quay", "Dublin 2"),),
        ),
        (("Chatsworth, California 91311",), (("Chatsworth, California 91311",), "", "", "")),
        ((), ((), "", "", "")),
    ],
)
def test_an_address_in_its_parts(printed: tuple[str, ...], parts: tuple[object, ...]) -> None:
    address = address_of(printed)
    found = (address.lines, address.city, address.state, address.code)
    assert found == (parts if len(parts) == 4 else (*parts, "", "", ""))


def test_states_and_exchanges_by_the_names_filings_print() -> None:
    assert state_code("Delaware") == state_code("State of Delaware") == state_code("DE") == "DE"
    assert state_code("Cayman Islands") == "E9"
    assert state_code("Atlantis") == ""
    names = ("The Nasdaq Stock Market LLC", "Nasdaq Global Select Market", "NASDAQ")
    assert {exchange_code(name) for name in names} == {"NASDAQ"}
    assert exchange_code("New York Stock Exchange") == exchange_code("NYSE") == "NYSE"
    assert exchange_code("Euronext Paris") == ""
