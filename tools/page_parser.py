"""Documents read with the parser of the page beside Lexbor: what is read must be the same.

    python tools/page_parser.py FOLDER_OR_FILE...

What is read of a document is all that its workpaper is made of: where the one is the same, so is
the other. The parser runs under node; every document that comes out otherwise is printed.
"""

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tieout.errors import TieoutError
from tieout.model.document import Document
from tieout.readers import open_document
from tieout.readers.html.ordered import Parser, give
from tieout.web.fetched import cache, fetched, pinned
from tieout.web.linked import ENTRY
from tieout.web.parts import worker

_ANSWERING = f"""
const lines = require("node:readline").createInterface({{ input: process.stdin }});
const answer = (source) => JSON.stringify({ENTRY}.ordered(source) ?? null) + "\\n";
lines.on("line", (line) => process.stdout.write(answer(JSON.parse(line))));
"""


@contextmanager
def page_parser() -> Iterator[Parser]:
    """The parser of the page, run by node; raises Misuse or OSError where it cannot be had."""
    script = worker(fetched(pinned(), cache()), "ordered.js") + _ANSWERING
    with tempfile.NamedTemporaryFile("w", suffix=".cjs", encoding="utf-8") as file:
        file.write(script)
        file.flush()
        with subprocess.Popen(
            ["node", file.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as node:
            assert node.stdin is not None
            assert node.stdout is not None
            told, said = node.stdin, node.stdout

            def parsed(source: str) -> str | None:
                told.write(json.dumps(source) + "\n")
                told.flush()
                found: str | None = json.loads(said.readline())
                return found

            yield parsed
            told.close()


def read(path: Path, parser: Parser | None) -> Document | str:
    """What is read of a document with this parser, or with Lexbor, or why nothing is."""
    give(parser)
    try:
        return open_document(path.name, path.read_bytes())
    except TieoutError as reason:
        return str(reason)
    finally:
        give(None)


def _files(named: list[str]) -> Iterator[Path]:
    """The files named, and those of the folders named."""
    for path in map(Path, named):
        yield from (
            sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
        )


def main(named: list[str]) -> int:
    """Prints what comes out otherwise, and how many documents were read."""
    count = pages = others = 0
    with page_parser() as parser:

        def counted(source: str) -> str | None:
            nonlocal pages
            pages += 1
            return parser(source)

        for path in _files(named):
            before = pages
            there = read(path, counted)
            if pages == before:
                continue  # nothing of it is HTML
            count += 1
            here = read(path, None)
            if here != there:
                others += 1
                print(f"{path}: {_difference(here, there)}")
    print(f"{count:,} documents with {pages:,} pages of HTML read both ways; {others} otherwise")
    return min(others, 1)


def _difference(here: Document | str, there: Document | str) -> str:
    """Where two documents part, in a line."""
    if isinstance(here, str) or isinstance(there, str):
        return " / ".join(one if isinstance(one, str) else "read" for one in (here, there))
    for field in here.__struct_fields__:
        one, other = getattr(here, field), getattr(there, field)
        if one != other:
            at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
            return f"{field} at {at}: {one[at : at + 60]!r} / {other[at : at + 60]!r}"
    return "nothing"


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        sys.exit(main(sys.argv[1:]))
