"""tieout prove: errors seeded one at a time, and which of them a check would catch."""

import sys
from typing import TYPE_CHECKING

import click

from tieout.cli._against import against_option, releases_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tieout.model.sensitivity import Slip

EPILOG = """\b
Examples:
  tieout prove release.txt
  tieout prove release.txt --against last-year.txt --errors 300
  tieout prove release.htm --seed 7 --format json

One error is seeded in every figure, or as many as asked for. An error is a digit changed, digits
transposed, a sign flipped, two columns or periods exchanged, a scale slip, a comparative left
behind, or a percentage of the wrong base. Each is made in the document as read, of which what the
error touches is then understood and checked anew; the file itself is not touched. A release of
some 450 figures takes about ten seconds.

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
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="How to report.",
)
@click.option("--color/--no-color", default=None, help="Colours; by default on a terminal only.")
def command(
    file: str,
    against: tuple[str, ...],
    errors: int | None,
    seed: int,
    form: str,
    *,
    color: bool | None,
) -> int:
    """Seeds errors in FILE ("-" for standard input), and reports what would be caught."""
    from tieout.cli._streams import deliver, has_colour, spare, terminal_width
    from tieout.limits import unhurried
    from tieout.prove import Trial

    spare(None, (file, *against))
    releases = releases_of((file, *against))
    trial = Trial(releases[0], releases[1:])
    unhurried()  # many checks are what is asked for
    slips = trial.every(seed) if errors is None else trial.slips(errors, seed)
    seeded = list(trial.all(_watched(slips)))
    proof = trial.proof(releases[0].document.name, seed, seeded)
    if form == "json":
        from tieout.reports.json import proof as json

        deliver(json.render(proof), None, form)
        return 0
    from tieout.reports.terminal import proof as terminal

    width, colour = terminal_width(), has_colour(choice=color)
    deliver(terminal.render(proof, width, colour=colour), None)
    return 0


def _watched(slips: "Sequence[Slip]") -> "Iterable[Slip]":
    """The same slips, with a bar on standard error that shows how far they are."""
    if sys.stderr is None or not sys.stderr.isatty():
        return slips
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return track(slips, "Proving", console=console, transient=True)
