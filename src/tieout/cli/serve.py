"""tieout serve: the review page of a folder, on this machine alone."""

from pathlib import Path

import click

EPILOG = """\b
Examples:
  tieout serve                      review the documents of the folder at hand
  tieout serve ~/q2 --open          and open the page in a browser
  tieout serve ~/q2 --port 9000

\b
Open the address that it prints. On the page, drop or pick the drafts, the filings before, and the
books behind the figures. A draft that is saved again in DIR is checked again at once. What you
accept, dismiss and tick is kept in DIR/accepted.toml, as with "tieout accept".

The page can be reached from this machine alone, and only with the key in its address. Nothing is
fetched, and nothing leaves the machine. Ctrl-C ends it.

\b
Exit status: 0 it was ended, 2 could not run.
"""

_USUAL = 8725
_LIBRARIES = ("starlette", "uvicorn", "anyio", "h11")


@click.command(epilog=EPILOG)
@click.argument("folder", metavar="[DIR]", default=".")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help=f"Where to listen.  [default: {_USUAL}, or where nobody else does]",
)
@click.option("--open", "is_to_open", is_flag=True, help="Open the page in a browser.")
def command(folder: str, port: int | None, *, is_to_open: bool) -> int:
    """Serves the review page of DIR, the folder at hand by default."""
    from tieout.cli._streams import cause
    from tieout.errors import Misuse
    from tieout.extras import needs

    try:
        path = Path(folder).resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as reason:
        raise Misuse(f"{folder} cannot be reviewed: {cause(reason)}") from None
    if not path.is_dir():
        raise Misuse(f"{folder} is a file: give the folder that it lies in")
    try:
        from tieout.review.serving import serve
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] not in _LIBRARIES:
            raise
        raise Misuse(needs("the review page", missing.name.partition(".")[0], "web")) from None
    try:
        serve(path, port, _USUAL, _said, is_to_open=is_to_open)
    except OSError as reason:
        raise Misuse(f"the review cannot begin: {cause(reason)}") from None
    return 0


def _said(address: str, folder: Path) -> None:
    """Says where the page is."""
    from tieout.cli._streams import deliver
    from tieout.harmless import on_a_line

    lines = f"Review of {on_a_line(str(folder))}\n{address}\nCtrl-C ends it.\n"
    deliver(lines.encode("utf-8", "replace"), None)
