"""The page: one chart a concept, every quarter under it, and nothing that runs or fetches."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tieout.engine import read
from tieout.model.series import History
from tieout.series.history import history
from tieout.series.outputs import html

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def page(capstone: History) -> str:
    return html.render(capstone).decode()


def test_a_chart_a_concept_and_a_bar_a_quarter(page: str, capstone: History) -> None:
    held = [q for series in capstone.series for q in series.quarters if q.value is not None]
    assert page.count('<svg viewBox="0 0 460 200"') == len(capstone.series)
    chart = re.findall(r'<svg viewBox="0 0 460 200".*?</svg>', page, re.S)
    assert sum(one.count('<rect class="bar') for one in chart) == len(held)


def test_derived_quarters_are_drawn_and_told_as_such(page: str) -> None:
    assert 'class="bar derived"' in page
    assert "FY2008 Q1: 5,615 \u2014 six months \u2212 Q2: 12,834 \u2212 7,219; [2] line 159" in page


def test_nothing_runs_and_nothing_is_fetched(page: str) -> None:
    assert "<script" not in page
    assert not re.search(r"\son[a-z]+=|(?:href|src|url)\s*[=(]|@import|https?:", page)
    assert "style=" not in page
    assert "default-src 'none'; style-src 'sha256-" in page


def test_words_of_the_filings_stay_words() -> None:
    path = EXAMPLES / "capstone-fy2008q2-8k.txt"
    text = path.read_text("utf-8").replace("Gross loss", 'Gross <b onclick="x">loss')
    made = html.render(history([read("<i>.txt", text.encode())])).decode()
    assert "<b onclick" not in made
    assert "<i>.txt" not in made
    assert "&lt;i&gt;.txt" in made


def test_the_library_leaves_nothing_in_the_way_of_imports() -> None:
    # pygal 3.1.3 adds a finder without find_spec, of which Python 3.11 warns at every import, and
    # imports a package that takes the finding of distributions over, without which duckdb fails.
    drawn = (
        "import sys, importlib.metadata\n"
        "from tieout.series.outputs.html.chart import _library\n"
        "_library()\n"
        "assert all(hasattr(finder, 'find_spec') for finder in sys.meta_path)\n"
        "importlib.metadata.version('duckdb')\n"
        "import duckdb"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", drawn], check=True)
