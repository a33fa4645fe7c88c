"""What an amendment changed, and what was found in the original."""

from datetime import date
from typing import Any

import pytest

from tieout.edgar.amended import changes, original_of
from tieout.edgar.client import Edgar
from tieout.edgar.listed import Listed
from tieout.engine import check, read

NUMBER = "0001104659-07-061001"
END, DAY = date(2007, 6, 30), date(2007, 8, 8)


def test_the_original_is_of_the_same_day_of_report(
    edgar: Edgar, stand_in: Any, stand_in_module: Any
) -> None:
    filed = stand_in_module.Filed(
        NUMBER, date(2007, 11, 20), DAY, ("2.02",), (("8-K/A", "words"),), form="8-K/A"
    )
    listed = Listed(NUMBER, 1009759, "8-K/A", filed.filed)
    found = original_of(edgar, listed, filed.raw)
    assert found is not None
    assert found.accession == stand_in_module.QUARTER_BEFORE
    other = original_of(edgar, listed, b"no header")
    assert other is not None
    assert other.accession == stand_in_module.OWN  # the one before it
    stand_in.filings.clear()


def test_what_changed_and_what_rested_on_it(stand_in_module: Any) -> None:
    right = stand_in_module.release(1, 2008, END, DAY)
    wrong = right.replace("\t8,642\t", "\t8,462\t")
    now = check(read("now.txt", right.encode()), draft=read("was.txt", wrong.encode()))
    found = changes(now)
    assert found.changed == (("8,462", "8,642"),)
    assert (found.added, found.removed) == (0, 0)
    assert {one.rule for one in (*found.caught, *found.leads)}
    assert all("8,462" in (one.reported, one.formula) or one.figures for one in found.caught)


def test_a_workpaper_without_a_draft_has_no_changes(stand_in_module: Any) -> None:
    paper = check(read("now.txt", stand_in_module.release(1, 2008, END, DAY).encode()))
    with pytest.raises(ValueError, match="without a draft"):
        changes(paper)
