"""A history in every format: goldens of the examples, and what each format promises."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import structs
from python_calamine import CalamineWorkbook

from tieout.errors import Misuse
from tieout.extras import installing
from tieout.model.series import History
from tieout.model.workpaper import Release
from tieout.series.history import history
from tieout.series.outputs import formats, output, terminal

duckdb = pytest.importorskip("duckdb")
HERE = Path(__file__).parent
TEXTS = ("csv", "json", "terminal")


@pytest.fixture(scope="module")
def few(capstone: History) -> History:
    """Three concepts of the examples: a flow, a balance, an amount per share."""
    wanted = {"Revenues", "CashAndCashEquivalentsAtCarryingValue", "EarningsPerShareBasic"}
    kept = [one for one in capstone.series if one.names[0].removeprefix("us-gaap:") in wanted]
    return History(capstone.registrant, capstone.filings, capstone.splits, tuple(kept))


@pytest.fixture(scope="module")
def split(two_years: list[Release]) -> History:
    return history(two_years)


@pytest.mark.parametrize("form", TEXTS)
def test_the_examples_come_out_as_ever(
    few: History, form: str, golden: Callable[[Path, str], None]
) -> None:
    made = output(form).render(few).decode()
    golden(HERE / f"capstone.{form}", made.replace("\r\n", "\n"))  # as git keeps it


@pytest.mark.parametrize("form", formats())
def test_the_same_history_gives_the_same_bytes(split: History, form: str) -> None:
    assert output(form).render(split) == output(form).render(split)


@pytest.mark.parametrize("form", formats())
def test_a_history_of_one_quarter_can_be_shown(release: Callable[..., Release], form: str) -> None:
    assert output(form).render(history([release(2024, 1)]))


def test_what_a_cell_is_called_is_explained_once(release: Callable[..., Release]) -> None:
    one = release(2024, 1)
    page = structs.replace(one, document=structs.replace(one.document, format="html"))
    told = terminal.render(history([page])).decode()
    named = re.findall(r"^T1\.R[0-9]+\.C[0-9]+ is the cell in table 1, row ", told, re.MULTILINE)
    assert len(named) == 1


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(Misuse, match="choose one of csv, excel, html, json, parquet, terminal"):
        output("pdf")


def test_json_tells_the_split_and_every_source(split: History) -> None:
    made = json.loads(output("json").render(split))
    assert made["format"] == "tieout-series/1"
    assert made["splits"] == [{"ratio": "10", "document": 1}]
    (shares,) = (one for one in made["series"] if one["unit"] == "shares")
    first = shares["quarters"][0]
    assert (first["value"]["amount"], first["value"]["split_ratio"]) == ("2500000", "10")
    assert first["first_reported"]["amount"] == "250000"
    for series in made["series"]:
        assert all(one["value"]["sources"] for one in series["quarters"] if one["value"])


def test_parquet_holds_what_the_csv_holds_exactly(split: History, tmp_path: Path) -> None:
    path = tmp_path / "series.parquet"
    path.write_bytes(output("parquet").render(split))
    query = f"SELECT quarter, value, period_end FROM '{path}' ORDER BY ALL"
    rows = duckdb.sql(query).fetchall()
    sheet = csv.DictReader(io.StringIO(output("csv").render(split).decode()))
    told = [(row["quarter"], row["value"], row["period_end"]) for row in sheet]
    assert sorted((quarter, Decimal(value or 0), day) for quarter, value, day in told) == sorted(
        (quarter, value or Decimal(0), str(day)) for quarter, value, day in rows
    )


def test_a_workbook_has_a_sheet_a_concept_with_numbers(split: History) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(output("excel").render(split)))
    assert book.sheet_names[:2] == ["Overview", "Revenue"]
    rows = book.get_sheet_by_name("Revenue").to_python()
    heads = rows[3]
    at = {row[0]: dict(zip(heads, row, strict=True)) for row in rows[4:]}
    assert at["FY2024 Q3"]["Value"] == 1600
    assert at["FY2024 Q3"]["Kind"] == "derived"
    assert at["FY2024 Q4"]["Twelve months"] == 6204
    assert at["FY2024 Q1"]["On year"] == pytest.approx(0.4)


def test_a_caption_is_never_a_formula(release: Callable[..., Release]) -> None:
    made = output("csv").render(history([release(2024, 1)])).decode()
    assert "\n=" not in made


@pytest.mark.parametrize(
    ("form", "module", "extra"),
    [
        ("excel", "xlsxwriter", "excel"),
        ("parquet", "duckdb", "store"),
        ("html", "pygal", "charts"),
    ],
)
def test_a_missing_library_is_named_with_its_extra(
    split: History, form: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(Misuse, match=re.escape(installing(extra))):
        output(form).render(split)


def test_a_sparkline_has_a_bar_a_quarter_and_a_blank_a_gap(few: History) -> None:
    revenue = next(one for one in few.series if "us-gaap:Revenues" in one.names)
    line = terminal.sparkline(revenue.quarters)
    assert len(line) == len(revenue.quarters)
    assert [place for place, ch in enumerate(line) if ch == " "] == [2, 3, 6, 7]
    assert terminal.sparkline(()) == ""


def test_the_terminal_is_fitted_to_its_width(split: History) -> None:
    for width in (60, 80, 120):
        lines = terminal.render(split, width=width).decode().splitlines()
        assert max(map(len, lines)) <= width
