"""tieout prove: errors seeded one at a time, and which of them a check would catch."""

import sys
from typing import TYPE_CHECKING

import click

from tieout.cli._against import against_option, releases_of
from tieout.cli._formats import form_of
from tieout.cli._streams import force_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tieout.model.sensitivity import Proof, Slip
    from tieout.model.workpaper import Workpaper

FORMS = ("terminal", "html", "json")

EPILOG = """\b
Examples:
  tieout prove release.txt
  tieout prove release.txt --against last-year.txt --errors 300
  tieout prove release.txt --against last-year.txt --output workpaper.html
  tieout prove release.htm --seed 7 --format json

One error is seeded in every figure, or as many as asked for. An error is a digit changed, digits
transposed, a sign flipped, two columns or periods exchanged, a scale slip, a comparative left
behind, or a percentage of the wrong base. Each is made in the document as read, of which what the
error touches is then understood and checked anew; the file itself is not touched. A release of
some 450 figures takes about ten seconds. An error is caught where it makes a finding that was not
there before; what makes only a lead is counted apart.

As HTML it is the workpaper with what was shown: what share of the errors would be found, and the
figures in which none would.

\b
Exit status: 0 the errors were tried, 2 could not run.
"""


@click.command(epilog=EPILOG)
@click.argument("file")
@against_option
@click.option(
    "--errors",
    type=click.IntRange(1, 100_000),
    default=None,
    help="How many errors to seed; by default one in every figure.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed repeats.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="How to report.  [default: terminal, or what --output is named as]",
)
@click.option(
    "--output", metavar="PATH", help="Write the report to this file, not to standard output."
)
@force_option
@click.option("--color/--no-color", default=None, help="Colours; by default on a terminal only.")
def command(
    file: str,
    against: tuple[str, ...],
    errors: int | None,
    seed: int,
    form: str | None,
    output: str | None,
    *,
    force: bool,
    color: bool | None,
) -> int:
    """Seeds errors in FILE ("-" for standard input), and reports what would be caught."""
    from tieout.cli._streams import deliver, spare
    from tieout.cli._written import of_proof
    from tieout.limits import unhurried
    from tieout.prove import Trial

    files = (file, *against)
    spare(output, files, force=force)
    form = form_of(form, output, FORMS)
    releases = releases_of(files)
    trial = Trial(releases[0], releases[1:])
    unhurried()  # many checks are what is asked for
    slips = trial.every(seed) if errors is None else trial.slips(errors, seed)
    seeded = list(trial.all(_watched(slips)))
    proof = trial.proof(releases[0].document.name, seed, seeded)
    report = _rendered(proof, trial.workpaper, form, output, color=color)
    deliver(report, output, form, lambda: of_proof(proof))
    return 0


def _rendered(
    proof: "Proof", workpaper: "Workpaper", form: str, output: str | None, *, color: bool | None
) -> bytes:
    """The report in the format asked for; the terminal's is fitted to the terminal."""
    from tieout.cli._streams import has_colour, terminal_width

    if form == "json":
        from tieout.reports.json import proof as json

        return json.render(proof)
    if form == "html":
        from tieout.reports import html

        return html.render(workpaper, proof)
    from tieout.reports.terminal import proof as terminal

    colour = has_colour(choice=color) if output is None else bool(color)
    return terminal.render(proof, terminal_width(), colour=colour)


def _watched(slips: "Sequence[Slip]") -> "Iterable[Slip]":
    """The same slips, with a bar on standard error that shows how far they are."""
    if sys.stderr is None or not sys.stderr.isatty():
        return slips
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return track(slips, "Proving", console=console, transient=True)
