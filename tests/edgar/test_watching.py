"""The feed followed: what is new is told once, with what it amends."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tieout.edgar.client import Edgar
from tieout.edgar.refusals import Unreachable
from tieout.edgar.watching import Seen, fresh, given

DAY = date(2007, 11, 20)


@pytest.fixture
def seen(edgar: Edgar) -> Seen:
    return Seen(edgar.settings.archive)


def told(edgar: Edgar, seen: Seen) -> list[str]:
    found = []
    for one in given(edgar, fresh(edgar, seen), seen):
        seen.add(one.accession)
        found.append(one.accession)
    return found


def pass_over(edgar: Edgar, seen: Seen) -> None:
    """All that there is was seen before."""
    for one in fresh(edgar, seen):
        seen.add(one.listed.accession)


def test_only_new_reports_of_results_are_told_the_oldest_first(
    edgar: Edgar, seen: Seen, stand_in: Any, stand_in_module: Any
) -> None:
    first = told(edgar, seen)
    assert first == [one.accession for one in stand_in.filings if "2.02" in one.items]
    assert told(edgar, Seen(edgar.settings.archive)) == []
    number = "0001104659-07-090001"
    new = (number, 2, 2008, date(2007, 9, 30), DAY)
    stand_in.filings.append(stand_in_module.of_results(*new))
    stand_in.filings.append(
        stand_in_module.of_another("0001104659-07-090002", DAY, "8.01", "An order. Page 1\n")
    )
    assert told(edgar, Seen(edgar.settings.archive)) == [number]


def test_pages_are_turned_until_one_is_known(
    edgar: Edgar, seen: Seen, stand_in: Any, stand_in_module: Any
) -> None:
    pass_over(edgar, seen)
    number = "0001104659-07-{:06}"
    stand_in.filings += [
        stand_in_module.of_another(number.format(90_000 + n), DAY, "8.01", "Page 1\n")
        for n in range(150)
    ]
    first = stand_in.filings[12].accession
    stand_in.filings[12] = stand_in_module.of_results(first, 2, 2008, date(2007, 9, 30), DAY)
    assert told(edgar, seen) == [first]


def test_a_report_without_items_in_the_feed_is_known_by_its_header(
    edgar: Edgar, seen: Seen, stand_in: Any
) -> None:
    stand_in.has_items = False
    wanted = [one.accession for one in stand_in.filings if "2.02" in one.items]
    assert told(edgar, seen) == wanted


def test_an_amendment_comes_with_its_original(
    edgar: Edgar, seen: Seen, stand_in: Any, stand_in_module: Any
) -> None:
    pass_over(edgar, seen)
    new = ("0001104659-07-090001", 1, 2008, date(2007, 6, 30), date(2007, 8, 8))
    stand_in.filings.append(stand_in_module.of_results(*new, form="8-K/A"))
    (one,) = given(edgar, fresh(edgar, seen), seen)
    assert one.form == "8-K/A"
    assert one.number == stand_in_module.QUARTER_BEFORE
    assert b"FIRST QUARTER FISCAL 2008" in one.original


def test_a_filing_that_is_not_there_after_all_says_why(
    edgar: Edgar, seen: Seen, stand_in: Any, stand_in_module: Any
) -> None:
    pass_over(edgar, seen)
    new = ("0001104659-07-090001", 2, 2008, date(2007, 9, 30), DAY)
    stand_in.filings.append(stand_in_module.of_results(*new))
    found = fresh(edgar, seen)
    del stand_in.filings[-1]
    (one,) = given(edgar, found, seen)
    assert (one.raw, one.why) == (b"", f"EDGAR has no filing {new[0]}: check the number")


def test_what_cannot_be_fetched_now_is_new_again(edgar: Edgar, seen: Seen, stand_in: Any) -> None:
    new = fresh(edgar, seen)
    stand_in.refusals = [(500, {})] * 6
    with pytest.raises(Unreachable):
        list(given(edgar, new, seen))
    assert [one.listed.accession for one in fresh(edgar, Seen(edgar.settings.archive))]


def test_what_was_seen_is_kept_within_bounds(tmp_path: Path) -> None:
    lines = [f"0000000001-07-{n:06}" for n in range(50_000)]
    (tmp_path / "watched.txt").write_text("\n".join([*lines, "../../etc", ""]))
    seen = Seen(tmp_path)
    assert lines[-1] in seen
    assert lines[0] not in seen
    assert len((tmp_path / "watched.txt").read_text().splitlines()) == 20_000
