"""One command each: every public module here is a command of `tieout`."""

import errno
import os
import sys

import click

from tieout import __version__
from tieout.cli._commands import Commands
from tieout.cli._streams import COULD_NOT_RUN, INTERRUPTED, silence, tell, unwritten
from tieout.errors import TieoutError
from tieout.limits import said, swollen

_UNWRITTEN = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)

EPILOG = """\b
Examples:
  tieout check release.txt                          every figure, ticked or explained
  tieout check release.txt --against last-year.txt  comparatives tied to what was reported
  tieout check release.txt --output workpaper.html  the release with its tick marks drawn on it
  tieout read release.txt --format csv              the facts, for a spreadsheet
  tieout explain FT001                              what a rule tests, and why

A document may take 100 MB of memory and 20 times its size, and a time that grows with it;
TIEOUT_MEMORY=MB and TIEOUT_SECONDS=N in the environment allow it more, 0 without limit.

Nothing of your documents leaves this machine.
"""


@click.command(
    cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, "-V", "--version", message="tieout %(version)s")
def tieout() -> None:
    """Reads an earnings release and proves every number in it."""


def run(arguments: list[str] | None = None) -> int:
    """The exit status of a command line (of this process's, where none is given).

    Whatever goes wrong is one clear sentence; the status is 0, 1, 2 or 130.
    """
    try:
        status = tieout.main(arguments, prog_name="tieout", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as asked:
        return _show(asked.format_message())
    except click.ClickException as misuse:
        words = " ".join(misuse.format_message().split())
        return refuse(words.rstrip("."), _help_of(misuse))
    except TieoutError as reason:
        return refuse(str(reason))
    except (KeyboardInterrupt, click.Abort):
        return refuse("interrupted", status=INTERRUPTED)
    except SystemExit:  # click's, where the reader of a page of help went away
        silence(sys.stdout)
        return 0
    except MemoryError:
        return refuse(said(swollen()))
    except Exception as defect:
        if isinstance(defect, OSError) and not defect.filename and defect.errno in _UNWRITTEN:
            silence(sys.stdout)  # a page of help: reports go out by `deliver`
            return refuse(unwritten(defect))
        if os.environ.get("TIEOUT_DEBUG") == "1":
            raise
        words = " ".join(f"{type(defect).__name__}: {defect}".split()).rstrip(": ")
        return refuse(
            f"internal error: {words}",
            "please report it, with what TIEOUT_DEBUG=1 prints; the document need not be sent",
        )
    return status if isinstance(status, int) else 0


def refuse(sentence: str, remedy: str = "", status: int = COULD_NOT_RUN) -> int:
    """Says on stderr why there is no answer."""
    tell(f"{sentence}; {remedy}" if remedy else sentence)
    return status


def _show(page: str) -> int:
    """Shows a page where a command was wanted."""
    try:
        click.echo(page)
    except OSError as reason:
        silence(sys.stdout)
        if not isinstance(reason, BrokenPipeError):
            return refuse(unwritten(reason))
    return COULD_NOT_RUN


def _help_of(misuse: click.ClickException) -> str:
    """Where to read how the command is used."""
    if isinstance(misuse, click.UsageError) and misuse.ctx is not None:
        return f"see '{misuse.ctx.command_path} --help'"
    return ""
