"""Moves and sums are told as before, but for what differs."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from tieout.evidence.computed import computed
from tieout.evidence.gathered import Evidence
from tieout.evidence.mentions import mentions
from tieout.evidence.moves import moves
from tieout.evidence.watched import Watched
from tieout.model.claim import Claim
from tieout.model.workpaper import Release

Altered: TypeAlias = Callable[..., tuple[Watched, Release]]


def asked(evidence: Evidence, claims: tuple[Claim, ...]) -> list[object]:
    """All that may be asked of moves and sums, for every claim."""
    held, moved, made = mentions(evidence), moves(evidence), computed(evidence)
    told: list[object] = []
    for claim in claims:
        mine = held.of(claim)
        assert mine is not None
        told += [list(moved.of(claim.amount))]
        told += [moved.count(claim.amount.unit), list(made.shares(mine)), list(made.sums(mine))]
    return told


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"4,219", b"4,319"), (b"\t946", b"\t3,946"), (b"Cost of", b"Cost"), (b"$7.2", b"$7.3")],
)
def test_what_is_asked_is_answered_as_by_numbers_found_anew(
    altered: Altered, old: bytes, new: bytes
) -> None:
    now, release = altered(asked, old, new)
    fresh = Evidence.gather((release,))
    assert asked(now, release.claims) == asked(fresh, release.claims)


def test_what_is_as_it_was_is_not_looked_for_again(altered: Altered) -> None:
    now, release = altered(asked, b"\t946", b"\t3,946")
    before = now.before
    assert before is not None
    (told,) = (one for one in release.claims if one.form == "change")
    assert list(moves(now).of(told.amount)) == list(moves(before).of(told.amount))
    assert "by_line" not in vars(moves(now))
