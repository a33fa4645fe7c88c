"""The folder of a batch, as one shard works on it: however a run ends, the next goes on from it.

A record is appended to the spool of its year. A spool that is full is sealed; its part is written
in a folder of this run's own; the part's manifest, put whole, is the moment from which its files
count; then they are moved to their places, and the spool is removed. A run that is killed leaves
one of these states, and the next one begins by finishing it: docs/decisions/0035.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tieout import __version__
from tieout.batch import spool
from tieout.batch.datasets import LINES, Part, Sealed
from tieout.batch.home import Home, locked
from tieout.batch.record import FAILED, UNKNOWN, Made
from tieout.batch.remote import Remote
from tieout.batch.tally import Tally, together
from tieout.errors import Misuse

LAYOUT = 1
"""Of the folder: a change of names, files or columns is a new one."""

_STATE = "_tieout"
"""Readers of datasets pass over what begins with an underscore."""
_SETTINGS = f"{_STATE}/settings.json"
_PARTS = f"{_STATE}/parts"
_FINISHED = f"{_STATE}/finished"
SUMMARY = "summary.json"
_OPEN, _SEALED = ".open", ".sealed"


class Settings(Struct, frozen=True):
    """What every run in a folder has in common, else its rows would not be of one kind."""

    formats: tuple[str, ...]
    shards: int
    layout: int = LAYOUT
    tieout: str = __version__
    code: str = ""


class Summary(Struct, frozen=True):
    """What stands in a folder, all shards together, and which of them are done."""

    format: str
    tieout: str
    shards: int
    finished: tuple[int, ...]
    parts: int
    total: Tally


class Folder:
    """A shard's part of the folder, this process's alone; every method raises OSError."""

    def __init__(self, home: Home | Remote, shard: int, settings: Settings, full: int) -> None:
        """As `opened` gives it."""
        self._home, self._shard, self._settings, self._full = home, shard, settings, full
        self._prefix = f"part-{shard}-of-{settings.shards}-"
        state = f"{_STATE}/{shard}-of-{settings.shards}"
        self.lock = home.scratch(state) / "lock"
        self._spools = home.scratch(state) / "spools"
        self._new = f"{state}/new"
        self._staged = f"{self._new}/{os.urandom(8).hex()}"
        self._into = ""
        self._sealed: list[Sealed] = []
        self._next = 1

    def append(self, one: Made) -> None:
        """Keeps a record: from now on, its document is done."""
        path = self._spools / f"{one.year}{_OPEN}"
        if spool.append(path, one.key, one.body) >= self._full:
            self._seal(path)

    def seal(self) -> None:
        """Seals what is left: no record comes any more."""
        for path in sorted(self._spools.glob(f"*{_OPEN}")):
            self._seal(path)

    def sealed(self) -> Iterator[Sealed]:
        """The spools that are full, each given once."""
        while self._sealed:
            yield self._sealed.pop(0)

    def commit(self, part: Part) -> None:
        """The files of a part are the folder's."""
        part = replace(part, staged=self._staged)
        for staged, _ in part.moves():
            self._home.take(Path(self._into, staged.rpartition("/")[2]), staged)
        self._home.put(f"{_PARTS}/{part.part}.json", msgspec.json.encode(part))
        self._place(part)
        self._spool(part.part, part.year).unlink()

    def own(self) -> Tally:
        """The counts of this shard."""
        return together(part.tally for part in self._own())

    def finish(self) -> Summary:
        """The shard is done: the summary of the whole folder, which is a file of it from now on."""
        home = self._home
        home.clear(self._new)
        home.put(f"{_FINISHED}/{self._shard}", b"")
        while True:
            names = home.names(_PARTS)
            finished = tuple(sorted(int(name) for name in home.names(_FINISHED)))
            try:
                total = together(self._part(name).tally for name in names)
            except FileNotFoundError:  # another shard has just forgotten what failed
                continue
            shards = self._settings.shards
            summary = Summary("tieout-batch", __version__, shards, finished, len(names), total)
            home.put(SUMMARY, msgspec.json.format(msgspec.json.encode(summary), indent=2) + b"\n")
            if names == home.names(_PARTS):  # else another shard has ended meanwhile
                return summary

    def mend(self) -> None:
        """What an earlier run had begun is finished, or undone where it does not count."""
        self._spools.mkdir(exist_ok=True)
        self._home.remove(f"{_FINISHED}/{self._shard}")
        counted = set[str]()
        for part in self._own():
            self._next = max(self._next, _number(part.part) + 1)
            self._place(part)
            self._spool(part.part, part.year).unlink(missing_ok=True)
            counted.update(part.files)
        self._sweep(counted)
        self._home.clear(self._new)
        self._into = str(self._home.scratch(self._staged))
        for path in sorted(self._spools.glob(f"*{_SEALED}")):
            name, year, _ = path.name.split(".")
            self._next = max(self._next, _number(name) + 1)
            self._sealed.append(Sealed(str(path), name, year, self._into))

    def forget_failures(self) -> None:
        """Documents that could not be read are not done."""
        counted = set[str]()
        for part in self._own():
            if part.year == FAILED:
                self._home.remove(f"{_PARTS}/{part.part}.json")
            else:
                counted.update(part.files)
        self._sweep(counted)
        for path in self._spools.glob(f"*{FAILED}.*"):
            path.unlink()
        self._sealed = [one for one in self._sealed if one.year != FAILED]

    def done(self) -> set[bytes]:
        """The keys of all documents that are done."""
        keys = {bytes.fromhex(key) for part in self._own() for key in part.keys}
        for path in self._spools.iterdir():
            keys.update(spool.mended(path))
        return keys

    def _sweep(self, counted: set[str]) -> None:
        """Failures that no manifest counts are gone: the run that forgot them was stopped."""
        for dataset in ("failures", LINES):
            folder = f"{dataset}/year={UNKNOWN}"
            for name in self._home.names(folder):
                if name.startswith(self._prefix) and f"{folder}/{name}" not in counted:
                    self._home.remove(f"{folder}/{name}")

    def _seal(self, path: Path) -> None:
        """A spool gets the name of the part that is made of it."""
        part, year = f"{self._prefix}{self._next:06}", path.stem
        self._next += 1
        spool.settled(path)
        sealed = path.replace(self._spool(part, year))
        self._sealed.append(Sealed(str(sealed), part, year, self._into))

    def _spool(self, part: str, year: str) -> Path:
        """Where the sealed spool of a part is."""
        return self._spools / f"{part}.{year}{_SEALED}"

    def _place(self, part: Part) -> None:
        """The files of a part are in their places; raises Misuse where one is nowhere."""
        for staged, place in part.moves():
            if not self._home.has(place):
                self._home.move(staged, place)
            if not self._home.has(place):
                raise Misuse(
                    f"{place} is no longer in {self._home.folder}, and what was in it would be "
                    "missing: put it back, or name a new folder"
                )

    def _own(self) -> Iterator[Part]:
        """The parts of this shard."""
        for name in self._home.names(_PARTS):
            if name.startswith(self._prefix):
                yield self._part(name)

    def _part(self, name: str) -> Part:
        """A part by the name of its manifest; raises Misuse where it is damaged."""
        try:
            return msgspec.json.decode(self._home.read(f"{_PARTS}/{name}"), type=Part)
        except msgspec.MsgspecError:
            place = f"{self._home.folder}/{_PARTS}/{name}"
            raise Misuse(f"{place} is damaged: name a new folder") from None


