"""Runs docs/tour.md from top to bottom; `pytest --update` rewrites what it prints."""

import io
import re
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import pytest

TOUR = Path("docs") / "tour.md"
_FENCE = re.compile(r"(?<=^```pycon\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"^>>> .*\n(?:^\.\.\. .*\n)*", re.MULTILINE)


def printed_by(source: str, names: dict[str, object]) -> str:
    """What an interactive interpreter prints after running these lines."""
    lines = [line[4:] for line in source.splitlines()]
    said = io.StringIO()
    with redirect_stdout(said):
        exec(compile("\n".join(lines) + "\n", "tour", "single"), names)  # the page is ours
    return said.getvalue()


def run(page: str) -> str:
    """The page with what its examples print today."""
    names: dict[str, object] = {}

    def fence(match: re.Match[str]) -> str:
        return "".join(one + printed_by(one, names) for one in _EXAMPLE.findall(match[0]))

    return _FENCE.sub(fence, page)


def test_the_tour_prints_what_it_says(
    house: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[Path, str], None]
) -> None:
    monkeypatch.chdir(house)
    golden(house / TOUR, run((house / TOUR).read_text("utf-8")))
