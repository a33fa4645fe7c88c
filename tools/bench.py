"""Measures what tieout costs, and what edgartools does on the same pages in the same run.

    python tools/bench.py [--write] [PAGE...]

Without pages it reads those in tests/corpus/exhibits, of every format, and composed ones of 0.2 to
8 MB. `--write` puts the tables into docs/performance.md. Nothing here asserts a time: the numbers
are read by people, on their machine. Seconds are the processor's, which others on the machine
disturb least. A page is measured twice: as the first of its words ("new") and the best of several
runs after that, when what a process remembers of words is warm ("again").
"""

import argparse
import cProfile
import os
import platform
import pstats
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest import mock

import bench_batch
import bench_beside
from compose_page import page as composed
from msgspec import Struct

HOUSE = Path(__file__).resolve().parent.parent
EXHIBITS = HOUSE / "tests" / "corpus" / "exhibits"
EXAMPLE = HOUSE / "examples" / "capstone-fy2008q2-8k.txt"
SMALL = b"Acme Corp. reports results\n\nRevenue was $7.2 million, up 145% from $2.9 million.\n"
PAGE_OF_DOCS = HOUSE / "docs" / "performance.md"
BEGINS, ENDS = "<!-- what make bench prints begins -->\n", "<!-- and ends -->\n"

RUNS = 3
SIZES = (200, 600, 2000, 8000)
"""Thousands of bytes of the composed pages; growth is told against the second."""
SLIPS = 24

KINDS = {".htm": "HTML", ".html": "HTML", ".pdf": "PDF", ".txt": "text", ".md": "Markdown"}

STAGES = {
    "open_document": "open",
    "recognise": "forms",
    "understand": "tables",
    "find_statements": "statements",
    "find_claims": "claims",
    "standards": "standards",
    "all_rules": "rules",
    "ruled": "judge",
    "conclude": "conclude",
}
"""The name by which the engine calls a stage, and what the stage is called here."""


class Page(Struct):
    """A page and what it costs: processor seconds when new, again, of each stage; and calls."""

    name: str
    raw: bytes
    figures: int = 0
    new: float = 0.0
    again: float = 0.0
    calls: int = 0
    stages: dict[str, float] = {}

    @property
    def kind(self) -> str:
        """Its format, by its name's end."""
        return KINDS.get(Path(self.name).suffix.lower(), "other")


class Rows(list[tuple[str, ...]]):
    """A table of the report: the first row is its head."""

    def markdown(self) -> str:
        """The table as Markdown has it."""
        head, *body = self
        lines = [head, ("---", *("---:" for _ in head[1:])), *body]
        return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main(paths: list[Path], *, writes: bool) -> None:
    """Prints every table, and puts it into the docs where that is asked for."""
    pages = [Page(path.name, path.read_bytes()) for path in paths or sorted(EXHIBITS.iterdir())]
    said = [f"{_machine()}\n\n"]
    for title, table in _tables(pages, is_own=not paths):
        print(f"{title}\n\n{table.markdown()}", flush=True)
        said.append(f"{title}\n\n{table.markdown()}\n")
    if writes:
        before, after = PAGE_OF_DOCS.read_text("utf-8").split(BEGINS)
        after = after.split(ENDS)[1]
        PAGE_OF_DOCS.write_text(f"{before}{BEGINS}{''.join(said)}{ENDS}{after}", "utf-8")


