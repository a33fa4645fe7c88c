"""The program: python -m tieout, and the command tieout."""

import os
import sys


def main() -> None:
    """Ends this process with the status of its command line; Ctrl-C is 130 from the first moment.

    Everything that Python itself has not loaded is imported inside, so that no moment is left out;
    and what a command needs in the child that does its work: what is loaded before is copied.
    """
    try:
        _open_streams()
        from tieout.limits import guarded

        status = guarded(_run, _refuse)
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except KeyboardInterrupt:  # before there was a command, or while it said that it was stopped
        status = 130
        _say(b"tieout: interrupted\n")
    except Exception:  # asked for by TIEOUT_DEBUG; 1, which is Python's, would say "differs"
        status = 2
        sys.excepthook(*sys.exc_info())
    _leave(status)


def _run() -> int:
    """The exit status of the command line."""
    try:
        from tieout.loading import loading

        with loading():
            from tieout.cli import run
        return run()
    except KeyboardInterrupt:  # before there was a command, as in `main`; in the child once at most
        _refuse("interrupted")
        return 130


def _refuse(sentence: str) -> int:
    """Says why there is no answer."""
    from tieout.cli import refuse

    return refuse(sentence)


def _leave(status: int) -> None:
    """Ends the process; it is done, so Ctrl-C needs no trace, and nothing need be taken apart."""
    try:
        import contextlib
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(AttributeError, OSError, ValueError):  # none, or nobody hears
                stream.flush()
    except KeyboardInterrupt:
        status = 130
    os._exit(status)


def _open_streams() -> None:
    """Leaves no standard stream closed: a file opened later would be taken for it."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _say(words: bytes) -> None:
    """Says on standard error, whatever became of the stream."""
    try:
        os.write(2, words)
    except (OSError, ValueError):
        return


if __name__ == "__main__":
    main()
