"""A release that has been asked for everything, and what of that is asked once more."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.evidence.watched import Watched
from tieout.model.claim import Claim
from tieout.model.workpaper import Release

Ask: TypeAlias = Callable[[Evidence, tuple[Claim, ...]], list[object]]

SAID = (
    "Revenue was $7.2 million, compared with $2.9 million, an increase of $4.3 million, or 145%. "
    "Gross profit was 58% of revenue."
)
TEXT = Path(__file__).with_name("example-corp.txt").read_text("utf-8").replace("{said}", SAID)


@pytest.fixture
def altered() -> Callable[[Ask, bytes, bytes], tuple[Watched, Release]]:
    """Evidence asked for everything, then of a release with words put for others; and that."""

    def made(ask: Ask, old: bytes, new: bytes) -> tuple[Watched, Release]:
        text = TEXT.encode()
        assert text.count(old) == 1
        before = Watched((read("release.txt", text),))
        ask(before, before.subject.claims)
        release = read("release.txt", text.replace(old, new))
        now = Watched((release,), before)
        assert now.before is before
        return now, release

    return made
