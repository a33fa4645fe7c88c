"""Pages of other servers, open in the browser that has the review open."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api")
pytest.importorskip("uvicorn")

TRIES = """async ([there, words]) => {
  const got = {};
  const within = (work) => Promise.race([work, new Promise((done) => setTimeout(done, 1500, "-"))]);
  const told = async (name, work) => {
    got[name] = await within(work().catch((error) => error.name));
  };
  const how = { credentials: "include" };
  await told("read", async () => (await fetch(`${there}state`, how)).text());
  const post = { ...how, method: "POST", mode: "no-cors", body: words };
  await told("sent", async () => (await fetch(`${there}roles`, post)).type);
  const put = { ...how, method: "PUT", headers: { "X-Tieout": "1" }, body: "x" };
  await told("put", async () => (await fetch(`${there}files/evil.txt`, put)).status);
  const loaded = (tag, attribute, path) => () => new Promise((done) => {
    const one = document.createElement(tag);
    one.onload = () => done("loaded");
    one.onerror = () => done("refused");
    one[attribute] = there + path;
    document.body.append(one);
  });
  await told("script", loaded("script", "src", "page.js"));
  await told("image", loaded("img", "src", "state"));
  await told("events", () => new Promise((done) => {
    const source = new EventSource(`${there}events`, { withCredentials: true });
    source.onopen = () => done("open");
    source.onerror = () => done("refused");
  }));
  await told("socket", () => new Promise((done) => {
    const socket = new WebSocket(`${there.replace("http", "ws")}events`);
    socket.onopen = () => done("open");
    socket.onerror = () => done("refused");
  }));
  const frame = document.createElement("iframe");
  frame.src = there;
  await within(new Promise((done) => { frame.onload = done; document.body.append(frame); }));
  got.frame = frame.contentDocument === null ? "closed" : "read";
  const form = document.createElement("form");
  Object.assign(form, { action: `${there}roles`, method: "post", target: "sent" });
  form.enctype = "text/plain";
  const field = document.createElement("input");
  [field.name, field.value] = [words.slice(0, -1) + ', "x":"', '"}'];
  form.append(field);
  document.body.append(form);
  form.submit();
  return got;
}"""


class _Elsewhere(BaseHTTPRequestHandler):
    """A page with nothing on it; what browsers send along is kept."""

    cookies: list[str]

    def do_GET(self) -> None:
        self.cookies.append(self.headers.get("cookie", ""))
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>elsewhere</title><body>")

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def elsewhere() -> Iterator[tuple[int, list[str]]]:
    """The port of another server of this machine, and the cookies that it is sent."""
    cookies: list[str] = []
    kind = type("Here", (_Elsewhere,), {"cookies": cookies})
    with ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, cookies
        server.shutdown()


@pytest.fixture
def context(served: Any, browser: Any) -> Iterator[Any]:
    """A browser that has the review open."""
    one = browser.new_context()
    review = one.new_page()
    review.goto(served.address)
    review.wait_for_selector("#pick-draft", state="attached")
    yield one
    one.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_another_page_reads_nothing_changes_nothing_and_sees_no_key(
    served: Any, context: Any, folder: Path, host: str
) -> None:
    place = str(served.asking.base_url)
    words = '{"name": "release.txt", "role": "draft"}'
    with elsewhere() as (port, cookies):
        page = context.new_page()
        page.goto(f"http://{host}:{port}/")
        page.reload()
        found = page.evaluate(TRIES, [place, words])
        page.wait_for_timeout(200)
    assert "".join(cookies) == ""
    assert found.pop("sent") in ("opaque", "TypeError")
    assert found == {
        "read": "TypeError", "put": "TypeError", "script": "refused", "image": "refused",
        "events": "refused", "socket": "refused", "frame": "closed",
    }  # fmt: skip
    assert not (folder / "evil.txt").exists()
    assert all(not file["role"] for file in served.asking.get("/state").json()["files"])
