import pytest
from msgspec import structs

from tieout.engine import read
from tieout.model.document import Filing
from tieout.model.registrant import Registrant, registrant


def test_a_word_that_stands_for_the_company_is_no_name() -> None:
    # Patriot Transportation, May 2019: "Our …" opens the release that prints no name over it.
    assert not Registrant("Our").is_named
    assert not Registrant("The Company").is_named
    assert Registrant("The Home Depot, Inc.").is_named


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Example Corp.", "EXAMPLE CORPORATION"),
        ("The Example Company, Inc.", "Example Co"),
        ("St. Example's plc", "St Example\u2019s"),
        ("Limited Inc.", "LIMITED INC"),
    ],
)
def test_one_name_is_printed_in_many_ways(one: str, other: str) -> None:
    assert Registrant(one).key == Registrant(other).key
    assert Registrant(one).may_be(Registrant(other))


def test_cik_tells_before_the_name_and_a_ticker_survives_a_new_name() -> None:
    assert Registrant("Old Name", "0000123").may_be(Registrant("New Name", "123"))
    assert not Registrant("Example", "123").may_be(Registrant("Example", "124"))
    assert Registrant("Old Name", "", "exmp").may_be(Registrant("New Name", "", "EXMP"))
    assert not Registrant("Example").may_be(Registrant("Sample"))


def test_what_only_one_tells_settles_nothing() -> None:
    assert Registrant().may_be(Registrant("Example", "123", "EXMP"))


def test_a_release_is_filed_by_whom_its_heading_and_header_name() -> None:
    note = read("note.txt", b"Revenue was $5 million.\n")
    assert registrant(note) == Registrant()
    document = structs.replace(note.document, filing=Filing(registrant="EXAMPLE", cik="0000123"))
    assert registrant(structs.replace(note, document=document)) == Registrant("EXAMPLE", "0000123")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Registrant("Acme Inc."), Registrant("ACME CORPORATION"), True),
        (Registrant("Acme", ticker="ACM"), Registrant("Apex", ticker="acm"), True),
        (Registrant(cik="0000000007"), Registrant("Acme", cik="7"), True),
        (Registrant("Acme", cik="7"), Registrant("Acme", cik="8"), False),
        (Registrant("Acme"), Registrant("Apex"), False),
        (Registrant("Acme"), Registrant(cik="7"), False),
        (Registrant(), Registrant(), False),
    ],
)
def test_what_is_surely_one_company_shares_what_it_tells(
    one: Registrant, other: Registrant, *, expected: bool
) -> None:
    assert one.is_surely(other) is expected
    assert other.is_surely(one) is expected
