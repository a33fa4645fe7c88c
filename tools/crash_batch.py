"""Runs `tieout batch` over many documents, kills it again and again, and compares with a calm run.

    python tools/crash_batch.py [--documents N] [--kills N] [--seed N] [--jobs N] [SOURCE...]

The documents are those of SOURCE (the examples, where none is given) again and again, each copy
with figures of its own. One run is left alone, and its memory is looked at all the while; another
is killed (SIGKILL) at random points and started anew till it is done. Then both folders must have
the same rows, dataset by dataset, whatever their order. Nothing is written but a temporary folder.
"""

import argparse
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from tieout.batch.record import DATASETS

HOUSE = Path(__file__).resolve().parent.parent
SLIPS = 5
"""Figures of a copy that are not those of its source."""

_THOUSANDS = re.compile(rb"[0-9],[0-9]{2}([0-9])")
_A_FOLDER = 1000
_PAGE = os.sysconf("SC_PAGE_SIZE")


def documents(folder: Path, sources: list[Path], count: int) -> int:
    """Writes so many documents, no two alike; their bytes together.

    What has no thousands that it spells, as a PDF, is there once.
    """
    length = 0
    held = [(path.suffix, path.read_bytes()) for path in sources]
    places = [[match.start(1) for match in _THOUSANDS.finditer(raw)] for _, raw in held]
    for number in range(count):
        suffix, raw = held[number % len(held)]
        copy, chance = bytearray(raw), random.Random(number)
        slips = places[number % len(held)]
        for place in chance.sample(slips, min(SLIPS, len(slips))):
            copy[place] = ord("0") + (copy[place] - ord("0") + chance.randrange(1, 10)) % 10
        copy += f"\n<!-- copy {number} -->\n".encode() if suffix.startswith(".htm") else (
            f"\nCopy {number}\n".encode()
        )  # fmt: skip
        path = folder / f"{number // _A_FOLDER:04}" / f"{number:07}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        length += path.write_bytes(copy)
    return length


def command(folder: Path, output: Path, *options: str) -> list[str]:
    """The command line that makes datasets of a folder."""
    batch = [sys.executable, "-m", "tieout", "batch", os.fspath(folder), "--format", "parquet"]
    return [*batch, "--output", os.fspath(output), *options]


def kill(running: "subprocess.Popen[bytes]", *, inner: bool) -> bool:
    """Kills the process, or the child that does its work; True where it had ended by itself."""
    children = list(_children(running.pid))
    if running.poll() is not None:
        return True
    os.kill(children[0] if inner and children else running.pid, signal.SIGKILL)
    running.wait()
    while any(Path(f"/proc/{child}").exists() for child in children):
        time.sleep(0.01)
    return False


def sums(output: Path) -> dict[str, tuple[object, ...]]:
    """What is in each dataset, by numbers that do not depend on the order of its rows."""
    import duckdb

    found = {}
    connection = duckdb.connect()
    for dataset in (*DATASETS, "failures"):
        files = f"{output}/{dataset}/**/*.parquet"
        if any((output / dataset).rglob("*.parquet")):
            query = f"SELECT count(*), sum(hash(t)::HUGEINT) FROM read_parquet('{files}') AS t"
            found[dataset] = connection.execute(query).fetchall()[0]
    return found


class Sample(Struct):
    """The resident bytes of the process that hands out, and of each worker, at a time."""

    seconds: float
    parent: int
    workers: list[int]


def sample(running: "subprocess.Popen[bytes]", begun: float) -> Sample | None:
    """What the processes take now; None where there are no workers."""
    for child in _children(running.pid):
        workers = [_resident(one) for one in _children(child)]
        if all(workers) and workers:
            return Sample(time.monotonic() - begun, _resident(child), workers)
    return None


def sent(running: "subprocess.Popen[bytes]") -> float:
    """Processor seconds of the process that hands out, up to now."""
    return max(map(_spent, _children(running.pid)), default=0.0)


def _children(process: int) -> Iterator[int]:
    """The processes that a process has begun."""
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text()
    except OSError:
        return
    yield from map(int, told.split())


def _resident(process: int) -> int:
    """The resident bytes of a process; 0 where it has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * _PAGE
    except OSError:
        return 0


def _spent(process: int) -> float:
    """Processor seconds of a process alone."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _calm(line: list[str], count: int, length: int) -> None:
    """Runs it once, and prints rate and memory."""
    begun, samples, spent = time.monotonic(), list[Sample](), 0.0
    before = os.times()
    running = subprocess.Popen(line, stdout=subprocess.DEVNULL)
    while running.poll() is None:
        if taken := sample(running, begun):
            samples.append(taken)
        spent = max(spent, sent(running))
        time.sleep(1)
    wall, after = time.monotonic() - begun, os.times()
    busy = after.children_user + after.children_system - before.children_user
    busy -= before.children_system
    print(f"{count:,} documents, {length / 1e6:.1f} MB: {wall:.0f} s, {count / wall:.1f} a second")
    print(f"processor: {busy:.0f} s, {count / busy:.1f} documents a second of it")
    print(f"the process that hands out: {spent:.1f} s, {spent / busy:.1%} of all")
    fifth = max(1, len(samples) // 5)
    for part in range(5):
        held = samples[part * fifth : (part + 1) * fifth]
        if held:
            parent = statistics.median(one.parent for one in held) / 2**20
            workers = statistics.median(w for one in held for w in one.workers) / 2**20
            most = max(w for one in held for w in one.workers) / 2**20
            said = f"hands out {parent:.1f} MB, a worker {workers:.1f} MB (at most {most:.1f})"
            print(f"  {held[0].seconds:6.0f} s to {held[-1].seconds:6.0f} s: {said}")


def _disturbed(line: list[str], kills: int, chance: random.Random, wall: float) -> int:
    """Runs it with so many kills; how many there were."""
    done = 0
    while True:
        running = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if done < kills:
            time.sleep(chance.uniform(0.2, max(0.3, wall * 1.2 / (kills + 1))))
            if not kill(running, inner=chance.random() < 0.5):
                done += 1
                continue
        running.wait()
        return done


def main(told: argparse.Namespace) -> None:
    """Prints what both runs came to; exits with a sentence where they differ."""
    sources = [path for path in told.sources if path.is_file()]
    sources += sorted(one for path in told.sources if path.is_dir() for one in path.iterdir())
    sources = sources or sorted((HOUSE / "examples").glob("*.txt"))
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        length = documents(place / "documents", sources, told.documents)
        options = ("--jobs", str(told.jobs))
        begun = time.monotonic()
        _calm(command(place / "documents", place / "calm", *options), told.documents, length)
        wall = time.monotonic() - begun
        line = command(place / "documents", place / "killed", *options)
        done = _disturbed(line, told.kills, random.Random(told.seed), wall)
        calm, killed = sums(place / "calm"), sums(place / "killed")
        for dataset, found in calm.items():
            print(f"  {dataset:<12} {found[0]:>12,} rows")
        if calm != killed:
            sys.exit(f"seed {told.seed}: after {done} kills the rows differ: {killed}")
        print(f"{done} kills (seed {told.seed}): every dataset has the same rows")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--documents", type=int, default=400)
    asked.add_argument("--kills", type=int, default=5)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("sources", nargs="*", type=Path)
    main(asked.parse_args())
