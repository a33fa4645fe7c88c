"""Work in a child that swells, hangs, dies or is interrupted ends in a sentence and a status."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tieout import limits

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="work is done in one process")

MEASURED = Path("/proc/self/statm").exists()

HEAD = """
import ctypes, os, signal, sys, time
from tieout import limits
def refuse(sentence):
    print("refused:", sentence, file=sys.stderr)
    return 2
def work():
    limits.admit("draft.txt", 1000)
    print("begun", flush=True)
    {work}
    print("done")
    return 1
try:
    sys.exit(limits.guarded(work, refuse))
finally:
    print("and the parent", file=sys.stderr)
"""


def started(
    work: str, *, session: bool = False, environment: Mapping[str, str] | None = None
) -> "subprocess.Popen[str]":
    """A process whose child does this work."""
    return subprocess.Popen(
        [sys.executable, "-c", HEAD.replace("{work}", work)],
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=session,
    )


def ended(work: str, **environment: str) -> tuple[int, str, str]:
    process = started(work, environment=environment)
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def test_work_ends_as_it_would_without_a_child() -> None:
    assert ended("print('told', file=sys.stderr)") == (1, "begun\ndone\n", "told\nand the parent\n")
    assert ended("sys.exit(0)")[:2] == (0, "begun\n")
    assert ended("sys.exit('why')")[0] == 1
    assert ended("raise KeyboardInterrupt")[::2] == (130, "and the parent\n")
    assert "ZeroDivisionError" in ended("print(1 / 0)")[2]


@pytest.mark.parametrize(
    ("work", "why"),
    [
        ("os.abort()", "its reader broke down"),
        ("ctypes.string_at(0)", "its reader broke down"),
        ("raise type('Panic', (BaseException,), {})", "its reader broke down"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "its reader was killed"),
    ],
)
def test_work_that_dies_is_a_sentence_with_the_documents_name(work: str, why: str) -> None:
    status, out, err = ended(f"os.write(2, b'last words'); {work}")
    assert (status, out) == (2, "begun\n")
    assert err.startswith(f"refused: draft.txt cannot be read: {why}")
    assert "last words" not in err


@pytest.mark.parametrize("hang", ["while True: pass", "time.sleep(60)"])
def test_work_that_hangs_is_stopped(hang: str) -> None:
    status, _, err = ended(hang, TIEOUT_SECONDS="1")
    assert status == 2
    assert "draft.txt cannot be read: it takes too long; TIEOUT_SECONDS=N allows it more" in err


def test_work_that_is_handed_on_may_wait() -> None:
    hand = "limits.finished(); time.sleep(5)"
    assert ended(hand, TIEOUT_SECONDS="1")[:2] == (1, "begun\ndone\n")


@pytest.mark.skipif(not MEASURED, reason="the system does not say what a process has")
def test_work_that_swells_is_out_of_memory() -> None:
    swell = "held = bytearray(150 * 2**20)"
    assert "MemoryError" in ended(swell)[2]
    assert ended(swell, TIEOUT_MEMORY="300")[:2] == (1, "begun\ndone\n")
    assert ended(swell, TIEOUT_MEMORY="0")[:2] == (1, "begun\ndone\n")
    assert ended(f"limits.allow(100 * 2**20); {swell}")[:2] == (1, "begun\ndone\n")
    assert ended(f"limits.admit('again.txt', 9 * 2**20); {swell}")[:2] == (1, "begun\ndone\n")
    assert ended(f"limits.unlimited(); {swell}")[:2] == (1, "begun\ndone\n")
    said = f"\n    try: {swell}\n    except MemoryError: print(limits.said(limits.swollen()))"
    words = "draft.txt cannot be read: it takes more than 100 MB of memory; TIEOUT_MEMORY=MB"
    assert words in ended(said)[1]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_request_to_end_ends_both(number: signal.Signals) -> None:
    process = started("print(os.getpid(), flush=True); time.sleep(60)")
    assert process.stdout is not None
    process.stdout.readline()
    child = int(process.stdout.readline())
    process.send_signal(number)
    process.communicate(timeout=30)
    assert process.returncode == -number
    assert gone(child)


def test_an_interruption_reaches_the_work_once() -> None:
    work = "\n    try: time.sleep(60)\n    except KeyboardInterrupt: time.sleep(0.2); sys.exit(130)"
    process = started(work)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in err


def test_a_terminal_interrupts_both_at_once() -> None:
    for _ in range(5):
        process = started("time.sleep(60)", session=True)
        assert process.stdout is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=30)
        assert (process.returncode, err) == (130, "and the parent\n")


def test_who_asks_twice_is_heard() -> None:
    process = started("signal.signal(signal.SIGINT, signal.SIG_IGN); time.sleep(60)")
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.3)  # till the work hears nothing
    for _ in range(2):
        process.send_signal(signal.SIGINT)
        time.sleep(0.1)
    process.communicate(timeout=30)
    assert process.returncode == 130


@pytest.mark.skipif(sys.platform != "linux", reason="pipes of others send no signal")
def test_the_child_ends_with_its_parent() -> None:
    process = started("print(os.getpid(), flush=True); time.sleep(60)")
    assert process.stdout is not None
    process.stdout.readline()
    child = int(process.stdout.readline())
    process.kill()
    process.wait()
    assert gone(child)
    process.communicate()


def gone(child: int) -> bool:
    """True once a process is no more."""
    for _ in range(100):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_without_a_fork_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert limits.guarded(lambda: 7, lambda _: 2) == 7


def test_nothing_is_limited_in_a_process_of_others() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_DATA), resource.getrlimit(resource.RLIMIT_CPU)
    limits.admit("draft.txt", 9)
    limits.allow(9)
    limits.unhurried()
    limits.unlimited()
    assert limits.swollen() == "there is not enough memory for it"
    assert before == (
        resource.getrlimit(resource.RLIMIT_DATA),
        resource.getrlimit(resource.RLIMIT_CPU),
    )