def _machine() -> str:
    """Where this was measured."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"Measured with {python} on {platform.system()} {platform.machine()}."


def _tables(pages: list[Page], *, is_own: bool) -> Iterator[tuple[str, Rows]]:
    """Every table with what stands over it, as soon as it is measured."""
    yield "Start: a whole process, with byte code", _starts()
    # While this process is small: one begins as large as the one that starts it.
    yield "Memory at most, a whole process", _memory(pages)
    others = bench_beside.edgartools()
    from tieout import engine

    engine.check(engine.read("small.txt", SMALL))  # what a process loads once is no page's
    for page in pages:
        _measure(page)
    yield "Read and check, by format", _by_format(pages)
    yield "Where the time goes, HTML", _by_stage([one for one in pages if one.kind == "HTML"])
    both = [(page.raw, page.again) for page in pages if _is_for_both(page)]
    yield "Beside edgartools, the same HTML", Rows(bench_beside.beside(both, others))
    if is_own:
        written = [path for path in sorted(EXHIBITS.iterdir()) if KINDS.get(path.suffix) != "PDF"]
        for title, rows in bench_batch.tables(written, bench_batch.COUNT):
            yield title, Rows(rows)
        yield "Growth: composed pages", _growth()
    yield f"Errors seeded, {SLIPS} on the page of most figures", _proving(pages)


def _is_for_both(page: Page) -> bool:
    """True for a page of HTML that is no submission with its header."""
    return page.kind == "HTML" and b"<TYPE>" not in page.raw[:4000]


# ------------------------------------------------------------------------- processes of their own


def _starts() -> Rows:
    """Processor milliseconds and megabytes of whole commands, the least of several."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.txt"
        small.write_bytes(SMALL)
        rows = Rows([("command", "CPU ms", "MB")])
        for said, words in (
            ("tieout --version", ["--version"]),
            ("tieout --help", ["--help"]),
            ("tieout check, a text of two sentences", ["check", str(small)]),
            ("the same, --format json", ["check", str(small), "--format", "json"]),
            (f"tieout check {EXAMPLE.name}", ["check", str(EXAMPLE)]),
        ):
            seconds, memory = _command(words, folder)
            rows.append((said, f"{1000 * seconds:.0f}", f"{memory:.0f}"))
        return rows


