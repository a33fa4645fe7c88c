"""Work done in a child process, within limits of memory and time that its documents give it.

What parsers written in C and Rust do to a process Python cannot catch: they abort it, swell it or
hold it for ever. So commands work in a child; the parent waits, and has a sentence for its end.
Where a platform cannot fork, work is done in the process itself: docs/decisions/0027.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Callable

MEMORY, SECONDS = "TIEOUT_MEMORY", "TIEOUT_SECONDS"
"""Environment variables that set the limits by hand: megabytes, seconds; 0 for none."""

TOO_LONG = f"it takes too long; {SECONDS}=N allows it more seconds"
KILLED = "its reader was killed; it may need more memory"
BROKEN = (
    "its reader broke down, as on a damaged file or for want of memory; save it in another "
    f"format, or allow it more with {MEMORY}=MB"
)
"""Why a process has no answer that came to an end of its own or of its limits."""

_LEAST_MEMORY = 100 * 2**20
_MEMORY_A_BYTE = 20
_LEAST_SECONDS = 7
_SECONDS_A_MEGABYTE = 10
_WAITING = 4
"""Seconds by the clock for each of the processor's: a parser that broke off may wait for itself."""
_LONGEST_NAME = 4096
_STATM = "/proc/self/statm"
_DATA_PAGES = 5
"""Which number of statm counts the pages of a process's own that it may write to."""


class Stalled(str):
    """The same words, where the clock gave it up: another process may have had the processor."""

    __slots__ = ()


class _Given:
    """What this process was given to work on, if it is one whose work is limited."""

    is_limited = False
    name = ""
    size = 0
    told: "memoryview | None" = None
    """Memory that the parent has too: what is being read, should this process not survive it."""


def guarded(work: Callable[[], int], refuse: Callable[[str], int]) -> int:
    """The exit status of the work, done in a child; where it does not survive, what refuse gives.

    Ctrl-C and requests to end are passed on to the child, which ends with this process.
    """
    if not hasattr(os, "fork"):
        return work()
    import mmap

    shared = mmap.mmap(-1, _LONGEST_NAME)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    alive, held = os.pipe()
    # Till both know what to do when they are asked to end, neither is.
    asked = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    signal.pthread_sigmask(signal.SIG_BLOCK, asked)
    child = os.fork()
    if child == 0:
        os.close(held)
        _Given.told = memoryview(shared)
        _end_with_parent(alive)
        signal.signal(signal.SIGINT, _interrupted)
        os._exit(_worked(work, refuse))
    os.close(alive)
    sent: list[int] = []

    def pass_on(number: int, _: object) -> None:
        sent.append(number)
        # Asked a second time to stop, it is not asked again.
        with contextlib.suppress(ProcessLookupError):  # it has just ended by itself
            os.kill(child, signal.SIGKILL if sent.count(number) > 1 else number)

    for number in asked:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, pass_on)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, asked)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status >= 0:
        return status
    if -status in sent:  # what this process was asked to end by, it ends by
        signal.signal(-status, signal.SIG_DFL)
        os.kill(os.getpid(), -status)
    if signal.SIGINT in sent:
        return 128 + signal.SIGINT
    _Given.name = bytes(shared).rstrip(b"\0").decode("utf-8", "replace")
    return refuse(said(died(status)))


def limit() -> None:
    """From here on, the work of this process on documents is limited."""
    try:
        import resource
    except ImportError:  # Windows has none
        return
    _Given.is_limited = True
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))  # a file of what was in memory


def admit(name: str, size: int) -> None:
    """Allows a document of so many bytes its memory and its time, beside those before it."""
    if not _Given.is_limited:
        return
    _Given.name = name
    _Given.size += size
    if _Given.told is not None:
        written = name.encode("utf-8", "replace")[:_LONGEST_NAME]
        _Given.told[:] = written.ljust(_LONGEST_NAME, b"\0")
    _set_time()
    memory = _memory()
    _set("RLIMIT_DATA", _data() + memory if memory and _data() else None)


def finished() -> None:
    """The work on what was admitted is done: how long it takes to hand it on is up to others."""
    if _Given.is_limited:
        signal.setitimer(signal.ITIMER_REAL, 0)


def readmit(name: str, size: int) -> None:
    """Allows a document what is its own alone, after others that are done with."""
    _Given.size = 0
    admit(name, size)


def allow(memory: int, size: int = 0) -> None:
    """Allows so many bytes of memory more, and the time of a document of that size.

    For what is no document's, as a database's own; what has waited for it has its time anew.
    """
    if not _Given.is_limited:
        return
    import resource

    soft = resource.getrlimit(resource.RLIMIT_DATA)[0]
    if soft != resource.RLIM_INFINITY:
        _set("RLIMIT_DATA", soft + memory)
    if resource.getrlimit(resource.RLIMIT_CPU)[0] != resource.RLIM_INFINITY:
        _Given.size += size
        _set_time()


