"""tieout check: every figure of a release, ticked, found different, or explained."""

import sys

import click

from tieout.cli._accepted import accepted_option, is_there, place_of
from tieout.cli._against import against_option, support_option
from tieout.cli._formats import form_of
from tieout.cli._streams import (
    deliver,
    fit_for_terminal,
    force_option,
    has_colour,
    spare,
    terminal_width,
)
from tieout.errors import Unreadable
from tieout.patterns import pattern
from tieout.reports import formats, is_binary

EPILOG = """\b
Examples:
  tieout check release.txt
  tieout check release.txt --against last-year.txt --output workpaper.html
  tieout check release.txt --against last-year.txt --output workpaper.xlsx
  tieout check release.docx --against CPST        last year's release and last quarter's, from EDGAR
  tieout check 0001104659-07-080000               a filing of EDGAR's, by its accession number
  tieout check release.txt --support closing.xlsx
  tieout check release.docx --draft yesterday.docx --against last-year.txt
  tieout check release.txt --against last-year.txt --output summary.md
  tieout check draft.docx --format docx --output reviewed.docx
  tieout check release.pdf --format pdf --output marked.pdf
  tieout check release.txt --verbose
  tieout check release.txt --leads all
  tieout check release.txt --select FT,TI --format json
  tieout check release.txt --accepted signed-off.toml
  tieout check release.docx --against last-year.txt --watch
  curl … | tieout check -

\b
Exit status: 0 nothing differs that is not accepted, 1 something does, or what was accepted does
not hold any more, 2 could not run, or nothing of FILE could be understood. With --strict also 1
where a figure only rounds, or little of FILE was understood. Leads, which are worth a look and not
proven, never change it.
"""

_NUMBER = pattern(r"[0-9]{1,9}\Z")


class _HowMany(click.ParamType[int]):
    """A number, or "all"."""

    name = "number"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number; "all" is more than there ever are."""
        if value == "all":
            return sys.maxsize
        if isinstance(value, str) and not _NUMBER.match(value):
            self.fail(f"{value!r} is neither a number nor 'all'", param, ctx)
        return int(value)


@click.command(epilog=EPILOG)
@click.argument("file")
@against_option
@support_option
@click.option(
    "--draft",
    metavar="PREVIOUS",
    help="The previous draft of FILE: the report then says what changed since.",
)
@accepted_option
@click.option(
    "--format",
    "form",
    type=click.Choice(formats()),
    help="The form of the report.  [default: as PATH ends, or terminal]",
)
@click.option(
    "--output",
    metavar="PATH",
    help="Write the report to this file; its suffix says the form (.md: summary, .txt: terminal).",
)
@force_option
@click.option("--select", metavar="CODES", multiple=True, help="Only these rules: FT,TI or FT001.")
@click.option("--ignore", metavar="CODES", multiple=True, help="All rules but these.")
@click.option(
    "--leads",
    type=_HowMany(),
    metavar="N|all",
    help="Show so many leads in full in the terminal: what may be wrong, but is not proven.",
)
@click.option(
    "--verbose", "-v", is_flag=True, help="Show everything in the terminal, not only one screen."
)
@click.option(
    "--watch", is_flag=True, help="Check again whenever FILE is saved, and show what changed."
)
@click.option("--strict", is_flag=True, help="Be stricter about the exit status; see below.")
@click.option("--color/--no-color", default=None, help="Colours; by default on a terminal only.")
def command(
    file: str,
    against: tuple[str, ...],
    support: tuple[str, ...],
    draft: str | None,
    accepted: str | None,
    form: str | None,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    *,
    force: bool,
    leads: int | None,
    verbose: bool,
    watch: bool,
    strict: bool,
    color: bool | None,
) -> int:
    """Checks every figure of FILE ("-" for standard input)."""
    from tieout.cli._checking import Asked, made

    files = (file, *against, *([draft] if draft is not None else []))
    beside = place_of(file, accepted)
    said = [str(beside)] if is_there(beside) else []
    spare(output, (*files, *support, *said), force=force)
    form = form_of(form, output, formats())
    fit_for_terminal(form, output, is_binary)
    colour = has_colour(choice=color) if output is None else bool(color)
    asked = Asked(
        file, against, support, draft, accepted, form, select, ignore, leads,
        terminal_width(), colour, verbose, strict, is_written=output not in (None, "-"),
    )  # fmt: skip
    if watch:
        from tieout.cli._watching import watched

        return watched(asked, output)
    report = made(asked)
    deliver(report.content, output, form, lambda: report.written)
    if report.refusal:
        raise Unreadable(report.refusal)
    return report.status
