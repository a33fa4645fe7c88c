"""Measures the bounds of the judge: how many bits a difference needs to be called a finding.

    python tools/calibrate.py [--gold FILE] [--errors N] [--minutes M] [FOLDER...]

Every difference of every document is weighed, and held against what people have judged of it (the
gold file, see gold.py). Then a digit is changed in a few figures of each document, one at a time,
to see by how many bits each such error is caught. The bound is chosen on the companies of four
folds and reported on those of the fifth. Without a gold file there are only the seeded errors.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from random import Random

from calibration.measured import Measured, Options, measure
from calibration.printed import report
from gold import read_gold
from msgspec import DecodeError
from rich.console import Console
from rich.progress import track

from tieout.batch.walking import documents
from tieout.sources import sized
from tieout.workers import outcomes

CORPUS = Path(__file__).resolve().parent.parent / "tests" / "corpus" / "exhibits"


def main(words: Sequence[str]) -> int:
    """Prints every table; 2 where there is nothing to measure."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    asked.add_argument("--gold", type=Path, help="what people have judged")
    asked.add_argument("--errors", type=int, default=4, help="seeded in each place of a document")
    asked.add_argument("--minutes", type=int, default=10, help="no error is seeded later than that")
    asked.add_argument("--jobs", type=int, default=2, help="processes")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("folders", nargs="*", metavar="FOLDER", help="documents, or folders of them")
    told = asked.parse_args(words)
    paths = list(documents(told.folders or [str(CORPUS)]))
    if not paths:
        print("there are no documents there", file=sys.stderr)
        return 2
    try:
        gold = read_gold(told.gold) if told.gold else {}
    except (OSError, DecodeError) as failure:
        print(f"{told.gold} is no gold file: {failure}", file=sys.stderr)
        return 2
    Random(told.seed).shuffle(paths)  # if time runs out, then not for one folder alone
    options = Options(told.errors, told.seed, time.monotonic() + 60 * told.minutes)
    running = outcomes(partial(measure, gold, options), _lost, sized, paths, told.jobs)
    console = Console(stderr=True)
    watched = track(running, "Calibrating", len(paths), console=console, transient=True)
    measured = sorted(watched, key=lambda one: one.name)
    for line in report(measured, has_gold=bool(gold)):
        print(line)
    return 0


def _lost(path: str, why: str) -> Measured:
    """A document whose process died."""
    return Measured(Path(path).name, f"{path}: {why}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
