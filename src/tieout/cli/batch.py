"""tieout batch: independent documents, one JSON line each."""

import contextlib
import sys
from typing import TYPE_CHECKING

import click

from tieout.cli._streams import COULD_NOT_RUN, cause, force_option, say_written, spare, tell

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
@force_option
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=None,
    help="Processes to use.  [default: one a processor]",
)
def command(paths: tuple[str, ...], output: str, jobs: int | None, *, force: bool) -> int:
    """Checks every document of PATH..., each for itself; directories are walked."""
    from tieout.batch import documents, rows
    from tieout.errors import Misuse
    from tieout.workers import processors

    names = documents(paths)
    if not names:
        raise Misuse(f"no documents under {', '.join(paths)}: give files of text or HTML")
    spare(output, names, force=force)
    read = 0
    outcomes = rows(names, jobs or processors())
    with _opened(output) as file, contextlib.closing(outcomes):
        for row in _watched(outcomes, len(names)):
            if not _is_written(file, row.line + b"\n", output):
                return COULD_NOT_RUN  # and nobody is there to be told
            read += row.was_read
    if output != "-":
        say_written(output, f"{len(names):,} line{'s' * (len(names) != 1)}, a document each")
    said = "their lines say why" if output == "-" else f"{output} says why"
    if read == 0:
        raise Misuse(f"none of the documents could be read or understood: {said}")
    if read < len(names):
        count = f"{len(names) - read} of {len(names)}"
        tell(f"{count} documents could not be read or understood: {said}")
    return int(read < len(names))


@contextlib.contextmanager
def _opened(output: str) -> "Iterator[BinaryIO]":
    """The output, "-" being standard output, written through at every line; or raises Misuse."""
    from pathlib import Path

    from tieout.errors import Misuse
    from tieout.files import filled, in_place

    try:
        if output == "-":
            with open(1, "wb", buffering=0, closefd=False) as file:
                yield file
        else:
            with filled(in_place(Path(output))) as file:
                yield file
    except (OSError, RuntimeError, ValueError) as reason:
        raise Misuse(f"{output} cannot be written: {cause(reason)}") from None


def _is_written(file: "BinaryIO", line: bytes, output: str) -> bool:
    """True where all of a line was written, False where the reader went away; raises Misuse."""
    from tieout.errors import Misuse
    from tieout.harmless import in_json

    if file.isatty():
        line = in_json(line.decode()).encode()
    try:
        while line:
            line = line[file.write(line) :]
    except BrokenPipeError:
        return False
    except OSError as reason:
        raise Misuse(f"{output} cannot be written: {cause(reason)}") from None
    return True


def _watched(outcomes: "Iterator[Row]", total: int) -> "Iterator[Row]":
    """The same rows, with a bar on standard error that shows how far they are."""
    if sys.stderr is None or not sys.stderr.isatty():
        return outcomes
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return iter(track(outcomes, "Checking", total=total, console=console, transient=True))
