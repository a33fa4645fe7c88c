"""One command each: every public module here is a command of `tieout`."""

import os
import sys

import click

from tieout import __version__
from tieout.cli._commands import Commands
from tieout.errors import TieoutError
from tieout.limits import guarded, said, swollen
from tieout.reports import shown

COULD_NOT_RUN = 2
INTERRUPTED = 130

EPILOG = """\b
Examples:
  tieout check release.txt                          every figure, ticked or explained
  tieout check release.txt --against last-year.txt  comparatives tied to what was reported
  tieout check release.txt --output workpaper.html  the release with its tick marks drawn on it
  tieout read release.txt --format csv              the facts, for a spreadsheet
  tieout explain FT001                              what a rule tests, and why

A document may take 100 MB of memory and 20 times its size, and a time that grows with it;
TIEOUT_MEMORY=MB and TIEOUT_SECONDS=N in the environment allow it more, 0 without limit.

Nothing leaves this machine.
"""


@click.command(
    cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, "-V", "--version", message="tieout %(version)s")
def tieout() -> None:
    """Reads an earnings release and proves every number in it."""


def main() -> None:
    """Runs the command line; whatever goes wrong is one clear sentence and an exit status."""
    sys.exit(guarded(run, _refuse))


def run(arguments: list[str] | None = None) -> int:
    """The exit status of a command line (of this process's, where none is given)."""
    try:
        status = tieout.main(arguments, prog_name="tieout", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as asked:
        click.echo(asked.format_message())
        return COULD_NOT_RUN
    except click.ClickException as misuse:
        return _refuse(misuse.format_message().rstrip("."), _help_of(misuse))
    except TieoutError as reason:
        return _refuse(str(reason))
    except (KeyboardInterrupt, click.Abort):
        return _refuse("interrupted", status=INTERRUPTED)
    except MemoryError:
        return _refuse(said(swollen()))
    except Exception as defect:
        if os.environ.get("TIEOUT_DEBUG") == "1":
            raise
        words = f"{type(defect).__name__}: {defect}".rstrip(": ")
        return _refuse(
            f"internal error: {words}",
            "please report it, with what TIEOUT_DEBUG=1 prints; the document need not be sent",
        )
    return status if isinstance(status, int) else 0


def _refuse(sentence: str, remedy: str = "", status: int = COULD_NOT_RUN) -> int:
    """Says on stderr why there is no answer."""
    click.echo(shown(f"tieout: {sentence}" + (f"; {remedy}" if remedy else "")), err=True)
    return status


def _help_of(misuse: click.ClickException) -> str:
    """Where to read how the command is used."""
    if isinstance(misuse, click.UsageError) and misuse.ctx is not None:
        return f"see '{misuse.ctx.command_path} --help'"
    return ""
