"""Several pages of one browser on one review, and a review that is begun anew beneath them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api")
pytest.importorskip("uvicorn")


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    """A browser."""
    one = browser.new_context()
    one.set_default_timeout(15_000)
    yield one
    one.close()


def opened(context: Any, address: str) -> Any:
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("#pick-draft", state="attached")
    return page


def test_more_pages_than_a_browser_has_connections_all_hear_of_a_save(
    served: Any, context: Any, folder: Path
) -> None:
    served.asking.post("/roles", json={"name": "release.txt", "role": "draft"})
    pages = [opened(context, served.address) for _ in range(7)]
    pages.pop(0).close()  # which was the one that listened
    text = (folder / "release.txt").read_text("utf-8")
    (folder / "release.txt").write_text(text.replace("7,219", "7,291"), "utf-8")
    for page in pages:
        page.locator(".card.finding").first.wait_for()


def test_a_page_goes_on_with_the_review_that_is_begun_anew(
    served: Any, starting: Any, context: Any, folder: Path
) -> None:
    served.asking.post("/roles", json={"name": "release.txt", "role": "draft"})
    page = opened(context, served.address)
    page.get_by_role("searchbox").fill("backlog")
    page.locator("li.figure button", has_text="Tick").first.click()
    page.keyboard.type("backlog re")
    served.process.terminate()
    served.process.wait(10)
    with starting(folder, "--port", str(served.port)) as anew:
        page.locator("#notices", has_text="was started anew").wait_for()
        opened(context, anew.address)
        page.locator("#notices:empty").wait_for(state="attached")
        assert page.locator("textarea").input_value() == "backlog re"
        page.locator("textarea").fill("backlog report")
        page.locator("input.by").fill("AB")
        page.keyboard.press("Enter")
        page.get_by_text("1 ticked").first.wait_for()
