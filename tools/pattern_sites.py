"""Every regular expression that src/ makes, where, and what is done with it.

Patterns are taken where they are made: `re` is listened to in a process of its own while every
module is imported and the exhibits of tests/corpus are read, checked and reported.
"""

import ast
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
SOURCE = HOUSE / "src"
EXHIBITS = sorted(
    path
    for path in (HOUSE / "tests" / "corpus" / "exhibits").glob("*.[!p]*")
    if path.stat().st_size < 100_000
)
MAKERS = {"compile", "search", "match", "fullmatch", "split", "sub", "subn", "findall", "finditer"}
ONCE = {"match", "fullmatch", "pattern", "flags", "groups", "groupindex"}
"""What tries a pattern at one place of a text; all else tries it everywhere."""
UNKNOWN = ({"handed on"}, None)
LISTEN = """
import json, re, sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
house, source, *exhibits = sys.argv[1:]
made, kept = {}, re._compile
def listening(pattern, flags):
    compiled = kept(pattern, flags)
    frame = sys._getframe(1)
    while frame and frame.f_code.co_filename in (re.__file__, "<string>"):
        frame = frame.f_back
    if frame and frame.f_code.co_filename.startswith(source):
        place = frame.f_code.co_filename[len(source) + 1:], frame.f_lineno
        text, is_bytes = compiled.pattern, isinstance(compiled.pattern, bytes)
        key = text.decode("latin-1") if is_bytes else text, compiled.flags, is_bytes
        made.setdefault(key, set()).add(place)
    return compiled
re._compile = listening
import tieout.patterns
tieout.patterns.pattern = lambda written, flags=0: re.compile(written, flags)
for module in walk_packages(tieout.__path__, "tieout."):
    if not module.name.endswith("__main__"):
        import_module(module.name)
from tieout import engine
from tieout.reports import html, json as report
for path in map(Path, exhibits):
    try:
        paper = engine.check(engine.read(path.name, path.read_bytes()))
    except Exception as reason:
        print(path.name, reason, file=sys.stderr)
        continue
    report.render(paper), html.render(paper)
print(json.dumps([[*key, sorted(places)] for key, places in made.items()]))
"""


@dataclass(frozen=True)
class Pattern:
    """One regular expression, where it is made, and whether it is tried everywhere in a text."""

    text: str
    flags: int
    is_bytes: bool
    places: tuple[str, ...]
    uses: frozenset[str]

    @property
    def everywhere(self) -> bool:
        """It is tried at every place of a text."""
        return not self.uses <= ONCE

    def compiled(self) -> re.Pattern[str]:
        """It is compiled; of bytes, as the text of as many characters."""
        flags = self.flags & ~re.UNICODE | re.ASCII if self.is_bytes else self.flags
        return re.compile(self.text, flags)


def collected() -> list[Pattern]:
    """Every pattern that importing, reading, checking and reporting makes."""
    run = subprocess.run(
        [sys.executable, "-c", LISTEN, str(HOUSE), str(SOURCE), *map(str, EXHIBITS)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )
    uses = dict(sites())
    made = {
        (text, flags, is_bytes): [f"{name}:{line}" for name, line in places]
        for text, flags, is_bytes, places in json.loads(run.stdout)
    }
    seen = set(chain.from_iterable(made.values()))
    for place, (_, spelled) in uses.items():
        if place not in seen and spelled is not None:
            made.setdefault((spelled, 0, False), []).append(place)
    return [
        Pattern(
            *key,
            tuple(places),
            frozenset().union(*(uses.get(place, UNKNOWN)[0] for place in places)),
        )
        for key, places in made.items()
    ]


@cache
def sites() -> tuple[tuple[str, tuple[set[str], str | None]], ...]:
    """Every place of the source that makes a pattern, what is done with it, and its spelling.

    None is the spelling of one that is put together.
    """
    return tuple(_sites())


def _sites() -> Iterator[tuple[str, tuple[set[str], str | None]]]:
    """The same, looked up."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")}
    asked: dict[tuple[Path | None, str], set[str]] = defaultdict(set)
    for path, tree in trees.items():
        loose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        for node in ast.walk(tree):
            match node:
                case ast.Attribute(value=ast.Name(id=name), attr=use):
                    asked[_home(path, name), name].add(use)
                case ast.Name(id=name, ctx=ast.Load()) if id(node) not in loose:
                    asked[_home(path, name), name].add("handed on")
    for path, tree in trees.items():
        named: dict[int, str] = {}
        for node in ast.walk(tree):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)]):
                    named[id(node.value)] = name
        taken = {
            id(node.value): node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)
        }
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=made)) if (
                    made in MAKERS
                ):
                    pass
                case ast.Call(func=ast.Name(id="pattern" as made), args=[_, *_]):
                    pass
                case _:
                    continue
            name = named.get(id(node), "")
            uses = asked[_home(path, name), name] if name else {taken.get(id(node), made)}
            first = node.args[0]
            said = first.value if isinstance(first, ast.Constant) else None
            spelled = said if isinstance(said, str) else None
            yield f"{path.relative_to(SOURCE)}:{node.lineno}", (uses, spelled)


def _home(path: Path, name: str) -> Path | None:
    """The module that a private name is of; a public one may be used anywhere."""
    return path if name.startswith("_") else None
