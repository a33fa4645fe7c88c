"""The page as a whole: hostile words are text, anyone can use it, and it says what goes on."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from tests.review.page.conftest import draft, file, finding, said, state

Open = Callable[..., Any]
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>\u202e&quot;'"
SHOWN = HOSTILE.replace("\u202e", "\ufffd")  # what turns the words around it is shown as a sign
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def full(words: str = "") -> dict[str, Any]:
    """A state in which everything that there is stands, `words` at every place for words."""
    moved = [{"was": "7.2", "now": "7.3", "where": "line 3", "figure": 3}]
    changes = {
        "at": "21:03:59", "summary": "1 figure changed", "findings": "findings: 1 new",
        "fixed": ["a sentence (FT001)"], "broken": [finding(17, "104")], "changed": moved,
        "added": [], "removed": [], "lost": [{"figure": 3, "text": "7.3", "why": "it differs"}],
    }  # fmt: skip
    signed = [said(0, "lapsed", figure=117), said(1, "holds", said="dismissed")]
    whole = {"summary": "2 documents", "differs": 1, "forms": ["html"], "error": ""}
    held = state(
        draft(said=signed, changes=changes, warning="little was understood"),
        {"name": "slides.pdf", "error": "no text is in it"},
        package=whole, busy={"step": "reading slides.pdf", "done": 1, "of": 4, "seconds": 2.1},
    )  # fmt: skip
    held["files"].append(file("unused.txt") | {"error": "it is empty"})
    return _worded(held, words) if words else held


KEPT = {"known", "role", "standing", "said", "rule", "sha256", "forms"}


def _worded(held: Any, words: str) -> Any:
    """The same with these words at the end of every text that a document or a person may give."""
    if isinstance(held, dict):
        return {key: one if key in KEPT and isinstance(one, str | list) and key != "said"
                else _worded(one, words) if not (key == "said" and isinstance(one, str)) else one
                for key, one in held.items()}  # fmt: skip
    if isinstance(held, list):
        return [_worded(one, words) for one in held]
    return f"{held} {words}" if isinstance(held, str) and held else copy.copy(held)


def test_hostile_words_are_text(review: Open) -> None:
    with review(full(HOSTILE)) as desk:
        page = desk.page
        page.evaluate(UNFOLD)
        for place in ("#folder", ".zone .name", "#strip", ".card", ".changes", ".figure", ".tab"):
            assert SHOWN in page.locator(place).first.inner_text()
        assert page.locator("img").count() == 0
        assert page.locator("body script").count() == 0
        assert page.title().startswith("\u2717 1")
        desk.push(error=HOSTILE)
        assert SHOWN in page.locator("#notices").inner_text()


@pytest.mark.parametrize(
    ("how", "rules"),
    [({}, EVERYTHING), ({"color_scheme": "dark"}, ["color-contrast"])],
    ids=["light", "dark"],
)
def test_axe_finds_nothing(review: Open, how: dict[str, Any], rules: list[str]) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with review(state(files=[file("old.txt")]), **how) as desk:
        assert _told(axe, desk.page, rules) == []
        desk.push(**full() | {"version": 2})
        desk.page.evaluate(UNFOLD)
        desk.page.locator(".finding button", has_text="Accept").click()
        desk.key("Control+Enter")
        desk.page.evaluate("document.querySelector('#menu').open = false")
        assert _told(axe, desk.page, rules) == []


def _told(axe: Any, page: Any, rules: list[str]) -> list[Any]:
    """What axe finds."""
    found = axe.run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
    return [
        (one["id"], one["impact"], [node["html"][:160] for node in one["nodes"][:3]])
        for one in found.response["violations"]
    ]


@pytest.mark.parametrize("width", [320, 1024, 1440])
def test_the_longest_names_fit(review: Open, width: int) -> None:
    with review(full("x" * 200), viewport={"width": width, "height": 700}) as desk:
        page = desk.page
        for view in ("files", "paper", "todo"):
            page.evaluate("view => { document.body.dataset.view = view; }", view)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            inner = "[...document.querySelectorAll('#room > section')]"
            assert page.evaluate(f"{inner}.every(one => one.scrollWidth <= one.clientWidth)")


def test_what_goes_on_is_said(review: Open) -> None:
    with review(full()) as desk:
        page = desk.page
        assert "reading slides.pdf" in page.locator(".busy").inner_text()
        desk.push(busy=None, checked=2, drafts=[draft(counts=draft()["counts"] | {"agrees": 151})])
        assert page.locator(".busy").count() == 0
        assert "31 more figures agree" in page.locator("#news").inner_text()
        page.clock.install()
        page.evaluate("feed.onerror()")
        page.clock.fast_forward(2000)
        page.locator("#notices", has_text="connection to tieout is lost").wait_for()
        page.evaluate("feed.onopen()")
        page.locator("#notices:empty").wait_for(state="attached")
        desk.answers["/state"] = [(403, {"error": "no"})]
        page.evaluate("feed.readyState = 2; feed.onerror()")
        page.locator("#notices", has_text="was started anew").wait_for()
        page.clock.fast_forward(600)
        page.locator("#notices:empty").wait_for(state="attached")
        desk.push(drafts=[], files=[], package=None)
        assert page.locator("h2", has_text="What shall be checked?").is_visible()


def test_drafts_and_the_package_are_tabs(review: Open) -> None:
    with review(full()) as desk:
        page = desk.page
        page.get_by_role("tab", name="release.txt").focus()
        desk.key("ArrowRight")
        assert "no text is in it" in page.locator("#strip").inner_text()
        assert page.locator("#frame").is_hidden()
        assert "1 finding, 1 lead, 40 not tested" in page.locator("#todo").inner_text()
        desk.key("ArrowRight")
        assert page.get_by_role("tab", name="Package").get_attribute("aria-selected") == "true"
        page.frame_locator("iframe[title='Matrix of the package']").locator("p").wait_for()
        assert any(url.endswith("/matrix?v=1") for url in desk.asked)
        page.get_by_text("Download", exact=True).click()
        link = page.get_by_role("link", name="Matrix of the package")
        assert link.get_attribute("href") == "/download/package.html"


def test_a_bundle_is_sealed(review: Open) -> None:
    made = {"href": "bundle/x", "name": "q2.tieout", "sha256": "1f" * 32}
    with review(state(draft()), permissions=["clipboard-read", "clipboard-write"]) as desk:
        page = desk.page
        desk.answers["/seal"] = [
            (422, {"error": "accepted.toml was changed: check again"}),
            (200, made | {"manifest_sha256": "2e" * 32}),
        ]
        page.get_by_role("button", name="Seal").click()
        desk.key("Enter")
        assert "State who prepared it" in page.locator("#seal").inner_text()
        page.keyboard.type("Ann Lee")
        desk.key("Enter")
        page.locator("#seal", has_text="accepted.toml was changed").wait_for()
        desk.key("Enter")
        page.get_by_role("button", name="Copy: SHA-256 of its manifest").click()
        page.locator("#seal", has_text="Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == "2e" * 32
        assert page.get_by_role("link", name="Download q2.tieout").is_visible()
        desk.key("Escape")
        assert desk.focus() == "seal-open"
        assert desk.sent[-1][2] == {"preparer": "Ann Lee", "reviewer": ""}


def test_what_the_page_knows_is_kept_when_it_is_not_sent_again(review: Open) -> None:
    with review(state(draft())) as desk:
        less = state(version=2, error="half")
        del less["drafts"], less["package"]
        desk.answers["/state"] = [(200, less)]
        desk.push()
        assert desk.asked[-1].endswith("/state?known=a-1")
        assert "half" in desk.page.locator("#notices").inner_text()
        assert desk.page.locator(".card.finding").count() == 1


def test_a_flood_of_figures_from_the_workpaper_is_one(review: Open) -> None:
    with review(state(draft())) as desk:
        desk.page.evaluate(
            "window.drawn = 0; new MutationObserver(() => drawn += 1).observe("
            "document.getElementById('todo'), { childList: true, subtree: true, attributes: true })"
        )
        desk.frame.evaluate(
            "for (const one of [...Array(5000).keys(), -1, 2 ** 53, '7', {}, null, 117])"
            "  parent.postMessage({ tieout: 'figure', figure: one }, '*')"
        )
        desk.page.locator(".chosen", has_text="Revenue: reported 104").wait_for()
        assert desk.page.evaluate("drawn") < 500
