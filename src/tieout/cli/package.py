"""tieout package: one announcement's documents side by side, and what differs among them."""

from typing import TYPE_CHECKING

import click

from tieout.cli._formats import form_of
from tieout.cli._streams import force_option
from tieout.packages.outputs import formats

if TYPE_CHECKING:
    from tieout.model.package import Package

EPILOG = """\b
Examples:
  tieout package release.docx 8-K.htm slides.pdf script.docx page.html
  tieout package release.docx 10-Q-draft.htm fact-sheet.pdf --output matrix.html
  tieout package release.txt script.docx --verbose
  tieout package drafts/* --format json

Each figure that more than one FILE states is one row: the figure as each document prints it, and
whether they are the same at the precision each prints. A difference is reported where it is proven,
as in "tieout check"; what may differ, and is not proven, is shown apart. To check one document
for itself, use "tieout check".

\b
Exit status: 0 nothing differs, 1 something differs, 2 could not run. What is not
proven never changes it.
"""


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format", "form", type=click.Choice(formats()), help="How to show.  [default: terminal]"
)
@click.option("--output", metavar="PATH", help="Write there, not to standard output.")
@force_option
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=None,
    help="Processes to read with.  [default: one a processor]",
)
@click.option("--verbose", "-v", is_flag=True, help="Show every row, lead and figure.")
@click.option("--color/--no-color", default=None, help="Colours; by default on a terminal only.")
def command(
    files: tuple[str, ...],
    form: str | None,
    output: str | None,
    jobs: int | None,
    *,
    force: bool,
    verbose: bool,
    color: bool | None,
) -> int:
    """Compares FILE..., the documents of one announcement: release, form, slides, script, page."""
    from tieout.cli._reading import releases_of
    from tieout.cli._streams import deliver, spare
    from tieout.cli._written import of_package
    from tieout.errors import Misuse
    from tieout.packages.gathered import each_once, package

    if len(dict.fromkeys(files)) < _FEWEST:
        raise Misuse("there is nothing to compare: give two documents or more")
    spare(output, files, force=force)
    form = form_of(form, output, formats())
    releases, copies = each_once(releases_of(files, jobs))
    made = package(releases, copies)
    report = _rendered(made, form, output, verbose=verbose, color=color)
    deliver(report, output, form, lambda: of_package(made))
    return int(bool(made.causes))


_FEWEST = 2


def _rendered(
    made: "Package", form: str, output: str | None, *, verbose: bool, color: bool | None
) -> bytes:
    """The package in the format asked for; the terminal's is fitted to the terminal."""
    from tieout.cli._streams import has_colour, terminal_width
    from tieout.packages.outputs import output as module

    if form != "terminal":
        return module(form).render(made)
    from tieout.packages.outputs import terminal

    colour = has_colour(choice=color) if output is None else bool(color)
    return terminal.render(made, width=terminal_width(), colour=colour, verbose=verbose)
