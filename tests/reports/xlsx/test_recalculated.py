"""Workbooks computed anew by LibreOffice, beside the values they were written with."""

import io
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tieout.engine import check, read
from tieout.reports import report

PROGRAM = shutil.which("soffice")
HOUSE = Path(__file__).parents[3]
EXAMPLES, EXHIBITS = HOUSE / "examples", HOUSE / "tests" / "corpus" / "exhibits"
KINDS = {
    "text": (EXAMPLES / "capstone-fy2008q2-8k.txt", EXAMPLES / "capstone-fy2007q2-8k.txt"),
    "flattened": (EXHIBITS / "parker-hannifin-fy2026q4.txt",),
    "html": (EXHIBITS / "aflac-2020q1.htm",),
    "markdown": (EXHIBITS / "peapack-gladstone-2025q3.md",),
    "pdf": (EXHIBITS / "ebay-2023q1.pdf",),
}
every_kind = pytest.mark.parametrize("kind", KINDS)


@cache
def made(kind: str) -> bytes:
    """The workbook of a release of that kind."""
    subject, *against = [read(path.name, path.read_bytes()) for path in KINDS[kind]]
    return report("xlsx").render(check(subject, against))


def opened(raw: bytes, *, values: bool) -> Workbook:
    """The workbook with its formulas, or with the values that they carry."""
    return openpyxl.load_workbook(io.BytesIO(raw), data_only=values)


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workbook]:
    """Each computed anew: the formulas alone are given to LibreOffice, without any value."""
    if PROGRAM is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("recalculated")
    for kind in KINDS:
        opened(made(kind), values=False).save(folder / f"{kind}.xlsx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    into = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")]
    files = [str(folder / f"{kind}.xlsx") for kind in KINDS]
    command = [PROGRAM, profile, "--headless", *into, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    told = {kind: (folder / "out" / f"{kind}.xlsx").read_bytes() for kind in KINDS}
    return {kind: opened(raw, values=True) for kind, raw in told.items()}


@every_kind
def test_every_formula_comes_to_the_value_it_carries(
    kind: str, recalculated: dict[str, Workbook]
) -> None:
    carried, formulas = opened(made(kind), values=True), 0
    for sheet in opened(made(kind), values=False):
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            books = (carried, recalculated[kind])
            told, found = (book[sheet.title][cell.coordinate].value for book in books)
            place = (sheet.title, cell.coordinate, cell.value)
            assert found == pytest.approx(told, rel=1e-12, abs=1e-9), place
            formulas += 1
    assert formulas > 100


@every_kind
def test_nearly_every_computation_is_a_formula(kind: str) -> None:
    sheet = opened(made(kind), values=True)["Summary"]
    told = [str(row[0]) for row in sheet.iter_rows(values_only=True)]
    counts = next(one for one in told if "live formulas here" in one)
    found = re.match(r"([0-9,]+) of the ([0-9,]+) ", counts)
    assert found is not None
    live, of = (int(one.replace(",", "")) for one in found.groups())
    assert of >= live >= of * 99 // 100 > 0
