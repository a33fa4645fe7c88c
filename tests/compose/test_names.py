"""What the files of a filing are called."""

import re

import pytest
from msgspec import structs

from tieout.compose.book import Book, Company
from tieout.compose.names import LONGEST, names_of


@pytest.mark.parametrize(
    ("company", "stem"),
    [
        (Company(name="EXAMPLE POWER CORP", ticker="BRK.B"), "brkb-20071108"),
        (Company(name="EXAMPLE POWER CORP", short="\u00c9x-ample"), "example-20071108"),
        (Company(name="The Extraordinary Power Company"), "extraordin-20071108"),
        (Company(name="\u6771\u829d"), "registrant-20071108"),
        (Company(name="../../etc/passwd"), "etc-20071108"),
    ],
)
def test_files_are_called_by_the_company_and_the_day(
    company: Company, stem: str, book: Book
) -> None:
    assert names_of(structs.replace(book, company=company)).stem == stem


def test_without_a_form_the_day_is_the_releases(book: Book) -> None:
    assert names_of(structs.replace(book, form=None)).stem == "exmp-20071108"


def test_edgar_takes_every_name_and_the_exhibits_holds_99(book: Book) -> None:
    company = Company(name="x" * 80)
    names = names_of(structs.replace(book, company=company))
    made = [names.form(".docx"), names.release(".docx"), names.cover_schema, names.submission]
    for name in made:
        assert re.fullmatch(r"[a-z0-9][a-z0-9._-]*", name)
    assert all(len(name) <= LONGEST for name in (names.form(".htm"), names.release(".htm")))
    assert "99" in names.release(".htm")
