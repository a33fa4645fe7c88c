"""Every regular expression of src/, and the strings on which each takes more than linear time.

    python tools/patterns.py [--length 64000] [PART OF A PLACE OR PATTERN]

Patterns are taken where they are made: `re` is listened to in a process of its own while every
module is imported and the exhibits of tests/corpus are read, checked and reported. Each is then
run over pumps made from its own parse tree: what leads to a repeat, what is repeated over and
over, and an end that fits nowhere. Where four times the length takes far more than four times
the time, the pattern is told with the pump.
"""

import argparse
import ast
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, permutations
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]  # no public way to a parse tree
from re import _parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

from selectolax.lexbor import LexborHTMLParser

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
ANYWHERE = " \t\n\raAzZ0159,.;:-–—_()[]{}<>/\\$%&#*|\"'’!?=+~^@`€éß\x00\x0c\xa0\u200b"
PARSED = ("tieout/readers/html/walk.py", "tieout/readers/html/attributes.py")
"""Patterns of these see what an HTML parser wrote, and nothing else: so do they here."""
LONG = 24
"""A repeat that may go on for longer is pumped."""

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
    while frame and frame.f_code.co_filename == re.__file__:
        frame = frame.f_back
    if frame and frame.f_code.co_filename.startswith(source):
        place = frame.f_code.co_filename[len(source) + 1:], frame.f_lineno
        text, is_bytes = compiled.pattern, isinstance(compiled.pattern, bytes)
        key = text.decode("latin-1") if is_bytes else text, compiled.flags, is_bytes
        made.setdefault(key, set()).add(place)
    return compiled
re._compile = listening
import tieout
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


Tree: TypeAlias = Any
"""A parse tree or an element of one, as `re` has them for itself."""


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


LONGEST = 0.5
"""Seconds: what runs for so long grows beyond all measure."""
QUICK = 2.5e-7
"""Seconds a character: no pattern that is quicker has grown with the square."""
GROWS = 9.0
"""Four times the length takes a linear pattern four times as long, a square one sixteen."""


# ------------------------------------------------------------------------------ what there is


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


def sites() -> Iterator[tuple[str, tuple[set[str], str | None]]]:
    """Every place of the source that makes a pattern, what is done with it, and its spelling.

    None is the spelling of one that is put together.
    """
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
                    is_named = named.get(id(node), "")
                    uses = (
                        asked[_home(path, is_named), is_named]
                        if is_named
                        else {taken.get(id(node), made)}
                    )
                    match node.args[0]:
                        case ast.Constant(value=str(spelled)):
                            yield f"{path.relative_to(SOURCE)}:{node.lineno}", (uses, spelled)
                        case _:
                            yield f"{path.relative_to(SOURCE)}:{node.lineno}", (uses, None)


def _home(path: Path, name: str) -> Path | None:
    """The module that a private name is of; a public one may be used anywhere."""
    return path if name.startswith("_") else None


# ------------------------------------------------------------------------------------- pumps


