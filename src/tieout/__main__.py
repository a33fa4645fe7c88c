"""The program: python -m tieout, and the command tieout."""

import os
import sys


def main() -> None:
    """Ends this process with the status of its command line; Ctrl-C is 130 from the first moment.

    Everything that Python itself has not loaded is imported inside, so that no moment is left out.
    """
    status: int | str | None = 0
    try:
        _open_streams()
        from tieout import cli

        cli.main()
    except SystemExit as ended:
        status = ended.code
    except KeyboardInterrupt:  # before there was a command, or while it said that it was stopped
        status = 130
        _say(b"tieout: interrupted\n")
    except Exception:  # asked for by TIEOUT_DEBUG; 1, which is Python's, would say "differs"
        status = 2
        sys.excepthook(*sys.exc_info())
    _leave(status)


def _leave(status: int | str | None) -> None:
    """Ends the process; it is done, so Ctrl-C needs no trace any more."""
    try:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


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
    except OSError:
        return


if __name__ == "__main__":
    main()
