"""What filers called their lines: captions counted by element, elements, and their equivalents."""

import csv
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from captions.filed import KINDS

FOLDS = 5
_NO_LINE = re.compile(r"(?:Member|Domain|Axis|Abstract|Table|LineItems)\Z")
_UNITS = {"monetaryItemType": "m", "perShareItemType": "p", "sharesItemType": "s"}
_SIDES = {"debit": "d", "credit": "c"}


class Counted(Struct, frozen=True):
    """A caption that filers gave an element in a place, with how many companies of each fold."""

    kind: str
    caption: str
    place: str
    element: str
    companies: tuple[int, ...]


class Element(Struct, frozen=True):
    """A us-gaap element in force that a line may report."""

    name: str
    label: str
    side: str
    unit: str
    companies: dict[str, int]


def fold_of(company: str) -> int:
    """The fold that a company is in: its CIK decides."""
    return int(company) * 2_654_435_761 % 2**32 * FOLDS >> 32


def counted_in(folder: Path) -> Iterator[Counted]:
    """The captions of labels.csv.gz whose element is one that lines report today."""
    for row in _rows(folder / "labels.csv.gz"):
        name = row["element"]
        if row["deprecated"] or row["statement"] not in KINDS or _NO_LINE.search(name):
            continue
        if name.startswith("us-gaap:"):
            folds = [0] * FOLDS
            for company in row["ciks"].split(";"):
                folds[fold_of(company)] += 1
            yield Counted(
                KINDS[row["statement"]],
                row["caption"],
                row["place"],
                name.removeprefix("us-gaap:"),
                tuple(folds),
            )


def elements_in(folder: Path) -> dict[str, Element]:
    """The elements of elements.csv.gz in force, by name."""
    return {
        name: Element(
            name,
            row["label"],
            _SIDES.get(row["balance"], "-"),
            _UNITS[row["type"]],
            {kind: int(row[f"companies_{short}"] or 0) for short, kind in KINDS.items()},
        )
        for row in _rows(folder / "elements.csv.gz")
        if row["element"].startswith("us-gaap:") and row["type"] in _UNITS
        if not (row["deprecated"] or row["abstract"] == "1")
        for name in [row["element"].removeprefix("us-gaap:")]
    }


def equivalents_in(folder: Path, *, every: bool = False) -> set[frozenset[str]]:
    """Pairs of elements that filers use for one another.

    Of `every` pair that any caption shows, or of those that three captions and ten companies do.
    """
    return {
        frozenset((row["a"], row["b"]))
        for row in _rows(folder / "equivalents.csv.gz")
        if every
        or (
            int(row["captions"]) >= 3
            and int(row["shared_companies"]) >= 10
            and float(row["overlap"]) >= 0.05
        )
    }


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a packed table."""
    csv.field_size_limit(10**9)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
