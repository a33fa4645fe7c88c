"""What answers the page of a review inside the page itself, in the place of a server."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec import Struct, json

from tieout.errors import TieoutError
from tieout.readers.html.ordered import Parser, give
from tieout.review.aside import at_once
from tieout.review.asked import Answer, Asked, Failed
from tieout.review.progress import Progress, heard_by
from tieout.review.requested import Role, Saying, Sealing, requested
from tieout.review.room import CHANGED, EMPTY, TAKEN, Changed, Room
from tieout.review.working import worked

_PACKAGE = "package."
_FULL = "The documents need more memory than a page has: use the command tieout for them"


class Answered(Struct, frozen=True, gc=False):
    """An answer: a status as a server has it, the content, and the name of a file to be saved."""

    status: int
    content: bytes = b""
    name: str = ""


class Answering:
    """A review whose files and work are all in this process."""

    def __init__(self, folder: str, parser: Parser | None = None, progress: str = "") -> None:
        """A review in this folder; how far the work is, is written to a device or a file."""
        give(parser)
        self._progress = progress
        heard_by(self._hear)
        self._room = Room(Path(folder), self._worked, at_once)

    async def run(self, tell: Callable[[str], object]) -> None:
        """Goes on for ever; each new state is told, as JSON."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._room.run())
            tasks.create_task(self._telling(tell))

    async def answer(self, method: str, address: str, body: bytes | memoryview = b"") -> Answered:
        """The answer to a request, as the server of a review gives it."""
        url = urlsplit(address)
        try:
            return await self._answered(method, url.path, parse_qs(url.query), bytes(body))
        except TieoutError as reason:
            return _sentence(400, str(reason))
        except Changed:
            return _sentence(409, CHANGED)
        except Exception as defect:
            return _sentence(500, f"Internal error: {type(defect).__name__}: {defect}")

    async def _answered(
        self, method: str, path: str, query: dict[str, list[str]], body: bytes
    ) -> Answered:
        """The same; raises TieoutError and Changed."""
        room = self._room
        what, *rest = [unquote(part) for part in path.split("/")[1:]]
        match method, what, rest:
            case "GET", "state", []:
                return Answered(200, room.state())
            case "PUT", "files", [name]:
                return await self._arrive(name, query, body)
            case "POST", "roles", []:
                role = requested(body, Role)
                await room.give(role.name, role.role)
                return Answered(204)
            case "POST", "say", []:
                one = requested(body, Saying)
                await room.say(
                    one.draft, one.checked, one.what, one.which, one.words, one.by, one.file
                )
                return Answered(204)
            case "POST", "seal", []:
                return await self._seal(requested(body, Sealing))
            case "GET", "bundle", [id_] if (bundle := room.bundle(id_)) is not None:
                return Answered(200, bundle.made.content, bundle.name)
            case "GET", "workpaper" | "matrix", _:
                return self._page(rest)
            case "GET", "download", [which] if which.startswith(_PACKAGE):
                name, made = await room.drawn_package(which.removeprefix(_PACKAGE))
                return Answered(200, made.content, name)
            case "GET", "download", [form, draft]:
                name, made = await room.drawn(draft, form)
                return Answered(200, made.content, name)
        return _sentence(404, "There is nothing of that name")

    async def _arrive(self, name: str, query: dict[str, list[str]], body: bytes) -> Answered:
        """A document is put beside the others, and used."""
        if not body:
            return _sentence(422, EMPTY.format(name))
        role, replace = query.get("role", ["draft"])[0], query.get("replace", [""])[0]
        try:
            await self._room.arrive(name, body, role, is_to_replace=replace == "1")
        except FileExistsError:
            return _sentence(409, TAKEN.format(name), exists=True)
        return Answered(201)

    async def _seal(self, asked: Sealing) -> Answered:
        """A bundle is made, and where it is to be fetched."""
        bundle = await self._room.seal(asked.preparer, asked.reviewer)
        made = bundle.made
        told = {"href": f"bundle/{bundle.id}", "name": bundle.name, "sha256": made.sha256}
        return Answered(200, json.encode(told | {"manifest_sha256": made.manifest_sha256}))

    def _page(self, which: list[str]) -> Answered:
        """The workpaper of a draft, or the package side by side."""
        checked = self._room.checked
        if checked is not None and not which and checked.matrix:
            return Answered(200, checked.matrix)
        if checked is not None and which and which[0].isdecimal():
            pages = checked.pages[int(which[0]) :][:1]
            if pages and pages[0]:
                return Answered(200, pages[0])
        return _sentence(404, "There is nothing of that name")

    def _worked(self, asked: Asked, _: Callable[[Progress], None]) -> Answer:
        """The work, done here and now: while it is, the loop tells nothing."""
        try:
            return worked(asked)
        except MemoryError:
            return Failed(_FULL)

    def _hear(self, told: Progress) -> None:
        """Writes how far the work is."""
        if self._progress:
            Path(self._progress).write_bytes(json.encode(told) + b"\n")

    async def _telling(self, tell: Callable[[str], object]) -> None:
        """Tells each new state, for ever."""
        version = -1
        while True:
            version = await self._room.following(version)
            tell(self._room.state().decode())


def _sentence(status: int, words: str, **more: bool) -> Answered:
    """Why something cannot be, in a sentence."""
    return Answered(status, json.encode({"error": words, **more}))
