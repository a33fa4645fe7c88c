"""Facts, claims, figures and checks, in the tables that analysts work with."""

import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import structs

import tieout
from tieout import frames
from tieout.extras import adding
from tieout.model.amount import Amount
from tieout.model.concept import Likely
from tieout.model.unit import DOLLARS, PER_SHARE

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


@pytest.fixture(scope="module")
def workpaper() -> tieout.Workpaper:
    return tieout.check(EXAMPLES / "capstone-fy2008q2-8k.txt")


def test_a_fact_is_a_row_with_what_where_and_how_exactly(workpaper: tieout.Workpaper) -> None:
    rows = list(frames.facts(workpaper.subject))
    revenue = next(row for row in rows if row["text"] == "7,219")
    assert revenue["concept"] == "us-gaap:Revenues"
    assert (revenue["period_start"], revenue["period_end"]) == (
        date(2007, 7, 1),
        date(2007, 9, 30),
    )
    assert (revenue["value"], revenue["decimals"], revenue["unit"]) == (
        Decimal("7219000"),
        -3,
        "USD",
    )
    assert len(rows) == len(workpaper.subject.facts)


def test_amounts_are_exact_in_every_library(workpaper: tieout.Workpaper) -> None:
    frame = frames.facts(workpaper.subject)
    exactly = [row["value"] for row in frame]
    assert frame.to_arrow()["value"].to_pylist() == exactly
    assert frame.to_polars()["value"].to_list() == exactly
    assert frame.to_pandas()["value"].tolist() == exactly


def test_days_are_days_and_an_absent_field_is_absent(workpaper: tieout.Workpaper) -> None:
    table = frames.facts(workpaper.subject)
    cash = next(n for n, row in enumerate(table) if row["text"] == "46,276")
    assert table.to_arrow()["period_end"][cash].as_py() == date(2007, 9, 30)
    assert table.to_polars()["period_start"][cash] is None
    assert str(table.to_pandas()["period_start"][cash]) == "NaT"


def test_claims_figures_and_checks_are_tables_too(workpaper: tieout.Workpaper) -> None:
    claims = list(frames.claims(workpaper.subject))
    growth = next(row for row in claims if row["text"] == "145%")
    assert (growth["value"], growth["form"]) == (Decimal("1.45"), "percent_change")
    assert "Revenue of" in str(growth["sentence"])
    figures = frames.figures(workpaper)
    assert len(figures) == workpaper.coverage["figures"]
    checks = frames.checks(workpaper)
    assert len(checks.to_polars().filter(outcome="agrees")) == sum(
        check.outcome == "agrees" for check in workpaper.checks
    )
    assert next(iter(checks))["document"] == "capstone-fy2008q2-8k.txt"


def test_a_fact_says_who_names_it_and_what_others_call_it(workpaper: tieout.Workpaper) -> None:
    first = workpaper.subject.facts[0]
    statement = workpaper.subject.statements[first.statement]
    likely = structs.replace(
        first, concept="ext:Coins", likely=Likely("us-gaap:Cash", 90, direction=-1)
    )
    stated = structs.replace(statement, facts=(likely,))
    row = next(iter(frames.facts(structs.replace(workpaper.subject, statements=(stated,)))))
    assert (row["named_by"], row["concept"], row["likely"]) == (
        "filers",
        "ext:Coins",
        "us-gaap:Cash",
    )
    assert row["likely_value"] == -frames.exact(first.printed)
    assert "us-gaap:CashCashEquivalents" in str(row["equivalents"])


def test_a_finding_says_why_it_is_believed() -> None:
    name = EXAMPLES / "capstone-fy2008q2-8k.txt"
    altered = name.read_text("utf-8").replace("18,515", "18,551", 1).encode()
    checks = frames.checks(tieout.check(altered))
    found = next(row for row in checks if row["outcome"] == "differs")
    assert found["ground"]
    assert (found["is_lead"], str(found["bound"]).split()[0]) == (False, "cell")
    assert isinstance(found["bits"], int)
    assert checks.to_arrow()["is_lead"].to_pylist() == checks.to_polars()["is_lead"].to_list()
    assert checks.to_pandas()["is_lead"].sum() == sum(bool(row["is_lead"]) for row in checks)


def test_a_release_without_a_fact_is_an_empty_table_of_the_same_columns() -> None:
    none = frames.facts(tieout.read(b"Revenue was $5 million."))
    assert len(none) == 0
    assert none.to_arrow().column_names == list(none.columns)
    assert none.to_polars().columns == list(none.columns)
    assert list(none.to_pandas().columns) == list(none.columns)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (Amount(72, 5, DOLLARS), "7200000"),
        (Amount(-10, -2, PER_SHARE), "-0.10"),
        (Amount(0, 3, DOLLARS), "0"),
    ],
)
def test_an_amount_keeps_the_digits_behind_its_point(amount: Amount, shown: str) -> None:
    assert str(frames.exact(amount)) == shown


def test_an_amount_too_long_for_a_column_is_refused_and_still_in_the_rows() -> None:
    long = frames.Frame({"value": "amount"}, [[Decimal(10**37)], [Decimal("0.01")]])
    for take in (long.to_arrow, long.to_polars):
        with pytest.raises(tieout.Misuse, match="more than 38 digits"):
            take()
    assert [row["value"] for row in long] == [Decimal(10**37), Decimal("0.01")]


def test_a_library_that_is_absent_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(
        tieout.Misuse, match=f"polars is not installed: run {re.escape(adding('polars'))}"
    ):
        frames.Frame({}, []).to_polars()


def test_the_core_imports_no_table_library() -> None:
    code = (
        "import sys, tieout, tieout.frames\n"
        f"tieout.check({str(EXAMPLES / 'capstone-fy2008q2-8k.txt')!r})\n"
        "print({'pandas', 'polars', 'pyarrow', 'numpy', 'duckdb'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"
