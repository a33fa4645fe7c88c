"""The documents of a filing: which is the release, and how another is chosen."""

from datetime import date
from typing import Any

import pytest

from tieout.edgar.exhibits import part, whole
from tieout.edgar.names import Named
from tieout.engine import read
from tieout.errors import Misuse

OWN = "0001104659-07-080000"


@pytest.fixture
def several(stand_in_module: Any) -> bytes:
    """A filing with a form, a letter, a release and a picture."""
    day = date(2007, 8, 8)
    text = stand_in_module.release(1, 2008, date(2007, 6, 30), day)
    letter = "Dear shareholders,\n\nThis is letter no. 7 of our series.\n"
    filed = stand_in_module.Filed(
        OWN, day, day, ("2.02", "9.01"),
        (("8-K", stand_in_module.form(day)), ("EX-99.1", letter), ("EX-99.2", text),
         ("GRAPHIC", "begin 644 x.jpg\nM_]C_X\nend"), ("EX-10.1", "An agreement of 5 pages.")),
    )  # fmt: skip
    raw: bytes = filed.raw
    return raw


def test_the_release_is_the_exhibit_that_reads_as_one(several: bytes) -> None:
    cut = part(Named(OWN), several)
    assert (cut.type, cut.others) == ("EX-99.2", ("EX-99.1",))
    assert cut.name == f"{OWN}-ex-99.2.txt"
    release = read(cut.name, cut.raw)
    assert release.kind == "release"
    assert release.document.filing is not None
    assert release.document.filing.accession_number == OWN


def test_its_bytes_are_the_filings_own(several: bytes) -> None:
    cut = part(Named(OWN), several)
    head, _, rest = cut.raw.partition(b"<DOCUMENT>")
    assert several.startswith(head)
    assert rest.removesuffix(b"</SEC-DOCUMENT>\n").strip() in several


def test_another_is_chosen_by_its_type(several: bytes) -> None:
    assert b"Dear shareholders" in part(Named(OWN, "EX-99.1"), several).raw
    assert b"An agreement" in part(Named(OWN, "EX-10.1"), several).raw
    with pytest.raises(Misuse, match=r"has no EX-99.3: it holds 8-K, EX-99.1, EX-99.2, EX-10.1"):
        part(Named(OWN, "EX-99.3"), several)


def test_the_whole_is_the_form_and_its_exhibits_99(several: bytes) -> None:
    for cut in (whole(OWN, several), part(Named(OWN, "ALL"), several)):
        assert cut.name == f"{OWN}.txt"
        assert b"Dear shareholders" in cut.raw
        assert b"FORM 8-K" in cut.raw
        assert b"GRAPHIC" not in cut.raw
        assert b"An agreement" not in cut.raw


def test_a_form_without_an_exhibit_is_itself_what_is_checked(stand_in_module: Any) -> None:
    day = date(2007, 8, 8)
    filed = stand_in_module.Filed(OWN, day, day, ("2.02",), (("8-K", stand_in_module.form(day)),))
    assert part(Named(OWN), filed.raw).type == "8-K"