@contextlib.contextmanager
def opened(
    home: Home | Remote, shard: int, settings: Settings, *, full: int, retry: bool = False
) -> Iterator[Folder]:
    """The folder, fit for work and this process's alone till the end.

    With `retry`, what could not be read before is to be read again. Raises Misuse for a folder of
    something else, of other settings, or that another process works in.
    """
    if home.holds_but(_STATE) and not home.has(_SETTINGS):
        raise Misuse(f"{home.folder} is not empty, and no folder of a batch: name a new one")
    _agree(home, settings)
    folder = Folder(home, shard, settings, full)
    with locked(folder.lock) as other:
        if other:
            what = f"shard {shard} of {settings.shards}" if settings.shards > 1 else "it"
            raise Misuse(
                f"{home.folder} is in use: {other} works on {what}. "
                "Wait till it has ended, or name another folder"
            )
        folder.mend()
        if retry:
            folder.forget_failures()
        yield folder


def begun_with(home: Home | Remote) -> int | None:
    """The number of shards that a folder was begun with; None where it was not."""
    return _before(home).shards if home.has(_SETTINGS) else None


def _before(home: Home | Remote) -> Settings:
    """The settings of a folder; raises Misuse where they are damaged."""
    try:
        return msgspec.json.decode(home.read(_SETTINGS), type=Settings)
    except msgspec.MsgspecError:
        raise Misuse(f"{home.folder}/{_SETTINGS} is damaged: name a new folder") from None


def _agree(home: Home | Remote, settings: Settings) -> None:
    """The folder is begun with these settings, or was; raises Misuse where it was with others."""
    home.put_first(_SETTINGS, msgspec.json.encode(settings))
    before = _before(home)
    if before == settings:
        return
    if before.tieout != settings.tieout:
        differs = f"tieout {before.tieout}, and this is {settings.tieout}"
    elif before.shards != settings.shards:
        differs = f"--shard I/{before.shards}, and this is of {settings.shards}"
    elif before.formats != settings.formats:
        had, now = (" and ".join(one.formats) for one in (before, settings))
        differs = f"--format {had}, and this is {now}"
    else:
        differs = f"another build of tieout {before.tieout} than this one"
    raise Misuse(
        f"{home.folder} was begun with {differs}: go on as it was begun, or name a new folder"
    )


def _number(part: str) -> int:
    """Which of its shard's parts it is."""
    return int(part.rpartition("-")[2])
