"""The server of the review page: what may be asked of it, and what it answers."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from tieout.errors import Misuse, TieoutError
from tieout.review.arriving import Arriving, Bounds, TooLargeError, TooSlowError
from tieout.review.guard import INERT, Guard
from tieout.review.requested import Role, Saying, Sealing, requested
from tieout.review.room import CHANGED, EMPTY, TAKEN, Changed, Room

PAGE = Path(__file__).with_name("page")
"""The folder of the page's own files."""

_KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
_LARGEST_WORDS = 64 * 1024
_QUIET = 15.0
"""Seconds after which a connection with no news says that it is there."""
_FILE = "application/octet-stream"

T = TypeVar("T")


def application(room: Room, key: str, port: int, bounds: Bounds | None = None) -> Guard:
    """The whole server of a review, which answers nobody without the key."""
    desk = _Desk(room, Arriving(bounds or Bounds()), bounds or Bounds())
    routes = [
        Route("/", desk.page),
        Route("/events", desk.events),
        Route("/state", desk.state),
        Route("/files/{name}", desk.arrive, methods=["PUT"]),
        Route("/roles", desk.role, methods=["POST"]),
        Route("/say", desk.say, methods=["POST"]),
        Route("/seal", desk.seal, methods=["POST"]),
        Route("/workpaper/{number:int}", desk.workpaper),
        Route("/matrix", desk.matrix),
        Route("/download/package.{form}", desk.download_package),
        Route("/download/{form}/{name}", desk.download),
        Route("/bundle/{id}", desk.bundle),
        Route("/{part}", desk.page),
    ]

    @contextlib.asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(room.run())
        yield
        task.cancel()

    handlers: dict[Any, Any] = {
        TieoutError: _refused,
        Changed: _changed,
        OSError: partial(_unwritten, room.desk.called),
        ClientDisconnect: _gone,
        HTTPException: _http,
        Exception: _defect,
    }
    app = Starlette(routes=routes, lifespan=living, exception_handlers=handlers)
    return Guard(app, key, port)


class _Desk:
    """The answers, each to one kind of request."""

    def __init__(self, room: Room, arriving: Arriving, bounds: Bounds) -> None:
        """The answers of a review."""
        self._room, self._arriving, self._bounds = room, arriving, bounds

    async def page(self, request: Request) -> Response:
        """The page, or one of its parts."""
        name = request.path_params.get("part", "index.html")
        path = PAGE / name
        if path.suffix not in _KINDS or path.parent != PAGE or not path.is_file():
            raise HTTPException(404)
        return Response(path.read_bytes(), media_type=_KINDS[path.suffix])

    async def events(self, request: Request) -> Response:
        """The number of the state, whenever it is another one, for as long as anybody listens."""

        async def told() -> AsyncIterator[str]:
            version = -1
            while not (self._room.is_ended or await request.is_disconnected()):
                try:
                    async with asyncio.timeout(_QUIET):
                        version = await self._room.following(version)
                    yield f"data: {version}\n\n"
                except TimeoutError:
                    yield ": still here\n\n"

        return StreamingResponse(told(), media_type="text/event-stream")

    async def state(self, request: Request) -> Response:
        """Everything that the page shows, but for what it knows of the last check by then."""
        state = self._room.state(request.query_params.get("known", ""))
        return Response(state, media_type="application/json")

    async def arrive(self, request: Request) -> Response:
        """A document is put into the folder, and used."""
        name = request.path_params["name"]
        path = self._room.desk.admitted(name)
        query = request.query_params
        role = query.get("role", "draft")
        self._room.desk.may_give(role)
        is_to_replace = query.get("replace") == "1"
        if not is_to_replace and path.exists():
            return _taken(name)
        length = request.headers.get("content-length", "")
        try:
            content = await self._arriving.content(name, length, request.stream())
        except TooLargeError as reason:
            await self._let_pass(request)
            return _sentence(str(reason), 413)
        except TooSlowError as reason:
            return _sentence(str(reason), 408)
        if not content:
            return _sentence(EMPTY.format(name), 422)
        try:
            await self._room.arrive(name, content, role, is_to_replace=is_to_replace)
        except FileExistsError:
            return _taken(name)
        return Response(status_code=201)

    async def role(self, request: Request) -> Response:
        """A file is there for something else."""
        asked = await _asked(request, Role)
        await self._room.give(asked.name, asked.role)
        return Response(status_code=204)

    async def say(self, request: Request) -> Response:
        """What a person says is kept."""
        asked = await _asked(request, Saying)
        await self._room.say(
            asked.draft, asked.checked, asked.what, asked.which, asked.words, asked.by, asked.file
        )
        return Response(status_code=204)

    async def seal(self, request: Request) -> Response:
        """A bundle is made, and where it is to be fetched."""
        asked = await _asked(request, Sealing)
        bundle = await self._room.seal(asked.preparer, asked.reviewer)
        told = {
            "href": f"bundle/{bundle.id}",
            "name": bundle.name,
            "sha256": bundle.made.sha256,
            "manifest_sha256": bundle.made.manifest_sha256,
        }
        return JSONResponse(told)

    async def workpaper(self, request: Request) -> Response:
        """The workpaper of a draft, which is of no origin."""
        pages = self._room.checked.pages if self._room.checked else ()
        number = request.path_params["number"]
        if number >= len(pages) or not pages[number]:
            raise HTTPException(404)
        return _inert(pages[number])

    async def matrix(self, _: Request) -> Response:
        """The package side by side."""
        if self._room.checked is None or not self._room.checked.matrix:
            raise HTTPException(404)
        return _inert(self._room.checked.matrix)

    async def download(self, request: Request) -> Response:
        """A workpaper as a file."""
        parts = request.path_params
        name, made = await self._room.drawn(parts["name"], parts["form"])
        return _file(name, made.content)

    async def download_package(self, request: Request) -> Response:
        """The package as a file."""
        name, made = await self._room.drawn_package(request.path_params["form"])
        return _file(name, made.content)

    async def bundle(self, request: Request) -> Response:
        """A bundle as a file."""
        bundle = self._room.bundle(request.path_params["id"])
        if bundle is None:
            raise HTTPException(404)
        return _file(bundle.name, bundle.made.content)

    async def _let_pass(self, request: Request) -> None:
        """Reads on for a while: a browser that still sends does not hear the answer."""
        with contextlib.suppress(Exception):
            async with asyncio.timeout(self._bounds.idle):
                async for _ in request.stream():
                    pass


