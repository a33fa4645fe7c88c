"""The review as it goes on: files looked at, drafts checked anew, and what the page is to show."""

import asyncio
import secrets
import time
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import Struct

import tieout
from tieout.bundle.sealing import Given
from tieout.errors import Misuse, TieoutError
from tieout.files import put, put_new
from tieout.harmless import on_a_line
from tieout.review.aside import Aside, in_thread
from tieout.review.asked import (
    PACKAGE,
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
from tieout.review.contents import MOST_BYTES, contents, documents, said_by_people
from tieout.review.desk import ACCEPTED, Desk
from tieout.review.progress import Progress
from tieout.review.watched import BEAT, Watched

Answering: TypeAlias = Callable[[Asked, Callable[[Progress], None]], Answer]
"""What gives the answer, and meanwhile says how far it is."""

_RESTING = 4
"""Times as long as a look took, the next is waited for: a folder may hold a great many files."""
_MOST_BUNDLES = 8
_AT_ONCE = 2
"""Files made at once for downloads, beside the check that goes on."""


TAKEN = "{} is here already: replace it, or drop the file under another name"
EMPTY = "{} is empty: save it, and drop it again"
CHANGED = "The files were saved since: look at what changed, and decide again"


class Changed(Exception):  # noqa: N818 - nothing went wrong
    """What the page shows is no more: the person decides again."""


class Bundle(Struct, frozen=True, gc=False):
    """A bundle that was sealed, to be fetched by its name."""

    id: str
    name: str
    made: Made


class Room:
    """One review. All of it happens on one event loop; the work is done in other processes."""

    def __init__(self, folder: Path, answer: Answering, aside: Aside = in_thread) -> None:
        """A review of this folder, whose work that does; raises OSError for no folder."""
        self._answer, self._aside = answer, aside
        self.desk = Desk(folder)
        self._id = secrets.token_hex(4)
        self.version = 0
        self.is_ended = False
        self.checked: Checked | None = None
        self.number = 0
        self._error = self._trouble = ""
        self._busy: float | None = None
        self._step = Progress()
        self._took = 0.0
        self._at = ""
        self._files = self.desk.files()
        self._said = Progress()
        self._looking = 0.0
        self._watched = Watched(self._paths())
        self._news = asyncio.Condition()
        self._wanted = asyncio.Event()
        self._saying, self._giving = asyncio.Lock(), asyncio.Lock()
        self._making = asyncio.Semaphore(_AT_ONCE)
        self._now: dict[str, tuple[bytes, str]] = {}
        """The drafts as they were last checked, and when each of them was saved."""
        self._before: dict[str, tuple[bytes, str]] = {}
        self._shown: Files | None = None
        self._since = self._said_since = 0
        """What was checked last, and the first checks of its documents, and of its files."""
        self._bundles: deque[Bundle] = deque(maxlen=_MOST_BUNDLES)

    async def run(self) -> None:
        """Looks at the files for ever, and checks them when one is saved."""
        if await self._aside(self.desk.used):
            self._wanted.set()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._for_ever(self._look))
            tasks.create_task(self._for_ever(self._check))

    async def following(self, version: int) -> int:
        """The number of the state, as soon as it is another one than that, or all is at an end."""
        async with self._news:
            await self._news.wait_for(lambda: self.version != version or self.is_ended)
        return self.version

    async def end(self) -> None:
        """There will be no news."""
        self.is_ended = True
        async with self._news:
            self._news.notify_all()

    def state(self, known: str = "") -> bytes:
        """Everything that the page shows, as JSON; but what it knows of the last check by then."""
        checked = self.checked
        last = f"{self._id}-{self.number}"
        told: dict[str, Any] = {
            "version": self.version,
            "folder": self.desk.called,
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
            "error": self._trouble or self._error,
            "checked": self.number,
            "known": last,
            "at": self._at,
            "seconds": round(self._took, 2),
        }
        if known != last:
            told["drafts"] = checked.drafts if checked else []
            told["package"] = checked.package if checked else None
        return msgspec.json.encode(told)

    async def arrive(
        self, name: str, content: bytes, role: str, *, is_to_replace: bool = False
    ) -> None:
        """A document is put into the folder, and used; over another one only where that is wanted.

        Raises Misuse, FileExistsError and other OSError.
        """
        path = self.desk.admitted(name)
        self.desk.may_give(role)
        await self._aside(partial(_put, path, content, is_to_replace=is_to_replace))
        await self.give(name, role)

    async def give(self, name: str, role: str) -> None:
        """From here on the file has that role; raises Misuse."""
        async with self._giving:
            await self._aside(partial(self.desk.give, name, role))
        await self.look_again()

    async def look_again(self) -> None:
        """The files are to be listed and checked anew."""
        self._files = await self._aside(self.desk.files)
        self._watched.known(self._paths())
        self._wanted.set()
        await self._tell()

    async def say(
        self,
        name: str,
        checked: int,
        what: Literal["accept", "tick", "undo"],
        which: str,
        words: str,
        by: str,
        file: str,
    ) -> None:
        """Keeps what a person says of a draft, as that check showed it.

        Raises TieoutError, and Changed where the documents are others by now; for what is taken
        back by its number, where something else was said.
        """
        if file:
            self.desk.path(file)
        async with self._saying:
            files = await self._read()
            since = self._said_since if what == "undo" else self._since
            if not since <= checked <= self.number or documents(files) != documents(self._shown):
                raise Changed
            before = _accepted(files)
            if what == "undo" and before != _accepted(self._shown):
                raise Changed
            names = [one.name for one in files.given if one.role == "subject"]
            if name not in names:
                raise Changed
            asked = Say(files, names.index(name), what, which, words, by, file)
            async with self._making:
                made = await self._made(asked)
            if await self._aside(partial(said_by_people, self.desk)) != before:
                raise Changed
            await self._aside(partial(put, {self.desk.accepted(): made.content}))
        await self.look_again()

    async def drawn(self, name: str, form: str) -> tuple[str, Made]:
        """A draft's workpaper in a form, and the name of its file; raises TieoutError."""
        async with self._making:
            files = await self._read()
            drafts = [one.name for one in files.given if one.role == "subject"]
            if name not in drafts:
                raise Misuse(f"{on_a_line(name)[:80]} is no draft any more: look at the page again")
            made = await self._made(Render(files, drafts.index(name), form))
        return f"{Path(name).stem}-workpaper.{made.suffix}", made

    async def drawn_package(self, form: str) -> tuple[str, Made]:
        """The package in a form, and the name of its file; raises TieoutError."""
        async with self._making:
            return f"package.{form}", await self._made(Render(await self._read(), PACKAGE, form))

    async def seal(self, preparer: str, reviewer: str) -> Bundle:
        """What the page shows sealed in one archive, kept till others are; raises as `say`."""
        async with self._making:
            files = await self._read()
            drafts = [one.name for one in files.given if one.role == "subject"]
            if not drafts:
                raise Misuse("There is no draft to seal: add one first")
            if self._shown is None or files.given != self._shown.given:
                raise Changed  # what is signed is what was seen
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
                await self._failed(f"{self.desk.called} cannot be read: {said}")
            except Exception as defect:
                await self._failed(f"Internal error: {type(defect).__name__}: {defect}")

    async def _look(self) -> None:
        """Looks at the files once."""
        await asyncio.sleep(max(BEAT, _RESTING * self._looking))
        version, started = self.version, time.monotonic()
        try:
            files = await self._aside(self.desk.files)
            trouble = ""
        except OSError as reason:
            files = self._files
            trouble = f"{self.desk.called} cannot be read: {reason.strerror or reason}"
        self._looking = time.monotonic() - started
        if version != self.version:  # listed anew meanwhile
            return
        if not trouble and self._watched.saved(self._paths()):
            self._wanted.set()
        now = files, trouble, self._step
        if now != (self._files, self._trouble, self._said):
            self._files, self._trouble, self._said = now
            await self._tell()

    async def _check(self) -> None:
        """Checks the drafts as soon as that is wanted."""
        await self._wanted.wait()
        self._wanted.clear()
        files = await self._read()
        drafts = {one.name for one in files.given if one.role == "subject"}
        if not drafts:
            self._checked(None, files)
            self._error = ""
            await self._tell()
            return
        self._remember(files)
        previous = tuple(
            Given("draft", name, content)
            for name, (content, _) in self._before.items()
            if name in drafts
        )
        before = {name: at for name, (_, at) in self._before.items()}
        started = self._busy = time.monotonic()
        await self._tell()
        try:
            asked = Check(msgspec.structs.replace(files, previous=previous), before)
            answer = await self._answered(asked, self._hear)
        finally:
            self._busy, self._step = None, Progress()
        self._took, self._at = time.monotonic() - started, _now()
        self._error = answer.sentence if isinstance(answer, Failed) else ""
        if isinstance(answer, Checked):
            self._checked(answer, files)
        else:
            self.number += 1
        await self._tell()

    def _checked(self, checked: Checked | None, files: Files) -> None:
        """That is what the page shows now, of these files."""
        self.number += 1
        if documents(files) != documents(self._shown):
            self._since = self._said_since = self.number
        elif _accepted(files) != _accepted(self._shown):
            self._said_since = self.number
        self.checked, self._shown = checked, files

    def _hear(self, told: Progress) -> None:
        """The check that goes on is at that."""
        self._step = told

    async def _failed(self, sentence: str) -> None:
        """Shows why nothing could be done, and waits before it is tried again."""
        self._error = sentence
        await self._tell()
        await asyncio.sleep(1)

    def _remember(self, files: Files) -> None:
        """Keeps each draft as it is now, and as it was before it was saved the last time."""
        drafts = {one.name: one.content for one in files.given if one.role == "subject"}
        if sum(len(content) for content, _ in self._now.values()) > MOST_BYTES:
            self._now = {name: kept for name, kept in self._now.items() if name in drafts}
            self._before = {name: kept for name, kept in self._before.items() if name in drafts}
        for name, content in drafts.items():
            known = self._now.get(name)
            if name not in files.faults and (known is None or known[0] != content):
                if known is not None:
                    self._before[name] = known
                self._now[name] = content, _now()

    async def _read(self) -> Files:
        """The files in use, as they stand; raises Misuse where they are too much."""
        return await self._aside(partial(contents, self.desk))

    async def _made(self, asked: Render | Say | Seal) -> Made:
        """The file that is asked for; raises Misuse where there is none."""
        answer = await self._answered(asked, lambda _: None)
        if isinstance(answer, Made):
            return answer
        raise Misuse(answer.sentence if isinstance(answer, Failed) else "There is no such file")

    async def _answered(self, asked: Asked, heard: Callable[[Progress], None]) -> Answer:
        """What another process answers."""
        try:
            return await self._aside(partial(self._answer, asked, heard))
        except Exception as defect:  # a defect of ours is a sentence on the page
            return Failed(f"Internal error: {type(defect).__name__}: {defect}")

    def _progress(self) -> dict[str, Any] | None:
        """How far the check is that goes on; None where none does."""
        if self._busy is None:
            return None
        told = self._step
        seconds = round(time.monotonic() - self._busy, 1)
        return {"step": told.step, "done": told.done, "of": told.of, "seconds": seconds}

    def _paths(self) -> list[str]:
        """The files that are looked at: those in use, and what is said of them."""
        names = [file.name for file in self._files if file.role]
        return [str(self.desk.folder / name) for name in (*names, ACCEPTED)]

    async def _tell(self) -> None:
        """The state is another one."""
        self.version += 1
        async with self._news:
            self._news.notify_all()


def _put(path: Path, content: bytes, *, is_to_replace: bool) -> None:
    """Puts a document there, over another one only where that is wanted; raises OSError."""
    if is_to_replace:
        put({path: content})
    else:
        put_new(path, content)


def _accepted(files: Files | None) -> bytes | None:
    """What people said, as it was read with the files; None for nothing."""
    given = files.given if files else ()
    return next((one.content for one in given if one.role == "accepted"), None)


def _now() -> str:
    """The time of day."""
    return datetime.now(UTC).astimezone().strftime("%H:%M:%S")
