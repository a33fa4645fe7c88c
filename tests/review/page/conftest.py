"""The review page in Chromium, with a server that only says what a test has it say."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

PAGE = Path(__file__).parents[3] / "src" / "tieout" / "review" / "page"
HOME = "http://127.0.0.1:9"
KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'"
)
FEED = """window.EventSource = class {
  constructor() { window.feed = this; this.readyState = 1; setTimeout(() => this.onopen?.()); }
  close() {}
};"""
FRAME = """<!doctype html><title>w</title><p>workpaper</p><script>
  window.shown = [];
  addEventListener("message", (event) => shown.push(event.data.place));
</script>"""


def finding(check: int, reported: str, **more: Any) -> dict[str, Any]:
    """A finding or a lead."""
    sentence = f"Revenue: reported {reported}, expected 105, 1 too low"
    return {
        "check": check, "rule": "RX006", "figure": check + 100, "reported": reported,
        "sentence": sentence, "where": f"line {check} \u00b7 Revenue", "is_error": True,
    } | more  # fmt: skip


def bare(figure: int, text: str = "") -> dict[str, Any]:
    """A figure not tested."""
    text = text or f"{figure:,}"
    return {"figure": figure, "text": text, "where": f"line {figure} \u00b7 backlog", "why": ""}


def said(entry: int, standing: str, **more: Any) -> dict[str, Any]:
    """What a person said."""
    return {
        "entry": entry, "said": "accepted", "standing": standing, "rule": "RX006",
        "reported": "104", "words": "par value, rounded down", "by": "AB", "on": "2026-11-30",
        "why": "" if standing == "holds" else "the figure was 104 and is 103", "figure": None,
    } | more  # fmt: skip


def draft(**more: Any) -> dict[str, Any]:
    """A draft that was checked, with one finding, one lead and two figures not tested."""
    figures = {"figures": 182, "agrees": 120, "rounds": 2, "differs": 1, "not-tested": 40}
    return {
        "name": "release.txt", "sha256": "a" * 64, "company": "Acme Corporation",
        "described": "earnings release", "warning": "", "result": "", "error": "",
        "counts": figures | {"excluded": 19, "ticked": 0, "accepted": 0, "dismissed": 0},
        "tested": "75%", "against": ["last-year.txt: earnings release"],
        "findings": [finding(17, "104")],
        "leads": [finding(18, "99", rule="FT011", sentence="Treasury stock: reported 99")],
        "said": [], "more": 0, "changes": None, "forms": ["html", "xlsx", "json"],
        "untested": [{"reason": "2 figures stand alone", "figures": [bare(30), bare(31)]}],
    } | more  # fmt: skip


def file(name: str, role: str = "") -> dict[str, Any]:
    """A file of the folder."""
    return {"name": name, "role": role, "size": 34567, "kind": "", "error": ""}


def state(*drafts: dict[str, Any], **more: Any) -> dict[str, Any]:
    """All that the page shows."""
    files = [file(one["name"], "draft") for one in drafts]
    return {
        "version": 1, "folder": "/home/ann/q2", "tieout": "0.1.0", "busy": None, "error": "",
        "files": [*files, file("last-year.txt", "against"), file("books.xlsx", "support")],
        "checked": 1, "known": "a-1", "at": "21:04:10", "seconds": 0.4,
        "drafts": [*drafts], "package": None,
    } | more  # fmt: skip


class Review:
    """The page opened, the answers of its server, and all that was asked of it."""

    def __init__(self, context: Any, shown: dict[str, Any]) -> None:
        self.shown = shown
        self.answers: dict[str, list[tuple[int, Any]]] = {}
        self.sent: list[tuple[str, str, Any]] = []
        self.asked: list[str] = []
        self.complained: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(5000)
        context.route("**/*", self._answer)
        context.add_init_script(FEED)
        self.page.on("pageerror", lambda error: self.complained.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complained.append(dialog.message))
        self.page.on("console", self._heard)
        self.page.goto(f"{HOME}/")
        self.page.locator("#desk-title").wait_for(state="attached")
        self.page.wait_for_function("window.feed")

    def _heard(self, message: Any) -> None:
        """What a browser says of a refusal is no complaint of the page."""
        if "Failed to load resource" not in message.text:
            self.complained.append(message.text)

    def _answer(self, route: Any) -> None:
        """The page's own parts, the state, a workpaper; and what the test has it answer."""
        request = route.request
        url = urlsplit(request.url)
        self.asked.append(request.url)
        part = PAGE / (url.path.lstrip("/") or "index.html")
        if request.method != "GET":
            body = request.post_data_json if request.method == "POST" else None
            assert request.headers["x-tieout"] == "1"
            self.sent.append((request.method, f"{url.path}?{url.query}".rstrip("?"), body))
            waiting = self.answers.get(url.path) or [(204, None)]
            status, answer = waiting.pop(0)
            route.fulfill(status=status, body="" if answer is None else json.dumps(answer))
        elif url.path == "/state":
            waiting = self.answers.get(url.path) or [(200, self.shown)]
            status, answer = waiting.pop(0)
            route.fulfill(status=status, body=json.dumps(answer))
        elif url.path.startswith(("/workpaper/", "/matrix")):
            route.fulfill(body=FRAME, content_type="text/html")
        else:
            head = {"content-security-policy": POLICY, "content-type": KINDS[part.suffix]}
            route.fulfill(body=part.read_bytes(), headers=head)

    def push(self, **more: Any) -> None:
        """Another state is announced, and shown."""
        self.shown = self.shown | {"version": self.shown["version"] + 1} | more
        with self.page.expect_response("**/state*"):
            self.page.evaluate("n => feed.onmessage({ data: n })", self.shown["version"])
        self.page.wait_for_timeout(20)

    def key(self, *keys: str) -> None:
        """Keys pressed one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def focus(self) -> str:
        """What has the focus: its id, or its words."""
        at = "(one => one.id || one.textContent)(document.activeElement)"
        return str(self.page.evaluate(at))

    @property
    def frame(self) -> Any:
        """The workpaper's own frame."""
        self.page.frame_locator("#frame").locator("p").wait_for()
        return next(one for one in self.page.frames if one.parent_frame)


@pytest.fixture
def review(browser: Any) -> Callable[..., Any]:
    """Opens the page on a state; at the end nothing was complained of, or asked elsewhere."""

    @contextmanager
    def opened(shown: dict[str, Any], **how: Any) -> Iterator[Review]:
        context = browser.new_context(
            **{"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"} | how
        )
        try:
            made = Review(context, shown)
            yield made
            assert made.complained == []
            assert [url for url in made.asked if not url.startswith(f"{HOME}/")] == []
        finally:
            context.close()

    return opened
