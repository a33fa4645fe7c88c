"""Measures checking a release, alone or against others: the whole command, then each stage.

Nothing here asserts a time: the numbers are read by people, on their machine.
"""

import importlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

RUNS = 7
STAGES = {
    "open_document": "open document",
    "recognise": "forms",
    "understand": "tables",
    "find_statements": "statements",
    "find_claims": "claims",
    "conclude": "conclude",
}
"""The name by which the engine calls a stage, and what the stage is called here."""


def main(subject: Path, *against: Path) -> None:
    """Prints every number, first the command's, then the stages'."""
    size = subject.stat().st_size / 1024
    beside = f" against {', '.join(one.name for one in against)}" if against else ""
    print(f"{subject.name} ({size:.1f} KB){beside}, Python {sys.version.split()[0]}")
    command(subject, *against)
    print()
    in_process(subject, *against)


def command(subject: Path, *against: Path) -> None:
    """Whole-process seconds and peak memory of `tieout check`, the median of several runs."""
    for form in ("terminal", "json"):
        words = [sys.executable, "-m", "tieout", "check", str(subject)]
        words += [word for one in against for word in ("--against", str(one))]
        runs = [_spawn([*words, "--format", form]) for _ in range(RUNS)]
        seconds, memory, status = (statistics.median(column) for column in zip(*runs, strict=True))
        print(
            f"tieout check --format {form:<9} {seconds:6.3f} s  {memory / 1024:6.1f} MB peak"
            f"  exit {status:.0f}  (median of {RUNS})"
        )


def _spawn(words: list[str]) -> tuple[float, float, float]:
    """Seconds, peak resident kilobytes and exit status of one run of a command."""
    started = time.perf_counter()
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - started, usage.ru_maxrss, child.returncode


def in_process(subject: Path, *against: Path) -> None:
    """Milliseconds of read and check and the share of each stage, the first time and warm."""
    started = time.perf_counter()
    importlib.import_module("tieout.engine")
    print(f"import tieout.engine {1000 * (time.perf_counter() - started):7.1f} ms")
    releases = [(path.name, path.read_bytes()) for path in (subject, *against)]
    first = _once(releases)
    warm = [_once(releases) for _ in range(RUNS)]
    print(f"{'':18}{'first':>10}{'warm':>10}{'share, warm':>14}")
    total = statistics.median(run["all"] for run in warm)
    for stage in first:
        middle = statistics.median(run[stage] for run in warm)
        print(f"{stage:<18}{first[stage]:>7.1f} ms{middle:>7.2f} ms{middle / total:>13.0%}")


def _once(releases: list[tuple[str, bytes]]) -> dict[str, float]:
    """Milliseconds a stage, all documents together, of one read and check."""
    from tieout.engine import check, read
    from tieout.model.evidence import Evidence
    from tieout.rules.base import Rule, all_rules

    spent: dict[str, float] = dict.fromkeys(STAGES.values(), 0.0)
    spent |= {"evidence": 0.0, "rules": 0.0}
    started = time.perf_counter()
    with _timed(spent):
        documents = [read(name, raw) for name, raw in releases]
        begun = time.perf_counter()
        Evidence.gather(documents)
        spent["evidence"] = 1000 * (time.perf_counter() - begun)
        begun = time.perf_counter()
        rules: tuple[Rule, ...] = all_rules()
        check(documents[0], documents[1:], rules=rules)
        whole = 1000 * (time.perf_counter() - begun)
    spent["rules"] = whole - spent["evidence"] - spent["conclude"]
    everything = 1000 * (time.perf_counter() - started) - spent["evidence"]  # gathered twice
    spent["other"] = everything - sum(spent.values())
    return {**spent, "all": everything}


@contextmanager
def _timed(spent: dict[str, float]) -> Iterator[None]:
    """Every stage the engine calls adds its milliseconds to `spent`."""
    from tieout import engine

    kept = {name: getattr(engine, name) for name in STAGES}
    for name, stage in STAGES.items():
        setattr(engine, name, _timing(stage, kept[name], spent))
    try:
        yield
    finally:
        for name, function in kept.items():
            setattr(engine, name, function)


def _timing(
    stage: str, function: Callable[..., object], spent: dict[str, float]
) -> Callable[..., object]:
    def timed(*arguments: object, **named: object) -> object:
        begun = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            spent[stage] += 1000 * (time.perf_counter() - begun)

    return timed


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
