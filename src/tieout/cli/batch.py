"""tieout batch: independent documents, one JSON line each."""

import contextlib
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from tieout.batch import Row

EPILOG = """\b
Examples:
  tieout batch filings/ --output checked.jsonl
  tieout batch filings/*.txt --output checked.jsonl --jobs 4
  tieout batch filings/ --output - | jq .workpaper.coverage

Each line is {"name", "sha256", "seconds", "workpaper"}, or {"name", "error"} for a document that
could not be read; one of which nothing was understood has all five. How much was understood is
in workpaper.understood. Lines are in the order of the documents, each written when it is done.

\b
Exit status: 0 every document was read, 1 some were not, 2 none was, or the lines cannot be
written. A difference found in a document does not change it.
"""


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--output",
    required=True,
    metavar="FILE.jsonl",
    help="Write the lines to this file; - is standard output.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=None,
    help="Processes to use.  [default: one a processor]",
)
def command(paths: tuple[str, ...], output: str, jobs: int | None) -> int:
    """Checks every document of PATH..., each for itself; directories are walked."""
    from tieout.batch import documents, rows
    from tieout.cli._streams import spare
    from tieout.errors import Misuse
    from tieout.workers import processors

    names = documents(paths)
    if not names:
        raise Misuse(f"no documents under {', '.join(paths)}: give files of text or HTML")
    spare(output, names)
    read = 0
    outcomes = rows(names, jobs or processors())
    with _opened(output) as file, contextlib.closing(outcomes):
        for row in _watched(outcomes, len(names)):
            _write(file, row.line + b"\n", output)
            read += row.was_read
    said = "their lines say why" if output == "-" else f"{output} says why"
    if read == 0:
        raise Misuse(f"none of the documents could be read or understood: {said}")
    if read < len(names):
        words = (
            f"tieout: {len(names) - read} of {len(names)} documents could not be read or understood"
        )
        click.echo(f"{words}: {said}", err=True)
    return int(read < len(names))


def _opened(output: str) -> "BinaryIO":
    """The output, "-" being standard output, written through at every line; or raises Misuse."""
    from pathlib import Path

    from tieout.errors import Misuse

    try:
        if output == "-":
            return open(1, "wb", buffering=0, closefd=False)
        return Path(output).open("wb", buffering=0)
    except OSError as reason:
        raise Misuse(f"{output} cannot be written: {reason.strerror or reason}") from None


def _write(file: "BinaryIO", line: bytes, output: str) -> None:
    """Writes all of a line; ends quietly where the reader went away, else raises Misuse."""
    from tieout.cli._streams import PIPE_CLOSED
    from tieout.errors import Misuse

    try:
        while line:
            line = line[file.write(line) :]
    except BrokenPipeError:
        raise SystemExit(PIPE_CLOSED) from None
    except OSError as reason:
        raise Misuse(f"{output} cannot be written: {reason.strerror or reason}") from None


def _watched(outcomes: "Iterator[Row]", total: int) -> "Iterator[Row]":
    """The same rows, with a bar on standard error that shows how far they are."""
    if sys.stderr is None or not sys.stderr.isatty():
        return outcomes
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return iter(track(outcomes, "Checking", total=total, console=console, transient=True))
