"""How far a batch is: a bar on a terminal, a line now and then elsewhere, with rate and rest."""

import contextlib
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tieout.batch.checked import Kind
from tieout.batch.shard import Passed, Watch
from tieout.cli._streams import tell

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_RECENT = 60.0
"""Seconds of which the remaining time is told: a resumed run passes over much at first."""
_EVERY = 30.0
_OFTEN = 0.25


class Pace(Watch):
    """Counts documents as they pass, and says in words how fast they do."""

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        """So many documents are to come."""
        self.total, self.seen, self.checked, self.unread = total, 0, 0, 0
        self.passed_by: dict[Passed, int] = {}
        self._clock = clock
        self._begun = clock()
        self._recent = deque([(self._begun, 0)])

    def passed(self, path: str, why: Passed) -> None:
        """A document that is not worked on."""
        self.passed_by[why] = self.passed_by.get(why, 0) + 1
        self._count()

    def done(self, path: str, kind: Kind | None) -> None:
        """A document that was worked on."""
        self.checked += 1
        self.unread += kind is not None
        self._count()

    def rate(self) -> float:
        """Documents checked in a second, over the whole run."""
        return self.checked / max(self._clock() - self._begun, 1e-9)

    def remaining(self) -> float | None:
        """Seconds until all have passed at the recent pace; None where there is none."""
        then, before = self._recent[0]
        passed = self.seen - before
        return (self.total - self.seen) * (self._clock() - then) / passed if passed else None

    def words(self) -> str:
        """How far it is."""
        left = self.remaining()
        rest = "" if left is None else f", {_duration(left)} left"
        unread = f"; {self.unread:,} not read" if self.unread else ""
        return f"{self.rate():.1f} a second{rest}{unread}"

    def show(self, *, at_once: bool = False) -> None:
        """Nothing is shown."""

    def _count(self) -> None:
        """One more has passed."""
        self.seen += 1
        now = self._clock()
        if now - self._recent[-1][0] >= 1:
            self._recent.append((now, self.seen))
            while now - self._recent[0][0] > _RECENT and len(self._recent) > 2:
                self._recent.popleft()
        self.show()


class _Lines(Pace):
    """A line on standard error now and then."""

    _shown: float | None = None

    def show(self, *, at_once: bool = False) -> None:
        """Says how far it is, if that was not said lately."""
        now = self._clock()
        if at_once or now - (self._shown or self._begun) >= _EVERY:
            self._shown = now
            tell(f"{self.seen:,} of {self.total:,} documents: {self.words()}")


class _Bar(Pace):
    """A bar; it has no thread of its own, since processes are forked beside it."""

    def __init__(self, total: int, bar: "Progress", task: "TaskID") -> None:
        """The bar, which is drawn when something has passed."""
        super().__init__(total)
        self._bar, self._task = bar, task
        self._drawn = 0.0

    def show(self, *, at_once: bool = False) -> None:
        """Draws the bar, if that was not done a moment ago."""
        now = self._clock()
        if at_once or now - self._drawn >= _OFTEN:
            self._drawn = now
            self._bar.update(self._task, completed=self.seen, pace=self.words())
            self._bar.refresh()


@contextlib.contextmanager
def progress(total: int) -> Iterator[Pace]:
    """What is told of every document, and shows how far they are."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield _Lines(total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    shown = (
        TextColumn("Checking"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
    )
    with Progress(*shown, console=console, transient=True, auto_refresh=False) as bar:
        yield _Bar(total, bar, bar.add_task("", total=total, pace=""))


def _duration(seconds: float) -> str:
    """A time that is left, as people say it."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return f"{round(seconds)} s"
    return f"{minutes} min" if minutes < 120 else f"{minutes / 60:.1f} h"
