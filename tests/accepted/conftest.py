"""A release with three differences and a lead, and other drafts of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tieout.engine import check, read
from tieout.model.workpaper import Workpaper

EXAMPLE = Path(__file__).parents[2] / "examples" / "capstone-fy2008q2-release.txt"
SLIPS = (("145%", "154%"), ("8,343", "8,434"))
"""The headline's growth and a total, typed wrong: a total over it is wrong then, too, and the
sentence that tells the growth rightly is a lead."""
Draft = Callable[..., Workpaper]


@pytest.fixture
def draft() -> Draft:
    """The workpaper of the example with these slips, and with words exchanged that it must have."""

    def make(*exchanged: tuple[str, str], first: str = "") -> Workpaper:
        text = EXAMPLE.read_text("utf-8")
        for old, new in (*SLIPS, *exchanged):
            assert old in text
            text = text.replace(old, new, 1)
        return check(read("draft.txt", (first + text).encode()))

    return make
