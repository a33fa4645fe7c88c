"""tieout accept: a difference accepted, or a lead dismissed, by a person who says why."""

from datetime import datetime

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
  tieout accept release.docx RX006 --reason "par value, rounded down" --by AB
  tieout accept release.docx RX003:154% --against last-year.txt --reason "as agreed" --by AB
  tieout accept release.docx RX003:154%#2 --reason "as agreed" --by AB
  tieout accept release.docx RX006 --reason "as audited" --by CD --replace
  tieout accept release.docx RX006 --undo

CHECK is the rule's code that stands under a finding or a lead, the figure's text, or both, as
RX003:154%. Where several are called so, #2 is the second of them; k17 is the check of that number
in the JSON report. Give the same --against as to check: findings rest on it.

What is said is kept in accepted.toml beside FILE, which you may edit. It holds in the next draft,
too, until the figure or one that it is computed from is another; the reports then say what has
changed, and the exit status of check is 1.

\b
Exit status: 0 it is kept, or taken back, 2 it could not be.
"""


@click.command(epilog=EPILOG)
@click.argument("file")
@click.argument("which", metavar="CHECK")
@against_option
@click.option("--reason", metavar="TEXT", help="Why the difference is right as it stands.")
@said_by
def command(
    file: str,
    which: str,
    against: tuple[str, ...],
    reason: str | None,
    by: str | None,
    accepted: str | None,
    on: datetime | None,
    *,
    replace: bool,
    undo: bool,
) -> int:
    """Accepts the difference CHECK of FILE, or dismisses the lead, with a reason and initials."""
    from tieout.accepted.saying import accepting

    path = required(place_of(file, accepted))
    if undo:
        return take_back(path, which, ("accepted", "dismissed"))
    if reason is None or by is None:
        missing = "--reason TEXT" if reason is None else "--by INITIALS"
        raise Misuse(f"a difference is accepted with a reason and initials: give {missing}")
    kept = kept_at(path)
    workpaper = workpaper_of(file, against)
    change = accepting(workpaper, kept, which, reason=reason, by=by, on=day_of(on), replace=replace)
    keep(path, kept, change)
    say(change, path, lambda one: f"{one.rule} {one.reported}: {one.said}")
    return 0