class Pumps:
    """Strings made from a pattern's parse tree, each as what leads, is repeated, and ends."""

    def __init__(self, pattern: Pattern, seed: int = 1) -> None:
        """Those of a pattern."""
        compiled = pattern.compiled()
        self.flags = compiled.flags
        self.tree = _parser.parse(pattern.text, pattern.flags)
        self.chance = random.Random(seed)
        self.sets: dict[str, frozenset[str]] = {}
        self.groups: dict[int, Tree] = {}
        letters = dict.fromkeys(ANYWHERE)
        letters.update(dict.fromkeys(map(chr, _literals(self.tree))))
        self.letters = [one for one in letters if not 0xD800 <= ord(one) < 0xE000]
        self.repeats = list(self._repeats(self.tree, ()))
        kinds: dict[tuple[bool, ...], str] = {}
        every = list(_sets(self.tree))
        for letter in self.letters:
            kinds.setdefault(tuple(letter in self._letters(one) for one in every), letter)
        self.atoms = list(kinds.values())
        """A letter of each kind that the pattern tells apart."""

    def _letters(self, item: Tree) -> frozenset[str]:
        """Which of the letters one element of a pattern matches."""
        key = repr(item)
        if key not in self.sets:
            self.sets[key] = frozenset(filter(lambda c: _has(item, c, self.flags), self.letters))
        return self.sets[key]

    def _repeats(self, tree: Tree, before: tuple[Tree, ...]) -> Iterator[tuple[Tree, Tree]]:
        """Every long repeat, with the items that lead to it."""
        leads = list(before)
        for kind, value in tree:
            if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
                _, most, body = value
                if most > LONG:
                    yield tuple(leads), body
                yield from self._repeats(body, tuple(leads))
            elif kind is op.SUBPATTERN:
                self.groups[value[0]] = value[3]
                yield from self._repeats(value[3], tuple(leads))
            elif kind is op.ATOMIC_GROUP:
                yield from self._repeats(value, tuple(leads))
            elif kind in (op.ASSERT, op.ASSERT_NOT):
                yield from self._repeats(value[1], tuple(leads))
            elif kind is op.BRANCH:
                for branch in value[1]:
                    yield from self._repeats(branch, tuple(leads))
            leads.append((kind, value))

    def _word(self, items: Tree, most: int = 2) -> str:
        """Some string that the items match, as far as a look around does not forbid it."""
        return "".join(self._one(kind, value, most) for kind, value in items)

    def _one(self, kind: Tree, value: Tree, most: int) -> str:
        if kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
            fitting = self._letters((kind, value))
            if not fitting:
                return chr(value) if kind is op.LITERAL else ""
            return self.chance.choice([one for one in self.atoms if one in fitting] or [*fitting])
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, longest, body = value
            often = self.chance.randint(least, min(max(least, most), longest))
            return "".join(self._word(body, most) for _ in range(often))
        if kind is op.SUBPATTERN:
            return self._word(value[3], most)
        if kind is op.ATOMIC_GROUP:
            return self._word(value, most)
        if kind is op.BRANCH:
            return self._word(self.chance.choice(value[1]), most)
        if kind is op.ASSERT and value[0] > 0 and self.chance.random() < 0.3:
            return self._word(value[1], most)
        if kind is op.GROUPREF and value in self.groups:
            return self._word(self.groups[value], most)
        return ""

    def __call__(self, breadth: int) -> Iterator[tuple[str, str, str]]:
        """Pumps: more of them where the breadth is greater."""
        foreign = sorted(
            self.atoms, key=lambda one: sum(one in kind for kind in self.sets.values())
        )
        ends = dict.fromkeys(["", "\x00", *foreign[: 1 + breadth // 2]])
        made: dict[tuple[str, str], None] = {}
        for leads, body in [one for one in self.repeats for _ in range(2)]:
            bodies = [self._word(body) for _ in range(breadth)]
            if len(body) == 1 and body[0][0] in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
                bodies = [one for one in self.atoms if one in self._letters(body[0])]
            for one in bodies:
                lead = self._word(leads, 1)
                made[lead, one] = None
                made["", lead + one] = None
                made["", lead + one * 3] = None
                made["", lead] = None
                made[lead, one + self.chance.choice(bodies)] = None
        for one in self.atoms:
            made["", one] = None
        pairs = [a + b for a, b in permutations(self.atoms, 2)]
        for pair in self.chance.sample(pairs, min(len(pairs), 4 * breadth)):
            made["", pair] = None
        for _ in range(breadth):
            made["", self._word(self.tree)] = None
            made["", self._word(self.tree, 1)[:-1]] = None
        for lead, one in made:
            if one:
                yield from ((lead, one, end) for end in ends)


def _literals(tree: Tree) -> Iterator[int]:
    """The code of every letter that a pattern names."""
    for kind, value in _flat(tree):
        if kind in (op.LITERAL, op.NOT_LITERAL):
            yield value
        elif kind is op.IN:
            for one, what in value:
                if one is op.LITERAL:
                    yield what
                elif one is op.RANGE:
                    yield from what


def _sets(tree: Tree) -> Iterator[Tree]:
    """Every element that matches one letter."""
    for kind, value in _flat(tree):
        if kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
            yield kind, value


def _flat(tree: Tree) -> Iterator[tuple[Tree, Tree]]:
    """Every element of a parse tree."""
    for kind, value in tree:
        yield kind, value
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            yield from _flat(value[2])
        elif kind is op.SUBPATTERN:
            yield from _flat(value[3])
        elif kind is op.ATOMIC_GROUP:
            yield from _flat(value)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from _flat(value[1])
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from _flat(branch)
        elif kind is op.GROUPREF_EXISTS:
            for branch in filter(None, value[1:]):
                yield from _flat(branch)


_CATEGORY: dict[Tree, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    op.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    op.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


def _has(item: Tree, letter: str, flags: int) -> bool:
    """True where an element matches a letter."""
    kind, value = item
    if kind is op.ANY:
        return letter != "\n" or bool(flags & re.DOTALL)
    cases = {letter, letter.lower(), letter.upper()} if flags & re.IGNORECASE else {letter}
    codes = {ord(one) for one in cases if len(one) == 1}
    if kind is op.LITERAL:
        return value in codes
    if kind is op.NOT_LITERAL:
        return value not in codes
    found = negated = False
    for one, what in value:
        if one is op.NEGATE:
            negated = True
        elif one is op.LITERAL:
            found |= what in codes
        elif one is op.RANGE:
            found |= any(what[0] <= code <= what[1] for code in codes)
        elif one is op.CATEGORY:
            found |= _CATEGORY[what](letter)
    return found is not negated


# ----------------------------------------------------------------------------------- measured


class TooLongError(Exception):
    """It ran for so long that nothing more need be known."""


def _stop(*_: object) -> None:
    raise TooLongError


def seconds(pattern: re.Pattern[str], text: str, uses: frozenset[str]) -> float:
    """The processor's seconds of trying a pattern on a text as it is used."""
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    start = time.thread_time()
    try:
        if not uses <= ONCE:
            deque(pattern.finditer(text), 0)
        if "match" in uses:
            pattern.match(text)
        if "fullmatch" in uses:
            pattern.fullmatch(text)
    except TooLongError:
        return LONGEST
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.thread_time() - start


def pumped(pump: tuple[str, str, str], length: int, *, is_parsed: bool = False) -> str:
    """A pump of about a length; as a parser writes it, where only that is seen."""
    lead, one, end = pump
    text = lead + one * max(1, (length - len(lead) - len(end)) // len(one)) + end
    if is_parsed:
        body = LexborHTMLParser(text).body
        return (body.html or "") if body is not None else ""
    return text


def growth(pattern: Pattern, pump: tuple[str, str, str], length: int) -> float:
    """How often the time of a quarter of the length the whole takes: 4 is linear, 0 is quick."""
    compiled, uses = pattern.compiled(), pattern.uses
    is_parsed = any(place.startswith(PARSED) for place in pattern.places)
    text = pumped(pump, length, is_parsed=is_parsed)
    long = seconds(compiled, text, uses)
    if long < length * QUICK:
        return 0.0
    if long >= LONGEST:
        return 99.0
    quarter = pumped(pump, length // 4, is_parsed=is_parsed)
    short = min(seconds(compiled, quarter, uses) for _ in range(3))
    long = min(seconds(compiled, text, uses) for _ in range(3))
    return long / max(short, 1e-7)


def worst(pattern: Pattern, length: int, breadth: int) -> tuple[float, tuple[str, str, str]]:
    """The greatest growth over its pumps, and that pump."""
    found = 0.0, ("", "", "")
    for pump in Pumps(pattern)(breadth):
        found = max(found, (growth(pattern, pump, length), pump))
        if found[0] > GROWS:
            break
    return found


def main() -> int:
    """Tells the patterns that grow, and is 1 where there are any."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    reader.add_argument("part", nargs="?", default="", help="part of a place or a pattern")
    reader.add_argument("--length", type=int, default=8000, help="how long the pumps are")
    reader.add_argument("--breadth", type=int, default=8, help="how many pumps a repeat is given")
    asked = reader.parse_args()
    patterns = [
        one for one in collected() if any(asked.part in told for told in (one.text, *one.places))
    ]
    grows = 0
    for one in patterns:
        grown, pump = worst(one, asked.length, asked.breadth)
        if grown > GROWS:
            grows += 1
            how = "everywhere" if one.everywhere else "at a place"
            print(f"{' '.join(one.places)}  x{grown:.0f} {how}  {pump}", flush=True)
            print(f"    {one.text[:300]!r}", flush=True)
    print(f"{len(patterns)} patterns, {grows} grow faster than their text")
    return int(grows > 0)


if __name__ == "__main__":
    sys.exit(main())
