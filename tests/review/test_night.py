"""The last night before an announcement, from the first drop to the bundle, in Chromium."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

expect = pytest.importorskip("playwright.sync_api").expect

EXAMPLES = Path(__file__).parents[2] / "examples"
CAPSTONE, BEFORE = "capstone-fy2008q2-release.txt", "capstone-fy2007q2-8k.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty one, which the person drops files into."""
    found = tmp_path / "q2"
    found.mkdir()
    return found


@pytest.fixture
def page(served: Any, browser: Any) -> Iterator[Any]:
    """The page as the printed address opens it; nothing is asked of any other place."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    one = context.new_page()
    asked: list[str] = []
    one.on("request", lambda request: asked.append(request.url))
    one.goto(served.address)
    one.wait_for_selector("#pick-draft", state="attached")
    yield one
    context.close()
    here = f"http://127.0.0.1:{served.port}/"
    assert [url for url in asked if not url.startswith((here, "blob:", "data:"))] == []


def count(page: Any, way: str) -> int:
    """How many figures the strip says have ended so."""
    words = page.locator("body").inner_text()
    found = re.search(rf"([0-9,]+)\s+{way}", words)
    return int(found[1].replace(",", "")) if found else 0


def answer(page: Any, card: Any, verb: str, words: str, by: str = "AB") -> None:
    """A person opens the form of a card, and fills it."""
    card.get_by_role("button", name=re.compile(f"^{verb}")).first.click()
    form = page.locator("form.answer")
    form.locator("textarea").fill(words)
    form.locator("input.by").fill(by)
    form.get_by_role("button", name=verb, exact=True).click()
    form.wait_for(state="detached")


def test_a_night_of_drafts(page: Any, folder: Path, served: Any, tmp_path: Path) -> None:
    # The release is dropped, then the filing of the year before: open figures become ticks.
    page.locator("#pick-draft").set_input_files(EXAMPLES / CAPSTONE)
    page.wait_for_selector("#frame")
    page.get_by_text(re.compile(r"\d+ not tested")).first.wait_for()
    untested, agreed = count(page, "not tested"), count(page, "agree")
    page.locator("#pick-against").set_input_files(EXAMPLES / BEFORE)
    page.get_by_text("Against 1 other document").wait_for()
    assert count(page, "not tested") < untested
    assert count(page, "agree") > agreed
    frame = page.frame_locator("#frame")
    figure = frame.locator("#document a", has_text="7,219")
    assert "differs" not in (figure.last.get_attribute("class") or "")

    # A figure is edited in the folder: findings are red, and the page says what changed.
    draft = folder / CAPSTONE
    text = draft.read_text("utf-8")
    draft.write_text(text.replace("7,219", "7,291"), "utf-8")
    page.locator(".card.finding").first.wait_for()
    assert frame.locator("#document a.differs").count() > 0
    assert page.locator(".changes").get_by_text("7,291").count() > 0

    # A difference is accepted, a lead dismissed, the backlog ticked with a reference.
    findings = page.locator(".card.finding").count()
    answer(page, page.locator(".card.finding").first, "Accept", "as agreed with the auditors")
    expect(page.locator(".card.finding")).to_have_count(findings - 1, timeout=30_000)
    answer(page, page.locator(".card.lead").first, "Dismiss", "another measure")
    expect(page.locator(".card.lead")).to_have_count(0, timeout=30_000)
    page.get_by_role("searchbox").fill("backlog")
    backlog = page.locator("li.figure", has_text="backlog").first
    answer(page, backlog, "Tick", "backlog report, page 3")
    page.get_by_text("1 ticked").first.wait_for()
    kept = (folder / "accepted.toml").read_text("utf-8")
    assert [kept.count(f"[[{said}]]") for said in ("accepted", "dismissed", "ticked")] == [1, 1, 1]

    # The figure is edited again: what was accepted of it lapses, and the tick stays.
    draft.write_text(text.replace("7,219", "7,391"), "utf-8")
    page.locator("#group-lapsed").wait_for()
    assert "7,291" in page.locator("#group-lapsed").inner_text()
    assert page.get_by_text("1 ticked").count() > 0

    # All of it is sealed, and verified on the command line with the hash from the page.
    page.locator("#seal-open").click()
    page.locator("#seal-preparer").fill("Ann Lee")
    page.locator("#seal-preparer").press("Enter")
    code = page.locator("dialog code, [role=dialog] code").first
    code.wait_for()
    with page.expect_download() as started:
        page.locator("dialog a[href*='/bundle/']").click()
    bundle = tmp_path / "night.tieout"
    started.value.save_as(bundle)
    command = [sys.executable, "-m", "tieout", "verify", str(bundle), "--sha256", code.inner_text()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "prepared by Ann Lee" in done.stdout
