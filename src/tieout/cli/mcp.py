"""tieout mcp: what an assistant may ask of local files, over the standard streams."""

from pathlib import Path

import click

EPILOG = """\b
Examples:
  tieout mcp                                  an assistant may read the folder at hand
  tieout mcp --allow ~/releases --allow ~/filings

\b
In the settings of an assistant that speaks the Model Context Protocol:
  {"mcpServers": {"tieout": {"command": "tieout", "args": ["mcp", "--allow", "/releases"]}}}

The tools are read, check, explain and series. No figure that differs, or whose table does not
foot, is handed out without saying so. Each call is worked on in a process of its own, within
the limits of its documents. What the tools answer goes to the assistant that you connect, and
nowhere else.

\b
Exit status: 0 the assistant went away, 2 could not run.
"""


@click.command(epilog=EPILOG)
@click.option(
    "--allow",
    multiple=True,
    metavar="DIR",
    help="A folder that may be read, with all below it; may be repeated.  [default: this one]",
)
def command(allow: tuple[str, ...]) -> int:
    """Serves an assistant on standard input and output."""
    from tieout.assistants.folders import Folders
    from tieout.errors import Misuse
    from tieout.extras import needs

    allowed = allow or (".",)
    Folders(allowed)
    if not allow and Path.cwd() == Path(Path.cwd().anchor):
        # Where assistants are started by a desktop, that is what they are given.
        raise Misuse("the folder at hand is the whole disk: say what may be read with --allow DIR")
    try:
        from tieout.assistants.server import serve
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] not in (
            "mcp",
            "mcp_types",
            "anyio",
        ):
            raise
        raise Misuse(needs("an assistant", "mcp", "mcp")) from None
    serve(allowed)
    return 0
