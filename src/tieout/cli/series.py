"""tieout series: a company's quarters over many filings, each value with where it comes from."""

from typing import TYPE_CHECKING

import click

from tieout.cli._formats import form_of
from tieout.cli._streams import force_option
from tieout.series.outputs import formats, is_binary

if TYPE_CHECKING:
    from tieout.model.series import History

EPILOG = """\b
Examples:
  tieout series q1.htm q2.htm q3.htm q4.htm
  tieout series releases/*.pdf --concept revenue --concept "net income"
  tieout series releases/* --concept us-gaap:EarningsPerShareDiluted --format csv
  tieout series releases/* --output series.html
  tieout series releases/* --all --output series.xlsx
  tieout series --store filings.duckdb --company NVDA

A quarter that no filing prints is derived where it is money: six months less the second quarter,
the year less nine months. Balances, averages, ratios and amounts per share never are.
"""


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--store", metavar="DB", help="A store: its filings of the company, with the files.")
@click.option("--company", metavar="NAME", help="Whose filings of the store: name, CIK or ticker.")
@click.option(
    "--concept",
    "concepts",
    multiple=True,
    metavar="NAME",
    help="A caption or an element's name; may be repeated.  [default: the statements' landmarks]",
)
@click.option("--all", "every", is_flag=True, help="Every line that most of the filings share.")
@click.option(
    "--format", "form", type=click.Choice(formats()), help="How to show.  [default: terminal]"
)
@click.option("--output", metavar="PATH", help="Write there, not to standard output.")
@force_option
@click.option("--renamed", is_flag=True, help="The files are one company's, though names differ.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=None,
    help="Processes to read with.  [default: one a processor]",
)
@click.option("--color/--no-color", default=None, help="Colours; by default on a terminal only.")
def command(
    files: tuple[str, ...],
    concepts: tuple[str, ...],
    form: str | None,
    output: str | None,
    jobs: int | None,
    store: str | None,
    company: str | None,
    *,
    every: bool,
    force: bool,
    renamed: bool,
    color: bool | None,
) -> int:
    """Shows a company's quarters as FILE..., its releases in any order, or a store reports them."""
    from tieout.cli._of_store import with_stored
    from tieout.cli._reading import releases_of
    from tieout.cli._streams import deliver, fit_for_terminal, of_a_store, spare
    from tieout.cli._written import of_series
    from tieout.errors import Misuse
    from tieout.series.history import history

    spare(output, files if store is None else (*files, *of_a_store(store)), force=force)
    if not files and store is None:
        raise Misuse("there is nothing to read: give releases, or a store with --store DB")
    if company is not None and store is None:
        raise Misuse("--company chooses from a store: give one with --store DB")
    if every and concepts:
        raise Misuse("--all and --concept cannot be used together: give one of them")
    form = form_of(form, output, formats())
    fit_for_terminal(form, output, is_binary)
    releases = releases_of(files, jobs)
    if store is not None:
        releases = with_stored(releases, store, company)
    made = history(releases, concepts, every=every, renamed=renamed)
    report = _rendered(made, form, output, color=color)
    deliver(report, output, form, lambda: of_series(made))
    return 0


def _rendered(made: "History", form: str, output: str | None, *, color: bool | None) -> bytes:
    """The series in the format asked for; the terminal's is fitted to the terminal."""
    from tieout.cli._streams import has_colour, terminal_width
    from tieout.series.outputs import output as module

    if form != "terminal":
        return module(form).render(made)
    from tieout.series.outputs import terminal

    colour = has_colour(choice=color) if output is None else bool(color)
    return terminal.render(made, width=terminal_width(), colour=colour)
