"""tieout web-bundle: tieout as one page for a browser, which nothing leaves."""

from pathlib import Path

import click

EPILOG = """\b
Examples:
  tieout web-bundle site            writes site/index.html
  tieout web-bundle site --force    and writes over the one that is there

\b
The page is a single file. Open it from the disk, mail it, or put it on any web server: whoever
opens it drops a draft, and sees the workpaper, and nothing that they drop leaves their browser.
Beside it stands licences.txt, to be passed on with the page.
Its parts come from npm and PyPI, once; they are known by their hashes, and kept for the next time
(in ~/.cache/tieout/web, or in the folder that XDG_CACHE_HOME names).

\b
Exit status: 0 the page was written, 2 could not run.
"""


@click.command(epilog=EPILOG)
@click.argument("folder", metavar="DIR")
@click.option("--force", "is_forced", is_flag=True, help="Write over a page that is there.")
def command(folder: str, *, is_forced: bool) -> int:
    """Writes DIR/index.html: tieout in one page, to be opened in a browser."""
    from tieout.cli._streams import cause, deliver
    from tieout.errors import Misuse
    from tieout.files import put
    from tieout.limits import unlimited
    from tieout.web.bundled import bundled
    from tieout.web.fetched import cache, fetched, pinned
    from tieout.web.licences import licences

    unlimited()
    path = Path(folder) / "index.html"
    if path.exists() and not is_forced:
        raise Misuse(f"{path} is there already: give another folder, or --force to write over it")
    try:
        pins = pinned()
        files = fetched(pins, cache())
        page, told = bundled(files).encode(), licences(pins, files).encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        put({path: page, path.with_name("licences.txt"): told})
    except OSError as reason:
        raise Misuse(f"{path} cannot be written: {cause(reason)}") from None
    deliver(f"{path}: {len(page) / 1e6:.1f} MB, all in one file\n".encode(), None)
    return 0
