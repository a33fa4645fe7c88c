"""tieout store: filings kept in one DuckDB file, with their facts, findings and workpapers."""

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from tieout.cli._streams import deliver, force_option, of_a_store, spare, tell
from tieout.cli._tables import FORMS
from tieout.harmless import on_a_line

if TYPE_CHECKING:
    from tieout.store import Filing, Store
    from tieout.store.packed import Packed

EPILOG = """\b
Examples:
  tieout store add releases/ --store filings.duckdb
  tieout store list --store filings.duckdb
  tieout store sql "FROM open_finding" --store filings.duckdb
  tieout check draft.txt --against filings.duckdb

The store is the file that --store names, else the environment variable TIEOUT_STORE, else
tieout.duckdb in this directory.
"""


@click.group(epilog=EPILOG)
def command() -> None:
    """Keeps filings in one DuckDB file, with their facts, findings and workpapers."""


_store_option = click.option(
    "--store",
    "path",
    metavar="DB",
    envvar="TIEOUT_STORE",
    default="tieout.duckdb",
    show_default=True,
    help="The store's file; the environment variable TIEOUT_STORE names it too.",
)
_format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="terminal",
    show_default=True,
    help="How to report.",
)
_output_option = click.option("--output", metavar="PATH", help="Write there.")
_color_option = click.option(
    "--color/--no-color", default=None, help="Colours; by default on a terminal only."
)


def _wait_option(seconds: int) -> Callable[[Any], Any]:
    """How long to wait for a process that has the store."""
    return click.option(
        "--wait",
        type=click.IntRange(0, 86_400),
        default=seconds,
        show_default=True,
        metavar="SECONDS",
        help="How long to wait for another process that has the store.",
    )


@command.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_store_option
@_wait_option(60)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=None,
    help="Processes to read with.  [default: one a processor]",
)
def add(paths: tuple[str, ...], path: str, wait: int, jobs: int | None) -> int:
    """Reads, checks and keeps every document of PATH...; directories are walked.

    A document is known by its bytes: one that is there already changes nothing. A line
    that says "added" is printed when the document is on the disk, whatever happens after it.
    Exit status: 0 every document is in the store, 1 some could not be read, 2 none could.
    """
    from tieout.batch.walking import documents
    from tieout.errors import Misuse
    from tieout.sources import sized
    from tieout.store import open_store
    from tieout.store.packed import Failure, fresh, lost, pack_file
    from tieout.workers import outcomes, processors

    names = list(documents(paths))
    if not names:
        raise Misuse(f"no documents under {', '.join(paths)}: give files of text or HTML")
    spare(None, (*names, *of_a_store(path)))
    with open_store(path, wait=wait, waiting=tell) as store:
        new = fresh(names, store.held())
        kept = len(names) - len(new)
        if kept:
            _say(f"held  {kept:,} of {len(names):,} documents: the same bytes, read before")
        # This process has threads of the database: its children start anew, without them.
        made = outcomes(pack_file, lost, sized, new, jobs or processors(), start="spawn")
        with contextlib.closing(made), _progress(len(new)) as advance:
            for one in made:
                if isinstance(one, Failure):
                    tell(one.reason)
                else:
                    _say(_kept(store, one))
                    kept += 1
                advance()
    if not kept:
        raise Misuse(f"none of the documents could be read: {path} is unchanged")
    return int(kept < len(names))


def _kept(store: "Store", one: "Packed") -> str:
    """Puts a document into the store, and says that it is there."""
    words = f"{'added' if store.add(one) else 'held '} {one.name}"
    if one.beyond:
        amounts = f"{one.beyond} amount{'' if one.beyond == 1 else 's'}"
        words += f"; {amounts} of more digits than a column holds: in full in its `digits`"
    return words


