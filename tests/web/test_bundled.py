"""The page as one file; what it is made of besides tieout is made up here."""

import base64
import gzip
import re
from html.parser import HTMLParser

import pytest

from tieout.reports.html.page import hashed
from tieout.web import bundled as module
from tieout.web import parts
from tieout.web.bundled import bundled


class Read(HTMLParser):
    """The scripts, styles and policies of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(("", {}, ""))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] in ("script", "style"):
            tag, attributes, said = self.found[-1]
            self.found[-1] = tag, attributes, said + data

    def of(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        return [(attributes, said) for name, attributes, said in self.found if name == tag]


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Read:
    """The page without what others made."""
    monkeypatch.setattr(parts, "worker", lambda _: "work();")
    monkeypatch.setattr(parts, "parts", lambda _: {"a.whl": b"PK", "b.wasm": b"\0asm"})
    return Read(bundled({}))


def test_it_carries_all_that_it_needs(page: Read) -> None:
    carried = {
        attributes["data-part"]: gzip.decompress(base64.b64decode(said))
        for attributes, said in page.of("script")
        if "data-part" in attributes
    }
    assert carried == {"worker.js": b"work();", "a.whl": b"PK", "b.wasm": b"\0asm"}
    examples = [a["data-example"] for a, _ in page.of("script") if "data-example" in a]
    assert examples == ["against", "draft"]
    asked = [a for _, a, _ in page.found if {"src", "href"} & a.keys()]
    assert [a.get("src") or a.get("href") for a in asked if a.get("rel") != "icon"] == ["#todo"]


def test_its_policy_allows_what_is_in_it_and_nothing_else(page: Read) -> None:
    (policy,) = [a["content"] for a, _ in page.of("meta") if a.get("http-equiv")]
    assert str(policy).startswith("default-src 'none'; ")
    (script,) = [said for a, said in page.of("script") if a.get("type") == "module"]
    (style,) = [said for _, said in page.of("style")]
    assert f"script-src '{hashed(script)}'" in str(policy)
    assert f"style-src '{hashed(style)}'" in str(policy)
    assert not re.search(r"https?:|\*|unsafe-inline|'unsafe-eval'|connect-src", str(policy))


def test_a_script_that_would_end_the_page_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "worker", lambda _: "")
    monkeypatch.setattr(parts, "parts", lambda _: {})
    monkeypatch.setattr(parts, "page", lambda: "a = '</script>'")
    with pytest.raises(ValueError, match="words that end a script"):
        bundled({})


def test_without_examples_there_is_no_button(page: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [a for a, _ in page.of("button") if a.get("id") == "example"]
    monkeypatch.setattr(module, "_PLACES", ())
    assert 'id="example"' not in bundled({})
