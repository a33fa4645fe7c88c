"""Learns what filers call lines whose captions the lexicon does not know, and measures it.

    python tools/learn_captions.py FOLDER [--write] [--least N]

FOLDER holds captions as filed: labels.csv.gz, elements.csv.gz, equivalents.csv.gz, bench.csv.gz.
Without --write the lines of the bench are named by tieout, trained without the companies of a fifth
of them at a time, and held against their elements. With it, lexicon/likely.bin and
lexicon/equivalents.txt are made anew from all of them; the same files give the same bytes.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from captions.evidence import FOLDS, counted_in, elements_in, equivalents_in, fold_of
from captions.filed import EXTENSION, filed_in
from captions.learned import Line, Model, lines_of, packed, samples_of, trained
from msgspec import Struct

from tieout.lexicon.likely import KINDS as ORDER
from tieout.model.concept import feeds
from tieout.statements.kinds import all_kinds

LEXICON = Path(__file__).resolve().parent.parent / "src" / "tieout" / "lexicon"
ENOUGH = 74
"""Of so many lines in a hundred a reader should recognise the name."""
BOUNDS = range(40, 100, 5)
LEAST = 6
"""Sixteenths of a bit: lighter weights are left out, so that the file stays small."""


class Named(Struct, frozen=True):
    """A line of the bench: what the lexicon calls it, else the likeliest name with its share."""

    fold: int
    element: str
    concept: str
    likely: str
    percent: int


def main(words: Sequence[str]) -> int:
    """Prints the tables, or writes the files."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("folder", type=Path, help="captions as filed")
    asked.add_argument("--write", action="store_true", help="the files of the lexicon")
    asked.add_argument("--least", type=int, default=LEAST, help="lighter weights are left out")
    asked.add_argument("--folds", type=int, default=FOLDS, help="how many of them are measured")
    told = asked.parse_args(words)
    counted, elements = tuple(counted_in(told.folder)), elements_in(told.folder)
    lines = dict.fromkeys(ORDER, ()) | lines_of(filed_in(told.folder / "bench.csv.gz"))
    on: dict[str, str] = {kind.name: kind.on for kind in all_kinds()}

    def model(kind: str, without: int) -> Model:
        found = samples_of(kind, on[kind], counted, lines[kind], elements, without)
        return trained(found, least=told.least)

    if told.write:
        file = b"".join(packed(model(kind, -1), elements) for kind in ORDER)
        (LEXICON / "likely.bin").write_bytes(file)
        _write_equivalents(equivalents_in(told.folder))
        print(f"likely.bin: {len(file):,} bytes")
        return 0
    named = [
        one
        for fold in range(told.folds)
        for kind in ORDER
        for one in _named(model(kind, fold), lines[kind], fold)
    ]
    _print(named, equivalents_in(told.folder), equivalents_in(told.folder, every=True))
    return 0


def _named(model: Model, lines: Sequence[Line], fold: int) -> list[Named]:
    """The lines of a fold's companies with their names."""
    found: list[Named] = []
    rows = model.rows()
    for line in lines:
        if fold_of(line.company) != fold:
            continue
        likely, percent = "", 0
        if not line.concept.startswith("us-gaap:"):
            shares = model.shares(line.traits, rows)
            best = int(shares.argmax())
            likely, percent = model.elements[best], int(100 * shares[best])
        found.append(Named(fold, line.element, line.concept, likely, percent))
    return found


def _print(named: Sequence[Named], ten: set[frozenset[str]], every: set[frozenset[str]]) -> None:
    """Right and wrong names at each bound, and what a bound chosen on other folds gives."""
    print(
        "bound  strict right/wrong   ten companies'   every equivalent   named  of the filer's own"
    )
    for bound in (*BOUNDS, 101):
        print(f"{bound if bound <= 100 else 'none':>5}", _told(named, bound, ten, every))
    print(
        f"\nthe surest bound where {ENOUGH} of 100 lines have a customary name, of the other folds:"
    )
    for fold in sorted({one.fold for one in named}):
        others = [one for one in named if one.fold != fold]
        bound = max((b for b in BOUNDS if _is_enough(others, b, every)), default=BOUNDS[0])
        own = [one for one in named if one.fold == fold]
        print(f"fold {fold + 1}: {bound}", _told(own, bound, ten, every))


def _outcomes(named: Sequence[Named], bound: int, every: set[frozenset[str]]) -> Counter[str]:
    """How the lines end that only the model names: right, kin, wrong, or the filer's own."""
    found: Counter[str] = Counter()
    for one in named:
        if one.percent >= bound and one.likely not in ("", EXTENSION):
            pair = frozenset((one.likely, one.element))
            own = "own" if one.element == EXTENSION else "wrong"
            found["right" if len(pair) == 1 else "kin" if pair in every else own] += 1
    return found


def _is_enough(named: Sequence[Named], bound: int, every: set[frozenset[str]]) -> bool:
    """True where so many lines have a name that filers use for such a line."""
    counts = _counted(named, bound, set(), every)
    *_, (customary, _) = _steps(counts)
    return 100 * customary >= ENOUGH * counts["all"]


def _told(
    named: Sequence[Named], bound: int, ten: set[frozenset[str]], every: set[frozenset[str]]
) -> str:
    """One row: lines whose element is us-gaap's, by the lexicon and, where sure, by the model."""
    counts = _counted(named, bound, ten, every)
    shown = "    ".join(
        f"{_percent(a, counts['all'])} / {_percent(b, counts['all'])}" for a, b in _steps(counts)
    )
    found = _outcomes(named, bound, every)
    return f"  {shown}    {found['right']}+{found['kin']}, {found['wrong']} wrong    {found['own']}"


def _steps(counts: Counter[str]) -> list[tuple[int, int]]:
    """Right and wrong: strictly, with what ten companies show, and with every equivalent."""
    right, ten, every, wrong = (counts[key] for key in ("right", "ten", "every", "wrong"))
    return [
        (right, ten + every + wrong),
        (right + ten, every + wrong),
        (right + ten + every, wrong),
    ]


def _counted(
    named: Sequence[Named], bound: int, ten: set[frozenset[str]], every: set[frozenset[str]]
) -> Counter[str]:
    """How the lines end whose element is us-gaap's."""
    counts: Counter[str] = Counter()
    for one in named:
        if one.element == EXTENSION:
            continue
        counts["all"] += 1
        names = [name.removeprefix("us-gaap:") for name in feeds(one.concept)]
        if not one.concept.startswith("us-gaap:"):
            is_sure = one.percent >= bound and one.likely != EXTENSION
            names = [one.likely] if is_sure else []
        pair = frozenset((*names[:1], one.element))
        if one.element in names:
            counts["right"] += 1
        elif names:
            counts["ten" if pair in ten else "every" if pair in every else "wrong"] += 1
    return counts


def _percent(part: int, whole: int) -> str:
    """A share in percent."""
    return f"{100 * part / max(1, whole):5.1f}"


def _write_equivalents(pairs: set[frozenset[str]]) -> None:
    """The file of equivalents: an element a line, with those that stand for it."""
    others: dict[str, set[str]] = {}
    for pair in pairs:
        for name in pair:
            others.setdefault(name, set()).update(pair - {name})
    lines = [" ".join((name, *sorted(others[name]))) for name in sorted(others)]
    head = "# Elements that filers use for lines alike; made by tools/learn_captions.py."
    (LEXICON / "equivalents.txt").write_text("\n".join((head, *lines)) + "\n", "ascii")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
