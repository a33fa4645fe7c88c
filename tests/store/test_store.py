"""Filings in a DuckDB file: what comes back is what went in."""

from collections.abc import Callable
from pathlib import Path

import pytest

import tieout
from tieout import Misuse, Release
from tieout.model.registrant import Registrant

EARLIER, FORM, EXHIBIT = (
    "capstone-fy2007q2-8k",
    "capstone-fy2008q2-8k",
    "capstone-fy2008q2-release",
)
Reading = Callable[[str], Release]


@pytest.mark.parametrize("name", [EARLIER, FORM, EXHIBIT])
def test_a_workpaper_comes_back_equal(name: str, stored: str, release: Reading) -> None:
    went_in = tieout.check(release(name))
    with tieout.open_store(stored, read_only=True) as store:
        assert store.workpaper(went_in.subject.document.sha256) == went_in


def test_adding_twice_changes_nothing(tmp_path: Path, release: Reading) -> None:
    one = release(EXHIBIT)
    with tieout.open_store(tmp_path / "q.duckdb") as store:
        assert store.add(one)
        before = store.filings()
        assert not store.add(one)
        assert store.filings() == before


@pytest.mark.parametrize(
    "name", ["cpst", "Capstone Turbine Corp.", Registrant("CAPSTONE TURBINE CORPORATION")]
)
def test_a_registrants_releases_stand_in_the_order_of_time(
    name: Registrant | str, stored: str
) -> None:
    with tieout.open_store(stored, read_only=True) as store:
        names = [one.document.name for one in store.releases(name)]
    assert names == [f"{EARLIER}.txt", f"{FORM}.txt", f"{EXHIBIT}.txt"]


def test_a_registrant_that_is_not_there_has_none(stored: str) -> None:
    with tieout.open_store(stored, read_only=True) as store:
        assert store.releases("Acme") == []
        assert store.releases("") == []
        assert len(store.releases()) == 3


def test_a_release_that_came_back_checks_as_the_one_read(stored: str, release: Reading) -> None:
    subject = release(FORM)
    with tieout.open_store(stored, read_only=True) as store:
        kept = store.releases("CPST")[:1]
    assert tieout.check(subject, kept) == tieout.check(subject, [release(EARLIER)])


def test_a_hash_that_is_not_held_is_refused(stored: str) -> None:
    with (
        tieout.open_store(stored, read_only=True) as store,
        pytest.raises(Misuse, match="holds no document abc"),
    ):
        store.workpaper("abc")
