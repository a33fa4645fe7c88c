"""Every regular expression takes time that grows with its text, whatever text that is."""

from functools import cache

import pattern_sites
import patterns
import pytest
from pattern_sites import Pattern, sites

LENGTH = 500
SUSPECT = 6.0
"""On so short a text the clock is coarse: what grows so is asked again on a longer one."""
SHARDS = 8
MADE_OF_LETTERS = {
    "tieout/patterns.py": "of what the others write",
    "tieout/prove/digits.py": "of the words for a scale",
    "tieout/readers/html/rebuilt.py": "of a tag's name",
}
"""Patterns that are put together where no exhibit comes, and of what."""


@cache
def collected() -> list[Pattern]:
    return pattern_sites.collected()


def one(text: str, use: str = "search") -> Pattern:
    return Pattern(text, 0, is_bytes=False, places=(), uses=frozenset((use,)))


@pytest.mark.parametrize(
    ("text", "use"),
    [
        (r"\s+x", "search"),
        (r"\s*x", "search"),
        (r"[0-9]+\Z", "search"),
        (r"<!--.*?-->", "search"),
        (r"\bnet\b.*\bloss\b", "search"),
        (r"\W+(?:or|/)\W*loss", "match"),
        (r"(?:\s+(?:net|sales))+\s*:?\Z", "search"),
        (r"\s*,?\s*and", "match"),
        (r"(?:\*{1,3})*x", "match"),
        (r"(?:(?:[A-Z][^ ;]*|and) ?)+", "fullmatch"),
        (r"(\w+)*@", "match"),
        (r"(?m)^[ \t]*ITEM INFORMATION:[ \t]*(.*?)[ \t\r]*$", "search"),
        (r"<c\b[^>]*?\br=", "search"),
    ],
)
def test_a_pattern_that_grows_is_found(text: str, use: str) -> None:
    assert patterns.worst(one(text, use), 8 * LENGTH, 4)[0] > patterns.GROWS


@pytest.mark.parametrize(
    ("text", "use"),
    [
        (r"(?<!\s)\s++x", "search"),
        (r"\s+x", "match"),
        (r"(?<![0-9])[0-9]++\Z", "search"),
        (r"(?s)<!--(?>.*?(?:-->|\Z))", "search"),
        (r"^(?>.*?\bnet\b).*\bloss\b", "search"),
        (r"\s*+(?:,\s*+)?and", "match"),
        (r"(?:\*{1,3}+){0,8}x", "match"),
    ],
)
def test_one_that_does_not_is_not(text: str, use: str) -> None:
    assert patterns.worst(one(text, use), 8 * LENGTH, 4)[0] <= patterns.GROWS


def test_every_place_that_makes_a_pattern_is_known() -> None:
    known = {place for pattern in collected() for place in pattern.places}
    missed = {place.partition(":")[0] for place, _ in sites() if place not in known}
    assert missed == set(MADE_OF_LETTERS)


@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_pattern_grows_faster_than_its_text(shard: int) -> None:
    # `python tools/patterns.py --length 64000 --breadth 8` tries more pumps, and longer ones.
    for pattern in collected()[shard::SHARDS]:
        grown, pump = patterns.worst(pattern, LENGTH, 1)
        if grown > SUSPECT:
            grown = patterns.growth(pattern, pump, 16 * LENGTH)
        assert grown <= patterns.GROWS, f"{pattern.places}: {pump!r} over and over"