async def _asked(request: Request, kind: type[T]) -> T:
    """What a request asks in JSON; raises Misuse for anything else."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > _LARGEST_WORDS:
            raise Misuse("So many words are no request: say it in short")
    return requested(bytes(body), kind)


def _inert(page: bytes) -> Response:
    """A page made of a document."""
    headers = {"content-security-policy": INERT}
    return Response(page, media_type="text/html", headers=headers)


def _file(name: str, content: bytes) -> Response:
    """A file that the browser saves."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(content, media_type=_FILE, headers={"content-disposition": disposition})


def _taken(name: str) -> Response:
    """That a file of that name is there."""
    return JSONResponse({"error": TAKEN.format(name), "exists": True}, status_code=409)


def _sentence(words: str, status: int) -> Response:
    """Why something cannot be, in a sentence."""
    return JSONResponse({"error": words}, status_code=status)


async def _refused(_: Request, reason: Exception) -> Response:
    """What is misuse, or cannot be read."""
    return _sentence(str(reason), 400)


async def _changed(_: Request, __: Exception) -> Response:
    """That the page shows what is no more."""
    return _sentence(CHANGED, 409)


async def _unwritten(folder: str, _: Request, reason: Exception) -> Response:
    """That the folder cannot be read or written, or is full."""
    said = getattr(reason, "strerror", None) or str(reason)
    return _sentence(
        f"{folder} cannot be read or written: {said}. Make that possible, and try again", 503
    )


async def _gone(_: Request, __: Exception) -> Response:
    """Nothing: nobody waits for it."""
    return Response(status_code=408)


async def _http(_: Request, reason: Exception) -> Response:
    """What is not there, or is not asked like that."""
    assert isinstance(reason, HTTPException)
    words = {404: "There is nothing of that name", 405: "That cannot be done to it"}
    return _sentence(words.get(reason.status_code, reason.detail), reason.status_code)


async def _defect(_: Request, defect: Exception) -> Response:
    """A defect of tieout's own: the server goes on."""
    return _sentence(f"Internal error: {type(defect).__name__}: {defect}", 500)
