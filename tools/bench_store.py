"""Measures a store of a thousand documents: adding, finding, a series, and what it takes on disk.

    python tools/bench_store.py [DOCUMENTS]

The documents are the examples under other names, each with bytes of its own: twenty a company.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import tieout

EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.txt"))
_OF_ONE = 20
"""Documents of one company."""
_RUNS = 5


def main(count: int) -> None:
    """Prints every number."""
    with tempfile.TemporaryDirectory() as temporary:
        folder, path = Path(temporary) / "documents", Path(temporary) / "q.duckdb"
        length = _write(folder, count)
        print(f"{count:,} documents, {length / 1e6:.1f} MB, of {-(-count // _OF_ONE)} companies")
        for words in ("added", "held already"):
            seconds = _added(folder, path)
            print(f"  {words:<34} {seconds:8.2f} s {count / seconds:10,.0f} documents/s")
        size = path.stat().st_size
        print(f"  on disk {'':<26} {size / 1e6:8.1f} MB {size / count / 1000:9.0f} KB/document")
        _queries(path)


def _write(folder: Path, count: int) -> int:
    """So many documents; their length together."""
    folder.mkdir()
    length = 0
    for number in range(count):
        text = EXAMPLES[number % len(EXAMPLES)].read_text("utf-8")
        name = f"Bench {number // _OF_ONE:03}"
        text = text.replace("Capstone Turbine", name).replace("CAPSTONE TURBINE", name.upper())
        text = text.replace("CPST", f"B{number // _OF_ONE:03}X")
        length += (folder / f"{number:05}.txt").write_text(f"{text}\nCopy {number}\n")
    return length


def _added(folder: Path, path: Path) -> float:
    """The seconds of `tieout store add`, as a process of its own."""
    command = [sys.executable, "-m", "tieout", "store", "add", str(folder), "--store", str(path)]
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _queries(path: Path) -> None:
    """The best of several runs of each question."""
    print(f"  opened for reading {'':<15} {_best(lambda: _open(path).close()) * 1000:8.1f} ms")
    with _open(path) as store:
        one = store.filings()[0]
        point = (
            f"SELECT value FROM fact WHERE document = '{one.sha256}' "
            "AND concept = 'us-gaap:Revenues'"
        )
        questions: dict[str, Callable[[], object]] = {
            "a point query: one document's revenue": lambda: store.sql(point).fetchall(),
            "the series of one company": lambda: store.sql(
                "SELECT * FROM series WHERE company = 'bench 007'"
            ).fetchall(),
            "the series of all companies": lambda: store.sql("FROM series").fetchall(),
            "every open finding": lambda: store.sql("FROM open_finding").fetchall(),
            "the list": store.filings,
            "a company's releases": lambda: store.releases("Bench 007"),
            "a workpaper": lambda: store.workpaper(one.sha256),
        }
        for words, ask in questions.items():
            answer = ask()
            rows = f"{len(answer):8,} rows" if isinstance(answer, list) else ""
            print(f"  {words:<40} {_best(ask) * 1000:8.1f} ms {rows}")


def _open(path: Path) -> "tieout.store.Store":
    """The store, for reading."""
    return tieout.open_store(path, read_only=True)


def _best(ask: Callable[[], object]) -> float:
    """The seconds of the quickest run."""
    spent = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        ask()
        spent.append(time.perf_counter() - started)
    return min(spent)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1000)
