"""Drafts of one release: an example as filed, and with what a draft changes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tieout.engine import read
from tieout.model.workpaper import Release

EXAMPLES = Path(__file__).parents[2] / "examples"
Draft = Callable[..., Release]


@pytest.fixture
def draft() -> Draft:
    """The example's release with some of its words exchanged, each of which it must have."""

    def make(*exchanged: tuple[str, str], name: str = "capstone-fy2008q2-release") -> Release:
        text = (EXAMPLES / f"{name}.txt").read_text("utf-8")
        for old, new in exchanged:
            assert old in text
            text = text.replace(old, new, 1)
        return read("draft.txt", text.encode())

    return make


@pytest.fixture
def told() -> Callable[[str], Release]:
    """A text read as a release."""
    return lambda text: read("told.txt", text.encode())
