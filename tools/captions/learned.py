"""A linear model of the elements that filers give their lines: trained, rounded and packed."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from captions.evidence import Counted, Element, fold_of
from captions.filed import EXTENSION, Filed
from tieout.lexicon.likely import traits_of, traits_of_caption
from tieout.statements.concepts.likely import standings

ROUNDS = 8
_RATE = 0.3
_SIXTEENTHS = 16 / math.log(2)
_MOST = 127
_FEWEST = 2  # companies behind an element, and lines behind a trait
_UNNAMED_COUNTS = 1.5
_LABEL_COUNTS = 1.2


class Sample(Struct, frozen=True):
    """Traits of a line, the element that it was filed under, and how much it counts."""

    traits: frozenset[str]
    element: str
    weight: float


class Line(Struct, frozen=True):
    """A line of a filed statement to be named."""

    company: str
    element: str
    concept: str
    traits: frozenset[str]


class Model(Struct, frozen=True):
    """Weights in sixteenths of a bit: a row a trait, a column an element."""

    elements: tuple[str, ...]
    traits: tuple[str, ...]
    weights: NDArray[np.int8]

    def rows(self) -> dict[str, int]:
        """Which row each trait has."""
        return {trait: number for number, trait in enumerate(self.traits)}

    def shares(self, traits: Iterable[str], at: dict[str, int]) -> NDArray[np.float64]:
        """Of filers with a line of these traits, how many give it each element."""
        rows = [at[trait] for trait in traits if trait in at]
        scores = self.weights[rows].astype(np.int64).sum(0) / 16
        powers = np.exp2(scores - scores.max())
        shares: NDArray[np.float64] = powers / powers.sum()
        return shares


def lines_of(filed: Iterable[Filed]) -> dict[str, list[Line]]:
    """The lines of filed statements with what stands around them, by the kind of statement."""
    found: dict[str, list[Line]] = {}
    for one in filed:
        lines = found.setdefault(one.kind.name, [])
        for number, standing in standings(one.lines, one.kind.on, every=True).items():
            lines.append(
                Line(
                    one.company,
                    one.elements[number],
                    one.lines[number].concept,
                    frozenset(traits_of(standing, one.kind.on)),
                )
            )
    return found


def samples_of(
    kind: str,
    on: str,
    counted: Iterable[Counted],
    lines: Iterable[Line],
    elements: dict[str, Element],
    without: int,
) -> list[Sample]:
    """What a kind's model is trained on: captions, lines and labels but of one fold's companies."""
    samples: list[Sample] = []
    behind: Counter[str] = Counter()
    for one in counted:
        companies = sum(n for fold, n in enumerate(one.companies) if fold != without)
        if one.kind == kind and companies and one.element in elements:
            behind[one.element] += companies
            traits = frozenset(traits_of_caption(one.caption, on, one.place))  # type: ignore[arg-type]
            samples.append(Sample(traits, one.element, 0.5 * min(companies, 30) ** 0.6))
    seen: set[tuple[str, str]] = set()
    for line in lines:
        if fold_of(line.company) == without:
            continue
        if line.element in elements or line.element == EXTENSION:
            weight = 1.0 if line.concept.startswith("us-gaap:") else _UNNAMED_COUNTS
            samples.append(Sample(line.traits, line.element, weight))
            if (line.element, line.company) not in seen:
                seen.add((line.element, line.company))
                behind[line.element] += 2
    for element in elements.values():
        if behind[element.name] or element.companies[kind] >= _FEWEST:
            behind[element.name] += 1
            said = traits_of_caption(element.label, on, "")  # type: ignore[arg-type]
            traits = frozenset(trait for trait in said if not _is_of_place(trait))
            samples.append(Sample(traits, element.name, _LABEL_COUNTS))
    kept = {name for name, count in behind.items() if count >= _FEWEST} | {EXTENSION}
    return [one for one in samples if one.element in kept]


def _is_of_place(trait: str) -> bool:
    """True for what only a place says."""
    return trait.startswith("place ") or " in " in trait


def trained(samples: Sequence[Sample], *, least: int) -> Model:
    """The model of these samples by stochastic gradient descent, the same every time.

    Weights of fewer sixteenths of a bit than `least` are left out.
    """
    elements = tuple(sorted({one.element for one in samples}))
    column = {name: number for number, name in enumerate(elements)}
    counts = Counter(trait for one in samples for trait in one.traits)
    traits = tuple(sorted(trait for trait, count in counts.items() if count >= _FEWEST))
    row = {trait: number for number, trait in enumerate(traits)}
    known = [
        (
            np.array(sorted(row[trait] for trait in one.traits if trait in row), dtype=np.int64),
            column[one.element],
            one.weight,
        )
        for one in samples
    ]
    weights = np.zeros((len(traits), len(elements)), dtype=np.float32)
    summed = np.zeros_like(weights)
    spent = np.full((len(traits), 1), 0.5, dtype=np.float32)
    order = np.random.default_rng(7)
    for turn in range(ROUNDS):
        for number in order.permutation(len(known)):
            at, element, weight = known[number]
            if not len(at):
                continue
            scores = weights[at].sum(0)
            slope = np.exp(scores - scores.max())
            slope *= weight / slope.sum()
            slope[element] -= weight
            spent[at] += (slope * slope).sum()
            weights[at] -= _RATE * slope / np.sqrt(spent[at])
        if turn >= ROUNDS // 2:
            summed += weights
    rounded = np.rint(summed * (_SIXTEENTHS / (ROUNDS - ROUNDS // 2))).clip(-_MOST, _MOST)
    rounded[np.abs(rounded) < least] = 0
    used = np.abs(rounded).any(1)
    kept = tuple(trait for trait, is_used in zip(traits, used, strict=True) if is_used)
    return Model(elements, kept, rounded[used].astype(np.int8))


def packed(model: Model, elements: dict[str, Element]) -> bytes:
    """The model as tieout.lexicon.likely reads it."""
    names = "\n".join(_written(name, elements) for name in model.elements).encode("ascii")
    keys = np.array([crc32(trait.encode()) for trait in model.traits], dtype="<u4")
    order = np.argsort(keys, kind="stable")
    weights = model.weights[order]
    rows, columns = np.nonzero(weights)
    starts = np.concatenate(([0], np.cumsum(np.bincount(rows, minlength=len(order)))))
    tables = (
        np.array([len(names), len(order), len(rows)], dtype="<u4"),
        names,
        keys[order],
        starts.astype("<u4"),
        columns.astype("<u2"),
        weights[rows, columns],
    )
    return b"".join(one if isinstance(one, bytes) else one.tobytes() for one in tables)


def _written(name: str, elements: dict[str, Element]) -> str:
    """An element with its balance and unit: "d m AssetsCurrent"."""
    if name == EXTENSION:
        return "- m "
    return f"{elements[name].side} {elements[name].unit} {name}"
