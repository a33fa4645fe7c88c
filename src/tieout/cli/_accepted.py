"""Where what people said is kept, and how it is read, held against a workpaper, and changed."""

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tieout.errors import Misuse

if TYPE_CHECKING:
    from tieout.accepted.keeping import Change
    from tieout.accepted.reading import Kept
    from tieout.model.accepted import Entry, Said
    from tieout.model.workpaper import Workpaper

NAME = "accepted.toml"

accepted_option = click.option(
    "--accepted",
    metavar="PATH",
    help="What people accepted, dismissed and ticked.  [default: accepted.toml beside FILE]",
)

_OF_SAYING = (
    click.option("--by", metavar="INITIALS", help="Who says it."),
    accepted_option,
    click.option(
        "--date",
        "on",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="When it is said.  [default: today]",
    ),
    click.option(
        "--replace", is_flag=True, help="Replace what somebody else said of it, and still holds."
    ),
    click.option("--undo", is_flag=True, help="Take back what was said of it."),
)


def said_by(command: "Callable[..., int]") -> "Callable[..., int]":
    """The command with the options of every command by which people say something."""
    for option in reversed(_OF_SAYING):
        command = option(command)
    return command


def place_of(file: str, asked: str | None) -> Path | None:
    """The file that keeps what people said; None for a document that has no folder."""
    if asked is not None:
        return Path(asked)
    return None if file == "-" or _is_at_edgar(file) else Path(file).parent / NAME


def _is_at_edgar(file: str) -> bool:
    """True for a filing by its number, which stands in no folder of the user's."""
    if os.path.lexists(file):
        return False
    from tieout.edgar.names import filing_named

    return filing_named(file) is not None


def is_there(path: Path | None) -> bool:
    """True where something of that name is."""
    try:
        return path is not None and (path.exists() or path.is_symlink())
    except (OSError, ValueError):
        return False


def kept_at(path: Path | None) -> "Kept":
    """What is kept there, or nothing; raises Misuse."""
    from tieout.accepted.reading import Kept, kept

    return kept(path) if path is not None and is_there(path) else Kept()


def honoured(
    file: str, asked: str | None, rules: Iterable[str] | None
) -> "Callable[[Workpaper], Workpaper]":
    """What holds a workpaper of the file against what people said; raises Misuse.

    Where only some rules are applied, what was said of others is not asked.
    """
    path = place_of(file, asked)
    if path is None or not is_there(path):
        if asked is not None:
            raise Misuse(f"{asked} does not exist: check the spelling")
        return lambda workpaper: workpaper
    from tieout.accepted.holding import holding

    return holding(path, None if rules is None else frozenset(rules))


def workpaper_of(file: str, against: tuple[str, ...]) -> "Workpaper":
    """The workpaper of a document, by itself or against others; raises Misuse or Unreadable."""
    from tieout.cli._against import releases_of
    from tieout.engine import check

    releases = releases_of((file, *against))
    return check(releases[0], releases[1:])


def keep(path: Path, kept: "Kept", change: "Change") -> None:
    """Writes what is kept after a change, whole or not at all; raises Misuse."""
    from tieout.accepted.keeping import changed
    from tieout.cli._streams import place

    place({str(path): changed(kept, change, path.name).encode()})


def say(change: "Change", path: Path, said: "Callable[[Entry], str]") -> None:
    """Says what is kept in the file now, and what that replaces."""
    from tieout.cli._streams import deliver
    from tieout.harmless import on_a_line

    lines = [f"{said(one)} in {on_a_line(str(path))}" for one in change.new]
    for one in change.replaced:
        entry, until = one.entry, "" if one.standing == "holds" else ", which did not hold any more"
        lines.append(f"  this replaces: {entry.signed}: {entry.reason or entry.support}{until}")
    deliver("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"), None)


def take_back(path: Path, which: str, kinds: "Sequence[Said]") -> int:
    """Takes the entry named out of the file, says so, and gives the exit status; raises Misuse."""
    from tieout.accepted.saying import undoing
    from tieout.cli._streams import deliver
    from tieout.harmless import on_a_line

    kept = kept_at(path)
    keep(path, kept, undoing(kept, which, kinds))
    deliver(f"taken back in {on_a_line(str(path))}\n".encode(), None)
    return 0


def day_of(on: datetime | None) -> date:
    """The day given, or today."""
    from tieout.accepted.holding import today

    return on.date() if on is not None else today()


def required(path: Path | None) -> Path:
    """The file to keep it in; raises Misuse for a document from a pipe."""
    if path is None:
        whose = "standard input and filings of EDGAR's have no folder"
        raise Misuse(f"{whose} to keep it in: say where with --accepted PATH")
    return path
