"""A page taken apart with the standard library, as a browser would read it."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from tieout.model.workpaper import Workpaper
from tieout.reports import report

VOID = {"meta", "br", "hr", "input", "link", "img"}


class Page(HTMLParser):
    """The elements of a page, the words of its document, and the figures drawn in it."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.source = source
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.figures: dict[str, str] = {}
        self.unclosed: list[str] = []
        self._depth = 0
        self._figure = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.append((tag, given))
        if given.get("id") == "document":
            self._depth = len(self.unclosed) + 1
        if re.fullmatch(r"f[0-9]+", given.get("id") or ""):
            self._figure = given["id"] or ""
            assert self._figure not in self.figures, "drawn twice"
            self.figures[self._figure] = ""
        if tag in ("p", "td", "th", "br", "h2", "h3", "tr"):
            self.words += " "
        if tag not in VOID:
            self.unclosed.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.unclosed.pop() == tag, f"</{tag}> closes something else"
        if tag in ("a", "span"):
            self._figure = ""
        if len(self.unclosed) < self._depth:
            self._depth = 0

    def handle_data(self, words: str) -> None:
        if self._depth:
            self.words += words
        if self._figure:
            self.figures[self._figure] += words

    def ids(self) -> list[str]:
        return [given["id"] or "" for _, given in self.elements if "id" in given]


@pytest.fixture
def drawn() -> Callable[[Workpaper], Page]:
    """The page of a workpaper, taken apart."""
    return lambda workpaper: Page(report("html").render(workpaper).decode())


@pytest.fixture
def page(drawn: Callable[[Workpaper], Page], paper: Workpaper) -> Page:
    """Acme's page."""
    return drawn(paper)
