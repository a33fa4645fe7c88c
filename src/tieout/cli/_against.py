"""The documents a release is held against: one option, and how they are read."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tieout.model.workpaper import Release

against_option = click.option(
    "--against",
    multiple=True,
    metavar="FILE",
    help="Another release or filing to tie to, such as the year-ago one; may be repeated.",
)


def releases_of(files: tuple[str, ...]) -> "list[Release]":
    """Each file read, "-" being standard input; raises Misuse or Unreadable."""
    from tieout.cli._streams import contents
    from tieout.engine import read
    from tieout.errors import Misuse
    from tieout.readers import LARGEST

    if files.count("-") > 1:
        raise Misuse("standard input can be given only once: name the other files")
    return [read(*contents(path, LARGEST)) for path in files]
