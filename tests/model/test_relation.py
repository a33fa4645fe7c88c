from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from tieout.engine import read
from tieout.model.document import Filing
from tieout.model.relation import announced, in_time, is_of_one_quarter, role
from tieout.model.workpaper import Release

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def example(name: str) -> Release:
    return read(f"{name}.txt", (EXAMPLES / f"{name}.txt").read_bytes())


@pytest.fixture(scope="module")
def renderings() -> tuple[Release, Release]:
    return example("capstone-fy2008q2-8k"), example("capstone-fy2008q2-release")


@pytest.fixture(scope="module")
def year_before() -> Release:
    return example("capstone-fy2007q2-8k")


NOTE = read("note.txt", b"Revenue was $5 million.\n")


def test_two_renderings_announce_one_quarter_and_two_years_do_not(
    renderings: tuple[Release, Release], year_before: Release
) -> None:
    form, release = renderings
    assert is_of_one_quarter(form, release)
    assert not is_of_one_quarter(form, year_before)
    assert role(form, release) == "companion"
    assert role(form, year_before) == "prior"
    assert role(year_before, form) == "later"


def test_a_document_without_a_quarter_is_no_copy_of_anything(year_before: Release) -> None:
    assert not is_of_one_quarter(NOTE, NOTE)
    assert role(year_before, NOTE) == "prior"


def test_filings_stand_in_order_of_their_quarters_then_their_days(
    renderings: tuple[Release, Release], year_before: Release
) -> None:
    ordered = sorted([*renderings, year_before, NOTE], key=in_time)
    assert ordered[:2] == [NOTE, year_before]
    assert announced(year_before) == date(2006, 11, 9)


def test_a_document_that_is_not_dated_is_as_old_as_its_filing() -> None:
    assert announced(NOTE) is None
    filed = structs.replace(NOTE.document, filing=Filing(filed=date(2020, 5, 7)))
    assert announced(structs.replace(NOTE, document=filed)) == date(2020, 5, 7)
