"""Who may ask the server anything: the person who was given its address, from its own page."""

import hashlib
import hmac
from collections.abc import Iterable
from html import escape

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SAFE = ("GET", "HEAD")
_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
INERT = "sandbox allow-scripts allow-downloads; frame-ancestors 'self'"
"""The policy of what was made of a document: it is of no origin, wherever it is opened. What it
may load and run is said by the workpaper itself."""

_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
    "content-security-policy": _PAGE_POLICY,
}

_REMEDY = "open the address that \u201ctieout serve\u201d printed last"
_OPENING = '<meta http-equiv="refresh" content="0;url={0}"><p><a href="{0}">Open the review</a></p>'


class Guard:
    """Lets through what comes from this server's own page, with its key.

    A web page elsewhere can have a browser send requests here: under another name of this machine
    (Host), from another origin (Origin, Sec-Fetch-Site), and as a form does, without a header of
    its own. Another user of this machine has no key. Browsers send the cookies of one port to all
    others of a host, where somebody else may listen: so the key is a cookie of a place below, which
    nobody knows who does not have the key.
    """

    def __init__(self, app: ASGIApp, key: str, port: int) -> None:
        """Before this application, which listens at that port."""
        self._app, self._key = app, key
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        self._cookie = f"tieout-{port}"
        self._place = place_of(key)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers for the application where a request is not let through."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._answer(scope)
        within = {**scope, "root_path": self._place.rstrip("/")}
        await (answer or self._app)(within, receive, sent)

    def _answer(self, scope: Scope) -> Response | None:
        """What is answered to a request that is not let through; None for one that is."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")

        def refused(sentence: str) -> Response:
            if "text/html" not in headers.get("accept", ""):
                return JSONResponse({"error": sentence}, status_code=403)
            return _page(f"<p>{escape(sentence)}</p>", 403)

        if host not in self._hosts:
            return refused(f"The review is at 127.0.0.1 alone: {_REMEDY}")
        if headers.get("origin", f"http://{host}") != f"http://{host}":
            return refused(f"This request comes from another page, and is not answered: {_REMEDY}")
        query = QueryParams(scope["query_string"])
        if scope["path"] == "/" and "key" in query and scope["method"] in _SAFE:
            if not self._is_key(query["key"]):
                return refused(f"This address is of another review: {_REMEDY}")
            opening = _page(_OPENING.format(self._place), 200)
            opening.set_cookie(
                self._cookie, self._key, path=self._place, httponly=True, samesite="strict"
            )
            return opening
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return refused(f"This request comes from another site, and is not answered: {_REMEDY}")
        is_within = scope["path"].startswith(self._place)
        keys = self._keys(headers.getlist("cookie"))
        if not is_within or not any(self._is_key(one) for one in keys):
            return refused(f"This browser does not have the key: {_REMEDY}")
        if scope["method"] not in _SAFE and headers.get("x-tieout") != "1":
            return refused("Only the review's own page may change anything")
        return None

    def _keys(self, cookies: Iterable[str]) -> Iterable[str]:
        """The keys among the cookies."""
        # Another port of this host may have set one of the same name, which the browser sends too.
        each = (part.strip().partition("=") for one in cookies for part in one.split(";"))
        return (value.strip('"') for name, _, value in each if name == self._cookie)

    def _is_key(self, told: str) -> bool:
        """True for the key of this server, found out in the same time for any other."""
        return hmac.compare_digest(told.encode("utf-8", "replace"), self._key.encode())


def place_of(key: str) -> str:
    """The path that all of a review is below: whoever does not have the key does not know it."""
    return f"/{hashlib.sha256(key.encode()).hexdigest()[:32]}/"


def _page(body: str, status: int) -> Response:
    """A page of one line, for a browser that shows it to a person."""
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>tieout</title>'
    return HTMLResponse(f"{head}{body}</html>", status_code=status)
