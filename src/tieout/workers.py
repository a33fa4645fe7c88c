"""Many documents worked on in processes kept warm, each within the limits of its document."""

import contextlib
import multiprocessing
import os
import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from functools import partial
from multiprocessing.connection import Connection, wait
from threading import Lock, Thread
from typing import Any, Generic, NamedTuple, TypeVar

from tieout.limits import died, finished, limit, readmit, swollen

S = TypeVar("S")
T = TypeVar("T")

Sized = Callable[[S], tuple[str, int]]
"""The name of a document, and how many bytes it has: what its memory and time are measured by."""

_AHEAD = 4
"""Documents for each worker that may be made before their turn: enough to keep all busy."""

_AT_HAND = 2
"""Documents a worker has: the one it is at, and the next, so that it never waits for one."""

_ENDING = 5.0
"""Seconds that a process whose pipe has ended may take to end itself."""


def outcomes(
    work: Callable[[S], T],
    lost: Callable[[S, str], T],
    sized: Sized[S],
    given: Iterable[S],
    jobs: int,
    start: str | None = None,
) -> Generator[T]:
    """What the work makes of each document given, in that order, from so many processes.

    Otherwise as `as_done`: none is taken long before its turn, so that few outcomes wait for it.
    """
    turn = 0
    made: dict[int, T] = {}
    ahead = jobs * _AHEAD
    done = as_done(work, lost, sized, given, jobs, start, lambda number: number - turn < ahead)
    with contextlib.closing(done):
        for number, outcome in done:
            made[number] = outcome
            while turn in made:
                yield made.pop(turn)
                turn += 1


def as_done(
    work: Callable[[S], T],
    lost: Callable[[S, str], T],
    sized: Sized[S],
    given: Iterable[S],
    jobs: int,
    start: str | None = None,
    is_due: Callable[[int], bool] = lambda _: True,
    is_large: Callable[[S], bool] = lambda _: False,
) -> Generator[tuple[int, T]]:
    """What the work makes of each document given, with its number, as soon as it is made.

    Documents are asked for when a worker has room for one, and those that are not due wait. A
    worker that dies, by the limits of its document or otherwise, takes only that one with it: of
    it comes what `lost` makes of it and the reason. What the work raises is raised here. `start`
    is how processes are started, where the caller has threads. One that is large has a process of
    its own, beside the others, which ends with it: what it takes is given back.
    """
    waiting = _Waiting(given, is_due)
    workers: list[_Worker[S]] = []
    beside: list[_Worker[S]] = []
    try:
        while True:
            for most in range(1, _AT_HAND + 1):
                for place in range(jobs):
                    if place < len(workers) and len(workers[place].at_hand) >= most:
                        continue
                    one = waiting.take()
                    while one is not None and is_large(one[1]):
                        if len(beside) == jobs:
                            waiting.back.appendleft(one)
                            one = None
                            break
                        beside.append(_Worker(work, sized, start))
                        beside[-1].give(one)
                        one = waiting.take()
                    if one is None:
                        break
                    if place == len(workers):
                        workers.append(_Worker(work, sized, start))
                    workers[place].give(one)
            if not any(worker.at_hand for worker in (*workers, *beside)):
                return
            for worker in _with_news((*workers, *beside)):
                number, document = worker.at_hand.popleft()
                outcome = worker.outcome()
                if worker in beside:
                    beside.remove(worker)
                    worker.end()
                elif worker.is_gone:
                    waiting.back.extendleft(reversed(worker.at_hand))
                    workers.remove(worker)
                yield number, lost(document, outcome.why) if isinstance(outcome, _Lost) else outcome
    finally:
        # Done; or interrupted, or the reader went away: nobody waits for what is half made.
        for worker in (*workers, *beside):
            worker.end()


