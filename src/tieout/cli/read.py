"""tieout read: what was understood of a document, before any check."""

import csv
import io
from typing import TYPE_CHECKING

import click

from tieout.cli._documents import contents
from tieout.cli._formats import form_of
from tieout.cli._streams import deliver, force_option, place, say_written, spare
from tieout.loading import loading

if TYPE_CHECKING:
    from tieout.model.workpaper import Release, Workpaper

EPILOG = """\b
Examples:
  tieout read release.txt                     statements, claims, heading and form
  tieout read release.txt --format csv        one fact a line, for a spreadsheet
  tieout read release.txt --format json       the workpaper's JSON, with no check made
  tieout read release.txt --format text       exactly the text that every span counts in
  tieout read release.txt --format xbrl-json --output q2.json
                                              the facts, their taxonomy and places beside it
"""

FORMS = ("terminal", "json", "text", "csv", "xbrl-json")


@click.command(epilog=EPILOG)
@click.argument("file")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="[default: as PATH ends, or terminal]",
)
@click.option("--output", metavar="PATH", help="Write to this file, not to standard output.")
@force_option
@click.option("--color/--no-color", default=None, help="Colours; by default on a terminal only.")
def command(
    file: str, form: str | None, output: str | None, *, force: bool, color: bool | None
) -> int:
    """Shows what is understood of FILE ("-" for standard input)."""
    with loading():
        from tieout.cli._understood import understood
        from tieout.cli._written import of_reading
        from tieout.engine import check, read
        from tieout.readers import LARGEST

    spare(output, [file], force=force)
    form = form_of(form, output, FORMS)
    release = read(*contents(file, LARGEST))
    if form == "text":
        deliver(release.document.text.encode(), output, form, lambda: of_reading(release))
        return 0
    unchecked = check(release, rules=())
    if form == "xbrl-json":
        _report(release, file, output, force=force)
    else:
        report = _rendered(unchecked, form, color=color if output is None else bool(color))
        deliver(report, output, form, lambda: of_reading(release))
    understood(unchecked)
    return 0


def _rendered(unchecked: "Workpaper", form: str, *, color: bool | None) -> bytes:
    """The release in the format asked for, from its workpaper with no check made."""
    from tieout.cli._streams import has_colour, terminal_width

    if form == "csv":
        return _facts(unchecked.subject)
    if form == "json":
        from tieout.reports import json

        return json.render(unchecked)
    from tieout.reports.terminal import reading

    return reading.render(unchecked, width=terminal_width(), colour=has_colour(choice=color))


def _report(release: "Release", file: str, output: str | None, *, force: bool) -> None:
    """Writes the facts as xBRL-JSON; with a name for it, the taxonomy and places beside it."""
    from pathlib import Path

    from tieout.cli._written import of_reading
    from tieout.errors import Misuse
    from tieout.xbrl import package, stem_of

    stem = stem_of(release.document.name if output is None else Path(output).name)
    files = package(release, stem)
    report = files.pop(f"{stem}.json")
    if output is None or output == "-":
        deliver(report, output, "xbrl-json")
        return
    beside = {str(Path(output).parent / name): content for name, content in files.items()}
    if Path(output).name in files:
        raise Misuse(f"{output} is what its taxonomy is called: name the report {stem}.json")
    for path in beside:
        spare(path, [file], force=force)
    place({**beside, output: report})
    say_written(output, f"{of_reading(release)}; beside it {', '.join(sorted(files))}")


def _facts(release: "Release") -> bytes:
    """The facts as CSV (RFC 4180), every field as the JSON has it."""
    from tieout.frames import facts
    from tieout.harmless import in_a_cell

    frame = facts(release)
    sheet = io.StringIO(newline="")
    write = csv.writer(sheet).writerow
    write(frame.columns)
    for row in frame.rows:
        write([in_a_cell(field) if isinstance(field, str) else field for field in row])
    return sheet.getvalue().encode()
