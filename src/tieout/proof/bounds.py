"""The numbers the judge decides by, in bits, as bounds.toml holds them with their reasons."""

from functools import cache
from pathlib import Path

from msgspec import Struct

from tieout.ahead import said_in
from tieout.model.check import Binding


class Bands(Struct, frozen=True):
    """Where a tick begins, where a finding, and where a lead."""

    ticks: int
    differs: int
    lead: int


class Corroboration(Struct, frozen=True):
    """The most that other figures of each kind can say, and what each other miss costs."""

    columns: int
    sentence: int
    noun: int
    noun_miss: int
    noun_most: int
    few: int
    miss: int
    record: int


class Likeness(Struct, frozen=True):
    """What it costs to be far from the expected number, and how many times apart is near."""

    far: int
    nearness: tuple[tuple[int, int], ...]
    units: int
    fine: int


class Doubt(Struct, frozen=True):
    """What it costs that a rule sees what sets a figure apart, and that a period is assumed."""

    defined: int
    said: int
    assumed: int


class Words(Struct, frozen=True):
    """What shared words say of two numbers, and what their periods and neighbours do."""

    fit: int
    least: int
    word: int
    left: int
    more: int
    full: int
    then: int
    otherwise: int
    untimed: int
    told: int
    prose: int
    pair: int
    lines: int


class Tie(Struct, frozen=True):
    """What a tick by words is weighed by."""

    none: int
    word: int
    named: int
    loosely: int
    left: int
    more: int
    full: int
    covered: int
    unnamed: int
    then: int
    then_assumed: int
    otherwise: int
    otherwise_assumed: int
    untimed: int
    digits: int
    rivals: int
    change: int
    table: int
    prose: int
    told: int
    against: int
    least: int


class Bounds(Struct, frozen=True):
    """Every number of bounds.toml."""

    bounds: Bands
    bound: dict[Binding, int]
    corroboration: Corroboration
    likeness: Likeness
    doubt: Doubt
    words: Words
    tie: Tie


@cache
def bounds() -> Bounds:
    """The bounds, read once; raises msgspec.ValidationError where the file lacks one."""
    return said_in(Path(__file__).with_name("bounds.toml"), Bounds)
