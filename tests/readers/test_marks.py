"""Raised digits point to notes, in prose, in cells and in cells of their own."""

import pytest

from tieout import check
from tieout.readers import open_document

PAGE = """<html><body>
<p>BOISE, Idaho, May 7, 2026 -- Tern Foods, Inc. today reported results for the first quarter ended
March 31, 2026. Net sales were $88.4 million<sup>1</sup>, up 10.5%<sup>2</sup> from $80.0 million.
</p>
<p>CONSOLIDATED STATEMENTS OF INCOME<br>(in millions)</p>
<table>
<tr><td></td><td colspan=2>Three Months Ended March 31,</td></tr>
<tr><td></td><td>2026</td><td>2025<sup>3</sup></td></tr>
<tr><td>Net sales</td><td>$ 88.4<sup>(1)</sup></td><td>$ 80.0</td></tr>
<tr><td>Cost of sales<sup>4,5</sup></td><td>50.0<sup>5</sup></td><td>46.0<sup>(c)</sup></td></tr>
<tr><td>Gross profit</td><td>38.4</td><td>34.0</td></tr>
</table>
<p><sup>1</sup> Includes $2.0 million of an acquired business, in plants of 900 m<sup>2</sup>.</p>
</body></html>
"""


def test_raised_digits_are_marks() -> None:
    document = open_document("tern.htm", PAGE.encode())
    marks = [figure.text for figure in document.figures if figure.kind == "mark"]
    assert marks == ["1", "2", "3", "1", "4", "5", "5", "1"]


def test_a_figure_keeps_its_value_in_front_of_a_mark(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("marks") / "tern.htm"
    path.write_text(PAGE)
    workpaper = check(path)
    facts = {str(fact.amount): fact.caption for fact in workpaper.releases[0].facts}
    assert len(facts) == 6
    assert not [one for one in workpaper.checks if one.outcome == "differs"]
