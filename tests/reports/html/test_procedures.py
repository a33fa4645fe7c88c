"""The legend, and the page of every rule that made a check, once and in full."""

import re
from typing import Any

from tieout.model.workpaper import Workpaper
from tieout.reports.html.procedures import procedures, used


def test_the_rules_used_have_their_pages(paper: Workpaper) -> None:
    assert [rule.code for rule in used(paper)] == ["FT001", "RX003", "TI001", "TI002"]
    source = procedures(paper)
    assert re.findall(r'<div id="([A-Z0-9]+)" class="page"', source) == [
        rule.code for rule in used(paper)
    ]
    for rule in used(paper):
        page = source.partition(f'<div id="{rule.code}"')[2].partition("</div>")[0]
        for heading in ("Procedure", "Why it matters", "When it is wrong", "References"):
            assert f"<h3>{heading}</h3>" in page


def test_a_page_says_how_many_checks_its_rule_made(page: Any) -> None:
    assert "<b>F</b> FT001 total-does-not-foot <span>2 checks</span>" in page.source


def test_the_legend_says_what_every_sign_means(page: Any) -> None:
    for sign in ("\u2713", "\u2248", "\u2717", "\u25cb"):
        assert f">{sign}</dt><dd><b>" in page.source
