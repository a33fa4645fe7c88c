"""Moves and sums are told as before, but for what differs."""

from pathlib import Path

import pytest

from tieout.engine import read
from tieout.evidence.computed import computed
from tieout.evidence.gathered import Evidence
from tieout.evidence.mentions import mentions
from tieout.evidence.moves import moves
from tieout.evidence.watched import Watched
from tieout.model.claim import Claim

EXAMPLE = Path(__file__).with_name("example-corp.txt")
SAID = (
    "Revenue was $7.2 million, compared with $2.9 million, an increase of $4.3 million, or 145%. "
    "Gross profit was 58% of revenue."
)
TEXT = EXAMPLE.read_text("utf-8").replace("{said}", SAID).encode()


@pytest.fixture(scope="module")
def before() -> Watched:
    """Evidence that has been asked for everything."""
    evidence = Watched((read("release.txt", TEXT),))
    asked(evidence, evidence.subject.claims)
    return evidence


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
    before: Watched, old: bytes, new: bytes
) -> None:
    assert TEXT.count(old) == 1
    release = read("release.txt", TEXT.replace(old, new))
    now, fresh = Watched((release,), before), Evidence.gather((release,))
    assert now.before is before
    assert asked(now, release.claims) == asked(fresh, release.claims)


def test_what_is_as_it_was_is_not_looked_for_again(before: Watched) -> None:
    release = read("release.txt", TEXT.replace(b"\t946", b"\t3,946"))
    now = Watched((release,), before)
    (told,) = (one for one in release.claims if one.form == "change")
    assert list(moves(now).of(told.amount)) == list(moves(before).of(told.amount))
    assert "by_line" not in vars(moves(now))
