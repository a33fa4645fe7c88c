"""Many documents in processes kept warm: order kept, and a death costs one document."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import active_children

import pytest

from tieout import workers
from tieout.errors import Unreadable
from tieout.limits import SECONDS

LARGE = "9" * 3_000_000


def _size(word: str) -> tuple[str, int]:
    return word, 0


def _lost(word: str, reason: str, _: object = None) -> str:
    return f"{word} is lost: {reason}"


def _answer(word: str) -> str:
    """The word again, or what it asks for."""
    if word == "exit":
        os._exit(9)
    if word == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "swell":
        return str(len(bytearray(3_000_000_000)))
    if word == "hang":
        while True:
            pass
    if word == "raise":
        raise Unreadable("it is no release")
    if word == "slow":
        time.sleep(0.2)
    return LARGE if word == "large" else word


def _told(*words: str, jobs: int = 2, start: str | None = None) -> list[str]:
    return list(workers.outcomes(_answer, _lost, _size, words, jobs, start))


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_outcomes_stand_in_the_order_given(jobs: int) -> None:
    words = ["slow", *(str(number) for number in range(40)), "large", "slow", "large"]
    expected = [LARGE if word == "large" else word for word in words]
    assert _told(*words, jobs=jobs) == expected
    assert _told(jobs=jobs) == []


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("end", ["exit", "kill", "swell"])
def test_a_worker_that_dies_costs_its_own_document(end: str, jobs: int) -> None:
    found = _told("a", end, "b", end, "c", jobs=jobs)
    assert [word for word in found if "lost" not in word] == ["a", "b", "c"]
    assert found[1].startswith(f"{end} is lost: ")
    assert found[3] == found[1]


def test_a_document_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECONDS, "1")
    found = _told("a", "hang", "b")
    assert found == [
        "a",
        f"hang is lost: it takes too long; {SECONDS}=N allows it more seconds",
        "b",
    ]


def test_a_worker_killed_in_mid_word_holds_up_nobody() -> None:
    """What it had to say was larger than a pipe, and half of it was said."""
    found: list[str] = []
    asked = workers.outcomes(_answer, _lost, _size, ["large"] * 30, 2)
    killed = 0
    for outcome in asked:
        found.append(outcome)
        for child in active_children():
            if killed < 9 and child.pid is not None:
                os.kill(child.pid, signal.SIGKILL)
                killed += 1
    assert len(found) == 30
    assert {word for word in found if "lost" not in word} == {LARGE}
    assert sum("was killed" in word for word in found) <= killed
    assert active_children() == []


def _named(word: str) -> str:
    """The word, with the process that was at it."""
    return f"{word} {os.getpid()}"


def test_one_that_is_large_has_a_process_of_its_own() -> None:
    words = ["a", "LARGE", "b", "LARGER", "LARGEST", "c", "exit"]
    made = workers.as_done(_named, _lost, _size, words, 1, is_large=str.isupper)
    found = dict(outcome.split() for _, outcome in made)
    assert set(found) == set(words)
    assert found["a"] == found["b"] == found["c"]
    assert len(set(found.values())) == 4
    assert active_children() == []


def test_outcomes_come_as_they_are_made() -> None:
    """A document that hangs holds up nobody."""
    words = ["slow", *(str(number) for number in range(30))]
    found = [number for number, _ in workers.as_done(_answer, _lost, _size, words, 2)]
    assert sorted(found) == list(range(31))
    assert found.index(0) > 10


def test_documents_are_asked_for_when_there_is_room() -> None:
    taken = 0

    def given() -> Iterator[str]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield str(number)

    made = workers.as_done(_answer, _lost, _size, given(), 2)
    next(made)
    assert taken <= 8
    made.close()


def test_what_the_work_raises_is_raised() -> None:
    with pytest.raises(Unreadable, match="it is no release"):
        _told("a", "raise", "b")
    assert active_children() == []


def test_a_reader_that_stops_leaves_no_worker_behind() -> None:
    asked = workers.outcomes(_answer, _lost, _size, ["slow"] * 40, 2)
    next(asked)
    asked.close()
    assert active_children() == []


def test_processes_may_be_started_anew() -> None:
    assert list(workers.outcomes(len, _none, _size, ["a", "bc"], 2, start="spawn")) == [1, 2]


def _none(word: str, reason: str) -> int:
    raise AssertionError(word + reason)


def test_a_worker_ends_with_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    parents: Iterator[int] = iter([7, 7, 1])
    ended: list[int] = []
    monkeypatch.setattr(os, "getppid", lambda: next(parents))
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    workers._end_with(7)
    assert ended == [1]


def test_there_is_a_processor() -> None:
    assert workers.processors() >= 1


def test_processes_started_ahead_answer_several_threads_and_outlive_a_death() -> None:
    ahead = workers.Ahead(_answer, _lost, _size, "fork")
    try:
        with ThreadPoolExecutor(4) as many:
            found = list(many.map(ahead.outcome, ["a", "slow", "exit", "b", "large"]))
        assert found[:2] == ["a", "slow"]
        assert found[2].startswith("exit is lost: ")
        assert found[3:] == ["b", LARGE]
        with pytest.raises(Unreadable):
            ahead.outcome("raise")
        assert ahead.outcome("c") == "c"
    finally:
        ahead.end()
    assert active_children() == []
