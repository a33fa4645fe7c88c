"""Who may ask the server anything: the person who was given its address, from its own page."""

import hmac
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
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

_OPENING = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>tieout</title>'
    '<meta http-equiv="refresh" content="0;url=/"><p><a href="/">Open the review</a></p></html>'
)


class Guard:
    """Lets through what comes from this server's own page, with its key.

    A web page elsewhere can have a browser send requests here: under another name of this machine
    (Host), from another origin (Origin, Sec-Fetch-Site), and as a form does, without a header of
    its own. Another user of this machine has no key.
    """

    def __init__(self, app: ASGIApp, key: str, port: int) -> None:
        """Before this application, which listens at that port."""
        self._app, self._key = app, key
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        self._cookie = f"tieout-{port}"

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
        await (answer or self._app)(scope, receive, sent)

    def _answer(self, scope: Scope) -> Response | None:
        """What is answered to a request that is not let through; None for one that is."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._hosts:
            return _refused("the review is at 127.0.0.1 alone: open the address it printed")
        if headers.get("origin", f"http://{host}") != f"http://{host}":
            return _refused("this request comes from another page, and is not answered")
        query = QueryParams(scope["query_string"])
        if scope["path"] == "/" and "key" in query and scope["method"] in _SAFE:
            if not self._is_key(query["key"]):
                return _refused("this address is of another review: open the one it printed")
            opening = HTMLResponse(_OPENING)
            opening.set_cookie(self._cookie, self._key, httponly=True, samesite="strict")
            return opening
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return _refused("this request comes from another site, and is not answered")
        if not any(self._is_key(one) for one in self._keys(headers.getlist("cookie"))):
            return _refused("this browser does not have the key: open the address it printed")
        if scope["method"] not in _SAFE and headers.get("x-tieout") != "1":
            return _refused("only the review's own page may change anything")
        return None

    def _keys(self, cookies: Iterable[str]) -> Iterable[str]:
        """The keys among the cookies."""
        parsed = (cookie_parser(one) for one in cookies)
        return (one[self._cookie] for one in parsed if self._cookie in one)

    def _is_key(self, told: str) -> bool:
        """True for the key of this server, found out in the same time for any other."""
        return hmac.compare_digest(told.encode("utf-8", "replace"), self._key.encode())


def _refused(sentence: str) -> Response:
    """The sentence, as an answer."""
    return JSONResponse({"error": sentence}, status_code=403)
