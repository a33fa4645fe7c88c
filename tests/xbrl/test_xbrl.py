"""The report as a whole: what it holds, and what a validator of the standard says of it."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from tieout.engine import read
from tieout.model.concept import Likely
from tieout.model.document import Filing
from tieout.model.unit import unit_of
from tieout.model.workpaper import Release
from tieout.xbrl import package, stem_of

Reader = Callable[..., Release]
HOUSE = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((HOUSE / "examples").glob("*.txt"))
TABLES = sorted((HOUSE / "tests" / "readers" / "html").glob("*.htm"))


def report(made: Release) -> dict[str, dict[str, dict[str, object]]]:
    told: dict[str, dict[str, dict[str, object]]] = json.loads(package(made, "q2")["q2.json"])
    return told


def test_a_fact_says_how_much_of_what_when_and_whose(release: Reader) -> None:
    facts = report(release())["facts"]
    revenue = next(one for one in facts.values() if one["value"] == "7219000")
    assert revenue == {
        "value": "7219000",
        "decimals": -3,
        "dimensions": {
            "concept": "us-gaap:Revenues",
            "entity": "registrant:Example-Corp",
            "period": "2007-07-01T00:00:00/2007-10-01T00:00:00",
            "unit": "iso4217:USD",
        },
    }


def test_a_balance_stands_at_the_midnight_that_ends_its_day(release: Reader) -> None:
    facts = report(release())["facts"]
    cash = next(one for one in facts.values() if one["value"] == "1500000")
    dimensions = cash["dimensions"]
    assert isinstance(dimensions, dict)
    assert dimensions["period"] == "2007-10-01T00:00:00"


def test_the_registrant_goes_by_its_cik_where_that_is_known(release: Reader) -> None:
    made = release()
    filed = structs.replace(made.document, filing=Filing(cik="887919", filed=date(2007, 11, 8)))
    told = package(structs.replace(made, document=filed), "q2")["q2.json"]
    assert b"cik:0000887919" in told
    assert b"http://www.sec.gov/CIK" in told


def test_each_fact_has_its_place_by_its_id_and_what_was_left_out_is_said(
    release: Reader, balance: str
) -> None:
    made = release(balance, balance.replace("September 30, 2007", "This year"))
    files = package(made, "q2")
    places = json.loads(files["q2-provenance.json"])
    assert set(places["facts"]) == set(json.loads(files["q2.json"])["facts"])
    first = places["facts"]["f0"]
    start, end = first["span"]
    assert made.document.text[start:end] == first["text"] == "1,500"
    assert places["left_out"]["facts without a period"] > 0


@pytest.mark.parametrize(
    ("name", "stem"),
    [("q2.json", "q2"), ("second quarter.htm", "second-quarter"), ("-", "report"), ("a", "a")],
)
def test_files_are_called_after_the_report(name: str, stem: str) -> None:
    assert stem_of(name) == stem


def validated(*paths: Path) -> subprocess.CompletedProcess[str]:
    """What Arelle says, in a process of its own: it warns and logs as it likes."""
    command = [sys.executable, str(HOUSE / "tools" / "validate_xbrl.py"), *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_arelle_finds_every_example_valid_and_every_sum_consistent() -> None:
    told = validated(*EXAMPLES, *TABLES)
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")


def test_arelle_finds_the_figure_that_is_wrong(tmp_path: Path) -> None:
    example = HOUSE / "examples" / "capstone-fy2008q2-8k.txt"
    raw = example.read_bytes().replace(b"46,276", b"46,286", 1)
    planted = tmp_path / "planted.txt"
    planted.write_bytes(raw)
    assert read("planted.txt", raw).facts
    told = validated(planted)
    assert told.returncode == 1
    assert "[calc11e:inconsistentCalculationUsingRounding]" in told.stdout
    assert "AssetsCurrent" in told.stdout


def _told(made: Release, **changes: object) -> Release:
    """The release with its first fact told otherwise."""
    statement = made.statements[0]
    first = structs.replace(statement.facts[0], **changes)
    stated = structs.replace(statement, facts=(first, *statement.facts[1:]))
    return structs.replace(made, statements=(stated, *made.statements[1:]))


@pytest.mark.parametrize(
    ("unit", "written"),
    [
        ("unknown", "iso4217:XXX"),
        ("unknown/shares", "iso4217:XXX/xbrli:shares"),
        ("CNY/shares", "iso4217:CNY/xbrli:shares"),
        ("USD/bbl", "iso4217:USD/ext:bbl"),
        ("bps", "ext:bps"),
        ("ext:Tons", "ext:Tons"),
    ],
)
def test_a_unit_is_written_as_measures(
    release: Reader, balance: str, unit: str, written: str
) -> None:
    made = release(balance)
    amount = made.facts[0].amount.in_unit(unit_of(unit))
    files = package(_told(made, amount=amount), "q2")
    fact = json.loads(files["q2.json"])["facts"]["f0"]
    assert fact["dimensions"]["unit"] == written
    assert json.loads(files["q2-provenance.json"])["facts"]["f0"]["unit"] == unit


def test_a_likely_name_stands_beside_the_report(release: Reader, balance: str) -> None:
    made = _told(release(balance), concept="ext:Coins", likely=Likely("us-gaap:Cash", 90))
    files = package(made, "q2")
    place = json.loads(files["q2-provenance.json"])["facts"]["f0"]
    assert json.loads(files["q2.json"])["facts"]["f0"]["dimensions"]["concept"] == "ext:Coins"
    assert place["named_by"] == "filers"
    assert place["likely"] == {"concept": "us-gaap:Cash", "value": "1500000"}
    assert all(one.startswith("us-gaap:Cash") for one in place["equivalents"])
