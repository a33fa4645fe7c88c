"""Documents checked by the page's Python beside this one: their workpapers must be the same.

    python tools/page_outcomes.py FILE...

The parts of the page run under node, each document by itself; the JSON workpapers are compared
whole, but for what names the libraries at work.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tieout.api import check, read, report
from tieout.errors import TieoutError
from tieout.web.fetched import cache, fetched, pinned
from tieout.web.linked import ENTRY
from tieout.web.parts import parts, worker

_PROGRAM = """
import {{ loadPyodide }} from "./pyodide.mjs";
import {{ readFileSync }} from "node:fs";
import {{ createInterface }} from "node:readline";
import {{ ordered }} from "./ordered.mjs";
const held = (path) => new Uint8Array(readFileSync(path));
const say = (words) => process.stdout.write(JSON.stringify(words) + "\\n");
const python = await loadPyodide({{ stdout: () => {{}} }});
for (const name of {wheels}) python.unpackArchive(held(name), "wheel");
python.unpackArchive(held("tieout.zip"), "zip", {{ extractDir: "/lib/tieout" }});
python.registerJsModule("page_parser", {{ ordered }});
python.runPython(`
import sys; sys.path.insert(0, "/lib/tieout")
import time
from page_parser import ordered
from tieout.readers.html.ordered import give
from tieout.api import check, read, report
from tieout.errors import TieoutError
give(ordered)
def made(name, raw):
    raw, began = bytes(raw), time.monotonic()
    try:
        return [report(check(read(raw, name=name)), "json", raw).decode(), time.monotonic() - began]
    except TieoutError as reason:
        return [str(reason), time.monotonic() - began]
`);
const made = python.globals.get("made");
say("ready");
for await (const line of createInterface({{ input: process.stdin }})) {{
  const [name, path] = JSON.parse(line);
  const got = made(name, python.toPy(held(path)));
  say(got.toJs());
  got.destroy();
}}
"""


def main(named: list[str]) -> int:
    """Prints how each document ended here and there."""
    files = fetched(pinned(), cache())
    others = 0
    with tempfile.TemporaryDirectory() as folder:
        node = _started(Path(folder), files)
        assert node.stdin is not None
        assert node.stdout is not None
        began = time.monotonic()
        node.stdout.readline()
        print(f"begun in {time.monotonic() - began:.1f} s")
        for path in map(Path, named):
            node.stdin.write(json.dumps([path.name, str(path.resolve())]) + "\n")
            node.stdin.flush()
            there, seconds = json.loads(node.stdout.readline())
            here = _made(path)
            is_same = here == there
            others += not is_same
            said = "the same" if is_same else "OTHERWISE"
            print(f"{path.name}: {said}, {len(here):,} bytes of JSON, {seconds:.2f} s there")
        node.stdin.close()
        node.wait()
    print(f"{len(named)} documents; {others} otherwise")
    return min(others, 1)


def _started(folder: Path, files: dict[str, bytes]) -> "subprocess.Popen[str]":
    """The program, begun in a folder with all the parts."""
    held = parts(files)
    for name, raw in held.items():
        (folder / name).write_bytes(raw)
    (folder / "package.json").write_text('{"type": "module"}')
    script = worker(files, "ordered.js")
    (folder / "ordered.mjs").write_text(f"{script}\nexport const {{ ordered }} = {ENTRY};\n")
    wheels = json.dumps([name for name in held if name.endswith(".whl")])
    (folder / "program.mjs").write_text(_PROGRAM.format(wheels=wheels))
    return subprocess.Popen(
        ["node", "program.mjs"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _made(path: Path) -> str:
    """The workpaper made here, or why there is none."""
    raw = path.read_bytes()
    try:
        return report(check(read(raw, name=path.name)), "json", raw).decode()
    except TieoutError as reason:
        return str(reason)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
