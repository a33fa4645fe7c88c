"""The review as it goes on: files looked at, drafts checked anew, and what the page is to show."""

import asyncio
import contextlib
import os
import secrets
import tempfile
import time
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

import tieout
from tieout.bundle import manifest
from tieout.bundle.sealing import Given, hashed
from tieout.errors import Misuse, TieoutError
from tieout.files import put, put_new
from tieout.readers import LARGEST
from tieout.review import progress
from tieout.review.aside import Aside, in_thread
from tieout.review.asked import (
    Answer,
    Asked,
    Check,
    Checked,
    Failed,
    Files,
    Made,
    Render,
    Say,
    Seal,
)
from tieout.review.desk import ACCEPTED, Desk
from tieout.review.progress import Progress
from tieout.review.watched import BEAT, Watched
from tieout.sources import within

MOST_BYTES = 128 * 2**20
"""Bytes of all files in use: each brings its own allowance of memory and time."""

_ROLES: dict[str, manifest.Role] = {
    "draft": "subject",
    "against": "against",
    "support": "support",
}
"""What a file in use is of a bundle, and of a workpaper."""

_MOST_BUNDLES = 8
_AT_ONCE = 2
"""Files made at once for downloads, beside the check that goes on."""


TAKEN = "{} is here already: replace it, or drop the file under another name"
EMPTY = "{} is empty: save it, and drop it again"
CHANGED = "the files were saved since: look at what changed, and decide again"


class Changed(Exception):  # noqa: N818 - nothing went wrong
    """The draft was saved since the page was drawn: the person decides again."""


class Bundle(Struct, frozen=True, gc=False):
    """A bundle that was sealed, to be fetched by its name."""

    id: str
    name: str
    made: Made


