"""Measures `tieout batch` as datasets: rate, memory, a second worker, bytes a fact, and a query.

    python tools/bench_batch.py [DOCUMENTS [SOURCE...]]

The documents are those of SOURCE (the exhibits, where none is given) again and again with altered
figures. `make bench` prints the same tables beside edgartools. Nothing is asserted: a second worker
gives what the machine has left for it.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from crash_batch import command, documents, sample, sent
from msgspec import Struct

EXHIBITS = Path(__file__).resolve().parent.parent / "tests" / "corpus" / "exhibits"
COUNT = 200
_RUNS = 5

QUARTERS = """
SELECT d.company, f.period_end, arg_min(f.value, (d.announced, f.number)) AS revenue
FROM '{0}/facts/**/*.parquet' AS f
JOIN '{0}/documents/**/*.parquet' AS d ON d.document = f.document
JOIN '{0}/statements/**/*.parquet' AS s ON s.document = f.document AND s.number = f.statement
JOIN '{0}/columns/**/*.parquet' AS c
  ON c.document = f.document AND c.statement = f.statement AND c.number = f."column"
WHERE f.concept = 'us-gaap:Revenues' AND s.is_face AND c.measure = '' AND f.dimensions = ''
  AND date_diff('day', f.period_start, f.period_end) BETWEEN 79 AND 99
GROUP BY ALL ORDER BY ALL
"""
"""Revenue of all companies by quarter, as it was first announced."""


class Run(Struct, frozen=True):
    """What a run took: seconds by the clock and of processors, and megabytes at most."""

    jobs: int
    wall: float
    spent: float
    handing_out: float
    parent: float
    worker: float


def tables(sources: list[Path], count: int) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Every table, its head first, with what stands over it."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        length = documents(place / "documents", sources, count) / 1e6
        runs = [_run(place / "documents", place / f"{jobs}", jobs) for jobs in (1, 2)]
        yield (
            f"tieout batch to Parquet: {count:,} documents, {length:.1f} MB",
            _rates(runs, count, length),
        )
        yield "What it wrote, and asking it", _asked(place / "1", count)


def _run(folder: Path, output: Path, jobs: int) -> Run:
    """A whole run, watched."""
    before, begun = os.times(), time.monotonic()
    line = command(folder, output, "--jobs", str(jobs))
    running = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    parent = worker = 0
    handing_out = 0.0
    while running.poll() is None:
        if taken := sample(running, begun):
            parent, worker = max(parent, taken.parent), max(worker, *taken.workers)
        handing_out = max(handing_out, sent(running))
        time.sleep(0.1)
    wall, after = time.monotonic() - begun, os.times()
    spent = after.children_user + after.children_system
    spent -= before.children_user + before.children_system
    return Run(jobs, wall, spent, handing_out, parent / 2**20, worker / 2**20)


def _rates(runs: list[Run], count: int, length: float) -> list[tuple[str, ...]]:
    """A row a number of workers."""
    head = ("workers", "documents/s", "a second of processor", "MB/s", "times one worker",
            "handing out", "MB handing out", "MB a worker at most")  # fmt: skip
    rows: list[tuple[str, ...]] = [head]
    for run in runs:
        numbers = (
            f"{count / run.wall:.1f}",
            f"{count / run.spent:.1f}",
            f"{length / run.wall:.2f}",
            f"{runs[0].wall / run.wall:.2f}",
            f"{run.handing_out / run.spent:.1%}",
            f"{run.parent:.0f}",
            f"{run.worker:.0f}",
        )
        rows.append((str(run.jobs), *numbers))
    return rows


def _asked(output: Path, count: int) -> list[tuple[str, ...]]:
    """Bytes of each dataset, and what a query takes."""
    import duckdb

    connection = duckdb.connect()
    rows: list[tuple[str, ...]] = [("dataset", "rows", "bytes a row", "bytes a document")]
    whole = facts = 0
    for folder in sorted(path for path in output.iterdir() if path.is_dir()):
        files = list(folder.rglob("*.parquet"))
        if not files:
            continue
        size = sum(path.stat().st_size for path in files)
        query = f"SELECT count(*) FROM '{folder}/**/*.parquet'"
        number = int(connection.execute(query).fetchall()[0][0])
        whole += size
        facts = number if folder.name == "facts" else facts
        rows.append((folder.name, f"{number:,}", f"{size / number:.1f}", f"{size / count:,.0f}"))
    rows.append(("all, by facts", f"{facts:,}", f"{whole / facts:.1f}", f"{whole / count:,.0f}"))
    spent = []
    for _ in range(_RUNS):
        begun = time.perf_counter()
        found = connection.execute(QUARTERS.format(output)).fetchall()
        spent.append(time.perf_counter() - begun)
    asked = f"revenue by quarter: {1000 * min(spent):.0f} ms"
    rows.append((asked, f"{len(found):,}", "–", "–"))
    return rows


def main(count: int, sources: list[Path]) -> None:
    """Prints the tables."""
    for title, (head, *body) in tables(sources or sorted(EXHIBITS.iterdir()), count):
        print(f"{title}\n")
        for row in (head, *body):
            print("  ".join(f"{cell:>22}" for cell in row))
        print()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else COUNT, [Path(one) for one in sys.argv[2:]])
