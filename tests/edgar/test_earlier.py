"""The releases a draft is held against: two of twelve filings, and never its own."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tieout.edgar.client import Edgar
from tieout.edgar.earlier import earlier, wanted
from tieout.edgar.exhibits import part
from tieout.edgar.names import Named
from tieout.engine import read
from tieout.errors import Misuse
from tieout.model.workpaper import Release

CAPSTONE = 1009759


@pytest.fixture
def draft(house: Path) -> Release:
    path = house / "examples" / "capstone-fy2008q2-release.txt"
    return read("draft.txt", path.read_bytes())


def numbers(edgar: Edgar, subject: Release) -> list[str]:
    return [one.listed.accession for one in earlier(edgar, CAPSTONE, subject)]


def test_two_of_twelve_are_the_right_ones(
    edgar: Edgar, draft: Release, stand_in: Any, stand_in_module: Any
) -> None:
    assert len(stand_in.filings) == 12
    right = [stand_in_module.QUARTER_BEFORE, stand_in_module.YEAR_AGO]
    assert numbers(edgar, draft) == right
    own = part(Named(stand_in_module.OWN), edgar.filing(stand_in_module.OWN))
    assert numbers(edgar, read(own.name, own.raw)) == right


def test_what_is_wanted_is_told_by_the_drafts_own_calendar(draft: Release) -> None:
    assert [(one.words, one.end) for one in wanted(draft)] == [
        ("the quarter before", date(2007, 6, 30)),
        ("the same quarter a year before", date(2006, 9, 30)),
    ]


def test_only_what_may_be_meant_is_fetched(edgar: Edgar, draft: Release, stand_in: Any) -> None:
    earlier(edgar, CAPSTONE, draft)
    fetched = [path for path in stand_in.paths if path.endswith(".txt")]
    assert len(fetched) == 6  # what reports results within half a year of either quarter's end


def test_an_amendment_that_reports_all_again_is_taken_for_the_original(
    edgar: Edgar, draft: Release, stand_in: Any, stand_in_module: Any
) -> None:
    told = ("0001104659-07-061001", 1, 2008, date(2007, 6, 30), date(2007, 8, 21))
    stand_in.filings.insert(10, stand_in_module.of_results(*told, form="8-K/A"))
    assert numbers(edgar, draft)[0] == "0001104659-07-061001"


def test_an_amendment_in_words_is_not(
    edgar: Edgar, draft: Release, stand_in: Any, stand_in_module: Any
) -> None:
    words = stand_in_module.preliminary(date(2007, 8, 21), "first", "June 30, 2007")
    told = ("0001104659-07-061001", date(2007, 8, 21), "2.02", words)
    stand_in.filings.insert(10, stand_in_module.of_another(*told, form="8-K/A"))
    assert numbers(edgar, draft)[0] == stand_in_module.QUARTER_BEFORE


def test_results_under_another_item_are_found_where_there_are_no_others(
    edgar: Edgar, draft: Release, stand_in: Any, stand_in_module: Any
) -> None:
    end, day = date(2007, 6, 30), date(2007, 8, 8)
    text = stand_in_module.release(1, 2008, end, day)
    told = (stand_in_module.QUARTER_BEFORE, day, "7.01", text)
    stand_in.filings[8] = stand_in_module.of_another(*told)
    assert numbers(edgar, draft)[0] == stand_in_module.QUARTER_BEFORE


def test_a_quarter_without_a_release_has_none(edgar: Edgar, draft: Release, stand_in: Any) -> None:
    del stand_in.filings[8]
    assert len(numbers(edgar, draft)) == 1


def test_a_draft_that_says_no_quarter_is_a_sentence(edgar: Edgar) -> None:
    with pytest.raises(Misuse, match="does not say which quarter it announces"):
        earlier(edgar, CAPSTONE, read("note.txt", b"We have 7 offices.\n"))
