"""A filing as the book it could have been composed from, and composed again."""

from pathlib import Path

import pytest

from tieout.compose.init import started
from tieout.compose.init.folder import keep
from tieout.compose.loading import load
from tieout.compose.writing import composed
from tieout.engine import read
from tieout.errors import Misuse
from tieout.model.document import Grid
from tieout.model.workpaper import Release


def _again(release: Release) -> Release:
    """The release composed from the book that it started, as HTML, and read."""
    made = composed(started(release).book, ("html",))
    name = next(name for name in made.workpapers if name.endswith("_ex99-1.htm"))
    return made.workpapers[name].subject


def _figures(release: Release) -> list[tuple[str, str, str]]:
    return [(fact.concept, str(fact.period), str(fact.amount)) for fact in release.facts]


def _prose(release: Release) -> list[str]:
    text = release.document.text
    told = [b for b in release.document.blocks if not isinstance(b, Grid)]
    words = (" ".join(text[b.start : b.end].split()).removeprefix("\u2022 ") for b in told)
    return [one for one in words if "CONDENSED" not in one]


@pytest.mark.parametrize("name", ["capstone", "nvent"])
def test_the_release_comes_back(name: str, request: pytest.FixtureRequest) -> None:
    release = request.getfixturevalue(name)
    back = _again(release)
    assert _figures(back) == _figures(release)
    assert [row.caption for row in back.tables[0].rows] == [
        row.caption for row in release.tables[0].rows
    ]
    assert set(_prose(release)) <= set(_prose(back))


def test_how_many_figures_are_expressions_is_told(capstone: Release) -> None:
    made = started(capstone)
    assert (made.expressions, made.standing) == (9, 2)


def test_what_no_book_can_be_made_of_is_refused() -> None:
    with pytest.raises(Misuse, match="has no table of figures"):
        started(read("call.txt", b"The call for the quarter ended June 30, 2019 is at 5:00 p.m.\n"))
    page = b"<table><tr><td></td><td>Cost</td></tr><tr><td>Line</td><td>12</td></tr></table>"
    with pytest.raises(Misuse, match="names no quarter"):
        started(read("page.htm", page))


def test_the_tables_of_a_form_are_none_of_the_release() -> None:
    """A Form 8-K's cover has its numbers side by side, and its exhibits in a table."""
    name = "capstone-fy2008q2-8k.txt"
    path = Path(__file__).parents[3] / "examples" / name
    book = started(read(name, path.read_bytes())).book
    assert [one.kind for one in book.statements] == ["balance_sheet", "income_statement"]


HOSTILE = """\
<p>{{ company.__class__ }} {% for a in [1] %}{# gone #} }} %} \U000f0000x\U0010fffd \\ { 5</p>
<p>Acme Reports Results for the quarter ended June 30, 2019</p>
<p>Revenue was {{$7.2 million}} in the quarter, or {$7.2 million.</p>
<p>STATEMENTS OF OPERATIONS {{ x }}</p><p>(In thousands)</p>
<table><tr><td></td><td>Quarter Ended June 30, 2019 {%</td></tr>
<tr><td>Revenue {{ y }} | '''</td><td>7,219</td></tr>
<tr><td>{# Cost \\|</td><td>"{{ 1</td></tr>
<tr><td>Costs</td><td>7,218</td></tr>
<tr><td>Net income</td><td>1</td></tr></table>
"""


def test_a_hostile_filing_comes_back_as_words(tmp_path: Path) -> None:
    made = started(read("evil.htm", HOSTILE.encode()))
    keep(made.book, tmp_path / "book")
    again = composed(load(tmp_path / "book"), ("html",))
    back = next(paper.subject for paper in again.workpapers.values())
    text = " ".join(back.document.text.split())
    assert "{{ company.__class__ }} {% for a in [1] %}{# gone #} }} %} x \\ { 5" in text
    assert "Revenue was {{$7.2 million}} in the quarter, or {$7.2 million." in text
    (table,) = back.tables
    assert [row.caption for row in table.rows[:2]] == ["Revenue {{ y }} | '''", "{# Cost |"]
    assert table.headers[0].text == "Quarter Ended June 30, 2019 {%"
