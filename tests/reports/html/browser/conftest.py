"""Pages opened in the system's Chromium, which fetches nothing but the page itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tieout.api import check, read
from tieout.model.workpaper import Workpaper
from tieout.reports import report

HOUSE = Path(__file__).parents[4]
EXHIBITS = HOUSE / "tests" / "corpus" / "exhibits"


class Opened:
    """A page, with everything it asked for, said, or threw."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.asked: list[str] = []
        self.said: list[str] = []
        page.on("dialog", self._dismiss)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(address)
        self.asked = [url for url in self.asked if url != address]

    def _dismiss(self, dialog: Any) -> None:
        """A dialog is a finding of its own."""
        self.said.append(f"a dialog that a hit opened: {dialog.message}")
        dialog.dismiss()

    def at(self, words: str) -> Any:
        """The last figure of the document printed so."""
        return self.page.locator("#document a", has_text=words).last

    def id_of(self, words: str) -> str:
        """The place of that figure."""
        return str(self.at(words).get_attribute("id"))

    def key(self, *keys: str) -> None:
        """Keys pressed one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def is_in_sight(self, place: str) -> bool:
        """True once the element of this id stands in the window."""
        self.page.wait_for_function(
            """id => { const box = document.getElementById(id).getBoundingClientRect();
                return box.top >= 0 && box.bottom <= innerHeight && box.height > 0; }""",
            arg=place,
        )
        return True


@pytest.fixture(scope="session")
def capstone() -> Workpaper:
    """The example against the year before."""
    examples = HOUSE / "examples"
    before = read(examples / "capstone-fy2007q2-8k.txt")
    return check(read(examples / "capstone-fy2008q2-8k.txt"), [before])


@pytest.fixture(scope="session")
def altered() -> Workpaper:
    """The same with a total misprinted."""
    source = (HOUSE / "examples" / "capstone-fy2008q2-8k.txt").read_bytes()
    assert source.count(b"81,769") == 2
    return check(read(source.replace(b"81,769", b"81,796", 1), name="altered.txt"))


@pytest.fixture(scope="session")
def bank() -> Workpaper:
    """A bank's release, five quarters side by side."""
    return check(read(EXHIBITS / "farmers-national-banc-2020q1.htm"))


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Callable[..., Any]:
    """Opens the page of a workpaper, or of its source; closes it afterwards."""

    @contextmanager
    def made(workpaper: Workpaper, *, without: str = "", **how: Any) -> Iterator[Opened]:
        path = tmp_path / "workpaper.html"
        source = report("html").render(workpaper).decode()
        if without:
            start = source.index(without)
            source = source[:start] + source[source.index(">", start) + 1 :]
        path.write_text(source, "utf-8")
        context = browser.new_context(
            **{"viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce", **how}
        )
        try:
            yield Opened(context.new_page(), path.as_uri())
        finally:
            context.close()

    return made
