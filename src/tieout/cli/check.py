"""tieout check: every figure of a release, ticked, found different, or explained."""

import sys
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from tieout.cli._against import against_option, with_bytes
from tieout.cli._streams import force_option
from tieout.patterns import pattern
from tieout.reports import formats, is_binary, rendered

if TYPE_CHECKING:
    from tieout.model.workpaper import Workpaper

EPILOG = """\b
Examples:
  tieout check release.txt
  tieout check release.txt --against last-year.txt --output workpaper.html
  tieout check release.docx --draft yesterday.docx --against last-year.txt
  tieout check draft.docx --format docx --output reviewed.docx
  tieout check release.pdf --format pdf --output marked.pdf
  tieout check release.txt --select FT,TI --format json
  tieout check release.txt --leads all
  curl … | tieout check -

\b
Exit status: 0 nothing differs, 1 something differs, 2 could not run, or nothing of FILE could be
understood. With --strict also 1 where a figure only rounds, or little of FILE was understood.
Leads, which are worth a look and not proven, never change it.
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
@click.option(
    "--draft",
    metavar="PREVIOUS",
    help="The previous draft of FILE: the report then says what changed since.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(formats()),
    help="The form of the report.  [default: terminal]",
)
@click.option(
    "--output", metavar="PATH", help="Write the report to this file, not to standard output."
)
@force_option
@click.option("--select", metavar="CODES", multiple=True, help="Only these rules: FT,TI or FT001.")
@click.option("--ignore", metavar="CODES", multiple=True, help="All rules but these.")
@click.option(
    "--leads",
    type=_HowMany(),
    metavar="N|all",
    help="Show so many leads in the terminal: what may be wrong, but is not proven.  [default: 5]",
)
@click.option("--strict", is_flag=True, help="Be stricter about the exit status; see below.")
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
    force: bool,
    leads: int | None,
    strict: bool,
    color: bool | None,
) -> int:
    """Checks every figure of FILE ("-" for standard input)."""
    from tieout.cli._rules import chosen
    from tieout.cli._streams import deliver, fit_for_terminal, spare
    from tieout.cli._understood import understood
    from tieout.engine import check

    files = (file, *against, *([draft] if draft is not None else []))
    spare(output, files, force=force)
    form = form or _form_of(output)
    fit_for_terminal(form, output, is_binary)
    rules = chosen(select, ignore)
    raw, releases = with_bytes(files)
    previous = releases.pop() if draft is not None else None
    workpaper = check(releases[0], releases[1:], rules=rules, draft=previous)
    deliver(_rendered(workpaper, raw, form, output, leads, color=color), output, form)
    degree = understood(workpaper).degree
    is_loose = workpaper.coverage["rounds"] > 0 or degree == "little"
    return int(bool(workpaper.findings) or (strict and is_loose))


def _form_of(output: str | None) -> str:
    """The format a file's name asks for; the terminal's where it asks for none."""
    suffix = PurePath(output or "").suffix.lower().lstrip(".")
    return {"htm": "html"}.get(suffix, suffix) if suffix in (*formats(), "htm") else "terminal"


def _rendered(
    workpaper: "Workpaper",
    raw: bytes,
    form: str,
    output: str | None,
    leads: int | None,
    *,
    color: bool | None,
) -> bytes:
    """The report; the terminal's is fitted to the terminal."""
    from tieout.cli._streams import has_colour, terminal_width

    if form != "terminal":
        return rendered(form, workpaper, raw)
    from tieout.reports import terminal

    colour = has_colour(choice=color) if output is None else bool(color)
    most = terminal.SHOWN if leads is None else leads
    return terminal.render(workpaper, width=terminal_width(), colour=colour, most_leads=most)
