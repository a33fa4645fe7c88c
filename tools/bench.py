"""Measures reading and checking pages: seconds, megabytes a second, figures a second, memory.

    python tools/bench.py [PAGE...]

Without pages it takes an example and two composed ones, of 200 KB and 2 MB. Nothing here asserts
a time: the numbers are read by people, on their machine. Seconds within a process are the
processor's, which others on the machine disturb least. Beside edgartools, where it is installed.
"""

import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest import mock

from compose_page import page as composed
from msgspec import Struct

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "capstone-fy2008q2-8k.txt"
RUNS = 5
FEW = 4
"""Up to so many pages have a column each."""

STAGES = {
    "open_document": "open",
    "recognise": "forms",
    "understand": "tables",
    "find_statements": "statements",
    "find_claims": "claims",
    "all_rules": "rules",
    "conclude": "conclude",
}
"""The name by which the engine calls a stage, and what the stage is called here."""


class Page(Struct):
    """A page with the seconds of each stage, the whole among them, and of others' work on it."""

    name: str
    raw: bytes
    figures: int = 0
    seconds: dict[str, float] = {}
    bare: float = 0.0
    edgar: float = 0.0

    @property
    def megabytes(self) -> float:
        """Its length."""
        return len(self.raw) / 1e6


def main(paths: list[Path]) -> None:
    """Prints every number."""
    print(
        f"Python {sys.version.split()[0]}; the best of {RUNS} runs, each of a process of its own:"
    )
    for words in (["--version"], ["--help"], ["check", str(EXAMPLE)]):
        seconds, memory = _command(words)
        print(f"  tieout {' '.join(words)[-40:]:<40} {seconds:6.3f} s {memory:7.1f} MB at most")
    pages = [Page(path.name, path.read_bytes()) for path in paths] or _composed()
    first = _stages(pages[0].raw)[0]["all"]
    print(f"read and check, the first time in a process: {first:.3f} s ({pages[0].name})")
    others = _edgartools()
    for page in pages:
        _measure(page, others)
    _print_pages(pages)
    _print_stages(pages)
    if not paths:
        small, large = (page.seconds["all"] / page.megabytes for page in pages[1:])
        print(f"\nseconds a megabyte: {small:.3f} at 200 KB, {large:.3f} at 2 MB")
    _print_memory(pages)
    _print_beside(pages, has_edgartools=others is not None)


def _composed() -> list[Page]:
    """The example, and two pages that are the same on every machine."""
    pages = [Page(EXAMPLE.name, EXAMPLE.read_bytes())]
    return pages + [Page(f"composed-{k}k.htm", composed(k).encode()) for k in (200, 2000)]


def _measure(page: Page, others: Callable[[str], object] | None) -> None:
    """Takes the best of several runs of each: what others do on the machine only adds."""
    from selectolax.lexbor import LexborHTMLParser

    runs = []
    for _ in range(RUNS):
        spent, page.figures = _stages(page.raw)
        runs.append(spent)
    page.seconds = min(runs, key=lambda run: run["all"])
    if page.raw.lstrip()[:1] != b"<":
        return
    source = page.raw.decode("utf-8", "replace")
    page.bare = min(_seconds(LexborHTMLParser, source) for _ in range(RUNS))
    if others is not None:
        page.edgar = min(_seconds(others, source) for _ in range(2))


def _stages(raw: bytes) -> tuple[dict[str, float], int]:
    """Seconds of each stage of one read and check, and the figures there are."""
    from tieout import engine

    spent: defaultdict[str, float] = defaultdict(float)
    started = time.process_time()
    with timed(spent):
        paper = engine.check(engine.read("page", raw))
    spent["all"] = time.process_time() - started
    return spent, len(paper.endings)


@contextmanager
def timed(spent: dict[str, float]) -> Iterator[None]:
    """Every stage the engine calls adds its seconds to `spent`; rules are stages of one name."""
    from tieout import engine
    from tieout.rules.base import all_rules

    def timing(stage: str, function: Callable[..., object]) -> Callable[..., object]:
        def timed(*arguments: object, **named: object) -> object:
            begun = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                spent[stage] += time.process_time() - begun

        return timed

    class _Timed(Struct):
        """A rule whose checks are all made when it is applied."""

        apply: Callable[..., object]

    rules = tuple(
        _Timed(timing("rules", lambda evidence, one=one: list(one.apply(evidence))))
        for one in all_rules()
    )
    stages: dict[str, Callable[..., object]] = {
        name: timing(stage, getattr(engine, name))
        for name, stage in STAGES.items()
        if name != "all_rules"
    }
    stages["all_rules"] = lambda: rules
    with ExitStack() as patched:
        for name, stage in stages.items():
            patched.enter_context(mock.patch.object(engine, name, stage))
        yield


