"""The page is whole, fetches nothing, and lets nothing of the document run."""

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tieout.api import check, read
from tieout.model.workpaper import Workpaper
from tieout.reports import report

EXHIBITS = Path(__file__).parents[2] / "corpus" / "exhibits"

HOSTILE = """QUARTER "ENDS" & <script>alert(1)</script>

Revenue was 7,219 <img src=x onerror=alert(2)> and 8% '</article><style>*{display:none}</style>

\t2008
<script>alert(3)</script>\t7,219
"onmouseover="alert(4)\t5
"""


def test_every_element_is_closed(page: Any) -> None:
    assert page.unclosed == []


def test_no_id_is_given_twice_and_every_link_leads_somewhere(page: Any) -> None:
    ids = page.ids()
    assert len(ids) == len(set(ids))
    links = [given["href"] for tag, given in page.elements if tag == "a"]
    assert all(link.startswith("#") and link[1:] in ids for link in links)


def test_nothing_is_fetched(page: Any) -> None:
    assert not [given for _, given in page.elements if {"src", "srcset", "action"} & set(given)]
    assert not re.search(r"url\(|@import|https?:", page.source)


def test_only_its_own_script_and_style_may_run(page: Any) -> None:
    (policy,) = (g["content"] for t, g in page.elements if g.get("http-equiv"))
    assert policy.startswith("default-src 'none'")
    for tag in ("script", "style"):
        (source,) = re.findall(f"<{tag}>(.*?)</{tag}>", page.source, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not [g for _, g in page.elements if any(name.startswith("on") for name in g)]
    assert not [g for _, g in page.elements if "style" in g]


def test_a_hostile_document_stays_words(
    drawn: Callable[[Workpaper], Any], paper_of: Callable[[str], Workpaper]
) -> None:
    page = drawn(paper_of(HOSTILE))
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert not [tag for tag, _ in page.elements if tag in ("img", "iframe", "object")]
    assert "<script>alert(1)" in page.words
    assert "<img src=x onerror=alert(2)>" in page.words
    assert page.unclosed == []


@pytest.mark.parametrize(
    "name", ["horizon-financial-fy2009q3.txt", "peapack-gladstone-2025q3.md", "ebay-2023q1.pdf"]
)
def test_a_page_is_no_larger_than_three_times_its_source(name: str) -> None:
    path = EXHIBITS / name
    page = report("html").render(check(read(path)))
    assert len(page) <= 3 * path.stat().st_size + 300_000


def test_coverage_and_filter_give_the_counts(page: Any) -> None:
    assert '<li class="differs"' in page.source
    assert 'id="only-differs" value="differs"><label for="only-differs"' in page.source
    assert 'id="only-rounds" value="rounds"><label' in page.source
    head = page.source.partition("<header")[2].partition("</header>")[0]
    widths = [int(width) for width in re.findall(r' width="([0-9]+)"', head)]
    assert sum(widths) == len(page.figures)


def test_a_filter_without_figures_is_off(
    drawn: Callable[[Workpaper], Any], paper_of: Callable[[str], Workpaper]
) -> None:
    assert (
        'id="only-differs" value="differs" disabled' in drawn(paper_of("Revenue was 5.\n")).source
    )


def test_the_legend_explains_the_letters_used(page: Any) -> None:
    assert "<dt>F</dt><dd>foots" in page.source
    assert "<dt>CF</dt>" not in page.source


def test_what_was_hardly_understood_is_said_before_anything_else(
    drawn: Callable[[Workpaper], Any],
    hardly: Workpaper,
) -> None:
    body = drawn(hardly).source.partition("<body>")[2]
    assert body.index("! Little of this document was understood: 2 of ") < body.index("<h1>")
    assert "No table was found." in body
