"""The site: every page reads without a script, and every link of it leads somewhere."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import write_site

from tieout.rules.base import all_rules


class Read(HTMLParser):
    """The tags of a page, and what its links lead to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.named: set[str | None] = set()
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.tags.add(tag)
        self.named.add(held.get("id"))
        self.links += filter(None, (held.get("href"), held.get("src")))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Read]:
    """Every page of the site, by where it stands."""
    folder = tmp_path_factory.mktemp("site")
    assert write_site.main(folder) == 0
    (folder / "check").mkdir()
    (folder / "check" / "index.html").write_text("")
    pages = {one.resolve(): Read(one.read_text("utf-8")) for one in folder.rglob("*.html")}
    return {**pages, folder.resolve(): Read("")}


def test_every_link_leads_to_a_page_and_every_anchor_to_a_heading(site: dict[Path, Any]) -> None:
    lost: list[tuple[str, str]] = []
    for path, page in site.items():
        for link in page.links:
            to, _, anchor = link.partition("#")
            if "://" in to or to.startswith("mailto:"):
                continue
            target = (path.parent / to).resolve() if to else path
            is_there = target.is_file() and (not anchor or anchor in site[target].named)
            lost += [] if is_there else [(path.name, link)]
    assert lost == []


def test_no_page_has_a_script(site: dict[Path, Any]) -> None:
    assert not [path for path, page in site.items() if page.tags & {"script", "iframe", "form"}]


def test_every_rule_has_its_page(site: dict[Path, Any]) -> None:
    names = {path.stem for path in site if "rules" in path.parts}
    assert {one.page.stem for one in all_rules()} <= names
