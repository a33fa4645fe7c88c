"""Sequences aligned: what is in both once parts them, the rest is compared in between."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.drafts.align import MOST_COMPARED, aligned, between, likest


@pytest.mark.parametrize(
    ("one", "two", "pairs"),
    [
        ("", "abc", []),
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("abc", "axc", [(0, 0), (2, 2)]),
        ("abc", "abxc", [(0, 0), (1, 1), (2, 3)]),
        ("aXbXcX", "XbX", [(1, 0), (2, 1), (5, 2)]),  # ends first, then what is there once
        ("abcd", "cdab", [(2, 0), (3, 1)]),  # one of two that changed places
    ],
)
def test_equal_keys_are_paired_in_order(one: str, two: str, pairs: list[tuple[int, int]]) -> None:
    assert aligned(one, two) == pairs


@given(st.text("abc", max_size=40), st.text("abc", max_size=40))
def test_pairs_are_equal_and_rise(one: str, two: str) -> None:
    pairs = aligned(one, two)
    assert all(one[i] == two[j] for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(st.text("abcdef", max_size=60))
def test_a_sequence_is_wholly_aligned_with_itself(one: str) -> None:
    assert aligned(one, one) == [(place, place) for place in range(len(one))]


def test_the_likest_pairs_are_taken_together() -> None:
    likeness = {(0, 0): 3, (0, 1): 4, (1, 1): 3}
    assert likest((0, 2, 0, 2), lambda i, j: likeness.get((i, j), 0)) == [(0, 0), (1, 1)]


def test_the_stretches_between_pairs() -> None:
    assert list(between([(1, 1), (3, 2)], (0, 5, 0, 4))) == [(0, 1, 0, 1), (4, 5, 3, 4)]


def test_long_sequences_that_share_nothing_are_not_compared_place_by_place() -> None:
    assert MOST_COMPARED < 200 * 200
    begun = time.process_time()
    assert aligned("ab" * 50_000, "ba" * 40_000 + "c") is not None
    assert aligned(range(60_000), range(60_000, 120_000)) == []
    assert time.process_time() - begun < 20
