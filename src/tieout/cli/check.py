"""tieout check: every figure of a release, ticked, found different, or explained."""

from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from tieout.cli._against import against_option, releases_of
from tieout.reports import formats, report

if TYPE_CHECKING:
    from tieout.model.workpaper import Workpaper

EPILOG = """\b
Examples:
  tieout check release.txt
  tieout check release.txt --against last-year.txt --output workpaper.html
  tieout check release.docx --draft yesterday.docx --against last-year.txt
  tieout check release.txt --select FT,TI --format json
  curl … | tieout check -

\b
Exit status: 0 nothing differs, 1 something differs (with --strict: or rounds), 2 could not run.
"""


@click.command(epilog=EPILOG)
@click.argument("file")
@against_option
@click.option(
    "--draft", metavar="PREVIOUS", help="The previous draft of FILE: tells what changed since."
)
@click.option(
    "--format", "form", type=click.Choice(formats()), help="How to report.  [default: terminal]"
)
@click.option("--output", metavar="PATH", help="Write the report there, not to standard output.")
@click.option("--select", metavar="CODES", multiple=True, help="Only these rules: FT,TI or FT001.")
@click.option("--ignore", metavar="CODES", multiple=True, help="All rules but these.")
@click.option("--strict", is_flag=True, help="Exit with 1 where a figure only rounds, too.")
@click.option("--color/--no-color", default=None, help="Colours; by default on a terminal only.")
def command(
    file: str,
    against: tuple[str, ...],
    draft: str | None,
    form: str | None,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    *,
    strict: bool,
    color: bool | None,
) -> int:
    """Checks every figure of FILE ("-" for standard input)."""
    from tieout.cli._rules import chosen
    from tieout.cli._streams import deliver, spare
    from tieout.engine import check

    files = (file, *against, *([draft] if draft is not None else []))
    if output is not None:
        spare(output, files)
    rules = chosen(select, ignore)
    releases = releases_of(files)
    previous = releases.pop() if draft is not None else None
    workpaper = check(releases[0], releases[1:], rules=rules, draft=previous)
    deliver(_rendered(workpaper, form or _form_of(output), output, color=color), output)
    counts = workpaper.coverage
    return int(bool(workpaper.findings) or (strict and counts["rounds"] > 0))


def _form_of(output: str | None) -> str:
    """The format a file's name asks for; the terminal's where it asks for none."""
    suffix = PurePath(output or "").suffix.lower().lstrip(".")
    return {"htm": "html"}.get(suffix, suffix) if suffix in (*formats(), "htm") else "terminal"


def _rendered(
    workpaper: "Workpaper", form: str, output: str | None, *, color: bool | None
) -> bytes:
    """The report; the terminal's is fitted to the terminal."""
    from tieout.cli._streams import has_colour, terminal_width

    if form != "terminal":
        return report(form).render(workpaper)
    from tieout.reports import terminal

    colour = has_colour(choice=color) if output is None else bool(color)
    return terminal.render(workpaper, width=terminal_width(), colour=colour)
