"""The package in each of its formats: findings first, places with every figure."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tieout.engine import read
from tieout.errors import Misuse
from tieout.model.package import Package
from tieout.model.workpaper import Release
from tieout.packages.gathered import package
from tieout.packages.outputs import formats, html, output, terminal
from tieout.packages.outputs import json as as_json


def test_the_formats_are_the_modules() -> None:
    assert formats() == ("html", "json", "terminal")
    assert output("json") is as_json
    with pytest.raises(Misuse, match="there is no format 'csv'"):
        output("csv")


def test_the_terminal_shows_what_differs_first_with_both_places(planted: Package) -> None:
    shown = terminal.render(planted, width=100).decode()
    assert "figures differ, for 5 causes." in shown
    assert shown.index("What differs") < shown.index("Figures in more than one document")
    assert "185,150  slides.pdf, page 3" in shown
    assert "18,515  release.txt, line 57" in shown
    assert "page.html: two periods are exchanged (4 figures)" in shown
    assert "8 figures of one table" in shown
    assert "\u2717 $7.6 million" in shown


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_the_terminal_keeps_to_its_width(planted: Package, width: int) -> None:
    shown = terminal.render(planted, width=width, verbose=True).decode()
    assert max(map(len, shown.split("\n"))) <= width


def test_nothing_differs_is_said(gathered: Any) -> None:
    shown = terminal.render(gathered()).decode()
    assert "nothing differs." in shown
    assert "\u2717 $" not in shown
    assert "more figures agree: see them with --verbose" in shown


def test_colour_is_the_same_where_all_tie(gathered: Any) -> None:
    colours = set(
        re.findall(r"\x1b\[([0-9;]+)m", terminal.render(gathered(), colour=True).decode())
    )
    assert "32" in colours
    assert not {"31", "1;31", "33"} & colours


def test_the_json_has_every_figure_with_its_place(planted: Package) -> None:
    told = json.loads(as_json.render(planted))
    assert told["format"] == "tieout-package/1"
    assert [one["cause"] for one in told["findings"]] == [
        *("figure", "figure", "figure", "exchanged", "table")
    ]
    first = told["findings"][0]["differences"][0]
    assert (first["figure"]["text"], first["other"]["text"]) == ("185,150", "18,515")
    for row in told["rows"]:
        for number, cell in enumerate(row["cells"]):
            text = planted.releases[number].document.text
            for figure in cell["figures"]:
                start, end = figure["span"]
                assert text[start:end].strip("$") in figure["text"]
                assert figure["place"]


def test_the_page_is_whole_and_fetches_nothing(planted: Package) -> None:
    page = html.render(planted).decode()
    open_tags: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in ("meta", "link"):
                open_tags.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    Tags().feed(page)
    assert open_tags == []
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=|url\(|<script", page)
    assert page.count('<td class="differs">') == 14


def test_a_documents_words_are_no_markup(gathered: Any) -> None:
    made = gathered(page=(("Cost of goods sold", "Cost &lt;script&gt;alert(1)&lt;/script&gt;"),))
    assert "<script" not in html.render(made).decode()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("capstone-fy2007q2-8k.txt", "it announces another quarter than the first document"),
        ("capstone-fy2008q2-8k.txt", "it names another company, Capstone Turbine Corporation"),
    ],
)
def test_a_document_that_is_of_something_else_is_named(
    plain: Callable[..., Release], name: str, words: str
) -> None:
    examples = Path(__file__).parents[2] / "examples"
    other = read(name, (examples / name).read_bytes())
    first = plain("release.txt", "Net loss for the second quarter was $8.5 million.")
    if "quarter" in words:
        first = read("8-K.txt", (examples / "capstone-fy2008q2-8k.txt").read_bytes())
    assert words in terminal.render(package([first, other]), width=300).decode()