def _command(words: list[str], folder: str) -> tuple[float, float]:
    """Processor seconds and peak megabytes of a whole process, the least of several runs."""
    runs = []
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(1 + 2 * RUNS):  # the first leaves its byte code to the others
        child = subprocess.Popen(
            [sys.executable, "-m", "tieout", *words],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=kept | {"PYTHONPYCACHEPREFIX": folder},
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 1):
            raise SystemExit(f"tieout {' '.join(words)} ended with {child.returncode}")
        runs.append((usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    seconds, memory = zip(*runs, strict=True)
    return min(seconds), min(memory)


def _memory(pages: list[Page]) -> Rows:
    """The peak of processes that check the largest page, and all of them one after the other."""
    rows = Rows([("command", "MB")])
    with tempfile.TemporaryDirectory() as folder:
        below = Path(folder) / "pages"
        below.mkdir()
        for page in pages:
            (below / page.name).write_bytes(page.raw)
        largest = max(pages, key=lambda page: len(page.raw))
        for said, words in (
            (f"tieout check {largest.name}", ["check", str(below / largest.name)]),
            (
                f"tieout batch, {len(pages)} documents",
                ["batch", str(below), "--jobs", "1", "--output", "-"],
            ),
        ):
            _, memory = _command(words, folder)
            rows.append((said, f"{memory:.0f}"))
    return rows


# -------------------------------------------------------------------------------- in this process


def _measure(page: Page) -> None:
    """Takes every number of one page."""
    from tieout import engine

    for run in range(1 + RUNS):
        begun = time.process_time()
        paper = engine.check(engine.read(page.name, page.raw))
        spent = time.process_time() - begun
        if run == 0:
            page.new, page.again, page.figures = spent, spent, len(paper.endings)
        page.again = min(page.again, spent)
    page.stages = _stages(page.name, page.raw)
    counting = cProfile.Profile()
    counting.runcall(lambda: engine.check(engine.read(page.name, page.raw)))
    page.calls = pstats.Stats(counting).total_calls  # type: ignore[attr-defined]


def _stages(name: str, raw: bytes) -> dict[str, float]:
    """Seconds of each stage of one read and check."""
    from tieout import engine

    spent: defaultdict[str, float] = defaultdict(float)
    begun = time.process_time()
    with timed(spent):
        engine.check(engine.read(name, raw))
    spent["all"] = time.process_time() - begun
    return spent


@contextmanager
def timed(spent: dict[str, float]) -> Iterator[None]:
    """Every stage the engine calls adds its seconds to `spent`; rules are stages of one name."""
    from tieout import engine
    from tieout.rules.base import all_rules

    def timing(stage: str, function: Callable[..., object]) -> Callable[..., object]:
        def timed(*arguments: object, **named: object) -> object:
            begun = time.process_time()
            try:
                made = function(*arguments, **named)
                return list(made) if stage in ("rules", "judge") else made  # type: ignore[call-overload]
            finally:
                spent[stage] += time.process_time() - begun

        return timed

    class _Timed(Struct):
        """A rule whose proposals are all made when it is applied."""

        proposed: Callable[..., object]

    rules = tuple(_Timed(timing("rules", one.proposed)) for one in all_rules())
    stages: dict[str, Callable[..., object]] = {
        name: timing(stage, getattr(engine, name))
        for name, stage in STAGES.items()
        if name not in ("all_rules", "ruled")
    }
    ruled = vars(engine)["ruled"]
    stages["all_rules"] = lambda: rules
    stages["ruled"] = lambda evidence, proposals: timing("judge", ruled)(evidence, list(proposals))
    with ExitStack() as patched:
        for name, stage in stages.items():
            patched.enter_context(mock.patch.object(engine, name, stage))
        yield


def _by_format(pages: list[Page]) -> Rows:
    """A row a format: how much there is, how fast it goes, and what a figure costs."""
    head = (
        "format",
        "pages",
        "MB",
        "figures",
        "MB/s",
        "µs a figure, new",
        "again",
        "calls a figure",
    )
    rows = Rows([head])
    for kind in dict.fromkeys(page.kind for page in pages):
        held = [page for page in pages if page.kind == kind]
        length = sum(len(page.raw) for page in held) / 1e6
        figures = max(1, sum(page.figures for page in held))
        new, again = sum(page.new for page in held), sum(page.again for page in held)
        rows.append(
            (
                kind,
                str(len(held)),
                f"{length:.2f}",
                f"{figures:,}",
                f"{length / again:.1f}",
                f"{1e6 * new / figures:.0f}",
                f"{1e6 * again / figures:.0f}",
                f"{sum(page.calls for page in held) / figures:,.0f}",
            )
        )
    return rows


def _by_stage(pages: list[Page]) -> Rows:
    """A row a stage: what a figure costs there, and its share."""
    rows = Rows([("stage", "µs a figure", "share")])
    figures = max(1, sum(page.figures for page in pages))
    whole = sum(page.stages["all"] for page in pages) or 1.0
    for stage in [*STAGES.values(), "all"]:
        spent = sum(page.stages.get(stage, 0.0) for page in pages)
        rows.append((stage, f"{1e6 * spent / figures:.1f}", f"{spent / whole:.0%}"))
    return rows


def _growth() -> Rows:
    """What a figure costs on composed pages of several lengths, against the second of them."""
    rows = Rows([("page", "figures", "µs a figure", "times that of 0.6 MB")])
    pages = [Page(f"composed-{size}k.htm", composed(size).encode()) for size in SIZES]
    for page in pages:
        from tieout import engine

        for run in range(2):
            begun = time.process_time()
            page.figures = len(engine.check(engine.read(page.name, page.raw)).endings)
            spent = time.process_time() - begun
            page.again = spent if run == 0 else min(page.again, spent)
    usual = pages[1].again / pages[1].figures
    for size, page in zip(SIZES, pages, strict=True):
        each = page.again / page.figures
        said = (
            f"{size / 1000:g} MB",
            f"{page.figures:,}",
            f"{1e6 * each:.0f}",
            f"{each / usual:.2f}",
        )
        rows.append(said)
    return rows


def _proving(pages: list[Page]) -> Rows:
    """Milliseconds that a seeded error costs, and that checking the whole page anew would."""
    from tieout import engine
    from tieout.prove import Trial

    page = max(pages, key=lambda one: (one.kind == "HTML", one.figures))
    trial = Trial(engine.read(page.name, page.raw))
    slips = trial.slips(SLIPS, seed=1)
    begun = time.process_time()
    for _ in trial.all(slips):
        pass
    each = (time.process_time() - begun) / max(1, len(slips))
    said = f"{page.name}, {page.figures:,} figures"
    return Rows(
        [
            ("page", "ms an error", "ms to read and check it whole"),
            (said, f"{1000 * each:.1f}", f"{1000 * page.again:.0f}"),
        ]
    )


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--write", action="store_true", help="put the tables into the docs")
    asked.add_argument("pages", nargs="*", type=Path)
    given = asked.parse_args()
    main(given.pages, writes=given.write)