class Room:
    """One review. All of it happens on one event loop; the work is done in other processes."""

    def __init__(
        self, folder: Path, answer: Callable[[Asked], Answer], aside: Aside | None = None
    ) -> None:
        """A review of this folder, whose work that does; raises OSError for no folder."""
        self._answer, self._aside = answer, aside or in_thread
        self.desk = Desk(folder)
        self.version = 0
        self.checked: Checked | None = None
        self.number = 0
        self._error = ""
        self._busy: tuple[float, str] | None = None
        self._took = 0.0
        self._at = ""
        self._files = self.desk.files()
        self._said = Progress()
        self._watched = Watched(self._paths())
        self._news = asyncio.Condition()
        self._wanted = asyncio.Event()
        self._saying = asyncio.Lock()
        self._making = asyncio.Semaphore(_AT_ONCE)
        self._now: dict[str, tuple[bytes, str]] = {}
        """The drafts as they were last checked, and when each of them was saved."""
        self._before: dict[str, tuple[bytes, str]] = {}
        self._bundles: deque[Bundle] = deque(maxlen=_MOST_BUNDLES)

    async def run(self) -> None:
        """Looks at the files for ever, and checks them when one is saved."""
        if self.desk.used():
            self._wanted.set()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._for_ever(self._look))
            tasks.create_task(self._for_ever(self._check))

    async def following(self, version: int) -> int:
        """The number of the state, as soon as it is another one than that."""
        async with self._news:
            await self._news.wait_for(lambda: self.version != version)
        return self.version

    def state(self) -> bytes:
        """Everything that the page shows, as JSON."""
        checked = self.checked
        told: dict[str, Any] = {
            "version": self.version,
            "folder": str(self.desk.folder),
            "tieout": tieout.__version__,
            "files": [
                {
                    "name": file.name,
                    "role": file.role,
                    "size": file.size,
                    "kind": checked.kinds.get(file.name, "") if checked else "",
                    "error": checked.faults.get(file.name, "") if checked else "",
                }
                for file in self._files
            ],
            "busy": self._progress(),
            "error": self._error,
            "checked": self.number,
            "at": self._at,
            "seconds": round(self._took, 2),
            "drafts": checked.drafts if checked else [],
            "package": checked.package if checked else None,
        }
        return msgspec.json.encode(told)

    async def arrive(
        self, name: str, content: bytes, role: str, *, is_to_replace: bool = False
    ) -> None:
        """A document is put into the folder, and used; over another one only where that is wanted.

        Raises Misuse, FileExistsError and other OSError.
        """
        path = self.desk.admitted(name)
        await self._aside(lambda: put({path: content}) if is_to_replace else put_new(path, content))
        await self.give(name, role)

    async def give(self, name: str, role: str) -> None:
        """From here on the file has that role; raises Misuse."""
        try:
            self.desk.give(name, role)
        except OSError as reason:
            said = reason.strerror or str(reason)
            raise Misuse(f"{self.desk.folder} cannot be written to: {said}") from None
        self.look_again()
        await self._tell()

    def look_again(self) -> None:
        """The files are to be listed and checked anew."""
        self._files = self.desk.files()
        self._watched.known(self._paths())
        self._wanted.set()

    async def say(
        self,
        name: str,
        sha256: str,
        what: Literal["accept", "tick", "undo"],
        which: str,
        words: str,
        by: str,
        file: str,
    ) -> None:
        """Keeps what a person says of a draft, as it was shown; raises TieoutError and Changed."""
        if file:
            self.desk.path(file)
        async with self._saying:
            files = await self._read()
            number = _number_of(files, name, sha256)
            asked = Say(files, number, what, which, words, by, file)
            made = await self._made(asked)
            kept = self.desk.folder / ACCEPTED
            before = next((one.content for one in files.given if one.role == "accepted"), None)
            if kept.is_symlink() or _content(kept) != before:
                raise Changed
            put({kept: made.content})
        self.look_again()
        await self._tell()

    async def drawn(self, which: int | Literal["package"], form: str) -> tuple[str, Made]:
        """A workpaper, or the package, in a form, and the name of its file; raises TieoutError."""
        files = await self._read()
        drafts = [one.name for one in files.given if one.role == "subject"]
        if which == "package":
            name = "package"
        elif which < len(drafts):
            name = Path(drafts[which]).stem
        else:
            raise Misuse("there is no such draft any more: look at the page again")
        made = await self._made(Render(files, which, form))
        return f"{name}-workpaper.{made.suffix}" if which != "package" else f"{name}.{form}", made

    async def seal(self, preparer: str, reviewer: str) -> Bundle:
        """All of it sealed in one archive, kept till others are sealed; raises TieoutError."""
        files = await self._read()
        drafts = [one.name for one in files.given if one.role == "subject"]
        if not drafts:
            raise Misuse("there is no draft to seal: add one first")
        made = await self._made(Seal(files, preparer, reviewer))
        bundle = Bundle(secrets.token_urlsafe(12), f"{Path(drafts[0]).stem}.tieout", made)
        self._bundles.append(bundle)
        return bundle

    def bundle(self, id: str) -> Bundle | None:  # noqa: A002 - what it is called
        """A bundle that was sealed in this review; None for one that is gone."""
        return next((one for one in self._bundles if one.id == id), None)

    # ------------------------------------------------------------------------------ going on

    async def _for_ever(self, step: Callable[[], Awaitable[None]]) -> None:
        """Does a step again and again; what goes wrong in one is shown, and the next is tried."""
        while True:
            try:
                await step()
            except TieoutError as reason:
                await self._failed(str(reason))
            except OSError as reason:
                said = reason.strerror or str(reason)
                await self._failed(f"{self.desk.folder} cannot be read: {said}")
            except Exception as defect:
                await self._failed(f"internal error: {type(defect).__name__}: {defect}")

    async def _look(self) -> None:
        """Looks at the files once."""
        await asyncio.sleep(BEAT)
        files = self.desk.files()
        if self._watched.saved(self._paths()):
            self._wanted.set()
        step = self._step()
        if files != self._files or step != self._said:
            self._files, self._said = files, step
            await self._tell()

    async def _check(self) -> None:
        """Checks the drafts as soon as that is wanted."""
        await self._wanted.wait()
        self._wanted.clear()
        files = await self._read()
        drafts = {one.name for one in files.given if one.role == "subject"}
        if not drafts:
            self.checked, self._error = None, ""
            await self._tell()
            return
        self._remember(files)
        previous = tuple(
            Given("draft", name, content)
            for name, (content, _) in self._before.items()
            if name in drafts
        )
        files = msgspec.structs.replace(files, previous=previous)
        before = {name: at for name, (_, at) in self._before.items()}
        started = time.monotonic()
        answer = await self._answered(Check(files, before), is_check=True)
        self._took, self._at = time.monotonic() - started, _now()
        self._error = answer.sentence if isinstance(answer, Failed) else ""
        if isinstance(answer, Checked):
            self.checked = answer
        self.number += 1
        await self._tell()

    async def _failed(self, sentence: str) -> None:
        """Shows why nothing could be done, and waits before it is tried again."""
        self._error = sentence
        await self._tell()
        await asyncio.sleep(1)

    def _remember(self, files: Files) -> None:
        """Keeps each draft as it is now, and as it was before it was saved the last time."""
        for one in files.given:
            if one.role != "subject":
                continue
            known = self._now.get(one.name)
            if known is None or known[0] != one.content:
                if known is not None:
                    self._before[one.name] = known
                self._now[one.name] = one.content, _now()

    async def _read(self) -> Files:
        """The files in use, as they stand; raises Misuse where they are too much."""
        return await self._aside(self._contents)

    def _contents(self) -> Files:
        """The same, read here and now. A file that is gone is not in use."""
        given: list[Given] = []
        left = MOST_BYTES
        for file in self.desk.used():
            try:
                content = within(self.desk.path(file.name), LARGEST)
            except FileNotFoundError:
                continue
            except OSError as reason:
                said = reason.strerror or type(reason).__name__
                raise Misuse(f"{file.name} cannot be read: {said}") from None
            left -= len(content)
            if left < 0:
                much = f"{MOST_BYTES // 2**20} MB"
                raise Misuse(f"the files in use have more than {much}: put some aside")
            given.append(Given(_ROLES[file.role], file.name, content))
        kept = self.desk.folder / ACCEPTED
        if not kept.is_symlink() and (content_of := _content(kept)) is not None:
            given.append(Given("accepted", ACCEPTED, content_of))
        return Files(str(self.desk.folder), tuple(given))

    async def _made(self, asked: Render | Say | Seal) -> Made:
        """The file that is asked for; raises Misuse where there is none."""
        async with self._making:
            answer = await self._answered(asked)
        if isinstance(answer, Made):
            return answer
        raise Misuse(answer.sentence if isinstance(answer, Failed) else "there is no such file")

    async def _answered(self, asked: Asked, *, is_check: bool = False) -> Answer:
        """What another process answers, which says meanwhile how far it is."""
        handle, path = tempfile.mkstemp(prefix="tieout-")
        os.close(handle)
        files = msgspec.structs.replace(asked.files, progress=path)
        if is_check:
            self._busy = time.monotonic(), path
            await self._tell()
        try:
            return await self._aside(
                lambda: self._answer(msgspec.structs.replace(asked, files=files))
            )
        except Exception as defect:  # a defect of ours is a sentence on the page
            return Failed(f"internal error: {type(defect).__name__}: {defect}")
        finally:
            if is_check:
                self._busy = None
            with contextlib.suppress(OSError):
                Path(path).unlink()

    def _progress(self) -> dict[str, Any] | None:
        """How far the check is that goes on; None where none does."""
        if self._busy is None:
            return None
        told = self._step()
        seconds = round(time.monotonic() - self._busy[0], 1)
        return {"step": told.step, "done": told.done, "of": told.of, "seconds": seconds}

    def _step(self) -> Progress:
        """What the check that goes on is at."""
        return progress.read(self._busy[1]) if self._busy else Progress()

    def _paths(self) -> list[str]:
        """The files that are looked at: those in use, those they may support, and what is said."""
        names = [file.name for file in self._files if file.role]
        return [str(self.desk.folder / name) for name in (*names, ACCEPTED)]

    async def _tell(self) -> None:
        """The state is another one."""
        self.version += 1
        async with self._news:
            self._news.notify_all()


def _number_of(files: Files, name: str, sha256: str) -> int:
    """Which draft it is; raises Changed where it is not as it was shown."""
    drafts = [one for one in files.given if one.role == "subject"]
    for number, one in enumerate(drafts):
        if one.name == name and hashed(one.content) == sha256:
            return number
    raise Changed


def _content(path: Path) -> bytes | None:
    """What a file holds; None for none."""
    try:
        return within(path, LARGEST)
    except OSError:
        return None


def _now() -> str:
    """The time of day."""
    return datetime.now(UTC).astimezone().strftime("%H:%M:%S")