def _edgartools() -> Callable[[str], object] | None:
    """A page's tables by edgartools, as data frames; None where it is not installed."""
    if importlib.util.find_spec("edgar") is None:
        return None
    from edgar.documents import parse_html

    return lambda source: [table.to_dataframe() for table in parse_html(source).tables]


def _seconds(function: Callable[[str], object], source: str) -> float:
    """Seconds of one call, said where it fails."""
    begun = time.process_time()
    try:
        function(source)
    except Exception as failure:
        print(f"  fails: {type(failure).__name__}: {str(failure)[:80]}")
    return time.process_time() - begun


def _command(words: list[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of a whole process, the least of several."""
    runs = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "-m", "tieout", *words],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        runs.append((time.perf_counter() - begun, usage.ru_maxrss / 1024))
    seconds, memory = zip(*runs, strict=True)
    return min(seconds), min(memory)


def _print_pages(pages: list[Page]) -> None:
    """A line a page, and one of all."""
    heads = f"{'KB':>7}{'seconds':>9}{'MB/s':>7}{'figures/s':>11}{'× Lexbor':>10}"
    print(f"\n{'read and check':<34}{heads}")
    for page in pages if len(pages) > 1 else []:
        _print_page(page)
    every = Page(f"{len(pages)} pages", b"".join(page.raw for page in pages))
    every.figures = sum(page.figures for page in pages)
    every.seconds = {"all": sum(page.seconds["all"] for page in pages)}
    every.bare = sum(page.bare for page in pages) if all(page.bare for page in pages) else 0
    _print_page(every)
    middle = statistics.median(page.seconds["all"] for page in pages)
    print(f"median of the pages: {middle:.3f} s")


def _print_page(page: Page) -> None:
    """Its length, seconds, and how many times Lexbor's bare parse that is."""
    spent = page.seconds["all"]
    times = f"{spent / page.bare:10.1f}" if page.bare else f"{'–':>10}"
    print(
        f"{page.name[:33]:<34}{len(page.raw) / 1000:7.0f}{spent:9.3f}"
        f"{page.megabytes / spent:7.2f}{page.figures / spent:11,.0f}{times}"
    )


def _print_stages(pages: list[Page]) -> None:
    """Milliseconds and MB/s of each stage, a column a page, or one for all of many."""
    columns = [[page] for page in pages] if len(pages) <= FEW else [pages]
    print(f"\n{'stage':<14}" + "".join(f"{'ms':>10}{'MB/s':>9}{'share':>7}" for _ in columns))
    for stage in [*STAGES.values(), "all"]:
        cells = []
        for column in columns:
            spent = sum(page.seconds[stage] for page in column)
            whole = sum(page.seconds["all"] for page in column)
            length = sum(page.megabytes for page in column)
            cells.append(f"{1000 * spent:10.1f}{length / spent:9.1f}{spent / whole:7.0%}")
        print(f"{stage:<14}{''.join(cells)}")


def _print_memory(pages: list[Page]) -> None:
    """The peak of a process that checks the largest page, beside one that checks none."""
    largest = max(pages, key=lambda page: len(page.raw))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / largest.name
        path.write_bytes(largest.raw)
        _, memory = _command(["check", str(path), "--format", "json"])
    print(f"tieout check {largest.name} --format json: {memory:.0f} MB at most")


def _print_beside(pages: list[Page], *, has_edgartools: bool) -> None:
    """What edgartools takes for the tables of the same HTML, and how many times that is."""
    if not has_edgartools:
        print("edgartools is not installed (extra 'bench'): nothing to stand beside")
        return
    shared = [page for page in pages if page.edgar]
    length = sum(page.megabytes for page in shared)
    own = sum(page.seconds["all"] for page in shared)
    other = sum(page.edgar for page in shared)
    print(
        f"edgartools, tables to data frames: {other:.2f} s, {length / other:.2f} MB/s; "
        f"tieout, read and check: {own:.2f} s, {length / own:.2f} MB/s: {other / own:.1f} times"
    )


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]])