@command.command(name="list")
@_store_option
@_wait_option(10)
@_format_option
@_output_option
@force_option
@_color_option
def list_(
    path: str, wait: int, form: str, output: str | None, *, force: bool, color: bool | None
) -> int:
    """Lists the filings of the store, by company and in the order of time."""
    from tieout.store import open_store

    spare(output, of_a_store(path), force=force)
    with open_store(path, read_only=True, wait=wait, waiting=tell) as store:
        filings = store.filings()
    styles = {"findings": lambda held: "bold red" if held else "green"}
    rows = [_listed(filing) for filing in filings]
    _deliver(form, list(_LISTED), rows, output, color=color, styles=styles)
    return 0


_LISTED = ("company", "form", "quarter", "dated", "figures", "ticked", "findings", "name")


def _listed(filing: "Filing") -> Sequence[object]:
    """A filing as a line of the list."""
    year, quarter = filing.fiscal_year, filing.fiscal_quarter
    return (
        filing.registrant,
        filing.kind,
        f"Q{quarter} FY{year}" if quarter and year else "",
        filing.announced,
        filing.figures,
        filing.ticked,
        filing.findings,
        filing.name,
    )


@command.command()
@click.argument("query")
@_store_option
@_wait_option(10)
@click.option(
    "--seconds",
    type=click.IntRange(1, 86_400),
    default=60,
    show_default=True,
    help="How long the answer may take.",
)
@_format_option
@_output_option
@force_option
@_color_option
def sql(
    query: str,
    path: str,
    wait: int,
    seconds: int,
    form: str,
    output: str | None,
    *,
    force: bool,
    color: bool | None,
) -> int:
    """Answers one QUERY, such as "FROM open_finding" or "SHOW TABLES".

    It reads the store and nothing else: no file, no network, and it changes nothing. The views
    filing, first_reported, last_reported, series, open_finding, lead and coverage answer the
    commonest.
    """
    from tieout.store import open_store
    from tieout.store.asking import bounded

    spare(output, of_a_store(path), force=force)
    with open_store(path, read_only=True, wait=wait, waiting=tell) as store:

        def answered() -> tuple[list[str], list[tuple[object, ...]]]:
            answer = store.sql(query)
            return answer.columns, answer.fetchall()

        columns, rows = bounded(answered, store.interrupt, seconds)
    _deliver(form, columns, rows, output, color=color)
    return 0


@command.command()
@click.argument("folder", metavar="DIR")
@_store_option
@_wait_option(10)
def export(folder: str, path: str, wait: int) -> int:
    """Writes the store to DIR as Parquet, one file a table."""
    from tieout.store import export_store

    count = export_store(path, folder, wait=wait, waiting=tell)
    _say(f"{count:,} document{'' if count == 1 else 's'} in {folder}")
    return 0


@command.command(name="import")
@click.argument("folder", metavar="DIR")
@_store_option
@_wait_option(60)
def import_(folder: str, path: str, wait: int) -> int:
    """Takes in the documents of an export in DIR that the store does not hold yet."""
    from tieout.store import import_store

    count = import_store(path, folder, wait=wait, waiting=tell)
    _say(f"{count:,} document{'' if count == 1 else 's'} taken in from {folder}")
    return 0


def _deliver(
    form: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    output: str | None,
    *,
    color: bool | None,
    styles: dict[str, Callable[[object], str]] | None = None,
) -> None:
    """Writes rows in the format asked for."""
    from tieout.cli._streams import has_colour, terminal_width
    from tieout.cli._tables import rendered

    colour = has_colour(choice=color) if output is None else bool(color)
    width = terminal_width()
    report = rendered(form, columns, rows, width=width, colour=colour, styles=styles)
    deliver(report, output, form, lambda: f"{len(rows):,} row{'s' * (len(rows) != 1)}")


def _say(sentence: str) -> None:
    """Says on standard output, at once, what is done."""
    deliver(f"{on_a_line(sentence)}\n".encode("utf-8", "replace"), None)


@contextlib.contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """What is called at every document: on a terminal, a bar on standard error moves."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Adding", total=total)
        yield lambda: bar.advance(task)
