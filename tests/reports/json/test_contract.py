"""The schema that is checked in is the one the contract makes."""

from pathlib import Path

from tieout.reports.json import contract

SCHEMA = Path(__file__).parents[3] / "docs" / "workpaper.schema.json"


def test_the_schema_is_that_of_today() -> None:
    hint = "python -m tieout.reports.json > docs/workpaper.schema.json"
    assert SCHEMA.read_bytes() == contract.schema(), hint


def test_the_format_carries_its_version() -> None:
    assert contract.FORMAT == "tieout-workpaper/1"