class Ahead(Generic[S, T]):
    """A process that waits for the next document, so that no document waits for it to start.

    Each has a process of its own, within its limits. Several threads may ask at once.
    """

    def __init__(
        self, work: Callable[[S], T], lost: Callable[[S, str, Any], T], sized: Sized[S], start: str
    ) -> None:
        """Starts the first process; the arguments are those of `outcomes`.

        `lost` is also given what the process said last, and None where it said nothing.
        """
        self._lost = lost
        self._started: Callable[[], _Worker[S]] = partial(_Worker, work, sized, start)
        self._turn = Lock()
        self._is_ended = False
        self._waiting: _Worker[S] | None = self._started()

    def outcome(self, one: S, heard: Callable[[Any], None] = lambda _: None) -> T:
        """What the work makes of a document, or `lost` of it and the reason.

        What the work tells meanwhile is heard as it comes.
        """
        last: list[Any] = [None]

        def hear(told: Any) -> None:  # noqa: ANN401 - what the work tells
            last[0] = told
            heard(told)

        with self._turn:
            worker, self._waiting = self._waiting or self._started(), None
        try:
            worker.give((0, one))
            worker.at_hand.popleft()
            outcome = worker.outcome(hear)
        finally:
            worker.end()
            self._start_next()
        made: T = self._lost(one, outcome.why, last[0]) if isinstance(outcome, _Lost) else outcome
        return made

    def _start_next(self) -> None:
        """Starts the next process, where none waits and others will come."""
        with self._turn:
            if self._waiting is None and not self._is_ended:
                self._waiting = self._started()

    def end(self) -> None:
        """Ends the process that waits; none is started any more."""
        with self._turn:
            self._is_ended = True
            if self._waiting is not None:
                self._waiting.end()
                self._waiting = None


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Waiting(Generic[S]):
    """Documents by their numbers, asked for one by one; some come back from workers that died."""

    def __init__(self, given: Iterable[S], is_due: Callable[[int], bool]) -> None:
        """None was asked for yet."""
        self.back: deque[tuple[int, S]] = deque()
        self._given = iter(given)
        self._next = 0
        self._is_due = is_due

    def take(self) -> tuple[int, S] | None:
        """The next document with its number; None where there is none, or none that is due."""
        if self.back:
            return self.back.popleft()
        if not self._is_due(self._next):
            return None
        for one in self._given:
            self._next += 1
            return self._next - 1, one
        return None


class _Lost:
    """In place of an outcome, why there is none."""

    def __init__(self, why: str) -> None:
        """The reason."""
        self.why = why


class _Told(NamedTuple):
    """What the work tells before it is done."""

    told: Any


class _Asking:
    """Who waits for the work of this process, if it works for another."""

    pipe: Connection | None = None


def tell(told: object) -> None:
    """Tells whoever waits for this process's work; nobody does where it is at no work of others."""
    if _Asking.pipe is not None:
        with contextlib.suppress(OSError):  # gone: this process is about to end
            _Asking.pipe.send(_Told(told))


class _Worker(Generic[S]):
    """A process and a pipe of its own, so that its death, even in mid word, holds up no other."""

    is_gone = False

    def __init__(self, work: Callable[[S], Any], sized: Sized[S], start: str | None) -> None:
        """Starts the process."""
        context = multiprocessing.get_context(start)
        self.pipe, there = context.Pipe()
        self.at_hand: deque[tuple[int, S]] = deque()
        told = (there, work, sized, os.getpid())
        self._process = context.Process(target=_serve, args=told, daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        there.close()  # the pipe then ends with the process, who alone has its other end

    def give(self, one: tuple[int, S]) -> None:
        """Gives it a document to be at, behind those it has at hand."""
        self.at_hand.append(one)
        with contextlib.suppress(OSError):  # dead: its pipe will say so
            self.pipe.send(one[1])

    def outcome(self, heard: Callable[[Any], None] = lambda _: None) -> Any:  # noqa: ANN401 - what the work gives
        """What it made of the first it had at hand; raises what the work raised."""
        try:
            while isinstance(came := self.pipe.recv(), _Told):
                heard(came.told)
            made, raised = came
        except (EOFError, OSError):
            self.is_gone = True
            return _Lost(died(self.end()))
        if raised is not None:
            raise raised
        return made

    def end(self) -> int | None:
        """Ends the process, and gives its exit code: its own where it had come to an end."""
        if self.is_gone:
            self._process.join(_ENDING)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        self.pipe.close()
        code: int | None = self._process.exitcode
        return code


def _with_news(workers: Iterable[_Worker[S]]) -> list[_Worker[S]]:
    """The workers that have something to tell, or will never have; waits for one."""
    busy = [worker for worker in workers if worker.at_hand]
    told = wait([worker.pipe for worker in busy])
    return [worker for worker in busy if worker.pipe in told]


def _serve(there: Connection, work: Callable[[S], T], sized: Sized[S], parent: int) -> None:
    """Works until it is ended: Ctrl-C is the parent's, and so is when to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(parent,), daemon=True).start()
    limit()
    _Asking.pipe = there
    while True:
        try:
            one = there.recv()
        except EOFError:  # the parent is done
            return
        readmit(*sized(one))
        try:
            sent = pickle.dumps((work(one), None))
        except MemoryError:
            sent = pickle.dumps((_Lost(swollen()), None))
        except Exception as reason:
            sent = pickle.dumps((None, reason))
        finished()
        there.send_bytes(sent)


def _end_with(parent: int) -> None:
    """Ends this process when its parent is gone: a parent that is killed cannot tell."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
