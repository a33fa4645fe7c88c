"""Kills `tieout store add` at random points, and looks for what it had reported added.

    python tools/crash_store.py [KILLS] [SEED] [FOLDER]

Two hundred small documents are added to one store, by a process that is killed (SIGKILL) again and
again and started anew. After each kill the store must open, hold every document of a line "added",
and give its workpaper back equal. The second part fills the disk, where FOLDER is a small one, or
else the file size that the process may write. Nothing else is written but a temporary folder.
"""

import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import tieout

DOCUMENTS = 200
_TEXT = """ACME CORPORATION ANNOUNCES SECOND QUARTER RESULTS
AUSTIN, Texas -- November {day}, 2007 -- Acme Corporation (NASDAQ: ACME) today announced results.

Revenue for the second quarter ended September 30, 2007 was ${revenue} million, an increase of 10%
from ${before} million for the second quarter of last year.
"""


def documents(folder: Path, count: int = DOCUMENTS) -> list[Path]:
    """So many documents, no two alike."""
    folder.mkdir(exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / f"{number:04}.txt"
        day, revenue, before = number % 28 + 1, f"{number + 11}.0", f"{number + 10}.0"
        path.write_text(_TEXT.format(day=day, revenue=revenue, before=before))
        paths.append(path)
    return paths


def kill_while_adding(store: Path, folder: Path, chance: random.Random) -> bool:
    """Adds the folder, and kills the process at some point; True where it had ended before."""
    log = store.with_suffix(".log")
    had = len(reported(log))
    # Some while the store is made, most at some number of documents, and a little later.
    wanted = had + chance.choice((0, 1, chance.randrange(2, 60), chance.randrange(2, 60)))
    with log.open("ab") as out:
        running = subprocess.Popen(_command(store, folder), stdout=out, stderr=subprocess.DEVNULL)
        while running.poll() is None and len(reported(log)) < wanted:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.4 if wanted == had else 0.02))
        has_ended = running.poll() is not None
        running.send_signal(signal.SIGKILL)
        running.wait()
    return has_ended


def reported(log: Path) -> list[str]:
    """The names of the documents that were reported added, of whole lines alone."""
    if not log.exists():
        return []
    lines = log.read_text().split("\n")[:-1]
    return [line.removeprefix("added ") for line in lines if line.startswith("added ")]


def missing(store: Path, folder: Path, names: list[str]) -> list[str]:
    """What was reported added and is not there as it went in; empty if all is well."""
    if not store.exists():
        return names  # none, where the store itself could not be made
    wrong: list[str] = []
    with tieout.open_store(store) as opened:
        by_name = {one.name: one for one in opened.filings()}
        if len(by_name) != len(opened.filings()):
            wrong.append("a document is there twice")
        halves = opened.sql(
            "SELECT document FROM run WHERE figures <> (SELECT count(*) FROM figure "
            "WHERE figure.document = run.document) OR NOT EXISTS (FROM workpaper "
            "WHERE workpaper.document = run.document)"
        ).fetchall()
        wrong += [f"half of {row[0]}" for row in halves]
        for name in names:
            held = by_name.get(name)
            if held is None:
                wrong.append(f"{name} is not there")
            elif opened.workpaper(held.sha256) != tieout.check(folder / name):
                wrong.append(f"{name} is not as it was")
    return wrong


def add_until_full(store: Path, folder: Path, largest: int) -> tuple[int, str]:
    """The exit status and last words of an add that may write no file larger than that."""

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    with store.with_suffix(".log").open("ab") as out:
        ended = subprocess.run(
            _command(store, folder),
            stdout=out,
            stderr=subprocess.PIPE,
            preexec_fn=bound if largest else None,
            check=False,
        )
    return ended.returncode, ended.stderr.decode().strip()


def _command(store: Path, folder: Path) -> list[str]:
    """The command line that adds the folder."""
    add = [sys.executable, "-m", "tieout", "store", "add", os.fspath(folder)]
    return [*add, "--jobs", "1", "--store", os.fspath(store)]


def _killed(place: Path, kills: int, seed: int) -> None:
    """Kills so many times, with a store of its own for each two hundred documents."""
    chance, folder, rounds = random.Random(seed), place / "documents", 0
    documents(folder)
    done = 0
    while done < kills:
        store = place / f"killed-{rounds}.duckdb"
        rounds += 1
        while done < kills and not kill_while_adding(store, folder, chance):
            done += 1
            names = reported(store.with_suffix(".log"))
            if wrong := missing(store, folder, names):
                sys.exit(f"seed {seed}, kill {done}, {len(names)} reported: {wrong[:3]}")
    print(f"{done} kills in {rounds} stores (seed {seed}): nothing reported added was lost")


def _filled(place: Path, folder: Path) -> None:
    """Fills the disk, or the size a file may have, and looks again."""
    for largest in (0,) if folder != place else (300_000, 600_000, 1_000_000, 3_000_000):
        store = folder / f"full-{largest}.duckdb"
        status, words = add_until_full(store, place / "documents", largest)
        names = reported(store.with_suffix(".log"))
        if wrong := missing(store, place / "documents", names):
            sys.exit(f"full at {largest or 'the disk'}: {wrong[:3]}")
        print(f"full at {largest or 'the disk'}: {len(names)} added, all there; {status}, {words}")


if __name__ == "__main__":
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory() as temporary:
        here = Path(temporary)
        _killed(here, int(given[0]) if given else 50, int(given[1]) if given[1:] else 1)
        _filled(here, Path(given[2]) if given[2:] else here)