def unhurried() -> None:
    """Lifts the limit of time: what comes next may take long, and is no fault of a document's."""
    if _Given.is_limited:
        finished()
        _set("RLIMIT_CPU", None)


def unlimited() -> None:
    """Lifts both limits: what comes next is of the user's own making."""
    if _Given.is_limited:
        unhurried()
        _set("RLIMIT_DATA", None)


def swollen() -> str:
    """Why work that ran out of memory is given up; there is memory again to say so."""
    if not _Given.is_limited:
        return "there is not enough memory for it"
    import resource

    soft = resource.getrlimit(resource.RLIMIT_DATA)[0]
    _set("RLIMIT_DATA", None)
    megabytes = _memory() // 2**20
    if soft == resource.RLIM_INFINITY or not megabytes:
        return "there is not enough memory for it"
    return f"it takes more than {megabytes:,} MB of memory; {MEMORY}=MB allows it more"


def died(status: int | None) -> str:
    """Why a process that ended so has no answer."""
    if status == -getattr(signal, "SIGXCPU", 0):
        return TOO_LONG
    if status == -getattr(signal, "SIGALRM", 0):
        return Stalled(TOO_LONG)
    if status == -getattr(signal, "SIGKILL", 0):
        return KILLED
    return BROKEN


def said(reason: str) -> str:
    """The reason, with the name of the document that was last admitted."""
    return f"{_Given.name} cannot be read: {reason}" if _Given.name else reason


def _worked(work: Callable[[], int], refuse: Callable[[str], int]) -> int:
    """The status of the work in the child, after everything it wrote has gone out."""
    limit()
    _keep_stderr()
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    except KeyboardInterrupt:  # asked while it could not hear
        refuse("interrupted")
        return 128 + signal.SIGINT
    try:
        status = work()
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except KeyboardInterrupt:
        status = 128 + signal.SIGINT
    except Exception:
        sys.excepthook(*sys.exc_info())
        status = 2
    except BaseException:  # what a parser in Rust raises, so that nobody else may catch it
        status = refuse(said(died(None)))
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
    return status


def _interrupted(number: int, _: object) -> None:
    """Ends the work once: the terminal and the parent may both ask."""
    signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def _keep_stderr() -> None:
    """Leaves standard error to Python: the last words of a parser in C or Rust are for nobody."""
    if sys.stderr is None or os.environ.get("TIEOUT_DEBUG") == "1":
        return
    try:
        kept = os.dup(sys.stderr.fileno())
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, not a path
            os.dup2(nowhere.fileno(), sys.stderr.fileno())
    except (OSError, ValueError):
        return
    sys.stderr = open(  # noqa: PTH123, SIM115 - a descriptor, open as long as the process is
        kept, "w", buffering=1, encoding=sys.stderr.encoding, errors=sys.stderr.errors
    )


def _end_with_parent(alive: int) -> None:
    """Ends this process, whatever it is at, when the pipe's other end closes with the parent."""
    import fcntl

    if not hasattr(os, "O_ASYNC"):
        return
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(alive, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(alive, fcntl.F_SETFL, os.O_NONBLOCK | os.O_ASYNC)
    if os.getppid() == 1:  # gone before it could be told of
        os._exit(1)


def _set_time() -> None:
    """Limits the time from now on, by the processor and by the clock."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = _seconds()
    signal.setitimer(signal.ITIMER_REAL, seconds * _WAITING)
    _set("RLIMIT_CPU", int(used.ru_utime + used.ru_stime + seconds + 1) if seconds else None)


def _memory() -> int:
    """Bytes that may be taken beside what is taken already; 0 for no limit."""
    asked = _asked(MEMORY)
    if asked is not None:
        return asked * 2**20
    return _LEAST_MEMORY + _MEMORY_A_BYTE * _Given.size


def _seconds() -> int:
    """Seconds of processor time that may be taken from now on; 0 for no limit."""
    asked = _asked(SECONDS)
    if asked is not None:
        return asked
    return _LEAST_SECONDS + _SECONDS_A_MEGABYTE * _Given.size // 2**20


def _asked(variable: str) -> int | None:
    """The number an environment variable holds; None where it holds none."""
    held = os.environ.get(variable, "")
    return int(held) if held.isascii() and held.isdigit() and len(held) < 10 else None


def _data() -> int:
    """Bytes this process has to itself, written to or not; 0 where the system does not say."""
    try:
        with open(_STATM, "rb") as statm:  # noqa: PTH123 - pathlib would be loaded by two processes
            return int(statm.read().split()[_DATA_PAGES]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _set(kind: str, soft: int | None) -> None:
    """Sets a soft limit, or lifts it to the hard one, which stays as it is."""
    import resource

    number = getattr(resource, kind)
    hard = resource.getrlimit(number)[1]
    asked = hard if soft is None else soft
    if hard != resource.RLIM_INFINITY:
        asked = min(asked, hard) if asked != resource.RLIM_INFINITY else hard
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(number, (asked, hard))
