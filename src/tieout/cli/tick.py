"""tieout tick: a figure that nothing tested, ticked by a person who looked its support up."""

from datetime import datetime
from pathlib import Path

import click

from tieout.cli._accepted import (
    day_of,
    keep,
    kept_at,
    place_of,
    required,
    said_by,
    say,
    take_back,
    workpaper_of,
)
from tieout.cli._against import against_option
from tieout.errors import Misuse

EPILOG = """\b
Examples:
  tieout tick release.docx '10.4 million' --support "backlog report, page 3" --by AB
  tieout tick release.docx 1,204#2 --support "HR, headcount" --by AB --file headcount.xlsx
  tieout tick release.docx f117 --support "lease contract" --by AB
  tieout tick release.docx 1,204#2 --undo

FIGURE is a figure that nothing tested, as it is printed. Where several are printed so, #2 is the
second of them; f117 is the figure of that number, as the HTML report links to it. Give the same
--against as to check.

A tick by hand has the letter M and is counted apart: tieout has not tested the figure. It is kept
in accepted.toml beside FILE, with the SHA-256 of the support's file, and lapses when the figure is
another.

\b
Exit status: 0 it is kept, or taken back, 2 it could not be.
"""


@click.command(epilog=EPILOG)
@click.argument("file")
@click.argument("which", metavar="FIGURE")
@against_option
@click.option("--support", metavar="REFERENCE", help="What supports the figure, and where.")
@click.option("--file", "support_file", metavar="PATH", help="The file of the support.")
@said_by
def command(
    file: str,
    which: str,
    against: tuple[str, ...],
    support: str | None,
    support_file: str | None,
    by: str | None,
    accepted: str | None,
    on: datetime | None,
    *,
    replace: bool,
    undo: bool,
) -> int:
    """Ticks by hand the figure FIGURE of FILE, with a reference and initials."""
    from tieout.accepted.saying import ticking
    from tieout.cli._streams import cause

    path = required(place_of(file, accepted))
    if undo:
        return take_back(path, which, ("ticked",))
    if support is None or by is None:
        missing = "--support REFERENCE" if support is None else "--by INITIALS"
        raise Misuse(f"a figure is ticked with a reference and initials: give {missing}")
    kept = kept_at(path)
    given = None if support_file is None else Path(support_file)
    workpaper = workpaper_of(file, against)
    try:
        change = ticking(
            workpaper,
            kept,
            which,
            support=support,
            by=by,
            on=day_of(on),
            file=given,
            replace=replace,
        )
    except OSError as reason:
        raise Misuse(f"{support_file} cannot be read: {cause(reason)}") from None
    keep(path, kept, change)
    say(change, path, lambda one: f"{one.reported}: ticked by hand")
    return 0
