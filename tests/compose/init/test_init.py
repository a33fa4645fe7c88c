"""A filing as the book it could have been composed from, and composed again."""

import pytest

from tieout.compose.init import started
from tieout.compose.writing import composed
from tieout.model.document import Grid
from tieout.model.workpaper import Release


def _again(release: Release) -> Release:
    """The release composed from the book that it started, as HTML, and read."""
    made = composed(started(release).book, ("html",))
    name = next(name for name in made.workpapers if name.endswith("_ex99-1.htm"))
    return made.workpapers[name].subject


def _figures(release: Release) -> list[tuple[str, str, str]]:
    return [(fact.concept, str(fact.period), str(fact.amount)) for fact in release.facts]


def _prose(release: Release) -> list[str]:
    text = release.document.text
    told = [b for b in release.document.blocks if not isinstance(b, Grid)]
    words = (" ".join(text[b.start : b.end].split()).removeprefix("\u2022 ") for b in told)
    return [one for one in words if "CONDENSED" not in one]


@pytest.mark.parametrize("name", ["capstone", "nvent"])
def test_the_release_comes_back(name: str, request: pytest.FixtureRequest) -> None:
    release = request.getfixturevalue(name)
    back = _again(release)
    assert _figures(back) == _figures(release)
    assert [row.caption for row in back.tables[0].rows] == [
        row.caption for row in release.tables[0].rows
    ]
    assert set(_prose(release)) <= set(_prose(back))


def test_how_many_figures_are_expressions_is_told(capstone: Release) -> None:
    made = started(capstone)
    assert (made.expressions, made.standing) == (9, 2)
