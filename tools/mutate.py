"""Damages documents in the ways that transport and hostility do, the same for the same seed.

    python tools/mutate.py [--seed N] [--each N] FILE...

Every damaged document ends in a workpaper or in a refusal that names the file. A traceback, a
minute, or memory beyond a gigabyte is printed with the seed that repeats it.
"""

import argparse
import hashlib
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from tieout.engine import check, read
from tieout.errors import Unreadable
from tieout.reports import json

SECONDS_A_MEGABYTE = 20
MEMORY = 3 * 2**30
_TAGS = b"<table> </table> <tr> <td> </td> <p> <div> </div> <pre>".split()
_BITS = [
    *(b"\0", b"\xff\xfe", b"\x1a", b"\f", b"\t", b"(", b"$", b"%", b"|", b"&#x1F4A9;", b"&nbsp;"),
    *(b"<!--", b"-->", b"<![CDATA[", b"9" * 400, b"1,234.5", b"-" * 300, b" " * 500, b"\n" * 50),
    *(b"March 31, 2020", b"Total", b"colspan=99999", b"rowspan='-1'"),
    "\u0663\u00bd\u2212\u200b".encode(),
]

Mutation = Callable[[random.Random, bytes], bytes]


def cut(draw: random.Random, raw: bytes) -> bytes:
    """The beginning, or the end."""
    place = draw.randrange(len(raw) + 1)
    return raw[:place] if draw.random() < 0.7 else raw[place:]


def twice(draw: random.Random, raw: bytes) -> bytes:
    """A stretch, or the whole, twice."""
    start = draw.randrange(len(raw))
    stop = draw.randrange(start, len(raw)) + 1
    return raw + raw if draw.random() < 0.3 else raw[:stop] + raw[start:]


def swapped(draw: random.Random, raw: bytes) -> bytes:
    """Two stretches changed for each other: tags that do not nest."""
    a, b, c = sorted(draw.randrange(len(raw) + 1) for _ in range(3))
    return raw[:a] + raw[b:c] + raw[a:b] + raw[c:]


def strewn(draw: random.Random, raw: bytes) -> bytes:
    """Tags and oddities strewn over it."""
    pieces = bytearray(raw)
    for _ in range(draw.randrange(1, 60)):
        place = draw.randrange(len(pieces) + 1)
        pieces[place:place] = draw.choice(_TAGS + _BITS)
    return bytes(pieces)


def flipped(draw: random.Random, raw: bytes) -> bytes:
    """Bytes changed."""
    pieces = bytearray(raw)
    for _ in range(draw.randrange(1, 200)):
        pieces[draw.randrange(len(pieces))] = draw.randrange(256)
    return bytes(pieces)


def thinned(draw: random.Random, raw: bytes) -> bytes:
    """All tags of one kind, or all line ends, left out."""
    return raw.replace(
        draw.choice([b"</td>", b"</tr>", b"</table>", b"<tr", b">", b"\n", b" "]), b""
    )


def recoded(draw: random.Random, raw: bytes) -> bytes:
    """The characters in another encoding, or read in a wrong one."""
    text = raw.decode(draw.choice(["utf-8", "cp1252", "latin-1"]), "replace")
    to = draw.choice(["utf-16", "utf-16-le", "utf-32", "cp1252", "utf-7", "cp037", "utf-8-sig"])
    return text.encode(to, "replace")


def unlined(draw: random.Random, raw: bytes) -> bytes:
    """One line, or a line for every word."""
    return b" ".join(raw.split()) if draw.random() < 0.5 else b"\n".join(raw.split())


MUTATIONS: tuple[Mutation, ...] = (
    cut, twice, swapped, strewn, flipped, thinned, recoded, unlined,
)  # fmt: skip


def mutants(name: str, raw: bytes, seed: int, each: int) -> Iterator[tuple[str, bytes]]:
    """So many damaged copies of a document, each with the words that repeat it."""
    for number in range(each):
        digest = hashlib.sha256(f"{seed} {name} {number}".encode()).digest()
        draw = random.Random(digest)
        mutant, said = raw, []
        for _ in range(draw.choice([1, 1, 2, 3])):
            mutation = draw.choice(MUTATIONS)
            said.append(mutation.__name__)
            mutant = mutation(draw, mutant) or b"5"
        yield f"{name} --seed {seed} number {number} ({', '.join(said)})", mutant


def ending(name: str, raw: bytes) -> str:
    """How reading and checking the bytes ends; raises whatever is a defect."""
    try:
        json.render(check(read(name, raw)))
    except Unreadable as reason:
        if name not in str(reason):
            raise ValueError(f"a refusal names no file: {reason}") from reason
        return "refused"
    return "read"


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError("takes too long")


def main(arguments: list[str]) -> int:
    """Prints every defect; the exit status is 1 where there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=2007)
    parser.add_argument("--each", type=int, default=5)
    given = parser.parse_args(arguments)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, _too_long)
    counts = {"read": 0, "refused": 0, "defect": 0}
    slowest = (0.0, "")
    for path in given.files:
        for said, mutant in mutants(path.name, path.read_bytes(), given.seed, given.each):
            started = time.perf_counter()
            signal.alarm(10 + int(SECONDS_A_MEGABYTE * len(mutant) / 1e6))
            try:
                counts[ending(path.name, mutant)] += 1
            except Exception as defect:
                counts["defect"] += 1
                where = "".join(traceback.format_tb(defect.__traceback__)[-2:])
                print(f"{said}: {type(defect).__name__}: {defect}\n{where}", flush=True)
            finally:
                signal.alarm(0)
            a_megabyte = (time.perf_counter() - started) / max(len(mutant) / 1e6, 0.05)
            slowest = max(slowest, (a_megabyte, said))
    print(f"{counts}; slowest {slowest[0]:.1f} s/MB: {slowest[1]}")
    return int(counts["defect"] > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
